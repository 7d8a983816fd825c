import Foundation
import Model
import Testing

@Suite("Marks and notes")
struct NoteStoreTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/deep/er/notes.sqlite"
    }

    @Test("a mark is set and lifted")
    func marks() throws {
        let store = try NoteStore(path: path)
        #expect(try store.toggleMark("calm", in: "sample"))
        #expect(try store.note(on: "calm", in: "sample")?.isMarked == true)
        #expect(try !store.toggleMark("calm", in: "sample"))
        #expect(try store.note(on: "calm", in: "sample") == nil)
        #expect(try store.toggleMark("calm", in: "sample"))
    }

    @Test("a note is written, replaced, and removed by an empty one")
    func texts() throws {
        let store = try NoteStore(path: path)
        let text = "rival? «quoted» 'x'; DROP TABLE note; 移民\nsecond line"
        try store.write(text, on: "calm", in: "sample")
        #expect(try store.note(on: "calm", in: "sample")?.text == text)
        try store.write("shorter", on: "calm", in: "sample")
        #expect(try store.notes(in: "sample").map(\.text) == ["shorter"])
        try store.write("", on: "calm", in: "sample")
        #expect(try store.notes(in: "sample").isEmpty)
        try store.write("", on: "never", in: "sample")
        #expect(try store.notes(in: "sample").isEmpty)
    }

    @Test("a mark outlives its note and a note its mark")
    func markAndNote() throws {
        let store = try NoteStore(path: path)
        _ = try store.toggleMark("calm", in: "sample")
        try store.write("a remark", on: "calm", in: "sample")
        try store.write("", on: "calm", in: "sample")
        #expect(try store.note(on: "calm", in: "sample")?.isMarked == true)
        try store.write("a remark", on: "calm", in: "sample")
        #expect(try !store.toggleMark("calm", in: "sample"))
        #expect(try store.note(on: "calm", in: "sample")?.text == "a remark")
    }

    @Test("datasets do not see each other's notes")
    func datasets() throws {
        let store = try NoteStore(path: path)
        try store.write("mine", on: "calm", in: "sample")
        try store.write("other", on: "calm", in: "another")
        #expect(try store.notes(in: "sample").map(\.text) == ["mine"])
        #expect(try store.note(on: "calm", in: "a third") == nil)
    }

    @Test("notes are still there when the store is opened again")
    func reopened() throws {
        try NoteStore(path: path).write("kept", on: "calm", in: "sample")
        let note = try #require(try NoteStore(path: path).note(on: "calm", in: "sample"))
        #expect(note.text == "kept")
        #expect(note.changed.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/) != nil)
    }

    @Test("two stores on one file lose nothing when they write at once")
    func atOnce() async throws {
        let stores = try [NoteStore(path: path), NoteStore(path: path)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, store) in stores.enumerated() {
                group.addTask {
                    for turn in 0..<25 {
                        try store.write("\(turn)", on: "\(index)-\(turn)", in: "sample")
                        _ = try store.toggleMark("both", in: "sample")
                    }
                }
            }
            try await group.waitForAll()
        }
        // Fifty turns of the same mark leave it lifted.
        #expect(try stores[0].notes(in: "sample").count == 50)
        #expect(try stores[1].notes(in: "sample") == stores[0].notes(in: "sample"))
    }

    @Test("a store opened for reading is not made, and not there before it was written")
    func existing() throws {
        #expect(try NoteStore.existing(at: path) == nil)
        #expect(!FileManager.default.fileExists(atPath: path))
        try NoteStore(path: path).write("kept", on: "calm", in: "sample")
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try NoteStore.existing(at: path)?.notes(in: "sample").map(\.text) == ["kept"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(try NoteStore.existing(at: path) == nil)
        try Data(repeating: 7, count: 4096).write(to: URL(fileURLWithPath: path))
        #expect(throws: (any Error).self) { try NoteStore.existing(at: path) }
        #expect(throws: (any Error).self) { try NoteStore.existing(at: "/proc/whofunds/notes.sqlite") }
    }

    @Test("a place where no store can be made is an error")
    func unwritable() throws {
        let file = "\(folder.path)/file"
        try Data("not a folder".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: (any Error).self) { try NoteStore(path: "\(file)/notes.sqlite") }
        #expect(throws: (any Error).self) { try NoteStore(path: "/proc/whofunds/notes.sqlite") }
        #expect(throws: (any Error).self) { try NoteStore(path: folder.path) }
        let garbage = "\(folder.path)/garbage"
        try Data(repeating: 7, count: 4096).write(to: URL(fileURLWithPath: garbage))
        #expect(throws: (any Error).self) { try NoteStore(path: garbage) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: garbage)).count == 4096)
    }

    @Test(
        "the store lies where the user's data lie",
        arguments: [
            (["HOME": "/home/ada"], "/home/ada/.local/share/whofunds/notes.sqlite"),
            (["HOME": "/home/ada", "XDG_DATA_HOME": "/data"], "/data/whofunds/notes.sqlite"),
            (["HOME": "/home/ada", "XDG_DATA_HOME": "data"], "/home/ada/.local/share/whofunds/notes.sqlite"),
            (["HOME": "/home/ada", "XDG_DATA_HOME": ""], "/home/ada/.local/share/whofunds/notes.sqlite"),
        ])
    func place(_ environment: [String: String], _ path: String) {
        #expect(NoteStore.defaultPath(environment) == path)
    }
}
