import Foundation
import Testing

@Suite("import")
struct ImportTests {
    private let folder: PublishedFolder

    init() throws { folder = try PublishedFolder() }

    @Test("The JSON has the keys that scripts may rely on, and the figures are those of the files")
    func json() throws {
        let summary = try folder.summary()
        for key in ["files", "activities", "merged", "skipped", "warnings", "seconds", "bytes"] {
            #expect(summary[key] is NSNumber, "\(key)")
        }
        for key in ["read", "unchanged", "removed", "transactions", "organisations", "errors", "faulty"] {
            #expect(summary[key] is NSNumber, "\(key)")
        }
        #expect(summary["files"] as? Int == 2 && summary["read"] as? Int == 2)
        #expect(summary["activities"] as? Int == 4 && summary["merged"] as? Int == 1)
        #expect(summary["organisations"] as? Int == 2)
        #expect(summary["skippedFiles"] is [Any] && summary["problems"] is [Any])
        let bytes = try ["one.xml", "two.xml"].reduce(0) { sum, name in
            sum + (try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))).count
        }
        #expect(summary["bytes"] as? Int == bytes)
    }

    @Test("The index answers every command; the summary is on standard output, and ends with 0")
    func text() throws {
        let outcome = try folder.run()
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.lines[0].hasPrefix("\(folder.index): 4 activities, 1 more merged into these, "))
        #expect(try folder.projects() == ["XX-1-1", "XX-1-2", "XX-1-3", "XX-2-1"])
        let page = try Program.run(["show", "XX-1-1", "--dataset", folder.index])
        #expect(page.status == 0 && page.output.contains("Wells of XX-1-1"))
        #expect(page.output.contains("World Wells Fund"))
    }

    @Test("Importing again says so, and reads only what changed")
    func again() throws {
        try folder.run()
        #expect(try folder.run().lines[0] == "\(folder.index): up to date, 4 activities")
        try folder.write("two.xml", PublishedFolder.file([PublishedFolder.activity("XX-3-1")]))
        let summary = try folder.summary()
        #expect(summary["read"] as? Int == 1 && summary["unchanged"] as? Int == 1)
        try FileManager.default.removeItem(atPath: "\(folder.path)/one.xml")
        #expect(try folder.summary()["removed"] as? Int == 1)
        #expect(try folder.projects() == ["XX-3-1"])
    }

    @Test("Broken XML is taken as far as it goes, told with file and line, and ends with 1")
    func broken() throws {
        let text = PublishedFolder.file((1...5).map { PublishedFolder.activity("XX-4-\($0)") })
        try folder.write("cut.xml", String(text.prefix(text.count / 2)))
        try folder.write("organisations.xml", "<iati-organisations version=\"2.03\"></iati-organisations>")
        let outcome = try folder.run()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\(folder.path)/cut.xml:"))
        #expect(outcome.output.contains("skipped   1"))
        #expect(outcome.output.contains("\(folder.path)/organisations.xml: "))
        #expect(try folder.projects().contains("XX-4-1"))
        // As often as it is asked.
        #expect(try folder.run().status == 1)
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        let words: String
        let status: Int32
        let says: String
        var testDescription: String { words }
    }

    @Test(
        "What cannot be done is told, with the mend",
        arguments: [
            Refused(words: "import", status: 64, says: "Error: "),
            Refused(words: "import DATA", status: 64, says: "Error: "),
            Refused(
                words: "import DATA --into BASE/x --format csv", status: 64, says: "Error: --format «csv»"),
            Refused(
                words: "import DATA --into BASE/x --language english", status: 64, says: "Error: --language"),
            Refused(
                words: "import DATA/none --into BASE/x", status: 2,
                says: "whofunds: DATA/none: there is no such"),
            Refused(words: "import EMPTY --into BASE/x", status: 1, says: "whofunds: EMPTY: "),
            Refused(
                words: "import DATA --into DATA/one.xml", status: 2, says: "whofunds: DATA/one.xml: is there"),
            Refused(
                words: "import DATA --into DATA", status: 2, says: "whofunds: DATA: is there and is no index"),
            Refused(
                words: "import DATA --into BASE/no/x", status: 2, says: "whofunds: BASE/no: there is no such"),
            Refused(words: "projects --dataset EMPTY", status: 2, says: "whofunds: EMPTY: holds no data"),
            Refused(words: "nosuch.xml", status: 2, says: "whofunds: nosuch.xml: there is no such file"),
        ])
    func refused(example: Refused) throws {
        let empty = "\(folder.base)/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        func placed(_ text: String) -> String {
            text.replacing("DATA", with: folder.path).replacing("BASE", with: folder.base).replacing(
                "EMPTY", with: empty)
        }
        let outcome = try Program.run(placed(example.words).split(separator: " ").map(String.init))
        #expect(outcome.status == example.status)
        #expect(outcome.errors.hasPrefix(placed(example.says)), "\(outcome.errors)")
        #expect(outcome.bytes.isEmpty)
        #expect(try folder.beside == ["empty"])
    }

    @Test("Files and folders open as datasets, and from the cache when they are unchanged")
    func opened() throws {
        for path in [folder.path, "\(folder.path)/one.xml"] {
            for _ in 1...2 {
                let outcome = try Program.run(["projects", "--dataset", path, "--format", "csv"])
                #expect(outcome.status == 0 && outcome.errors.isEmpty)
                #expect(outcome.lines.count == (path == folder.path ? 5 : 4))
            }
        }
        try folder.write("one.xml", PublishedFolder.file([PublishedFolder.activity("XX-5-1", title: "Dams")]))
        #expect(try Program.run([folder.path, "XX-5-1"]).output.contains("Dams of XX-5-1"))
        #expect(try Program.run(["\(folder.path)/one.xml"]).errors.contains("is not a terminal"))
    }

    @Test("However a folder is spelled, its files have the same names")
    func spelled() throws {
        let words = ["sources", "--format", "json", "--dataset"]
        let before = try Program.run(words + [folder.path])
        #expect(before.status == 0)
        #expect(try Program.run(words + ["\(folder.path)/../data/."]).bytes == before.bytes)
    }

    @Test("Without a cache that can be written, files open all the same")
    func noCache() throws {
        let environment = ["XDG_CACHE_HOME": "/proc/none", "HOME": "/proc/none", "TMPDIR": "/proc/none"]
        let outcome = try Program.run(["projects", "--dataset", folder.path], environment: environment)
        #expect(outcome.status == 0 && outcome.lines.count == 5)
    }

    @Test("Names of files cannot move the cursor, neither in summaries nor in messages")
    func hostileNames() throws {
        let name = "a\u{1B}]0;x\u{7}\u{202E}\n.xml"
        try folder.write(name, "<iati-activities><iati-activity></iati")
        for words in [["--verbose"], ["--format", "json"]] {
            let outcome = try folder.run(words)
            for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
            }
        }
        let missing = try Program.run(["import", "\u{1B}[2J", "--into", folder.index])
        #expect(missing.status == 2 && !missing.errors.contains("\u{1B}"))
    }
}
