import Foundation
import Testing

@Suite("Output into a pipe")
struct PipeTests {
    @Test("Text has no escape, and every line fits the width", arguments: ViewLines.all)
    func text(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--width", "80"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(!outcome.bytes.contains(0x1B))
        #expect(outcome.bytes.last == UInt8(ascii: "\n"))
        for row in outcome.lines { #expect(row.count <= 80, "\(row)") }
    }

    @Test(
        "With --color always there are escapes, and the text is the same",
        arguments: ["projects", "timeline", "conflicts", "overview", "show bomca"])
    func coloured(line: String) throws {
        let words = ViewLines.words(line) + ["--width", "80"]
        let coloured = try Program.run(words + ["--color", "always"], environment: ["NO_COLOR": "1"])
        #expect(coloured.bytes.contains(0x1B))
        let plain = coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(plain == (try Program.run(words)).output)
    }

    @Test(
        "Markdown has no colour",
        arguments: ["timeline", "chain bomca", "projects", "overview", "show bomca"])
    func markdown(line: String) throws {
        let words = ViewLines.words(line) + ["--format", "markdown", "--color", "always"]
        #expect(!(try Program.run(words)).bytes.contains(0x1B))
    }

    @Test(
        "With --ascii, all is ASCII and as wide",
        arguments: [
            "projects", "findings", "conflicts", "overview", "chain bomca", "chain bomca --tree",
            "show bomca",
        ])
    func ascii(line: String) throws {
        let asked = try Program.run(ViewLines.words(line) + ["--width", "80", "--ascii"])
        #expect(asked.bytes.allSatisfy { $0 < 0x80 })
        for row in asked.lines { #expect(row.count <= 80) }
    }

    @Test(
        "Where the locale is not UTF-8, all is ASCII",
        arguments: ["C", "POSIX", "ru_RU.KOI8-R", "de_DE@utf8", "de_DE.latin1@utf-8"])
    func locale(name: String) throws {
        let asked = try Program.run(["timeline", "--width", "80", "--ascii"])
        let locale = try Program.run(["timeline", "--width", "80"], environment: ["LC_ALL": name])
        #expect(locale.bytes == asked.bytes)
    }

    @Test(
        "Where the locale is UTF-8, however it is written, all is drawn",
        arguments: ["de_DE.UTF-8@euro", "C.utf8", "en_GB.UTF-8", "UTF-8"])
    func unicodeLocale(name: String) throws {
        let locale = try Program.run(["timeline", "--width", "80"], environment: ["LC_ALL": name])
        #expect(locale.bytes == (try Program.run(["timeline", "--width", "80"])).bytes)
    }

    @Test("A reader that goes away ends it quietly", arguments: ["text", "json", "csv", "markdown"])
    func headOne(format: String) throws {
        let outcome = try Program.shell(
            "{ \"$whofunds\" sources --format \(format); echo $? >&2; } | head -c 1")
        #expect(outcome.bytes.count == 1)
        #expect(outcome.errors == "0\n")
    }

    @Test("A full disk is told")
    func fullDisk() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let outcome = try Program.shell("\"$whofunds\" projects > /dev/full")
        #expect(outcome.status == 2)
        #expect(outcome.errors == "whofunds: standard output: No space left on device\n")
    }

    @Test("Where nothing can be kept, it works all the same")
    func unwritable() throws {
        let places = ["XDG_CACHE_HOME": "/dev/null/cache", "XDG_DATA_HOME": "/dev/null/data"]
        let outcome = try Program.run(["projects"], environment: places)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output == (try Program.run(["projects"])).output)
    }

    @Test(
        "Where notes cannot be opened they are not said to be none", arguments: ["/proc", "/dev/null/data"])
    func notesUnreadable(place: String) throws {
        let environment = ["XDG_DATA_HOME": place]
        for words in [["notes"], ["notes", "--export"]] {
            let outcome = try Program.run(words, environment: environment)
            #expect(outcome.status == 2 && outcome.bytes.isEmpty)
            #expect(
                outcome.errors.hasPrefix(
                    "whofunds: \(place)/whofunds/notes.sqlite: your marks and notes cannot be opened; check"))
        }
        let record = try Program.run(["show", "bomca"], environment: environment)
        let usual = try Program.run(["show", "bomca"])
        #expect(record.status == 0 && record.output == usual.output)
        #expect(record.errors.hasSuffix("your marks and notes cannot be opened, and are not shown\n"))
    }

    @Test("Printing makes no file of notes", arguments: ["projects", "show bomca", "notes"])
    func notesUntouched(line: String) throws {
        let folder = try Program.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try Program.run(ViewLines.words(line), environment: ["XDG_DATA_HOME": folder.path])
        #expect(outcome.status == 0)
        let store = folder.appendingPathComponent("whofunds/notes.sqlite").path
        #expect(!FileManager.default.fileExists(atPath: store))
    }

    @Test("A damaged index in the cache is made anew")
    func damagedCache() throws {
        let cache = try Program.folder()
        defer { try? FileManager.default.removeItem(at: cache) }
        let environment = ["XDG_CACHE_HOME": cache.path]
        let words = ["projects", "--dataset", Program.basin.path]
        let first = try Program.run(words, environment: environment)
        let folder = cache.appendingPathComponent("whofunds")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count == 1)
        for file in files { try Data("SQLite format 3\0 and then nothing".utf8).write(to: file) }
        let second = try Program.run(words, environment: environment)
        #expect(second.status == 0 && second.bytes == first.bytes)
    }
}
