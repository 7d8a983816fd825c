import Foundation

/// A program of this package, run as a user would, without a terminal.
struct BuiltProgram {
    /// What it wrote, and how it ended.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    static let whofunds = BuiltProgram("whofunds")
    static let probe = BuiltProgram("TerminalProbe")

    /// What starts a program in a way of its own.
    static let shell = BuiltProgram(path: "/bin/sh")

    let path: String

    private init(path: String) { self.path = path }

    private init(_ name: String) {
        // SwiftPM puts the test bundle, which is a program on Linux, beside the programs it tests.
        let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        path = bundle.deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Runs the program to its end. `environment` is added to ``Surroundings/environment``.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try Self.run(path, arguments, environment: environment)
    }

    /// Runs any program to its end.
    static func run(
        _ path: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        // Files rather than pipes: what outlives the program cannot keep us waiting.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["output", "errors"].map { folder.appendingPathComponent($0) }
        let child = try Spawn.start(
            [path] + arguments, environment: Surroundings.environment.merging(environment) { $1 },
            streams: ["/dev/null"] + files.map(\.path))
        let status = Spawn.wait(for: child)
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Outcome(status: status, output: texts[0], errors: texts[1])
    }
}

/// What every program under test finds around it, whoever runs the tests.
enum Surroundings {
    static let environment: [String: String] = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "HOME": NSTemporaryDirectory(),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    ]
}
