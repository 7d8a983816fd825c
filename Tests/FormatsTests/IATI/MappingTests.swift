import Foundation
import Model
import Testing

@testable import Formats

@Suite("Mapping IATI activities")
struct MappingTests {
    /// The same activity as version 1 and as version 2 write it.
    private static let old = """
        <iati-activity version="1.03" default-currency="USD" xml:lang="en" last-updated-datetime="2013-01-02T00:00:00">
          <iati-identifier> XM-1-A </iati-identifier>
          <reporting-org ref="XM-1" type="40">World Agency</reporting-org>
          <title>Clean
             water</title>
          <participating-org role="Funding" ref="GB-1" type="10">DFID</participating-org>
          <participating-org role="implementing">Local Trust</participating-org>
          <activity-status code="2">Implementation</activity-status>
          <activity-date type="start-planned" iso-date="2010-01-01"/>
          <activity-date type="start-actual" iso-date="2010-03-01Z"/>
          <activity-date type="end-planned" iso-date="2012-12-31"/>
          <recipient-country code="KG" percentage="60">Kyrgyz Republic</recipient-country>
          <recipient-country code="TJ" percentage="40"/>
          <sector vocabulary="DAC" code="14030" percentage="100">Basic water</sector>
          <sector vocabulary="RO" code="W1">Wells</sector>
          <transaction><transaction-type code="C"/><value value-date="2010-03-01">1,000,000</value>
            <transaction-date iso-date="2010-03-01"/></transaction>
          <transaction><transaction-type code="D"/><value currency="EUR">-250.50</value>
            <transaction-date iso-date="2011-05-01"/><provider-org ref="gb-1"/>
            <receiver-org receiver-activity-id="LT-9">Local Trust</receiver-org></transaction>
          <related-activity type="1" ref="XM-1"/>
        </iati-activity>
        """
    private static let new = """
        <iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2013-01-02T00:00:00Z">
          <iati-identifier>XM-1-A</iati-identifier>
          <reporting-org ref="XM-1" type="40"><narrative>World Agency</narrative></reporting-org>
          <title><narrative>Clean water</narrative></title>
          <participating-org role="1" ref="GB-1" type="10"><narrative>DFID</narrative></participating-org>
          <participating-org role="4"><narrative>Local Trust</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="1" iso-date="2010-01-01"/>
          <activity-date type="2" iso-date="2010-03-01"/>
          <activity-date type="3" iso-date="2012-12-31"/>
          <recipient-country code="KG" percentage="60"/>
          <recipient-country code="TJ" percentage="40"/>
          <sector vocabulary="1" code="14030" percentage="100"/>
          <sector vocabulary="99" code="W1"><narrative>Wells</narrative></sector>
          <transaction><transaction-type code="2"/><transaction-date iso-date="2010-03-01"/>
            <value value-date="2010-03-01">1000000</value></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2011-05-01"/>
            <value currency="EUR" value-date="2011-05-01">-250.5</value><provider-org ref="GB-1"/>
            <receiver-org receiver-activity-id="LT-9"><narrative>Local Trust</narrative></receiver-org></transaction>
          <related-activity type="1" ref="XM-1"/>
        </iati-activity>
        """

    @Test("versions 1 and 2 give one record")
    func versions() throws {
        let old = try MappedActivities(Self.old)
        let new = try MappedActivities(Self.new)
        var left = try old.record("XM-1-A")
        var right = try new.record("XM-1-A")
        left.origin = nil
        right.origin = nil
        // Lines differ.
        left.citations = right.citations
        #expect(left == right)
        #expect(left.title == "Clean water")
        #expect(left.text("status") == "implementation")
        #expect(left.text("period") == "2010-03-01/2012-12-31?")
        #expect(left.text("planned") == "2010-01-01/2012-12-31")
        #expect(left.texts("places") == ["kg", "tj"])
        #expect(left.values("places").map(\.share) == [60, 40])
        #expect(left.texts("themes") == ["dac-14030"])
        #expect(left.texts("classifications") == ["Wells"])
        #expect(left.texts("amounts") == ["1,000,000 USD", "-250.5 EUR"])
        #expect(left.values("amounts").map { $0.money?.kind } == ["commitment", "disbursement"])
        #expect(left.texts("part-of") == ["XM-1"])
        #expect(
            left.values("participants").map { "\($0.text) \($0.participant?.role ?? "")" }
                == ["XM-1 reporting", "GB-1 funding", "org:local-trust implementing"])
        #expect(old.problems("padded-identifier") == 1)
        #expect(old.problems("cleaned-number") == 1)
        #expect(new.problems("cleaned-number") == 0)
    }

    @Test("themes stand under their category and group")
    func themes() throws {
        let mapped = try MappedActivities(Self.new)
        #expect(try mapped.record("dac-14030").text("parent") == "dac-140")
        #expect(try mapped.record("dac-140").text("kind") == "category")
        #expect(try mapped.record("dac-14030").text("kind") == "sector")
        let group = try MappedActivities(
            """
            <iati-activity><iati-identifier>A</iati-identifier><sector vocabulary="DAC" code="120"/>
              <sector code="43010" vocabulary="DAC-3"/></iati-activity>
            """)
        #expect(try group.record("A").texts("themes") == ["dac-43010"])
        #expect(try group.record("A").texts("classifications") == ["Health"])
        #expect(group.problems("unknown-code") == 0)
    }

    @Test("a reference that is an activity too, and one that looks made up, get their class before them")
    func clashes() throws {
        let mapped = try MappedActivities(
            """
            <iati-activity><iati-identifier>same</iati-identifier><title>T</title>
              <reporting-org ref="same">A</reporting-org><participating-org role="1" ref="kg">B</participating-org>
              <recipient-country code="KG"/></iati-activity>
            <iati-activity><iati-identifier>kg</iati-identifier><title>U</title></iati-activity>
            """)
        #expect(try mapped.record("organisation:same").title == "A")
        #expect(try mapped.record("organisation:kg").title == "B")
        #expect(try mapped.record("kg").title == "Kyrgyzstan")
        #expect(try mapped.record("activity:kg").title == "U")
    }

    @Test("ids are never given twice, whatever is published and however it is laid out")
    func uniqueIds() throws {
        let xml = """
            <iati-activity/><iati-activity/><iati-activity><participating-org role="1" ref="X"/></iati-activity>
            <iati-activity><iati-identifier>X</iati-identifier></iati-activity>
            <iati-activity><iati-identifier>file:a.xml</iati-identifier></iati-activity>
            <iati-activity><iati-identifier>dac-11110</iati-identifier><sector code="11110"/></iati-activity>
            <iati-activity><iati-identifier>org:x</iati-identifier><participating-org role="1">x</participating-org>
            </iati-activity>
            """
        #expect(try MappedActivities(xml).tally.activities == 7)
        let mapped = try MappedActivities(xml, surveyed: false)
        #expect(mapped.tally.activities == 7)
        #expect(try mapped.record("activity:a.xml:2-2").recordClass == .project)
        #expect(try mapped.record("activity:X").recordClass == .project)
        #expect(try mapped.record("activity:org:x").texts("participants") == ["org:x"])
    }

    @Test(
        "figures as they are published",
        arguments: [
            ("12", "12"), ("-12.50", "-12.5"), ("+.5", "0.5"), ("1,234,567.89", "1234567.89"),
            ("1 234", "1234"), ("1\u{a0}234", "1234"), ("12345678901234567890.12", "12345678901234567890.12"),
            ("1e5", nil), ("1.2.3", nil), ("", nil), ("-", nil), ("USD 5", nil),
            (String(repeating: "9", count: 40), nil),
        ] as [(String, String?)])
    func figures(_ written: String, _ value: String?) {
        let read: Decimal? =
            switch Figures.read(written) {
            case .number(let number), .cleaned(let number): number
            default: nil
            }
        #expect(read?.description == value)
    }

    @Test("a planned end makes nothing certain after the start")
    func plannedEnd() throws {
        let extent = try MappedActivities(Self.new).record("XM-1-A").extent
        #expect(extent.startLatest == Day(year: 2010, month: 3, day: 1))
        #expect(extent.endEarliest == Day(year: 2010, month: 3, day: 1))
        #expect(extent.endLatest == Day(year: 2013, month: 1, day: 1))
    }

    @Test(
        "dates as they are published",
        arguments: [
            ("2|2010-03-01 4|2011-02-03", "2010-03-01/2011-02-03", nil),
            ("2|2010-03-01", "2010-03-01/", nil),
            ("1|2010-03-01 3|2011-02-03", "2010-03-01?/2011-02-03?", "as planned"),
            ("4|2011", "/2011", nil),
            ("1|2010-03-01 4|2011-02-03", "2010-03-01?/2011-02-03", "start as planned"),
            ("2|soon", nil, nil),
        ] as [(String, String?, String?)])
    func dates(_ written: String, _ period: String?, _ note: String?) throws {
        let elements = written.split(separator: " ").map { pair in
            let parts = pair.split(separator: "|")
            return "<activity-date type=\"\(parts[0])\" iso-date=\"\(parts[1])\"/>"
        }
        let mapped = try MappedActivities(
            "<iati-activity><iati-identifier>A</iati-identifier>\(elements.joined())</iati-activity>")
        let record = try mapped.record("A")
        #expect(record.text("period") == period)
        #expect(record.values("period").first?.note == note)
        if written.contains("soon") { #expect(record.note == "actual start as written: soon") }
    }

    @Test("languages: the user's, English, the activity's own, then as published; all are kept")
    func languages() throws {
        let xml = """
            <iati-activity xml:lang="ru"><iati-identifier>A</iati-identifier><title>
              <narrative xml:lang="fr">Eau</narrative><narrative>Вода</narrative>
              <narrative xml:lang="en">Water</narrative></title></iati-activity>
            """
        #expect(try MappedActivities(xml).record("A").texts("title") == ["Water", "Вода", "Eau"])
        let french = try MappedActivities(xml, language: "fr").record("A").values("title")
        #expect(french.map(\.text) == ["Eau", "Water", "Вода"])
        #expect(french.map(\.language) == ["fr", "en", "ru"])
    }

    @Test("what is wrong is kept, reported and counted, and stops nothing")
    func problems() throws {
        let mapped = try MappedActivities(
            """
            <iati-activity>
              <activity-status code="9"/><recipient-country code="QQ"/><sector code="1"/>
              <recipient-country code="KG" percentage="70"/>
              <participating-org role="helper">Somebody</participating-org><participating-org role="1"/>
              <transaction><transaction-type code="Z"/><value currency="Euros">a lot</value></transaction>
              <activity-date type="2" iso-date="2012-01-01"/><activity-date type="4" iso-date="2011-01-01"/>
            </iati-activity>
            """)
        let record = try mapped.record("activity:a.xml:2")
        #expect(record.text("status") == "9")
        #expect(record.texts("places") == ["country-qq", "kg"])
        #expect(record.values("participants").map(\.participant?.role) == ["helper"])
        let transfer = try #require(try mapped.dataset.transfers(of: record.id).first)
        #expect(transfer.kind == nil)
        #expect(transfer.code == "Z")
        #expect(transfer.value.text == "a lot")
        #expect(transfer.currency == "Euros")
        #expect(
            mapped.tally.problems.mapValues(\.count) == [
                "missing-identifier": 1, "missing-reporter": 1, "missing-title": 1, "unknown-code": 5,
                "nameless-organisation": 1, "not-a-number": 1, "unknown-currency": 1, "missing-date": 1,
                "end-before-start": 1, "shares-not-whole": 1,
            ])
    }

    @Test("places and sectors that only transactions name are read")
    func transactionPlaces() throws {
        let mapped = try MappedActivities(
            """
            <iati-activity><iati-identifier>A</iati-identifier><transaction><transaction-type code="3"/>
              <transaction-date iso-date="2011-05-01"/><value currency="USD">5</value>
              <recipient-country code="KG"/><sector vocabulary="1" code="12220"/></transaction></iati-activity>
            """)
        let record = try mapped.record("A")
        #expect(record.texts("places") == ["kg"])
        #expect(record.texts("themes") == ["dac-12220"])
        #expect(try mapped.dataset.transfers(of: "A").first?.details?.contains("\"12220\"") == true)
    }
}
