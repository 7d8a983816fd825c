import Foundation
import Model
import Testing

@testable import Formats

@Suite("One activity in several versions")
struct MergingTests {
    private static func slice(_ title: String, updated: String, _ rest: String) throws -> [Element] {
        try MappedActivities.read(
            """
            <iati-activity default-currency="USD" last-updated-datetime="\(updated)">
              <iati-identifier>A</iati-identifier><reporting-org ref="R">R</reporting-org>
              <title><narrative xml:lang="en">\(title)</narrative></title>\(rest)</iati-activity>
            """)
    }

    private static func payment(_ value: String) -> String {
        """
        <transaction><transaction-type code="3"/><transaction-date iso-date="2011-05-01"/><value>\(value)</value>
        </transaction>
        """
    }

    @Test("values are united, each with the files that say it; the later update comes first")
    func values() throws {
        let mapped = try MappedActivities([
            ("2010.xml", try Self.slice("Old", updated: "2010-01-01", "<recipient-country code=\"KG\"/>")),
            (
                "2011.xml",
                try Self.slice(
                    "New", updated: "2011-01-01",
                    "<recipient-country code=\"KG\"/><recipient-country code=\"TJ\"/>")
            ),
        ])
        let record = try mapped.record("A")
        #expect(record.texts("title") == ["New", "Old"])
        #expect(record.citations.map(\.source) == ["file:2011.xml#R", "file:2010.xml#R"])
        #expect(record.texts("places") == ["kg", "tj"])
        #expect(record.values("places").map { $0.citations?.map(\.source) } == [nil, ["file:2011.xml#R"]])
        let discrepancy = try mapped.record("discrepancy:title:en:A")
        #expect(discrepancy.texts("about") == ["A"])
        #expect(discrepancy.texts("values") == ["New", "Old"])
        #expect(mapped.tally.merged == 1)
        #expect(mapped.tally.differing == 1)
    }

    @Test("identical transactions in two files are one, as often as in the file that has most")
    func transactions() throws {
        let mapped = try MappedActivities([
            ("a.xml", try Self.slice("T", updated: "2011-01-01", Self.payment("5") + Self.payment("5"))),
            (
                "b.xml",
                try Self.slice("T", updated: "2011-01-01", Self.payment("5.0") + Self.payment("7"))
            ),
        ])
        #expect(try mapped.dataset.transfers(of: "A").compactMap(\.value.value).sorted() == [5, 5, 7])
        #expect(try mapped.record("A").texts("amounts") == ["17 USD"])
        #expect(mapped.tally.repeatedTransactions == 1)
        #expect(mapped.tally.differing == 0)
    }
}
