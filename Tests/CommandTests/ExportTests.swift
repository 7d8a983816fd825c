import Foundation
import Testing

@Suite("export")
struct ExportTests {
    @Test("IATI goes to standard output, what it has no place for to standard error")
    func iati() throws {
        let outcome = try Program.run(["export", "--to", "iati"])
        #expect(outcome.status == 0)
        #expect(
            outcome.output.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\""))
        #expect(outcome.output.hasSuffix("</iati-activities>\n"))
        #expect(outcome.output.contains("<iati-identifier>XX-WHOFUNDS-"))
        for words in [
            "wrote ", "activities", "--reporting-org", "IATI has no place for", "relations", "left empty",
        ] {
            #expect(outcome.errors.contains(words), "\(words)")
        }
        #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("whofunds: ") })
    }

    @Test("A file appears when it is whole, is valid, can be opened, and the summary is JSON if asked")
    func file() throws {
        let file = try Program.folder().appendingPathComponent("a.xml").path
        let outcome = try Program.run([
            "export", Program.basin.path, "--to", "iati", "--into", file, "--format", "json",
            "--reporting-org",
            "XM-DAC-1", "--reporting-name", "Me", "--reporting-type", "80",
        ])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let json = try #require(try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
        #expect((json["activities"] as? Int ?? 0) > 3)
        #expect((json["reportingOrganisation"] as? [String: String])?["ref"] == "XM-DAC-1")
        for group in ["lost", "empty", "otherwise"] { #expect(json[group] is [String: Int], "\(group)") }
        #expect(try Program.run(["check", "--against", "schema", file]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: (file as NSString).deletingLastPathComponent)
        #expect(names == ["a.xml"])
        let projects = try Program.run(["projects", "--dataset", file, "--format", "csv"])
        #expect(projects.lines.count == (json["activities"] as? Int ?? 0) + 1)
        #expect(projects.output.contains("XM-DAC-1-"))
    }

    @Test("Tables go into a folder, or one to standard output; all agree with the lists")
    func tables() throws {
        let folder = try Program.folder().appendingPathComponent("tables").path
        let outcome = try Program.run(["export", Program.basin.path, "--to", "csv", "--into", folder])
        #expect(outcome.status == 0 && outcome.errors.hasPrefix("whofunds: wrote "))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(["projects.csv", "organisations.csv", "participants.csv"]).subtracting(names).isEmpty)
        // A dossier has no transactions.
        #expect(!names.contains("transactions.csv"))
        let list = try Program.run(["projects", "--dataset", Program.basin.path, "--format", "csv"])
        let table = try Program.run(["export", Program.basin.path, "--to", "csv", "--class", "projects"])
        #expect(table.lines.count == list.lines.count)
        #expect(table.lines.first?.hasPrefix("id,title,acronym,") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/projects.csv")) == table.bytes)
        let few = try Program.run([
            "export", Program.basin.path, "--to", "csv", "--class", "projects", "--limit", "2",
        ])
        #expect(few.lines.count == 3)
    }

    @Test("A network has each end of each edge as a node")
    func network() throws {
        let outcome = try Program.run(["export", Program.basin.path, "--to", "graphml"])
        #expect(outcome.status == 0)
        let nodes = Set(outcome.output.matches(of: /<node id="(n[0-9]+)"/).map { String($0.1) })
        let edges = outcome.output.matches(of: /<edge id="e[0-9]+" source="(n[0-9]+)" target="(n[0-9]+)"/)
        #expect(nodes.count > 5 && edges.count > 5)
        for edge in edges {
            #expect(nodes.contains(String(edge.1)) && nodes.contains(String(edge.2)))
        }
        #expect(outcome.output.contains("<data key=\"e-kind\">funding</data>"))
        #expect(outcome.errors.contains("\(nodes.count) nodes, \(edges.count) edges"))
    }

    @Test("A filter narrows it; one that nothing meets writes nothing")
    func filtered() throws {
        let folder = try Program.folder()
        let file = folder.appendingPathComponent("a.xml").path
        let nothing = try Program.run(["export", "--to", "iati", "--into", file, "--text", "zyxwvuts"])
        #expect(nothing.status == 1 && nothing.bytes.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        let some = try Program.run(["export", "--to", "iati", "--from", "2009", "--until", "2010"])
        let all = try Program.run(["export", "--to", "iati"])
        #expect(some.bytes.count < all.bytes.count && some.status == 0)
    }

    @Test(
        "What cannot be is told before anything is written",
        arguments: [
            ["--to", "csv"], ["--to", "xml"], ["--to", "iati", "--class", "projects"],
            ["--to", "csv", "--class", "project"], ["--to", "iati", "--format", "json"],
            ["--to", "graphml", "--reporting-org", "X"], ["--to", "iati", "--reporting-name", "X"],
            ["--to", "iati", "--reporting-org", "X Y"], ["--to", "iati", "--until", "May"],
            ["--to", "iati", "--language", "english"], [],
        ])
    func usage(_ words: [String]) throws {
        let outcome = try Program.run(["export"] + words)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty && !outcome.errors.isEmpty)
    }

    @Test("A place that cannot be written is told, and ends with 2")
    func unwritable() throws {
        let folder = try Program.folder().path
        for place in [folder, "\(folder)/none/a.xml"] {
            let outcome = try Program.run(["export", "--to", "iati", "--into", place])
            #expect(outcome.status == 2 && outcome.errors.hasPrefix("whofunds: \(place): "))
        }
    }
}
