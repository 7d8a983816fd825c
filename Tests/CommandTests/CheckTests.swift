import Foundation
import Testing

@Suite("check")
struct CheckTests {
    private static func folder(_ files: [String: String]) throws -> URL {
        let folder = try Program.folder()
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder
    }

    private static let mistaken = Result {
        try folder([
            "dossier.yaml": "id: mistaken\ntitle: With mistakes\n",
            "sources.yaml": "- {id: s, type: article, title: T}\n",
            "organisations.yaml":
                "- {id: o, name: O, cite: s §1}\n- {id: p, name: P, tipe: government, cite: s §1}\n",
            "projects.yaml": """
            - id: a
              kind: project
              title: A
              period: 2005-13/2006
              participants:
                - {organisation: nobody, role: funding}
              cite: s §1
            """,
        ])
    }

    @Test("A sound dossier has nothing to tell and ends with 0")
    func sound() throws {
        for words in [["check"], ["check", Program.basin.path]] {
            let outcome = try Program.run(words)
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains(" 0 errors"))
        }
        #expect(try Program.run(["check", Program.basin.path]).bytes.isEmpty)
    }

    @Test("Each mistake has its file, line, mend and code, and the exit status is 1")
    func mistakes() throws {
        let folder = try Self.mistaken.get().path
        let outcome = try Program.run(["check", folder])
        #expect(outcome.status == 1)
        for place in ["projects.yaml:4: error:", "projects.yaml:6: error:", "organisations.yaml:2:"] {
            #expect(outcome.lines.contains { $0.hasPrefix("\(folder)/\(place)") }, "\(outcome.output)")
        }
        #expect(outcome.output.contains("nobody") && outcome.output.contains("'type'"))
        #expect(outcome.lines.allSatisfy { $0.firstMatch(of: /\[[a-z-]+\]$/) != nil })
        #expect(outcome.errors.hasPrefix("whofunds: \(folder): 4 records, "))
    }

    @Test("The dossier may be named as for every command: by option or environment, the folder first")
    func named() throws {
        let folder = try Self.mistaken.get().path
        let outcome = try Program.run(["check", folder])
        let environment = ["WHOFUNDS_DATASET": folder]
        for named in [
            try Program.run(["check", "--dataset", folder]),
            try Program.run(["check"], environment: environment),
        ] {
            #expect(named.status == 1 && named.bytes == outcome.bytes && named.errors == outcome.errors)
        }
        #expect(try Program.run(["check", Program.basin.path], environment: environment).status == 0)
    }

    @Test("In JSON the same, for programs")
    func json() throws {
        let outcome = try Program.run(["check", try Self.mistaken.get().path, "--format", "json"])
        #expect(outcome.status == 1)
        let json = try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any]
        let errors = json?["errors"] as? [[String: Any]] ?? []
        #expect(errors.count >= 2)
        for error in errors {
            #expect(Set(["file", "line", "code", "message", "mend"]).subtracting(error.keys).isEmpty)
        }
    }

    @Test("A dossier with mistakes is shown as far as it goes, and says so each time")
    func shown() throws {
        for _ in 1...2 {
            let outcome = try Program.run(["organisations", "--dataset", try Self.mistaken.get().path])
            #expect(outcome.status == 0)
            #expect(outcome.lines.count > 1)
            #expect(outcome.errors.hasSuffix("shown as far as it goes; whofunds check lists them\n"))
        }
    }

    private static let activity = """
        <iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="EUR">
        <iati-identifier>XM-1-A</iati-identifier>
        <reporting-org ref="XM-1" type="40"><narrative>Us</narrative></reporting-org>
        <title><narrative>A</narrative></title>
        <description><narrative>A</narrative></description>
        <participating-org role="9" ref="XM-1"/>
        <activity-status code="2"/>
        <activity-date type="1" iso-date="2012-13-01"/>
        <recipient-country code="KG"/><sector code="14030"/>
        </iati-activity></iati-activities>
        """

    @Test("IATI files are held against the standard: one, several, a folder; or against its schema alone")
    func files() throws {
        let folder = try Self.folder(["a.xml": Self.activity, "b.xml": Self.activity]).path
        let outcome = try Program.run(["check", "\(folder)/a.xml"])
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 3)
        #expect(
            outcome.lines.contains {
                $0.hasPrefix("\(folder)/a.xml:6: error: ") && $0.hasSuffix("[unknown-code]")
            })
        #expect(
            outcome.lines.contains {
                $0.hasPrefix("\(folder)/a.xml:8: error: ") && $0.hasSuffix("[bad-date]")
            })
        #expect(outcome.errors == "whofunds: \(folder)/a.xml: 1 file, 1 activity, 3 errors, 0 warnings\n")
        for paths in [[folder], ["\(folder)/a.xml", "\(folder)/b.xml"]] {
            #expect(try Program.run(["check"] + paths).lines.count == 6)
        }
        #expect(try Program.run(["check", "--against", "schema", folder]).lines.count == 2)
        let few = try Program.run(["check", folder, "--limit", "1"])
        #expect(few.lines.count == 3 && few.errors.contains("1 more [bad-date], not listed"))
    }

    @Test("Of IATI files JSON has the same keys, and counts all")
    func filesInJSON() throws {
        let folder = try Self.folder(["a.xml": Self.activity]).path
        let outcome = try Program.run(["check", folder, "--format", "json", "--limit", "0"])
        #expect(outcome.status == 1)
        let json = try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any]
        #expect((json?["errors"] as? [Any])?.isEmpty == true)
        let counts = json?["counts"] as? [String: Any]
        #expect(counts?["errors"] as? Int == 3 && counts?["activities"] as? Int == 1)
        #expect((counts?["codes"] as? [String: Int])?["unknown-code"] == 1)
    }
}
