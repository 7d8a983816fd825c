import Foundation
import Testing

@Suite("Leaving", .serialized)
struct TerminalLeavingTests {
    /// A probe that has drawn its first picture.
    private func start(_ environment: [String: String] = [:]) async throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(.probe, environment: environment)
        try await terminal.waitFor("drawn")
        try await terminal.waitUntilIdle()
        #expect(terminal.settings != terminal.settingsAtStart)
        return terminal
    }

    private func expectRestored(_ terminal: PseudoTerminal) {
        #expect(terminal.settings == terminal.settingsAtStart)
        let output = terminal.output
        #expect(output.contains("\u{1B}[?2004l"))
        #expect(output.contains("\u{1B}[?1049l"))
        #expect(output.contains("\u{1B}[?25h"))
        #expect(output.contains("\u{1B}[?1l\u{1B}>"))
    }

    @Test("q gives the terminal back")
    func quit() async throws {
        let terminal = try await start()
        terminal.type("q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        expectRestored(terminal)
        #expect(terminal.output.hasSuffix("ended: quit\r\n"))
    }

    @Test("an error that is thrown gives the terminal back before it is told")
    func thrown() async throws {
        let terminal = try await start()
        terminal.type("t")
        #expect(try await terminal.waitForEnd() == .exited(3))
        expectRestored(terminal)
        #expect(terminal.output.hasSuffix("thrown: AsWished()\r\n"))
    }

    @Test("signals end it in order, with the shell's status", arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM])
    func signals(number: Int32) async throws {
        let terminal = try await start()
        terminal.signal(number)
        #expect(try await terminal.waitForEnd() == .exited(128 + number))
        expectRestored(terminal)
        #expect(terminal.output.hasSuffix("ended: signal(\(number))\r\n"))
    }

    @Test(
        "a crash gives the terminal back, says so in one line, and dies of its signal",
        arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE])
    func crash(number: Int32) async throws {
        let terminal = try await start(["SWIFT_BACKTRACE": "enable=yes"])
        terminal.signal(number)
        #expect(try await terminal.waitForEnd() == .signalled(number))
        expectRestored(terminal)
        let lines = terminal.output.split(separator: "\r\n")
        let line = try #require(lines.last { $0.contains("crashed") })
        #expect(line.hasSuffix("; the terminal has been restored"))
    }

    @Test("a Swift trap, a segmentation fault and a stack that overflows are crashes too")
    func realCrashes() async throws {
        for (key, names) in [("x", ["SIGILL", "SIGTRAP"]), ("c", ["SIGSEGV"]), ("C", ["SIGSEGV"])] {
            let terminal = try await start()
            terminal.type(key)
            let end = try await terminal.waitForEnd(seconds: 60)
            #expect([.signalled(SIGILL), .signalled(SIGTRAP), .signalled(SIGSEGV)].contains(end))
            expectRestored(terminal)
            #expect(names.contains { terminal.output.contains("crashed (\($0)); the terminal has been") })
        }
    }

    @Test("without a terminal a crash is one line too")
    func crashWithoutTerminal() throws {
        let outcome = try BuiltProgram.probe.run(["--crash"], environment: ["SWIFT_BACKTRACE": "enable=yes"])
        #expect([128 + SIGILL, 128 + SIGTRAP].contains(outcome.status))
        let lines = outcome.errors.split(separator: "\n").filter { !$0.contains("Fatal error") }
        #expect(lines == ["whofunds: crashed (SIGILL)"] || lines == ["whofunds: crashed (SIGTRAP)"])
    }

    @Test("a program that is stuck heeds the second demand")
    func stuck() async throws {
        let terminal = try await start()
        terminal.type("w")
        try await Task.sleep(for: .milliseconds(300))
        let end = try await Patience.wait(for: "the end") {
            terminal.signal(SIGTERM)
            return ProcessFacts(terminal.processID).isGone ? true : nil
        }
        #expect(end)
        #expect(try await terminal.waitForEnd() == .exited(128 + SIGTERM))
        expectRestored(terminal)
    }

    @Test("a line that drops ends it, even where hang-ups are ignored", arguments: [false, true])
    func hangUp(isIgnored: Bool) async throws {
        let terminal = try PseudoTerminal(
            .shell, ["-c", (isIgnored ? "trap '' HUP; " : "") + "exec \"$0\"", BuiltProgram.probe.path])
        try await terminal.waitFor("drawn")
        try await terminal.waitUntilIdle()
        let before = ProcessFacts(terminal.processID).processorTime
        terminal.hangUp()
        let facts = try await Patience.wait(for: "the end") {
            let facts = ProcessFacts(terminal.processID)
            return facts.isGone ? facts : nil
        }
        #expect(facts.processorTime - before < 20)
        #expect(try await terminal.waitForEnd() == .exited(129))
    }

    @Test("the shell's screen is back after the end")
    func shellScreen() async throws {
        let session = try TmuxSession.shell()
        try session.type("echo before-$((1+1)); stty -a >/tmp/none; \(BuiltProgram.probe.path)\n")
        try await session.waitFor("drawn")
        try session.keys("q")
        let screen = try await session.waitFor("ended: quit")
        #expect(screen.contains("before-2"))
        #expect(!screen.contains { $0.hasPrefix("drawn") })
        #expect(try session.cursor != nil)
    }
}
