import Testing

@Suite("Work that takes long", .serialized)
struct TerminalWorkTests {
    @Test("it says that it works, and Esc stops it and leaves all as it was")
    func stop() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.keys("a")
        try await session.waitFor("seen [a]")
        try session.keys("s")
        try await session.waitFor("busy [working on 1]")
        try session.keys("Escape")
        try await session.waitFor("said stopped")
        try await session.waitFor("busy []")
        try await session.waitFor("last key(TUI.Key.character(\"a\"))")
    }

    @Test("keys that come meanwhile wait for their turn")
    func later() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.keys("n", "a", "b")
        try await session.waitFor("seen [ab]")
        try await session.waitFor("said rested")
        try await session.waitFor("busy []")
    }

    @Test("what is typed on begins the work anew with all that was typed")
    func typing() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.keys("s")
        try await session.waitFor("busy [working on 1]")
        try session.keys("s")
        try await session.waitFor("busy [working on 2]")
        try session.keys("s")
        try await session.waitFor("busy [working on 3]")
    }

    @Test("a signal ends the program in the middle of work")
    func signal() async throws {
        let terminal = try PseudoTerminal(.probe)
        try await terminal.waitFor("drawn")
        terminal.type("s")
        try await terminal.waitFor("working on")
        terminal.signal(15)
        #expect(try await terminal.waitForEnd() == .exited(128 + 15))
        #expect(terminal.settings == terminal.settingsAtStart)
    }
}
