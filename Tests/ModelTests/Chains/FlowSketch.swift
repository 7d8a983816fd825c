import Foundation
import Model

/// Chains written as the flow records they come from.
enum FlowSketch {
    /// The hops of one record along its stops.
    static func record(
        _ id: String, _ stops: [String], _ kind: String = "disbursement", _ amounts: [Money] = [],
        absent: Bool = false
    ) -> [Chain.Flow] {
        zip(stops, stops.dropFirst()).enumerated().map { index, ends in
            Chain.Flow(
                record: id, from: ends.0, to: ends.1, role: SafeText(kind), project: nil,
                amounts: index == stops.count - 2 ? amounts : [], known: "stated", isAbsent: absent,
                citations: [], course: stops, hop: index, carried: amounts)
        }
    }

    static func money(_ value: String, _ currency: String? = "EUR") -> Money {
        Money(value: Decimal(string: value) ?? .nan, currency: currency)
    }

    static func chain(_ flows: [Chain.Flow]) -> Chain {
        let ids = Set(flows.flatMap { [$0.from, $0.to] }).sorted()
        return Chain(
            subject: ids.first ?? "a",
            nodes: ids.map {
                Chain.Node(id: $0, recordClass: .organisation, name: SafeText($0), tier: .donor)
            }, flows: flows)
    }

    /// The invented weirs of Fixtures/weirs, which docs/ANALYSIS.md reckons by hand.
    static let weirs = chain(
        [
            record(
                "union-to-bank", ["union", "facility", "bank"], "disbursement",
                [money("1000000.10"), money("1100000")]),
            record("bank-to-trust", ["bank", "trust"], "disbursement", [money("600000.05")]),
            record("bank-to-board", ["bank", "board"], "disbursement", [money("300000")]),
            record("bank-to-masons", ["bank", "masons"], "expenditure", [money("50000")]),
            record("trust-to-board", ["trust", "board"], "disbursement", [money("100000")]),
            record("board-to-trust", ["board", "trust"], "disbursement", [money("40000")]),
            record("trust-to-reed", ["trust", "reed"], "disbursement", [money("250000.05")]),
            record("harvest-to-trust", ["harvest", "trust"], "funding", [money("200000", "USD")]),
            record("harvest-to-board", ["harvest", "board"], "funding"),
            record("union-pledge", ["union", "trust"], "pledge", [money("2000000")]),
            record("trust-in-kind", ["trust", "board"], "in-kind"),
            record("union-to-masons", ["union", "masons"], "funding", absent: true),
            record("weirs", ["trust", "weirs"], "implementing"),
        ].flatMap { $0 })

    /// Records of any kind along courses of any length, some unknown, denied, circular, negative or told twice.
    static func random(_ seed: UInt64) -> Chain {
        var dice = SeededGenerator(seed: seed)
        let nodes = dice.number(2...9)
        let kinds = [
            "disbursement", "disbursement", "commitment", "funding", "expenditure", "in-kind", "implementing",
        ]
        let records = (0..<dice.number(1...18)).map { index -> [Chain.Flow] in
            var stops = (0...dice.number(1...3)).map { _ in "n\(dice.number(0...nodes))" }
            stops = stops.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
            if stops.count == 1 { stops.append(dice.once(in: 2) ? stops[0] : "n\(nodes + 1)") }
            let amounts = (0..<dice.number(0...2)).map { _ in
                money(
                    "\(dice.number(-50...2_000)).\(dice.number(10...99))",
                    dice.pick(["EUR", "EUR", "USD", nil], or: nil))
            }
            let kind = dice.pick(kinds, or: "funding")
            let isMoney = kind != "in-kind" && kind != "implementing"
            return record(
                "r\(index)", isMoney ? stops : Array(stops.prefix(2)), kind, isMoney ? amounts : [],
                absent: dice.once(in: 9))
        }
        return chain(records.flatMap { $0 })
    }
}
