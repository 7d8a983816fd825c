import Foundation
import Model
import Testing

@Suite("Totals under the counting rules")
struct CountingRuleTests {
    private func total(
        _ account: ChainAccount, _ rule: CountingRule, _ kind: String, _ currency: String?,
        converted: Bool = false
    ) throws -> ChainTotal {
        try #require(
            account.totals(rule).first {
                $0.kind == kind && $0.currency == currency && $0.isConverted == converted
            })
    }

    private func reasons(_ account: ChainAccount, _ total: ChainTotal, _ record: String) -> [String] {
        (account.leftOut + total.leftOut).filter { account.chain.flows[$0.flow].record == record }.map(
            \.reason.rawValue)
    }

    @Test(
        "the totals of the invented weirs are those reckoned by hand in docs/ANALYSIS.md",
        arguments: [
            (CountingRule.asReported, "2290000.20"), (.entry, "1000000.10"), (.lastMile, "250000.05"),
            (.net, "1000000.10"),
        ])
    func weirs(rule: CountingRule, value: String) throws {
        let account = ChainAccount(FlowSketch.weirs)
        #expect(try total(account, rule, "disbursement", "EUR").value == Decimal(string: value))
    }

    @Test("what goes through several is counted once, where it arrives")
    func through() throws {
        let account = ChainAccount(FlowSketch.weirs)
        let all = try total(account, .asReported, "disbursement", "EUR")
        #expect(
            all.counted.map { account.chain.flows[$0.flow].record }.filter { $0 == "union-to-bank" }.count
                == 1)
        #expect(reasons(account, all, "union-to-bank") == ["on-its-way", "other-figure"])
    }

    @Test("kinds and currencies stand apart, and what is not known is no zero")
    func apart() throws {
        let account = ChainAccount(FlowSketch.weirs)
        #expect(try total(account, .asReported, "pledge", "EUR").value == 2_000_000)
        #expect(try total(account, .asReported, "expenditure", "EUR").value == 50_000)
        let funding = try total(account, .asReported, "funding", "USD")
        #expect(funding.value == 200_000)
        #expect(reasons(account, funding, "harvest-to-board") == ["amount-unknown"])
        #expect(reasons(account, funding, "union-to-masons") == ["denied"])
        #expect(reasons(account, funding, "trust-in-kind") == ["in-kind"])
        #expect(reasons(account, funding, "weirs") == ["no-money"])
        let silent = ChainAccount(FlowSketch.chain(FlowSketch.record("a", ["a", "b"])))
        #expect(silent.totals.map(\.value) == [nil, nil, nil, nil])
        #expect(silent.totals.map(\.currency) == [nil, nil, nil, nil])
    }

    @Test("in a cycle nobody is first and nobody last, and each flow says why it does not count")
    func cycle() throws {
        let account = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("there", ["a", "b"], "funding", [FlowSketch.money("100")])
                    + FlowSketch.record("back", ["b", "a"], "funding", [FlowSketch.money("40")])))
        let entry = try total(account, .entry, "funding", "EUR")
        #expect(entry.value == 0 && entry.counted.isEmpty)
        #expect(entry.leftOut.map(\.reason) == [.giverReceives, .giverReceives])
        #expect(try total(account, .lastMile, "funding", "EUR").counted.isEmpty)
        let net = try total(account, .net, "funding", "EUR")
        #expect(net.value == 60)
        #expect(net.counted.map(\.flow) == [0] && net.counted.map(\.value) == [60])
        #expect(net.leftOut.map(\.money?.value) == [40, 40])
    }

    @Test("what is added on the way is counted when pass-through is removed")
    func added() throws {
        let account = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("first", ["a", "b"], "funding", [FlowSketch.money("100")])
                    + FlowSketch.record("small", ["b", "c"], "funding", [FlowSketch.money("30")])
                    + FlowSketch.record("large", ["b", "d"], "funding", [FlowSketch.money("90")])))
        let net = try total(account, .net, "funding", "EUR")
        #expect(net.value == 120)
        // 100 came in: all of the larger flow and 10 of the smaller are set against it.
        #expect(net.counted.map(\.value) == [100, 20])
    }

    @Test("figures without a currency are added to nothing")
    func noCurrency() throws {
        let account = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("a", ["a", "b"], "funding", [FlowSketch.money("5", nil)])
                    + FlowSketch.record("b", ["a", "b"], "funding", [FlowSketch.money("7", nil)])))
        #expect(account.totals.allSatisfy { $0.value == nil && $0.counted.isEmpty })
        #expect(account.leftOut.map(\.reason) == [.currencyUnknown, .currencyUnknown])
    }

    @Test("where only flows without a known amount would count, the total is not known; where none, nothing")
    func unknownUnderARule() throws {
        // To the last receiver, c, no amount is known; to b, who passes on, one is.
        let open = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("known", ["a", "b"], "funding", [FlowSketch.money("100")])
                    + FlowSketch.record("unknown", ["b", "c"], "funding")))
        let last = try total(open, .lastMile, "funding", "EUR")
        #expect(last.value == nil && last.standing == .unknown)
        #expect(try total(open, .entry, "funding", "EUR").standing == .sum)
        #expect(try total(open, .net, "funding", "EUR").value == 100)
        // A figure without a currency may be of any.
        let noCurrency = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("known", ["a", "b"], "funding", [FlowSketch.money("100")])
                    + FlowSketch.record("bare", ["b", "c"], "funding", [FlowSketch.money("5", nil)])))
        #expect(try total(noCurrency, .lastMile, "funding", "EUR").standing == .unknown)
        // Both give and both receive: neither counts, whatever its amount.
        let ring = ChainAccount(
            FlowSketch.chain(
                FlowSketch.record("there", ["a", "b"], "funding", [FlowSketch.money("100")])
                    + FlowSketch.record("back", ["b", "a"], "funding")))
        let none = try total(ring, .lastMile, "funding", "EUR")
        #expect(none.value == 0 && none.standing == .nothing)
        let denied = ChainAccount(
            FlowSketch.chain(FlowSketch.record("denied", ["a", "b"], "funding", absent: true)))
        #expect(denied.totals.map(\.standing) == [.nothing, .nothing, .nothing, .nothing])
    }

    @Test("without a rate for what counts a converted total is not known")
    func noRateCounts() throws {
        let chain = FlowSketch.chain(
            FlowSketch.record("a", ["a", "b"], "funding", [FlowSketch.money("100")])
                + FlowSketch.record("b", ["b", "c"], "funding", [FlowSketch.money("9", "GBP")]))
        let account = ChainAccount(chain, rates: try ExchangeRates(["USD:EUR=0.7@2011"]))
        #expect(try total(account, .lastMile, "funding", "EUR", converted: true).standing == .unknown)
        #expect(try total(account, .lastMile, "funding", "EUR").standing == .nothing)
        #expect(account.leftOut.map(\.reason) == [.noRate])
    }

    @Test("with rates a total is also given converted; without a rate for it a flow is left out")
    func converted() throws {
        let rates = try ExchangeRates(["USD:EUR=0.7@2011"])
        let chain = FlowSketch.chain(
            FlowSketch.record("a", ["a", "b"], "funding", [FlowSketch.money("200000", "USD")])
                + FlowSketch.record("b", ["b", "c"], "funding", [FlowSketch.money("100", "EUR")])
                + FlowSketch.record("c", ["c", "d"], "funding", [FlowSketch.money("9", "GBP")]))
        let account = ChainAccount(chain, rates: rates)
        let both = try total(account, .asReported, "funding", "EUR", converted: true)
        #expect(both.value == 140_100)
        #expect(reasons(account, both, "c") == ["no-rate"])
        #expect(try total(account, .net, "funding", "EUR", converted: true).value == 140_000)
        #expect(try total(account, .asReported, "funding", "EUR").value == 100)
        #expect(ChainAccount(chain).totals.allSatisfy { !$0.isConverted })
    }

    @Test("the rules follow one another in a ring")
    func ring() {
        var rule = CountingRule.asReported
        var seen: [CountingRule] = []
        repeat {
            seen.append(rule)
            rule = rule.next
        } while rule != .asReported
        #expect(seen == CountingRule.allCases)
    }
}

/// Nothing where nothing is known, for sums alone.
private func known(_ value: Decimal?) -> Decimal { value ?? Decimal() }

private func sum(_ values: [Decimal?]) -> Decimal {
    var sum = Decimal()
    for value in values { sum += known(value) }
    return sum
}

@Suite("Totals of any chain")
struct CountingPropertyTests {
    private static let rates = Result { try ExchangeRates(["USD:EUR=0.76@2010-06-30"]) }

    private static func account(_ seed: UInt64) throws -> ChainAccount {
        ChainAccount(FlowSketch.random(seed), rates: try rates.get())
    }

    @Test("every flow is counted or left out, and a total is the sum of what it counts", arguments: 0..<60)
    func complete(seed: UInt64) throws {
        let account = try Self.account(seed)
        for rule in CountingRule.allCases {
            let listed = account.totals(rule).flatMap { $0.counted.map(\.flow) + $0.leftOut.map(\.flow) }
            #expect(Set(listed + account.leftOut.map(\.flow)) == Set(account.chain.flows.indices))
        }
        for total in account.totals {
            let counted = sum(total.counted.map(\.value))
            #expect(known(total.value) == counted)
            #expect(Set(total.counted.map(\.flow)).count == total.counted.count)
            for entry in account.leftOut + total.leftOut
            where ![.passedOn, .otherFigure, .noRate].contains(entry.reason) {
                #expect(!total.counted.contains { $0.flow == entry.flow })
            }
        }
    }

    @Test("what a rule counts and what it leaves out make up what is reported", arguments: 0..<60)
    func reconciled(seed: UInt64) throws {
        let account = try Self.account(seed)
        let ruled: Set<ChainTotal.Reason> = [.giverReceives, .receiverPassesOn, .passedOn]
        #expect(account.leftOut.allSatisfy { !ruled.contains($0.reason) })
        for rule in CountingRule.allCases {
            for (total, whole) in zip(account.totals(rule), account.totals(.asReported)) {
                let out = sum(total.leftOut.map(\.money?.value))
                #expect(known(total.value) + out == known(whole.value))
                #expect(total.leftOut.allSatisfy { ruled.contains($0.reason) } && whole.leftOut.isEmpty)
            }
        }
    }

    @Test(
        "entry money is that of givers who get nothing, last mile that of receivers who give nothing",
        arguments: 0..<60)
    func ends(seed: UInt64) throws {
        let account = try Self.account(seed)
        let money = account.chain.flows.filter { $0.kind != nil && !$0.isAbsent && $0.from != $0.to }
        for total in account.totals(.entry) {
            for counted in total.counted {
                let giver = account.chain.flows[counted.flow].giver
                #expect(!money.contains { $0.to == giver })
            }
            for entry in total.leftOut where entry.reason == .giverReceives {
                let giver = account.chain.flows[entry.flow].giver
                #expect(money.contains { $0.to == giver })
            }
        }
        for total in account.totals(.lastMile) {
            for counted in total.counted {
                let receiver = account.chain.flows[counted.flow].receiver
                #expect(!money.contains { $0.from == receiver })
            }
        }
    }

    @Test(
        "without pass-through there is never more than is reported, nor less than enters", arguments: 0..<60)
    func net(seed: UInt64) throws {
        let account = try Self.account(seed)
        for (net, whole) in zip(account.totals(.net), account.totals(.asReported)) {
            #expect(known(net.value) <= known(whole.value))
        }
        // Entry money is passed on by nobody; refunds apart, all of it is left.
        guard account.chain.flows.allSatisfy({ ($0.carried.first?.value ?? 0) >= 0 }) else { return }
        for (net, entry) in zip(account.totals(.net), account.totals(.entry)) {
            let loops = entry.counted.filter {
                account.chain.flows[$0.flow].giver == account.chain.flows[$0.flow].receiver
            }.map(\.value)
            #expect(known(net.value) >= known(entry.value) - sum(loops))
        }
    }

    @Test("the order of the flows changes no total and no account", arguments: 0..<40)
    func order(seed: UInt64) throws {
        let account = try Self.account(seed)
        var chain = account.chain
        var dice = SeededGenerator(seed: seed + 1_000)
        chain.flows.shuffle(using: &dice)
        let other = ChainAccount(chain, rates: try Self.rates.get())
        #expect(other.totals.map(\.value) == account.totals.map(\.value))
        func counted(_ account: ChainAccount) -> [Set<String>] {
            account.totals.map { total in
                Set(
                    total.counted.map {
                        let flow = account.chain.flows[$0.flow]
                        return "\(flow.record) \(flow.from) \(flow.to) \($0.value)"
                    })
            }
        }
        #expect(counted(other) == counted(account))
        #expect(other.hops.map(\.unexplained) == account.hops.map(\.unexplained))
        #expect(other.hops.map(\.received.sum) == account.hops.map(\.received.sum))
    }

    @Test(
        "what comes in less what goes on, over all nodes, is nothing: no account makes or loses money",
        arguments: 0..<40)
    func balance(seed: UInt64) throws {
        let account = ChainAccount(FlowSketch.random(seed))
        for kind in ["disbursement", "commitment", "funding"] {
            for currency in ["EUR", "USD"] {
                let own = account.hops.filter { $0.kind == kind && $0.currency == currency }
                let received = sum(own.map(\.received.sum))
                let givenOn = sum(own.map(\.givenOn.sum))
                #expect(received == givenOn)
            }
        }
    }
}
