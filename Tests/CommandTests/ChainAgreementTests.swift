import Foundation
import Testing

/// What a chain's JSON says must be what its flows add up to, and what graph, tree and account print.
@Suite("A chain in every form")
struct ChainAgreementTests {
    private static let weirs = Program.basin.deletingLastPathComponent().appendingPathComponent("weirs")
    private static let lines = [
        ["chain", "weirs", "--dataset", weirs.path], ["chain", "ilo"], ["chain", "european-commission"],
        ["chain", "clean-canals", "--dataset", Program.basin.path],
    ]

    private struct Output: Decodable {
        struct Money: Decodable {
            let value: Decimal
            let currency: String?
        }
        struct Hop: Decodable {
            let kind: String
            let currency: String?
            let `in`: Decimal?
            let on: Decimal?
            let kept: Decimal?
            let unexplained: Decimal?
            let unknown: [Int]
        }
        struct Node: Decodable {
            let id: String
            let account: [Hop]
        }
        struct Flow: Decodable {
            let from: String
            let to: String
            let kind: String?
            let value: Decimal?
            let currency: String?
            let absent: Bool
            let carried: [Money]
        }
        struct Entry: Decodable {
            let flow: Int
            let value: Decimal?
        }
        struct Total: Decodable {
            let rule: String
            let kind: String
            let currency: String?
            let value: Decimal?
            let converted: Bool
            let standing: String
            let counted: [Entry]
            let leftOut: [Entry]
        }
        let nodes: [Node]
        let flows: [Flow]
        let totals: [Total]
        let leftOut: [Entry]
    }

    private static func json(_ line: [String]) throws -> Output {
        try JSONDecoder().decode(Output.self, from: Program.run(line + ["--format", "json"]).bytes)
    }

    @Test("its totals and accounts are those that a reader adds up from its flows", arguments: lines)
    func flows(line: [String]) throws {
        let output = try Self.json(line)
        for total in output.totals where total.rule == "as-reported" && total.value != nil {
            // A record's money is told at its last hop, so adding `value` counts nothing twice.
            let sum = output.flows.filter {
                $0.kind == total.kind && $0.currency == total.currency && !$0.absent
            }.reduce(Decimal()) { $0 + ($1.value ?? 0) }
            #expect(total.value == sum)
        }
        for rule in ["as-reported", "entry", "last-mile", "net"] {
            let totals = output.totals.filter { $0.rule == rule }
            let listed = output.leftOut + totals.flatMap { $0.counted + $0.leftOut }
            #expect(Set(listed.map(\.flow)) == Set(output.flows.indices))
            for total in totals {
                #expect((total.standing == "unknown") == (total.value == nil))
                #expect((total.standing == "sum") == !total.counted.isEmpty)
            }
        }
        for node in output.nodes {
            for hop in node.account where hop.currency != nil {
                func sum(_ isOwn: (Output.Flow) -> Bool) -> Decimal {
                    output.flows.filter {
                        isOwn($0) && $0.kind == hop.kind && !$0.absent
                            && $0.carried.first?.currency == hop.currency
                    }.reduce(Decimal()) { $0 + ($1.carried.first?.value ?? 0) }
                }
                #expect((hop.in ?? 0) == sum { $0.to == node.id })
                if hop.kind != "expenditure" { #expect((hop.on ?? 0) == sum { $0.from == node.id }) }
                if let unexplained = hop.unexplained, let received = hop.in, let on = hop.on {
                    #expect(unexplained == received - on - (hop.kept ?? 0))
                } else {
                    #expect(!hop.unknown.isEmpty)
                }
            }
        }
    }

    @Test("graph, tree and account print the totals of its JSON", arguments: lines.prefix(2))
    func forms(line: [String]) throws {
        let output = try Self.json(line)
        for rule in ["as-reported", "net"] {
            let printed = try [[], ["--tree"], ["--account"]].map { form in
                try Program.run(line + ["--rule", rule, "--width", "400"] + form).output
            }
            for total in output.totals where total.rule == rule && !total.counted.isEmpty {
                let figure = Self.figure(total.value ?? 0) + " " + (total.currency ?? "")
                for text in printed { #expect(text.contains(figure), "\(rule) \(figure)") }
            }
        }
    }

    @Test("where the last receivers get amounts that are not known, no form says that they get nothing")
    func unknown() throws {
        let output = try Self.json(["chain", "ilo"])
        let last = output.totals.filter { $0.rule == "last-mile" && $0.kind == "funding" }
        #expect(!last.isEmpty && last.allSatisfy { $0.standing == "unknown" && $0.value == nil })
        for form in [[], ["--tree"]] {
            let text = try Program.run(["chain", "ilo", "--rule", "last-mile", "--width", "200"] + form)
            #expect(text.output.contains("? EUR") && !text.output.contains("nothing in"))
        }
    }

    private static func figure(_ value: Decimal) -> String {
        let parts = "\(value)".split(separator: ".")
        var grouped = ""
        for (index, digit) in parts[0].enumerated() {
            if index > 0 && (parts[0].count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        guard parts.count == 2 else { return grouped }
        return grouped + "." + parts[1] + (parts[1].count == 1 ? "0" : "")
    }
}
