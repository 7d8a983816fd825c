import Foundation

/// A program in a terminal emulator of its own: a private tmux server with one pane and no status line.
///
///     let session = try TmuxSession(.whofunds, ["explore"])
///     try await session.waitFor("BOMCA")
///     try session.keys("j", "j", "Enter")
final class TmuxSession: Sendable {
    private let server = "whofunds-\(UUID().uuidString)"

    /// Starts `program`. A value of nil in `environment` takes the variable away; `TMUX` is taken away
    /// unless asked for, as are the tests' own variables.
    convenience init(
        _ program: BuiltProgram, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
        environment: [String: String?] = [:], knowsTmux: Bool = false
    ) throws {
        try self.init(
            command: [program.path] + arguments, width: width, height: height, environment: environment,
            knowsTmux: knowsTmux)
    }

    /// A shell with job control and the prompt `$ `.
    static func shell(
        width: Int = 80, height: Int = 24, environment: [String: String?] = [:]
    ) throws -> TmuxSession {
        let environment = environment.merging(["PS1": "$ ", "HISTFILE": nil]) { $1 }
        return try TmuxSession(
            command: ["bash", "--norc", "--noprofile", "-i"], width: width, height: height,
            environment: environment)
    }

    /// Starts any command.
    init(
        command: [String], width: Int = 80, height: Int = 24, environment: [String: String?] = [:],
        knowsTmux: Bool = false
    ) throws {
        var wanted: [String: String?] = Surroundings.environment
        wanted["TERM"] = "tmux-256color"
        wanted.merge(environment) { $1 }
        var prefix = ["env"]
        for name in ["LC_ALL", "LC_CTYPE", "COLUMNS", "LINES", "NO_COLOR"] { prefix += ["-u", name] }
        if !knowsTmux { prefix += ["-u", "TMUX"] }
        for (name, value) in wanted where value == nil { prefix += ["-u", name] }
        for (name, value) in wanted { if let value { prefix.append("\(name)=\(value)") } }
        try tmux(
            ["-f", "/dev/null", "start-server", ";"]
                + ["set-option", "-g", "status", "off", ";"]
                + ["set-option", "-g", "remain-on-exit", "on", ";"]
                + ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "--"] + prefix + command)
    }

    deinit {
        _ = try? tmux(["kill-server"])
    }

    /// Runs one of tmux's commands on this session's server.
    @discardableResult
    func tmux(_ arguments: [String]) throws -> String {
        let outcome = try BuiltProgram.run("/usr/bin/env", ["tmux", "-u", "-L", server] + arguments)
        guard outcome.status == 0 else {
            throw Patience.Exhausted(description: "tmux \(arguments): \(outcome.errors)")
        }
        return outcome.output
    }

    // MARK: - What the user does

    /// Presses keys by tmux's names: `"j"`, `"Enter"`, `"C-l"`, `"M-x"`, `"PPage"`.
    func keys(_ names: String...) throws {
        try tmux(["send-keys"] + names)
    }

    /// Types text, whatever it looks like.
    func type(_ text: String) throws {
        try tmux(["send-keys", "-l", "--", text])
    }

    /// Sends bytes as they are.
    func bytes(_ text: String) throws {
        try tmux(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    /// Pastes as a terminal does, with the marks around it if the program asked for them.
    func paste(_ text: String) throws {
        try tmux(["set-buffer", "--", text])
        // Line feeds stay what they are.
        try tmux(["paste-buffer", "-p", "-r"])
    }

    func resize(width: Int, height: Int) throws {
        try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
    }

    // MARK: - What the user sees

    /// The rows without trailing blanks.
    var screen: [String] {
        get throws {
            try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
                .map { String($0) }
        }
    }

    /// The screen with the escape sequences of its colours.
    var colouredScreen: String {
        get throws { try tmux(["capture-pane", "-p", "-e"]) }
    }

    /// Waits until the screen holds `text`, and gives it.
    @discardableResult
    func waitFor(_ text: String, seconds: Double = 30) async throws -> [String] {
        try await waitFor("\"\(text)\"", seconds: seconds) { screen in screen.contains { $0.contains(text) } }
    }

    /// Waits until the screen is as wanted, and gives it.
    @discardableResult
    func waitFor(
        _ wanted: String, seconds: Double = 30, where isWanted: ([String]) -> Bool
    ) async throws -> [String] {
        try await Patience.wait(seconds, for: wanted, otherwise: { try screen.joined(separator: "\n") }) {
            let screen = try screen
            return isWanted(screen) ? screen : nil
        }
    }

    /// Column and row of the cursor, or nil where it is hidden.
    var cursor: (x: Int, y: Int)? {
        get throws {
            let values = try value("#{cursor_flag} #{cursor_x} #{cursor_y}").split(separator: " ")
            let numbers = values.compactMap { Int($0) }
            return numbers.count == 3 && numbers[0] == 1 ? (numbers[1], numbers[2]) : nil
        }
    }

    /// The pane's process: the program, or the shell that runs it.
    var processID: pid_t {
        get throws { pid_t(try value("#{pane_pid}")) ?? 0 }
    }

    /// Waits for the program's end and gives its exit status, 128 and the number where a signal ended it.
    func exitStatus(seconds: Double = 30) async throws -> Int32 {
        let format = "#{pane_dead}/#{pane_dead_status}/#{pane_dead_signal}"
        return try await Patience.wait(
            seconds, for: "the end", otherwise: { try screen.joined(separator: "\n") }
        ) {
            let processID = try processID
            let parts = try value(format).split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "1" else { return nil }
            // tmux 3.3 at times leaves a program that has ended unasked.
            return Int32(parts[1]) ?? Int32(parts[2]).map { 128 + $0 }
                ?? ProcessFacts(processID).unclaimedStatus
        }
    }

    /// What tmux says of the pane: `"#{pane_width}"`.
    func value(_ format: String) throws -> String {
        try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
    }
}
