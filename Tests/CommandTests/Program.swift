import Foundation

/// The built program, run as a script would: no terminal, a home of its own, output into a pipe or file.
enum Program {
    struct Outcome {
        let status: Int32
        let bytes: Data
        let errors: String

        var output: String { String(decoding: bytes, as: UTF8.self) }
        /// Lines of standard output, the line end of the last one left out.
        var lines: [String] {
            var lines = output.replacing("\r\n", with: "\n").split(
                separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            return lines.map(String.init)
        }
    }

    /// Runs `whofunds` with arguments. What is in `environment` is set beside a home of its own.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try run(path, arguments, environment)
    }

    /// Runs a line of the shell, in which `$whofunds` is the program.
    static func shell(_ line: String, _ shell: String = "/bin/sh") throws -> Outcome {
        try run(shell, ["-c", line], ["whofunds": path])
    }

    /// The program, ready to be started, for tests that do something while it runs. What it writes goes nowhere.
    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = surroundings
        (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// A new empty folder that nobody else uses.
    static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "whofunds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// The invented dossier that the screens are tested with.
    static let basin = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("TUITests/Fixtures/basin")

    private static func run(_ path: String, _ arguments: [String], _ environment: [String: String]) throws
        -> Outcome
    {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let streams = ["output", "errors"].map { folder.appendingPathComponent($0) }
        for stream in streams { try Data().write(to: stream) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = surroundings.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: streams[0])
        process.standardError = try FileHandle(forWritingTo: streams[1])
        try process.run()
        process.waitUntilExit()
        let written = try streams.map { try Data(contentsOf: $0) }
        return Outcome(
            status: process.terminationStatus, bytes: written[0],
            errors: String(decoding: written[1], as: UTF8.self))
    }

    private static let path: String = {
        // SwiftPM puts the test bundle, which is a program on Linux, beside the programs it tests.
        let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appendingPathComponent("whofunds").path
    }()

    /// One home for all runs, so that the bundled dossier is compiled once.
    private static let surroundings: [String: String] = {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent(
            "whofunds-home-\(ProcessInfo.processInfo.processIdentifier)"
        ).path
        return [
            "PATH": "/usr/bin:/bin", "HOME": home, "XDG_CACHE_HOME": "\(home)/cache",
            "XDG_DATA_HOME": "\(home)/data", "LANG": "C.UTF-8", "TZ": "UTC",
        ]
    }()
}
