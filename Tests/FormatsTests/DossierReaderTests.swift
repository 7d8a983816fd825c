import Formats
import Foundation
import Model
import Testing

@Suite("Reading a dossier") struct DossierReaderTests {
    private func record(_ file: String, _ yaml: String) throws -> Record {
        let reading = DossierFixture.reading([
            "things-in-common.txt": "not read",
            "places.yaml":
                "- {id: kazakhstan, kind: country, name: Kazakhstan, iso: KZ, cite: korneev-2013 §2}",
            file: yaml,
        ])
        #expect(reading.problems.isEmpty)
        return try #require(reading.dossier.records.first { $0.origin?.file == file })
    }

    @Test("dossier.yaml names the dossier") func identity() {
        let reading = DossierFixture.reading(
            "dossier.yaml", "id: my-dossier\ntitle: Mine\ndescription: >-\n  Two\n  lines\nlanguage: no\n")
        #expect(reading.problems.isEmpty)
        #expect(reading.dossier.id == "my-dossier")
        #expect(reading.dossier.title == "Mine")
        #expect(reading.dossier.description == "Two lines")
        #expect(reading.dossier.language == "no")
    }

    @Test("short and long citations, one or several") func citations() throws {
        let record = try record(
            "themes.yaml",
            """
            - id: borders
              name: Borders
              cite:
                - korneev-2013 §3.1 ¶6 n35
                - {source: korneev-2013, at: §3.1 ¶11 n43, basis: reported, by: interview-1}
                - {source: korneev-2013, at: abstract, basis: inferred, from: the rest}
                - interview-1
            """)
        #expect(
            record.citations == [
                Citation(source: "korneev-2013", locator: Locator("§3.1 ¶6 n35")),
                Citation(
                    source: "korneev-2013", locator: Locator("§3.1 ¶11 n43"), basis: .reported,
                    by: "interview-1"),
                Citation(
                    source: "korneev-2013", locator: Locator("abstract"), basis: .inferred, from: "the rest"),
                Citation(source: "interview-1", locator: Locator("")),
            ])
        #expect(record.origin == Origin(file: "themes.yaml", line: 1))
    }

    @Test("a theme may say what part of a project it makes up, in percent") func shares() {
        func project(_ share: String) -> DossierReading {
            DossierFixture.reading([
                "themes.yaml": "- {id: trade, name: Trade, cite: korneev-2013 §2}",
                "projects.yaml":
                    "- {id: x, kind: project, title: X, themes: [{value: trade, share: \(share)}], cite: korneev-2013 §2}",
            ])
        }
        let reading = project("33.3")
        #expect(reading.problems.isEmpty)
        let record = reading.dossier.records.first { $0.id == "x" }
        #expect(record?.values("themes").first?.share == Decimal(string: "33.3"))
        for wrong in ["two thirds", "101", "-5", "60%"] {
            #expect(project(wrong).problems.map(\.code) == ["bad-share"], "\(wrong)")
        }
    }

    @Test("a value stands alone, in the long form, or beside others") func values() throws {
        let record = try record(
            "organisations-more.yaml",
            """
            - id: undp
              name: UNDP
              acronym: {value: UNDP, cite: {source: korneev-2013, at: n1, basis: outside}}
              mandate:
                - {value: Development, cite: korneev-2013 §3}
                - {value: Migration, cite: korneev-2013 n2, absent: true, note: denied}
              aliases: {value: [PNUD, ПРООН], cite: korneev-2013 n3}
              interests: [to grow, to stay]
              country: kazakhstan
              note: a remark
              cite: korneev-2013 §1
            """)
        #expect(record.values("name") == [Value("UNDP")])
        #expect(record.values("acronym").first?.citations?.first?.basis == .outside)
        #expect(record.texts("mandate") == ["Development"])
        #expect(
            record.values("mandate").last
                == Value(
                    "Migration", citations: [Citation(source: "korneev-2013", locator: Locator("n2"))],
                    note: "denied", isAbsent: true))
        #expect(record.values("aliases").map(\.text) == ["PNUD", "ПРООН"])
        #expect(record.values("aliases").allSatisfy { $0.citations?.first?.locator.text == "n3" })
        #expect(record.values("interests") == [Value("to grow"), Value("to stay")])
        #expect(record.note == "a remark")
    }

    @Test(
        "scalars stay as they are written",
        arguments: ["no", "null", "~", "2008-03", "1_000", "0x1F", "1e3", ".nan"])
    func scalarsAsWritten(text: String) throws {
        let record = try record("themes.yaml", "- {id: a, name: \(text), cite: korneev-2013 §1}")
        #expect(record.title == text)
    }

    @Test("a project with period, participants and money") func project() throws {
        let record = try record(
            "projects.yaml",
            """
            - id: calm
              kind: project
              title: CALM
              period: 2007-06/
              active: [2008, 2009-21]
              participants:
                - {organisation: iom, role: implementing, via: ilo, period: 2007/2008, cite: korneev-2013 n4}
                - {organisation: ilo, role: partner, absent: true}
              amounts: {value: 1800000.50, currency: USD, qualifier: almost, note: dollars}
              places: kazakhstan
              cite: korneev-2013 §1
            """)
        #expect(record.text("period") == "2007-06/")
        #expect(record.texts("active") == ["2008", "2009-21"])
        #expect(record.values("participants").map(\.text) == ["iom", "ilo"])
        #expect(
            record.values("participants").first?.participant
                == Participant(role: "implementing", via: "ilo", period: "2007/2008"))
        #expect(record.values("participants").map(\.isAbsent) == [false, true])
        let amount = try #require(record.values("amounts").first)
        #expect(
            amount.money == Money(value: Decimal(180_000_050) / 100, currency: "USD", qualifier: "almost"))
        #expect(amount.note == "dollars")
    }

    @Test("a source with footnotes and speakers") func source() throws {
        let record = try record(
            "sources-more.yaml",
            """
            - id: talk
              type: interview
              title: An adviser
              date: 2011-08-25/2011-08-27
              speaker: [{organisation: iom, role: adviser}, {organisation: ilo}]
              footnotes: {korneev-2013: [1, 58, "*"], interview-1: 3}
            """)
        #expect(record.values("speaker").map { $0.participant?.role } == ["adviser", ""])
        #expect(
            record.values("footnotes") == [
                Value("korneev-2013", footnotes: ["1", "58", "*"]), Value("interview-1", footnotes: ["3"]),
            ])
    }

    @Test("a contradiction keeps its values side by side") func discrepancy() throws {
        let record = try record(
            "discrepancies.yaml",
            """
            - id: seat
              title: Where the office is
              kind: contradiction
              about: [iom, kazakhstan]
              attribute: seat
              values:
                - {value: Almaty, cite: korneev-2013 §3}
                - {value: Astana, cite: korneev-2013 n32}
              cite: korneev-2013 n32
            """)
        #expect(record.texts("values") == ["Almaty", "Astana"])
        #expect(record.values("values").map { $0.citations?.first?.locator.text } == ["§3", "n32"])
    }

    @Test("an event that did not take place is absent") func absentRecord() throws {
        let yaml = "- {id: e, title: E, kind: meeting, absent: true, cite: korneev-2013 §1}"
        #expect(try record("events.yaml", yaml).isAbsent)
    }

    @Test("a class may be spread over several files") func severalFiles() {
        let reading = DossierFixture.reading([
            "themes.yaml": "- {id: a, name: A, cite: korneev-2013 §1}",
            "themes-borders.yaml": "- {id: b, name: B, parent: a, cite: korneev-2013 §1}",
            "themes-none.yaml": "# nothing yet\n",
        ])
        #expect(reading.problems.isEmpty)
        #expect(reading.dossier.records.filter { $0.recordClass == .theme }.map(\.id) == ["b", "a"])
    }

    @Test("the second record with an id is left out") func duplicateID() {
        let reading = DossierFixture.reading(
            "themes.yaml",
            "- {id: a, name: A, cite: korneev-2013 §1}\n- {id: a, name: B, cite: korneev-2013 §1}\n")
        #expect(reading.dossier.records.filter { $0.id == "a" }.map(\.title) == ["A"])
        #expect(reading.hasErrors)
    }

    @Test("the bundled dossier is whole and sound") func bundled() {
        let files = DossierFiles.bundled
        #expect(files.files.count == RecordClass.allCases.count + 1)
        let reading = DossierReader.read(files)
        #expect(reading.problems.isEmpty)
        #expect(reading.dossier.id == "eu-central-asia-migration")
        #expect(!reading.dossier.records.isEmpty)
    }

    @Test("a folder is read without what is hidden or lies deeper") func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "old.yaml"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["dossier.yaml", ".themes.yaml", "README.md"] {
            try Data("id: a\ntitle: A\n".utf8).write(to: folder.appending(path: name))
        }
        let reading = DossierReader.read(try DossierFiles(folder: folder))
        #expect(reading.problems.isEmpty)
        #expect(reading.dossier.title == "A")
        let files = try DossierFiles(folder: folder)
        try FileManager.default.removeItem(at: folder.appending(path: "dossier.yaml"))
        #expect(DossierReader.read(files).problems.map(\.code) == ["unreadable-file"])
        #expect(throws: UnreadableFolder.self) { try DossierFiles(folder: folder.appending(path: "none")) }
        #expect(throws: UnreadableFolder.self) {
            try DossierFiles(folder: folder.appending(path: "README.md"))
        }
    }
}
