import Foundation
import Testing

@Suite("ledger")
struct LedgerTests {
    private let folder: PublishedFolder
    private static let key = "name:world wells fund"

    init() throws {
        folder = try PublishedFolder()
        let partner =
            "<participating-org role=\"4\"><narrative>World Wells Fund</narrative></participating-org>"
        try folder.write(
            "named.xml", PublishedFolder.file([PublishedFolder.activity("XX-8-1", partner: partner)]))
        try folder.run()
    }

    private func lines(_ more: [String] = []) throws -> [[String: Any]] {
        let outcome = try Program.run(["ledger", "--dataset", folder.index, "--format", "json"] + more)
        return try JSONSerialization.jsonObject(with: outcome.bytes) as? [[String: Any]] ?? []
    }

    private func organisations() throws -> Int {
        try Program.run(["organisations", "--dataset", folder.index, "--format", "csv"]).lines.count - 1
    }

    @Test("Each merge has its key, what was written, for whom it was taken, why and how often")
    func merges() throws {
        let lines = try lines()
        let line = try #require(lines.first { $0["key"] as? String == Self.key })
        #expect(line["organisation"] as? String == "XX-9" && line["undone"] as? Bool == false)
        #expect(line["count"] as? Int == 1 && (line["reason"] as? String)?.isEmpty == false)
        #expect(lines.allSatisfy { $0["organisation"] as? String == "XX-9" })
        #expect(try self.lines(["--all"]).count > lines.count)
    }

    @Test("What is undone is kept apart without reading a file, also when the files are imported again")
    func undone() throws {
        let before = try organisations()
        try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-away")
        let outcome = try Program.run(["ledger", "--dataset", folder.index, "--undo", Self.key])
        #expect(outcome.status == 0)
        #expect(try organisations() == before + 1)
        try FileManager.default.moveItem(atPath: folder.path + "-away", toPath: folder.path)
        #expect(try folder.summary()["upToDate"] as? Bool == true)
        try folder.write("one.xml", PublishedFolder.file([PublishedFolder.activity("XX-1-9")]))
        try folder.run()
        #expect(try organisations() == before + 1)
        #expect(try lines().contains { $0["key"] as? String == Self.key && $0["undone"] as? Bool == true })
        #expect(try Program.run(["ledger", "--dataset", folder.index, "--redo", Self.key]).status == 0)
        #expect(try organisations() == before)
    }

    @Test("The ledger of a folder is that of its index in the cache")
    func ofFolder() throws {
        let words = ["ledger", "--dataset", folder.path, "--format", "csv"]
        let before = try Program.run(words)
        #expect(before.status == 0 && before.output.contains(Self.key))
        let after = try Program.run(words + ["--undo", Self.key])
        #expect(after.status == 0 && after.bytes != before.bytes)
        #expect(try Program.run(words).bytes == after.bytes)
    }

    @Test("Keys that there are not, and a dossier, are told")
    func refused() throws {
        for (words, status) in [
            (["--undo", "wells"], 64), (["--undo", "name:nobody"], 1),
            (["--undo", Self.key, "--redo", Self.key], 64),
        ] as [([String], Int32)] {
            let outcome = try Program.run(["ledger", "--dataset", folder.index] + words)
            #expect(outcome.status == status && !outcome.errors.isEmpty && outcome.bytes.isEmpty)
        }
        #expect(try Program.run(["ledger"]).status == 1)
    }

    @Test("An index that also holds a dossier is not made anew without it")
    func joined() throws {
        let cache = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: cache) }
        let places = ["XDG_CACHE_HOME": cache.path]
        let both = try Program.run(
            ["ledger", "--dataset", "bundled", "--dataset", folder.path], environment: places)
        #expect(both.status == 0)
        let kept = cache.appendingPathComponent("whofunds").path
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: kept).first { $0.hasPrefix("data-") })
        let index = "\(kept)/\(name)"
        let before = try Data(contentsOf: URL(fileURLWithPath: index))
        let outcome = try Program.run(
            ["ledger", "--dataset", index, "--undo", Self.key], environment: places)
        #expect(outcome.status == 2 && outcome.errors.contains("also holds what a dossier says"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: index)) == before)
    }
}
