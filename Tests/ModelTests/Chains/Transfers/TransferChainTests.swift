import Foundation
import Testing

@testable import Model

@Suite("Transfers in chains")
struct TransferChainTests {
    /// Two activities: the giver's disburses to the taker's, and the taker's tells what came in.
    private func dataset(paid: String, received: String?, currency: String = "USD", names: Bool = true) throws
        -> Dataset
    {
        try IndexCompiler.compile(meta: DatasetDescription(id: "d", title: "D")) { writer in
            func add(_ record: Record) throws -> Int64 {
                let key = writer.reserveKey()
                try writer.add(record, at: key)
                return key
            }
            func source(_ id: String, _ speaker: String) throws -> Int64 {
                try add(
                    Record(
                        .source, id,
                        [
                            "title": [Value(id)], "type": ["data-file"],
                            "speaker": [.speaks(speaker, "publisher")],
                        ], cite: []))
            }
            let giver = try add(Record(.organisation, "giver", ["name": ["Giver"]], cite: []))
            let taker = try add(Record(.organisation, "taker", ["name": ["Taker"]], cite: []))
            let worker = try add(Record(.organisation, "worker", ["name": ["Worker"]], cite: []))
            let sources = (try source("file:g", "giver"), try source("file:t", "taker"))
            func activity(_ id: String, _ reporter: String) throws -> Int64 {
                try add(
                    Record(
                        .project, id,
                        [
                            "title": [Value(id)], "kind": ["project"],
                            "participants": [.takesPart(reporter, "reporting")],
                        ],
                        cite: []))
            }
            let top = try activity("G-1", "giver")
            let below = try activity("T-1", "taker")
            func pay(
                _ record: Int64, _ source: Int64, _ kind: String, _ value: String, _ day: Int,
                from: TransferEnd,
                to: TransferEnd, currency: String = "USD"
            ) throws {
                try writer.add(
                    Transfer(
                        record: record, source: source, line: day, kind: kind,
                        date: PublishedDay(day: Day(year: 2012, month: 1, day: day)),
                        value: PublishedValue(value: Decimal(string: value)), currency: currency,
                        provider: from,
                        receiver: to))
            }
            try pay(
                top, sources.0, "disbursement", paid, 1, from: TransferEnd(),
                to: TransferEnd(organisation: taker, activity: names ? "T-1" : nil))
            try pay(
                top, sources.0, "disbursement", "1.5", 2, from: TransferEnd(),
                to: TransferEnd(organisation: taker, activity: names ? "T-1" : nil))
            if let received {
                try pay(
                    below, sources.1, "incoming-funds", received, 5,
                    from: TransferEnd(organisation: giver, activity: "G-1"), to: TransferEnd(),
                    currency: currency)
            }
            try pay(
                below, sources.1, "disbursement", "40", 9, from: TransferEnd(organisation: taker),
                to: TransferEnd(organisation: worker, activity: "W-9"))
        }
    }

    private func flows(_ dataset: Dataset, _ subject: String) throws -> [String] {
        try dataset.chain(subject).flows.map { flow in
            let amounts = flow.amounts.map(\.text).joined(separator: " / ")
            return "\(flow.from) → \(flow.to) \(flow.role.string) \(amounts)".trimmingCharacters(
                in: .whitespaces)
        }
    }

    @Test("an activity's chain goes on into the activities that transfers name, up and down")
    func neighbours() throws {
        let dataset = try dataset(paid: "98.5", received: nil)
        let expected = [
            "giver → taker disbursement 100 USD", "taker → T-1 implementing",
            "taker → worker disbursement 40 USD",
        ]
        #expect(try flows(dataset, "G-1") == expected)
        #expect(try flows(dataset, "T-1").sorted() == expected.sorted())
    }

    @Test("what both ends tell is one transfer, with both figures and what does not match")
    func twice() throws {
        let dataset = try dataset(paid: "98.5", received: "90")
        let chain = try dataset.chain("G-1")
        let hop = try #require(chain.flows.first { $0.from == "giver" })
        #expect(hop.amounts.map(\.text) == ["100 USD", "90 USD"])
        #expect(hop.reporting == .both)
        #expect(hop.transfers?.counterpart == "T-1")
        #expect(hop.transfers?.count == 2)
        #expect(
            hop.transfers?.remarks.map(\.string) == [
                "the payer tells 100 USD, the receiver 90 USD", "the receiver's last date is 3 days later",
            ])
        #expect(chain.flows.count { $0.from == "giver" } == 1)
        // Not counted twice.
        let totals = ChainAccount(chain).totals(.asReported)
        #expect(totals.map { "\($0.kind) \($0.value ?? 0)" } == ["disbursement 140"])
    }

    @Test("where one end names the other, equal figures are one transfer and others are two")
    func oneSided() throws {
        let same = try dataset(paid: "98.5", received: "100", names: false).chain("G-1")
        #expect(same.flows.count { $0.from == "giver" } == 1)
        #expect(
            same.flows.first { $0.from == "giver" }?.transfers?.remarks.map(\.string) == [
                "the receiver's last date is 3 days later", "the payer does not name the receiver's activity",
            ])
        let other = try dataset(paid: "98.5", received: "90", names: false).chain("G-1")
        #expect(other.flows.count { $0.from == "giver" } == 2)
    }

    @Test("currencies are never added, and that they differ is said")
    func currencies() throws {
        let chain = try dataset(paid: "98.5", received: "90", currency: "EUR").chain("G-1")
        let hop = try #require(chain.flows.first { $0.from == "giver" })
        #expect(hop.amounts.map(\.text) == ["100 USD", "90 EUR"])
        #expect(hop.transfers?.remarks.first == "the payer tells 100 USD, the receiver 90 EUR")
    }

    @Test("what only a receiver tells stands in the account of what payers tell")
    func accounts() throws {
        let chain = try dataset(paid: "98.5", received: "90", names: false).chain("T-1")
        func account(_ chain: Chain, _ kind: String) -> HopAccount? {
            ChainAccount(chain).hops(at: "taker").first { $0.kind == kind }
        }
        // The payer tells another sum: it may be the same money.
        #expect(account(chain, "incoming-funds")?.received.sum == 90)
        #expect(account(chain, "disbursement")?.received.sum == 100)
        var alone = chain
        alone.flows.removeAll { $0.from == "giver" && $0.role.string == "disbursement" }
        #expect(account(alone, "incoming-funds") == nil)
        #expect(account(alone, "disbursement")?.received.sum == 90)
        #expect(account(alone, "disbursement")?.unexplained == 50)
    }

    @Test("an activity that the dataset does not have is named as missing")
    func dangling() throws {
        let chain = try dataset(paid: "98.5", received: nil).chain("T-1")
        let hop = try #require(chain.flows.first { $0.to == "worker" })
        #expect(hop.transfers?.remarks.map(\.string) == ["W-9 is not in the dataset"])
    }
}
