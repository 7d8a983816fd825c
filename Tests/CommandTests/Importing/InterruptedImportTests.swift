import Foundation
import Testing

@Suite("An import that does not come to its end")
struct InterruptedImportTests {
    private let folder: PublishedFolder

    /// An index, and more to import into it than is done in a moment.
    init() throws {
        folder = try PublishedFolder()
        try folder.run()
        try folder.write(
            "large.xml", PublishedFolder.file((1...4000).map { PublishedFolder.activity("XX-7-\($0)") }))
    }

    private static let before = ["XX-1-1", "XX-1-2", "XX-1-3", "XX-2-1"]

    /// Without suspending: on a loaded machine a test that does goes on when the import has long ended.
    private func started() throws -> Process {
        let process = Program.process(["import", folder.path, "--into", folder.index])
        try process.run()
        for _ in 1...1000 {
            if try folder.beside.contains(where: { $0.contains(".draft-") }) { break }
            usleep(5000)
        }
        // Somewhere in the midst.
        usleep(.random(in: 0...300_000))
        return process
    }

    @Test(
        "A signal ends it with its status; the index is as it was and nothing is left",
        arguments: [SIGINT, SIGTERM])
    func stopped(signal: Int32) throws {
        let process = try started()
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
        #expect(try folder.beside == ["it.index"])
        #expect(try folder.projects() == Self.before)
    }

    @Test("Killed, it leaves the index as it was, and what it left goes with the next import")
    func killed() throws {
        let process = try started()
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(try folder.projects() == Self.before)
        #expect(try folder.beside.count == 2)
        try FileManager.default.removeItem(atPath: "\(folder.path)/large.xml")
        try folder.write("three.xml", PublishedFolder.file([PublishedFolder.activity("XX-3-1")]))
        #expect(try folder.run().status == 0)
        #expect(try folder.beside == ["it.index"])
        #expect(try folder.projects() == Self.before + ["XX-3-1"])
    }

    @Test("Where there is no room to write, it says so, and the index is as it was")
    func full() throws {
        let outcome = try Program.shell(
            "ulimit -f 1000; \"$whofunds\" import '\(folder.path)' --into '\(folder.index)'", "/bin/bash")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("whofunds: \(folder.index): there is no room to write it"))
        #expect(outcome.bytes.isEmpty)
        #expect(try folder.beside == ["it.index"])
        #expect(try folder.projects() == Self.before)
    }
}
