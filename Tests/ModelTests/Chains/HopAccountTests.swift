import Foundation
import Model
import Testing

@Suite("Accounts hop by hop")
struct HopAccountTests {
    private let account = ChainAccount(FlowSketch.weirs)

    private func hop(
        _ account: ChainAccount, _ node: String, _ kind: String, _ currency: String? = "EUR"
    ) throws -> HopAccount {
        try #require(account.hops(at: node).first { $0.kind == kind && $0.currency == currency })
    }

    @Test("what comes in, goes on and is spent leaves what is unexplained, to the cent")
    func bank() throws {
        let bank = try hop(account, "bank", "disbursement")
        #expect(bank.received.sum == Decimal(string: "1000000.10"))
        #expect(bank.givenOn.sum == Decimal(string: "900000.05"))
        #expect(bank.kept.sum == 50_000)
        #expect(bank.unexplained == Decimal(string: "50000.05"))
        #expect(bank.place == .hop)
    }

    @Test("what one record sends through somebody leaves there as it came")
    func channel() throws {
        let facility = try hop(account, "facility", "disbursement")
        #expect(facility.received.sum == facility.givenOn.sum)
        #expect(facility.unexplained == 0)
    }

    @Test("where an amount is missing nothing is explained, and the flow is named")
    func unknown() throws {
        let harvest = try hop(account, "harvest", "funding", "USD")
        #expect(harvest.unexplained == nil)
        #expect(harvest.givenOn.sum == 200_000)
        #expect(harvest.unknown.map { account.chain.flows[$0].record } == ["harvest-to-board"])
        let board = try hop(account, "board", "funding", nil)
        #expect(board.received.sum == nil)
        #expect(board.unexplained == nil)
    }

    @Test("a figure without a currency leaves every currency open")
    func noCurrency() throws {
        let chain = FlowSketch.chain(
            FlowSketch.record("a", ["a", "b"], "funding", [FlowSketch.money("5")])
                + FlowSketch.record("b", ["b", "c"], "funding", [FlowSketch.money("5", nil)]))
        #expect(try hop(ChainAccount(chain), "b", "funding").unexplained == nil)
    }

    @Test("promises are set against no spending, and what is denied is in no account")
    func promises() throws {
        #expect(try hop(account, "trust", "pledge").unexplained == 2_000_000)
        #expect(account.hops(at: "masons").map(\.kind) == ["expenditure"])
        #expect(try hop(account, "masons", "expenditure").received.sum == 50_000)
        #expect(try hop(account, "reed", "disbursement").place == .end)
        #expect(try hop(account, "union", "disbursement").place == .entry)
    }

    @Test("spending stands by itself where no money is told that it came from")
    func spending() throws {
        let chain = FlowSketch.chain(
            FlowSketch.record("a", ["a", "b"], "expenditure", [FlowSketch.money("5")]))
        let spender = try hop(ChainAccount(chain), "a", "expenditure")
        #expect(spender.kept.sum == 5)
        #expect(spender.givenOn.isEmpty)
        #expect(spender.unexplained == -5)
    }

    @Test("with rates a node has an account in which currencies are added")
    func converted() throws {
        let chain = FlowSketch.chain(
            FlowSketch.record("a", ["a", "b"], "funding", [FlowSketch.money("100", "USD")])
                + FlowSketch.record("b", ["b", "c"], "funding", [FlowSketch.money("76")]))
        let account = ChainAccount(chain, rates: try ExchangeRates(["USD:EUR=0.76@2010-06-30"]))
        let converted = try #require(account.hops(at: "b").first { $0.isConverted })
        #expect(converted.unexplained == 0)
        #expect(account.hops(at: "b").filter { !$0.isConverted }.map(\.unexplained) == [-76, 100])
    }

    @Test("a flow is a share of what its giver gives and its receiver gets in its currency and kind")
    func shares() throws {
        let index = try #require(account.chain.flows.firstIndex { $0.record == "bank-to-board" })
        let share = try #require(account.shares(of: index).first)
        #expect(share.ofGiver == Decimal(string: "0.3333"))
        #expect(share.ofReceiver == Decimal(string: "0.75"))
        #expect(share.isGiverKnown && share.isReceiverKnown)
        let harvest = try #require(account.chain.flows.firstIndex { $0.record == "harvest-to-trust" })
        #expect(account.shares(of: harvest).first?.isGiverKnown == false)
        let unknown = try #require(account.chain.flows.firstIndex { $0.record == "harvest-to-board" })
        #expect(account.shares(of: unknown).isEmpty)
    }
}

@Suite("The fewest arcs that run back")
struct BackArcTests {
    private static func backwards(_ arcs: [(from: Int, to: Int)], _ order: [Int]) -> Int {
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return arcs.count { (place[$0.from] ?? 0) > (place[$0.to] ?? 0) }
    }

    private static func orders(_ nodes: [Int]) -> [[Int]] {
        if nodes.isEmpty { return [[]] }
        return nodes.flatMap { first in orders(nodes.filter { $0 != first }).map { [first] + $0 } }
    }

    @Test("no order of the nodes turns fewer arcs round", arguments: 0..<40)
    func fewest(seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let nodes = dice.number(2...6)
        var arcs: [(from: Int, to: Int)] = []
        for from in 0..<nodes {
            for to in 0..<nodes where from != to && dice.once(in: 2) { arcs.append((from, to)) }
        }
        let breaking = CycleBreaking(arcs: arcs, ranks: Array(repeating: 0, count: nodes))
        let best = Self.orders(Array(0..<nodes)).map { Self.backwards(arcs, $0) }.min() ?? 0
        #expect(breaking.reversed.count == best)
        #expect(breaking.cycles.count == best)
    }

    @Test("a ring of two thousand is found without going deep")
    func long() {
        let flows = (0..<2_000).flatMap {
            FlowSketch.record("\($0)", ["n\($0)", "n\(($0 + 1) % 2_000)"], "funding")
        }
        #expect(FlowSketch.chain(flows).cycles.map(\.count) == [2_000])
    }
}
