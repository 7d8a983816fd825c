import Foundation
import Synchronization
import Testing

@testable import Formats
@testable import Model

@Suite("Importing files into an index")
struct DataImportTests {
    private let folder: DataFolder

    init() throws {
        folder = try DataFolder()
        try folder.write("one.xml", ["XX-1-a", "XX-1-b"])
        try folder.write("two.xml", ["XX-2-a"])
    }

    @Test("A folder becomes an index with its activities")
    func fresh() throws {
        let summary = try folder.run()
        #expect(summary.files == 2 && summary.read == 2 && summary.unchanged == 0 && !summary.isUpToDate)
        #expect(summary.activities == 3 && summary.merged == 0 && summary.transactions == 3)
        #expect(try folder.activities == ["XX-1-a", "XX-1-b", "XX-2-a"])
        #expect(try folder.beside == ["it.index"])
    }

    @Test("An identifier in several files is one activity")
    func merged() throws {
        try folder.write("three.xml", ["XX-1-b", "XX-3-a", "XX-1-b"])
        let summary = try folder.run()
        #expect(summary.activities == 4 && summary.merged == 2)
        #expect(try folder.activities.count == 4)
    }

    @Test("Importing the same again does nothing, and tells the same")
    func again() throws {
        let first = try folder.run()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.index))
        let second = try folder.run()
        #expect(second.isUpToDate && second.read == 0 && second.unchanged == 2)
        #expect(second.activities == first.activities && second.problems == first.problems)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.index)) == before)
    }

    @Test("The same files make the same index, to the last byte")
    func reproducible() throws {
        try folder.run()
        let first = try Data(contentsOf: URL(fileURLWithPath: folder.index))
        try FileManager.default.removeItem(atPath: folder.index)
        try folder.run()
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.index)) == first)
    }

    @Test("A file that was only touched is not read again")
    func touched() throws {
        try folder.run()
        utimes("\(folder.path)/one.xml", [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)])
        #expect(try folder.run().isUpToDate)
        // From then on it is known by what the file system says of it.
        let stamp = ExtractFile.Stamp(path: "\(folder.path)/one.xml")
        #expect(KeptExtracts(index: folder.index)?.files.first?.file.stamp == stamp)
        #expect(try folder.beside == ["it.index"] && folder.activities.count == 3)
    }

    @Test("Of files that changed only these are read; the index is as if all had been")
    func changed() throws {
        try folder.run()
        try folder.write("one.xml", ["XX-1-a", "XX-1-c"], title: "Dams")
        let summary = try folder.run()
        #expect(summary.read == 1 && summary.unchanged == 1 && summary.removed == 0 && !summary.isUpToDate)
        #expect(try folder.titles == ["Dams XX-1-a", "Dams XX-1-c", "Wells XX-2-a"])
        let (kept, files) = (try folder.contents(), summary.files)
        try FileManager.default.removeItem(atPath: folder.index)
        #expect(try folder.run().files == files)
        #expect(try folder.contents() == kept)
    }

    @Test("A file that is gone takes its activities with it; a new one brings its own")
    func removedAndAdded() throws {
        try folder.run()
        try folder.remove("one.xml")
        try folder.write("three.xml", ["XX-3-a"])
        let summary = try folder.run()
        #expect(summary.removed == 1 && summary.read == 1 && summary.unchanged == 1)
        #expect(try folder.activities == ["XX-2-a", "XX-3-a"])
    }

    @Test("A file under another name is not read again, and its new name stands in the index")
    func renamed() throws {
        try folder.run()
        try FileManager.default.moveItem(atPath: "\(folder.path)/one.xml", toPath: "\(folder.path)/zero.xml")
        let summary = try folder.run()
        #expect(summary.read == 0 && summary.unchanged == 2 && !summary.isUpToDate)
        #expect(
            KeptExtracts(index: folder.index)?.files.map(\.file.name).contains("\(folder.path)/zero.xml")
                == true)
        #expect(try folder.activities.count == 3)
    }

    @Test("Another language compiles anew without reading")
    func language() throws {
        try folder.run()
        let summary = try folder.run(language: "fr")
        #expect(summary.read == 0 && summary.unchanged == 2 && !summary.isUpToDate)
    }

    @Test("Where there is nothing to import the index stays")
    func nothing() throws {
        try folder.run()
        try folder.remove("one.xml")
        try folder.remove("two.xml")
        let error = #expect(throws: ImportError.self) { try folder.run() }
        guard case .nothing = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.activities.count == 3)
        #expect(try folder.beside == ["it.index"])
    }

    @Test("A path that is not there is told before anything is done")
    func missing() throws {
        try folder.run()
        let error = #expect(throws: ImportError.self) { try folder.run([folder.path, "/no/such"]) }
        guard case .missing("/no/such") = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("What is no index is not written over")
    func notAnIndex() throws {
        let bytes = Data("my precious".utf8)
        try bytes.write(to: URL(fileURLWithPath: folder.index))
        #expect(throws: ImportError.self) { try folder.run() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.index)) == bytes)
    }

    @Test(
        "A damaged extract, or one that is missing, is told, and the index stays",
        arguments: ["UPDATE extract SET body = x'0102' WHERE key = 1", "DELETE FROM extract WHERE key = 1"])
    func damaged(change: String) throws {
        try folder.run()
        try folder.alterIndex(change)
        try folder.write("two.xml", ["XX-2-b"])
        let error = #expect(throws: ImportError.self) { try folder.run() }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.activities == ["XX-1-a", "XX-1-b", "XX-2-a"])
    }

    @Test(
        "An import that is stopped, at any time, leaves the index as it was", arguments: [0, 1, 2, 3, 5, 8])
    func stopped(after: Int) throws {
        try folder.run()
        try folder.write("two.xml", (1...600).map { "XX-2-\($0)" })
        let stop = ImportStop()
        let told = Mutex(0)
        #expect(throws: CancellationError.self) {
            try folder.run(stop: stop) { _ in
                let count = told.withLock { told in
                    defer { told += 1 }
                    return told
                }
                if count == after { stop.ask() }
            }
        }
        #expect(try folder.activities == ["XX-1-a", "XX-1-b", "XX-2-a"])
        #expect(try folder.beside == ["it.index"])
        #expect(try folder.run().activities == 602)
    }

    @Test("Two imports into one index at once both end well")
    func together() async throws {
        let folder = folder
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...4 { group.addTask { try folder.run().activities } }
            for try await activities in group { #expect(activities == 3) }
        }
        #expect(try folder.activities.count == 3)
        #expect(try folder.beside == ["it.index"])
    }

    @Test("Progress tells all phases in their order")
    func progress() throws {
        let phases = Mutex<[ImportProgress.Phase]>([])
        try folder.run { progress in
            phases.withLock { if $0.last != progress.phase { $0.append(progress.phase) } }
        }
        let expected: [ImportProgress.Phase] =
            [.finding, .reading, .mapping] + IndexWatch.Phase.allCases.map { .compiling($0) }
        #expect(phases.withLock { $0 } == expected)
    }
}
