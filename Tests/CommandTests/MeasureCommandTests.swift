import Foundation
import Testing

/// Numbers that `Tests/Independent/measures.py` printed for the bundled dossier and for the basin
/// (`python3 Tests/Independent/measures.py FOLDER`).
@Suite("Measures on the command line")
struct MeasureCommandTests {
    private func measures(_ words: [String], _ dataset: [String] = []) throws -> [[String: Any]] {
        let outcome = try Program.run(["measures"] + words + ["--format", "json"] + dataset)
        return try #require(try JSONSerialization.jsonObject(with: outcome.bytes) as? [[String: Any]])
    }

    private func value(_ words: [String], _ dataset: [String] = []) throws -> Double {
        try #require(try measures(words, dataset).first?["value"] as? Double)
    }

    @Test(
        "the bundled dossier’s concentration is what numpy makes of its YAML",
        arguments: [
            ("donor", "actors", 10), ("donor", "hhi", 0.22417355371900827),
            ("donor", "effective-number", 4.460829493087558), ("donor", "lead-share", 0.4090909090909091),
            ("donor", "top-three-share", 0.7045454545454546), ("implementer", "actors", 9),
            ("implementer", "hhi", 0.1637080867850098),
            ("implementer", "effective-number", 6.108433734939761),
            ("implementer", "lead-share", 0.23076923076923073),
            ("implementer", "top-three-share", 0.641025641025641),
        ])
    func concentration(level: String, name: String, expected: Double) throws {
        #expect(abs(try value(["--measure", name, "--level", level]) - expected) < 1e-9)
    }

    @Test(
        "its betweenness is what networkx makes of its funding graph",
        arguments: [("ec-delegation-almaty", 2.0), ("aeneas-call", 1), ("ec-call", 1), ("aeneas", 1)])
    func betweenness(id: String, expected: Double) throws {
        let found = try measures(["--measure", "betweenness"]).first { ($0["of"] as? [String]) == [id] }
        #expect(found?["value"] as? Double == expected)
        let normalised = try #require(found?["normalised"] as? Double)
        // 24 nodes.
        #expect(abs(normalised - expected / (23 * 22)) < 1e-12)
    }

    @Test("the basin’s too", arguments: [("donor", 0.5), ("implementer", 0.375)])
    func basin(level: String, expected: Double) throws {
        let dataset = ["--dataset", Program.basin.path]
        #expect(abs(try value(["--measure", "hhi", "--level", level], dataset) - expected) < 1e-9)
    }

    @Test("what has no number is null, with the reason beside it")
    func unknown() throws {
        let found = try #require(try measures(["icmpd", "--measure", "dependency"]).first)
        #expect(found["value"] is NSNull)
        #expect(found["unknown"] as? String == "no donor is named")
    }

    @Test("one measure is a page, with formula, counting rule and source; several are a table")
    func page() throws {
        let page = try Program.run(["measures", "ilo", "iom", "--measure", "theme-overlap", "--width", "80"])
        #expect(page.status == 0)
        for label in ["formula", "counted", "years", "rests on", "reading", "SOURCE", "Schoener"] {
            #expect(page.output.contains(label), "\(label)")
        }
        let table = try Program.run(["measures", "ilo", "iom", "--width", "80"])
        #expect(table.lines.first?.hasPrefix("measure") == true)
    }

    @Test("what cannot be measured is refused in words")
    func refusals() throws {
        let wrong: [([String], String)] = [
            (["--by", "euros"], "--by «euros»"), (["--matrix", "--measure", "hhi"], "no matrix has it"),
            (["ilo", "ilo"], "twice"), (["--measure", "gini"], "gini"),
        ]
        for (words, message) in wrong {
            let outcome = try Program.run(["measures"] + words)
            #expect(outcome.status == 64 && outcome.errors.contains(message), "\(outcome.errors)")
        }
    }

    @Test(
        "what has no row says why, and ends with status 1",
        arguments: [
            (["--measure", "joint-presence"], "of two organisations: whofunds measures NAME NAME"),
            (["--measure", "share"], "of one organisation: whofunds measures NAME"),
            (["iom", "--measure", "hhi"], "of the field: whofunds measures --measure hhi"),
            (["--measure", "hhi", "--level", "organisation-pair"], "has no level «organisation-pair»"),
            (["--measure", "documented-found", "--theme", "labour-migration"], "leave out the filters"),
            (["iom", "--level", "register"], "no measure of the level «register»"),
        ])
    func empty(words: [String], why: String) throws {
        for format in ["text", "markdown"] {
            let outcome = try Program.run(["measures"] + words + ["--format", format])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains(why), "\(outcome.output)")
        }
    }

    @Test("a table for machines has plain numbers, a value a year among them")
    func csv() throws {
        let outcome = try Program.run(["measures", "--format", "csv"])
        let rows = try #require(StrictCSV.rows(outcome.output))
        let header = try #require(rows.first)
        let value = try #require(header.firstIndex(of: "value"))
        let series = try #require(header.firstIndex(of: "series"))
        for row in rows.dropFirst() {
            #expect(row[value].isEmpty || Double(row[value]) != nil, "\(row[value])")
            for year in row[series].split(separator: ";") {
                let sides = year.split(separator: "=", omittingEmptySubsequences: false)
                #expect(sides.count == 2 && Int(sides[0]) != nil, "\(year)")
                #expect(sides[1].isEmpty || Double(sides[1]) != nil, "\(year)")
            }
        }
        let found = try #require(rows.first { $0[0].hasPrefix("documented-found") })
        #expect(!found[value].isEmpty && !found.contains { $0.hasPrefix("no rivalry is documented") })
        let lead = try #require(rows.first { $0[0] == "lead-share:donor" })
        #expect(Double(lead[value]) == 0.4090909090909091)
        let json = try #require(try measures(["--measure", "lead-share", "--level", "donor"]).first)
        let years = try #require(json["years"] as? [[String: Any]])
        #expect(lead[series].split(separator: ";").count == years.count && !years.isEmpty)
    }

    @Test("the bars of the years have an ASCII form")
    func ascii() throws {
        let outcome = try Program.run(["measures", "--ascii", "--width", "150"])
        #expect(outcome.bytes.allSatisfy { $0 < 0x80 })
        #expect(outcome.output.contains("2000-2014"))
    }
}
