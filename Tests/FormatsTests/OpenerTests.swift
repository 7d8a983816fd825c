import Foundation
import Testing

@testable import Formats
@testable import Model

@Suite("Opening a dataset")
struct OpenerTests {
    private let folder: URL
    private let cache: URL

    init() throws {
        let base = FileManager.default.temporaryDirectory.appending(path: "whofunds-\(UUID().uuidString)")
        (folder, cache) = (base.appending(path: "dossier"), base.appending(path: "cache"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in DossierFixture.files { try write(text, name) }
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func open(_ path: String? = nil) throws -> DatasetOpener.Opened {
        try DatasetOpener(environment: ["XDG_CACHE_HOME": cache.path]).open(path ?? folder.path)
    }

    private var kept: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: cache.path + "/whofunds") }
    }

    @Test("Files that are not read make no other index, however large they are")
    func otherFiles() throws {
        _ = try open()
        let video = folder.appending(path: "interview.mp4")
        try Data().write(to: video)
        // A hole of 8 GB: to read it would take long, or too much memory.
        try FileHandle(forWritingTo: video).truncate(atOffset: 8 << 30)
        try write("unused", "notes.txt")
        let start = ContinuousClock.now
        #expect(try open().problems.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(try kept.count == 1)
        try write("id: test\ntitle: Another\n", "dossier.yaml")
        #expect(try open().dataset.title == "Another")
        #expect(try kept.count == 2)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("A file beyond the largest size is told and not kept")
    func tooLarge() throws {
        let file = folder.appending(path: "places.yaml")
        try Data().write(to: file)
        try FileHandle(forWritingTo: file).truncate(atOffset: 8 << 30)
        #expect(try open().problems.map(\.code) == ["too-large"])
        #expect(throws: (any Error).self) { try kept }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("A file of SQLite that is no index is told as such")
    func foreign() throws {
        let path = folder.path + "/notes.sqlite"
        try NoteStore(path: path).write("a note", on: "iom", in: "test")
        let error = #expect(throws: OpeningError.self) { try open(path) }
        guard case .unknownKind(path) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("An index of another version is told as such")
    func otherVersion() throws {
        _ = try open()
        let path = "\(cache.path)/whofunds/\(try #require(try kept.first))"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // The key and its value stand side by side in a row.
        let row = try #require(bytes.range(of: Data("schema\(Schema.version)".utf8)))
        bytes[row.upperBound - 1] = UInt8(ascii: "x")
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: OpeningError.self) { try open(path) }
        guard case .otherVersion(path) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
