import Testing

@Suite("On the wire", .serialized)
struct TerminalIdleTests {
    @Test("while nothing happens nothing is sent and nobody wakes")
    func idle() async throws {
        let terminal = try PseudoTerminal(.probe)
        try await terminal.waitFor("drawn")
        try await terminal.waitUntilIdle()
        // Memory is given back once, half a second after the last key.
        try await Task.sleep(for: .seconds(1))
        let (sleeps, bytes) = (ProcessFacts(terminal.processID).sleeps, terminal.outputCount)
        try await Task.sleep(for: .seconds(2))
        #expect(ProcessFacts(terminal.processID).sleeps == sleeps)
        #expect(terminal.outputCount == bytes)
    }

    @Test("a key costs what it changed, and the terminal is asked nothing")
    func bytes() async throws {
        let terminal = try PseudoTerminal(.probe, width: 200, height: 60)
        let start = try await terminal.waitFor("drawn")
        #expect(!start.contains("\u{1B}[c") && !start.contains("\u{1B}[6n"))
        try await terminal.waitUntilIdle()
        let before = terminal.outputCount
        terminal.type("a")
        _ = try await Patience.wait(for: "bytes") { terminal.outputCount > before ? true : nil }
        try await terminal.waitUntilIdle()
        #expect(terminal.outputCount - before < 150)
    }

    @Test("a redraw that is asked for paints every cell")
    func redraw() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("drawn")
        // Somebody else writes on the terminal.
        let tty = try session.value("#{pane_tty}")
        _ = try BuiltProgram.run("/bin/sh", ["-c", "printf 'write from root' >\(tty)"])
        try await session.waitFor("write from root")
        try session.keys("l")
        try await session.waitFor("a clean screen") { screen in
            !screen.contains { $0.contains("write from root") }
        }
    }
}
