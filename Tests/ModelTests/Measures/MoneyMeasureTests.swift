import Foundation
import Model
import Testing

@Suite("Shares of money")
struct MoneyMeasureTests {
    private func project(_ id: String, _ donors: [String], _ amounts: Value...) -> Record {
        Record(
            .project, id,
            [
                "title": [Value(id)], "kind": ["project"], "amounts": amounts,
                "participants": donors.map { .takesPart($0, "funding") },
            ])
    }

    private func measures(_ by: String, _ records: [Record]) throws -> [MeasureName: Measure] {
        var dossier = SampleDossier.dossier
        dossier.records.removeAll { $0.recordClass == .project || $0.recordClass == .flow }
        dossier.records.removeAll { $0.recordClass == .relation || $0.recordClass == .event }
        dossier.records.removeAll { [.finding, .discrepancy].contains($0.recordClass) }
        dossier.records += records
        var view = View(.measures)
        view.measureLevel = .donor
        view[.by] = by
        let all = try IndexCompiler.compile(dossier).measures(view)
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("only amounts of one currency are counted, and every other one is listed with the reason")
    func oneCurrency() throws {
        let found = try measures(
            "EUR",
            [
                project("a", ["ec"], .amount(300, "EUR")), project("b", ["dfid"], .amount(100, "EUR")),
                project("c", ["dfid"], .amount(900, "GBP")), project("d", ["ec"], .amount(50, nil)),
                project("e", ["ec"], .amount(10, "EUR"), .amount(20, "EUR")), project("f", ["ec"]),
                project("g", ["ec", "dfid"], .amount(70, "EUR")),
            ])
        let index = try #require(found[.herfindahl])
        // ¾² + ¼²
        #expect(index.value == .index(0.625))
        #expect(index.items == 2)
        #expect(index.note == "money known of 2 of 7 projects")
        let left = index.groups.dropFirst().map { ($0.heading.string, $0.items.map(\.records[0].id)) }
        #expect(left.map(\.1) == [["g"], ["f"], ["d"], ["c"], ["e"]])
        #expect(left.allSatisfy { $0.0.hasPrefix("left out: ") })
    }

    @Test("the currency is the one that most projects are told in, if none is asked for")
    func commonest() throws {
        let found = try measures(
            "money",
            [
                project("a", ["ec"], .amount(1, "GBP")), project("b", ["dfid"], .amount(1, "EUR")),
                project("c", ["ec"], .amount(3, "EUR")),
            ])
        #expect(try #require(found[.leadShare]).value == .share(0.75))
    }

    @Test("kinds of money are never added: the one that most projects tell is counted, and said")
    func kinds() throws {
        func money(_ value: Int, _ kind: String) -> Value {
            let money = Money(value: Decimal(value), currency: "EUR", kind: kind)
            return Value(money.text, money: money)
        }
        let found = try measures(
            "EUR",
            [
                project("a", ["ec"], money(300, "commitment"), money(250, "disbursement")),
                project("b", ["dfid"], money(100, "commitment")),
                project("c", ["dfid"], money(900, "disbursement")),
                project("d", ["dfid"], money(5, "pledge")),
            ])
        let index = try #require(found[.herfindahl])
        // ¾² + ¼²
        #expect(index.value == .index(0.625))
        #expect(index.rule.string.hasPrefix("money as-reported, EUR, commitment only"))
        let left = index.groups.dropFirst().map { ($0.heading.string, $0.items.map(\.records[0].id)) }
        #expect(left.map(\.0) == ["left out: another kind of money only"])
        #expect(left.map(\.1) == [["c", "d"]])
    }

    @Test("money that nobody tells is no number, and zero is not shared")
    func silence() throws {
        let silent = try #require(try measures("money", [project("a", ["ec"])])[.herfindahl])
        #expect(silent.value == nil && silent.unknown == "no amount with a currency is said")
        let zero = try #require(try measures("EUR", [project("a", ["ec"], .amount(0, "EUR"))])[.herfindahl])
        #expect(zero.value == nil)
    }
}
