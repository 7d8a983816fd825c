import Foundation
import Testing

@testable import Formats
@testable import Model

@Suite("Writing IATI")
struct ActivityExportTests {
    @Test(
        "What is imported, written and imported again has the same figures",
        arguments: [CheckFixture.two, CheckFixture.one])
    func roundTrip(_ xml: String) throws { try roundTrip(try MappedActivities(xml)) }

    /// But for what is counted: dates that are no days, and what lacks a date or a value.
    private func roundTrip(_ first: MappedActivities) throws {
        let sample = try ExportSample(first.dataset)
        #expect(sample.faults == [], "\(sample.faults.prefix(3))")
        let second = try MappedActivities([("b.xml", try sample.activities())])
        var before = try PublishedFigures(first.dataset)
        var after = try PublishedFigures(second.dataset)
        func sum(_ counts: [String: Int]) -> Int { counts.values.reduce(0, +) }
        let lost = sample.count(.undatedTransactions) + sample.count(.valuelessTransactions)
        #expect(sum(after.transactions) == sum(before.transactions) - lost)
        if lost > 0 {
            (before.transactions, before.totals) = (after.transactions, after.totals)
            before.links = after.links
        }
        let budgets = sample.count(.undatedBudgets) + sample.count(.valuelessBudgets)
        #expect(sum(after.budgets) == sum(before.budgets) - budgets)
        if budgets > 0 { before.budgets = after.budgets }
        if sample.count(.inexactDates) > 0 { (before.dates, after.dates) = ([], []) }
        // Names are written in one spelling each, so that an organisation without a reference may be recognised by
        // its name where two went by it before.
        for (role, count) in before.organisations {
            let fewer = count - (after.organisations[role] ?? 0)
            #expect(fewer >= 0 && fewer <= second.tally.organisationsByName, "\(role)")
        }
        (before.organisations, after.organisations) = ([:], [:])
        #expect(before == after, "\(sample.tally.counts)")
    }

    @Test("A sound activity comes back with its texts, shares, dates and amounts")
    func content() throws {
        let sample = try ExportSample(try MappedActivities(CheckFixture.two).dataset)
        for part in [
            "<iati-identifier>XM-EX-1-WATER</iati-identifier>", "<reporting-org ref=\"XM-EX-1\" type=\"40\">",
            "<narrative xml:lang=\"fr\">Puits</narrative>", "<activity-status code=\"2\"/>",
            "<activity-date iso-date=\"2012-02-29\" type=\"1\"/>",
            "<activity-date iso-date=\"2014-12-31\" type=\"3\"/>",
            "<recipient-country code=\"KG\" percentage=\"60\"/>",
            "code=\"14030\" vocabulary=\"1\" percentage=\"75.5\"",
            "<value currency=\"EUR\" value-date=\"2012-04-01\">-12.5</value>",
            "<transaction-type code=\"3\"/>",
            "<period-end iso-date=\"2012-12-31\"/>", "<related-activity ref=\"XM-EX-1-OTHER\" type=\"3\"/>",
            "url=\"https://example.org/a%20b\"", "<pos>40.5 72.8</pos>",
            "<policy-marker code=\"1\" vocabulary=\"1\" significance=\"2\">",
            "<default-aid-type code=\"C01\"/>", "<other-identifier ref=\"W-7\" type=\"A1\">",
        ] {
            #expect(sample.xml.contains(part), "\(part)\n\(sample.xml)")
        }
    }

    @Test("What is required and not known is left empty or said, and counted")
    func unknown() throws {
        let sample = try ExportSample(try IndexCompiler.compile([Self.project("a", ["title": [Value("A")]])]))
        #expect(sample.faults == [])
        let activity = try #require(try sample.activities().first)
        #expect(activity.first(.iatiIdentifier)?.text == "XX-T-a")
        #expect(activity.first(.activityStatus)?[.code] == "")
        #expect(activity.first(.participatingOrg)?[.role] == "")
        #expect(activity.first(.activityDate)?[.type] == "")
        #expect(activity.first(.description)?.plainText == "No description is known.")
        for remark in [ExportRemark.statuses, .participants, .dates, .descriptions] {
            #expect(sample.count(remark) == 1, "\(remark)")
        }
        #expect(sample.tally.unreported == 1)
        // Read again, nothing is known that was not before.
        let again = try MappedActivities([("a.xml", try sample.activities())]).record("XX-T-a")
        #expect(again.values("status").isEmpty && again.values("period").isEmpty)
        #expect(again.texts("participants") == ["XX-T"])
    }

    @Test("Dates that are no days are told in words, never as days")
    func dates() throws {
        let sample = try ExportSample(
            try IndexCompiler.compile([
                Self.project(
                    "a",
                    [
                        "title": [Value("A")], "period": [Value("2008-03/2011-05-31")],
                        "active": [Value("2009")],
                    ]),
                Self.project("b", ["title": [Value("B")], "period": [Value("2003?/..")]]),
                Self.project("c", ["title": [Value("C")], "period": [Value("2020-01-01/2030-12-31")]]),
            ]))
        #expect(sample.faults == [])
        let dates = try sample.activities().map { activity in
            activity.children(.activityDate).map { "\($0[.type] ?? "") \($0[.isoDate] ?? "")" }
        }
        let made = " \(CheckFixture.today.text)"
        #expect(Set(dates) == [["4 2011-05-31"], [made], ["2 2020-01-01", "3 2030-12-31"]])
        #expect(sample.xml.contains("Dates (EDTF): ran 2008-03/2011-05-31; seen running 2009."))
        #expect(sample.xml.contains("Dates (EDTF): ran 2003?/..."))
        #expect(sample.count(.inexactDates) == 3)
    }

    @Test("A dossier's flow is a transaction when its kind, day, figure and currency are known, and no other")
    func flows() throws {
        let exact = Money(value: 100, currency: "EUR")
        func flow(_ id: String, _ kind: String, _ date: String, _ money: Money) -> Record {
            Record(
                id: id, recordClass: .flow,
                values: [
                    "kind": [Value(kind)], "from": [Value("f")], "to": [Value("i")], "project": [Value("a")],
                    "date": [Value(date)], "amounts": [Value(money.text, money: money)],
                ])
        }
        let sample = try ExportSample(
            try IndexCompiler.compile([
                Self.project("a", ["title": [Value("A")]]), Self.organisation("f"), Self.organisation("i"),
                flow("good", "commitment", "2008-01-31", exact),
                flow("vague", "funding", "2008-01-31", exact),
                flow("undated", "commitment", "2008", exact),
                flow(
                    "almost", "commitment", "2008-01-31",
                    Money(value: 1, currency: "EUR", qualifier: "almost")),
                flow("currency", "commitment", "2008-01-31", Money(value: 1)),
            ]))
        #expect(sample.faults == [])
        #expect(sample.tally.transactions == 1)
        #expect(sample.count(.flows) == 4)
        let transaction = try #require(try sample.activities().first?.first(.transaction))
        #expect(transaction.first(.value)?.text == "100")
        #expect(transaction.first(.providerOrg)?.plainText == "Organisation f")
    }

    @Test("What the sources deny and roles of a dossier's own are counted, not written")
    func denied() throws {
        let parties = ["funding", "partner", "beneficiary"].map {
            Value("f", participant: Participant(role: $0, via: "i"))
        }
        var absent = Self.project("b", ["title": [Value("B")]])
        absent.isAbsent = true
        let sample = try ExportSample(
            try IndexCompiler.compile([
                Self.project(
                    "a",
                    [
                        "title": [Value("A")],
                        "participants": parties + [
                            Value("i", participant: Participant(role: "implementing"), isAbsent: true)
                        ],
                    ]),
                absent, Self.organisation("f"), Self.organisation("i"),
            ]))
        #expect(sample.faults == [])
        #expect(sample.tally.activities == 1)
        #expect(sample.count(.deniedProjects) == 1 && sample.count(.deniedValues) == 1)
        #expect(sample.count(.roles) == 2 && sample.count(.channels) == 1)
        let organisations = try #require(try sample.activities().first).children(.participatingOrg)
        // An id of a dossier is no identifier that IATI knows.
        #expect(organisations.map { $0[.ref] } == [nil])
    }

    @Test("The bundled dossier is valid, and all that it loses is told")
    func bundled() throws {
        let dataset = try IndexCompiler.compile(DossierReader.read(.bundled).dossier)
        let sample = try ExportSample(dataset, language: "en")
        #expect(sample.faults == [])
        #expect(
            sample.tally.activities == (try dataset.list(.project).count()) - sample.count(.deniedProjects))
        for (recordClass, remark) in [
            (RecordClass.relation, ExportRemark.relations), (.event, .events), (.finding, .findings),
            (.discrepancy, .discrepancies),
        ] {
            #expect(sample.count(remark) == (try dataset.list(recordClass).count()), "\(remark)")
        }
        #expect(sample.count(.citations) > 100)
        let errors = CheckFixture.check(sample.xml).filter { $0.severity == .error }
        // What no source says stays unsaid, and breaks the standard's rules.
        let unsaid: Set = [
            "empty-value", "no-start-date", "no-country", "no-sector", "unnamed-organisation",
            "percentage-missing",
        ]
        #expect(
            Set(errors.map(\.code)).subtracting(unsaid) == [],
            "\(errors.filter { !unsaid.contains($0.code) }.prefix(3))")
    }

    @Test(
        "Of a dossier and files opened together each keeps its identifiers, and organisations known to both get theirs"
    )
    func joined() throws {
        let folder = try DataFolder()
        try folder.write(
            "a.xml",
            text: CheckFixture.two.replacing(
                "<narrative>Diggers</narrative>",
                with: "<narrative>International Labour Organization</narrative>"
            ).replacing("role=\"4\">", with: "role=\"4\" ref=\"XM-DAC-41302\">"))
        let opener = DatasetOpener(environment: ["XDG_CACHE_HOME": folder.base + "/cache"])
        let sample = try ExportSample(try opener.open([DatasetOpener.bundled, folder.path]).dataset)
        #expect(sample.faults == [])
        #expect(sample.xml.contains("<iati-identifier>XM-EX-1-WATER</iati-identifier>"))
        #expect(sample.xml.contains("<iati-identifier>XX-T-bomca</iati-identifier>"))
        #expect(!sample.xml.contains("ref=\"ilo\""))
        #expect(sample.tally.unreported == sample.tally.activities - 1)
    }

    @Test("A filter narrows what is written")
    func filtered() throws {
        let dataset = try MappedActivities(CheckFixture.two).dataset
        var filter = Filter()
        filter.status = "closed"
        #expect(try ExportSample(dataset, filter).tally.activities == 0)
        filter.status = "implementation"
        #expect(try ExportSample(dataset, filter).tally.activities == 1)
    }

    @Test(
        "Real files written and read again have the same figures", .enabled(if: FilesBeside.areThere),
        arguments: FilesBeside.names)
    func real(_ name: String) throws {
        try roundTrip(try MappedActivities([(name, try FilesBeside.activities(name))]))
    }

    @Test(
        "The schema itself agrees that an export is valid",
        .enabled(if: OfficialFiles.areThere && XMLLint.isThere))
    func schema() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var datasets = [try IndexCompiler.compile(DossierReader.read(.bundled).dossier)]
        for name in FilesBeside.names {
            datasets.append(try MappedActivities([(name, try FilesBeside.activities(name))]).dataset)
        }
        let paths = datasets.indices.map { folder.appendingPathComponent("\($0).xml").path }
        for (dataset, path) in zip(datasets, paths) {
            try Data(try ExportSample(dataset).xml.utf8).write(to: URL(fileURLWithPath: path))
        }
        for lines in try XMLLint.lines(paths, schema: OfficialFiles.schema("2.03")) { #expect(lines == []) }
    }

    static func project(_ id: String, _ values: [String: [Value]]) -> Record {
        Record(
            id: id, recordClass: .project,
            values: values.merging(["kind": [Value("project")]]) { own, _ in own })
    }

    static func organisation(_ id: String) -> Record {
        Record(id: id, recordClass: .organisation, values: ["name": [Value("Organisation \(id)")]])
    }
}
