import Foundation
import Testing

@testable import Model

@Suite("Drafts of an index")
struct IndexDraftTests {
    private let folder: TemporaryFolder
    private var target: String { "\(folder.path)/it.index" }

    init() throws { folder = try TemporaryFolder() }

    @Test("A draft that is let go leaves nothing; one that is published is the index")
    func ends() throws {
        do { _ = try IndexDraft(for: target) }
        #expect(try folder.names.isEmpty)
        let draft = try IndexDraft(for: target)
        try Data("new".utf8).write(to: URL(fileURLWithPath: draft.path))
        try draft.publish()
        #expect(try folder.names == ["it.index"])
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
    }

    @Test("What a killed process left behind goes; what is being written, and what is no draft, stays")
    func leftBehind() throws {
        let names = [
            "it.index.draft-12-34", "it.index.draft-12", "it.index.draft-a-1", "it.index.bak",
            "other.index.draft-12-34",
        ]
        for name in names {
            _ = FileManager.default.createFile(atPath: "\(folder.path)/\(name)", contents: Data())
        }
        let draft = try IndexDraft(for: target)
        let other = try IndexDraft(for: target)
        #expect(try folder.names.count == names.count + 1)
        #expect(try !folder.names.contains("it.index.draft-12-34"))
        #expect(FileManager.default.fileExists(atPath: draft.path))
        #expect(FileManager.default.fileExists(atPath: other.path))
    }

    @Test("Where no draft can be made the reason is told")
    func impossible() throws {
        let path = "\(folder.path)/no/such/it.index"
        let error = #expect(throws: IndexWritingError.self) { _ = try IndexDraft(for: path) }
        #expect(error?.number == ENOENT)
    }
}
