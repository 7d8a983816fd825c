import Foundation
import Testing

@Suite("The explorer in a terminal", .serialized)
struct ExplorerTests {
    @Test("q gives the terminal back as it was")
    func quit() async throws {
        let home = try TemporaryHome()
        let terminal = try PseudoTerminal(.whofunds, environment: home.environment)
        try await terminal.waitFor("whofunds", seconds: 60)
        try await terminal.waitUntilIdle()
        #expect(terminal.settings != terminal.settingsAtStart)
        terminal.type("2jj4q")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(terminal.settings == terminal.settingsAtStart)
        #expect(terminal.output.contains("\u{1B}[?1049l"))
    }

    @Test("signals end it with the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGINT])
    func signals(number: Int32) async throws {
        let home = try TemporaryHome()
        let terminal = try PseudoTerminal(.whofunds, ["explore", "timeline"], environment: home.environment)
        try await terminal.waitFor("whofunds", seconds: 60)
        try await terminal.waitUntilIdle()
        terminal.signal(number)
        #expect(try await terminal.waitForEnd() == .exited(128 + number))
        #expect(terminal.settings == terminal.settingsAtStart)
    }

    @Test("a crash gives the terminal back and says so")
    func crash() async throws {
        let home = try TemporaryHome()
        let terminal = try PseudoTerminal(.whofunds, ["explore", "timeline"], environment: home.environment)
        try await terminal.waitFor("whofunds", seconds: 60)
        try await terminal.waitUntilIdle()
        terminal.signal(SIGSEGV)
        #expect(try await terminal.waitForEnd(seconds: 60) == .signalled(SIGSEGV))
        #expect(terminal.settings == terminal.settingsAtStart)
        #expect(terminal.output.contains("crashed (SIGSEGV); the terminal has been restored"))
    }

    @Test("going back restores the cursor and the scroll of a list")
    func history() async throws {
        let home = try TemporaryHome()
        let session = try await TmuxSession.explorer(home)
        try session.keys("2")
        try await session.waitFor("1 of ")
        try session.keys("G")
        for _ in 0..<4 { try session.keys("k") }
        // The last but four.
        let list = try await session.waitFor("the cursor at its place") { screen in
            let place = screen[0].split(separator: " ").suffix(3).compactMap { Int($0) }
            return place.count == 2 && place[0] == place[1] - 4 && screen.contains { $0.hasPrefix(" >") }
        }
        try session.keys("Enter")
        try await session.waitFor("show ")
        try session.keys("BSpace")
        // The preview below may be drawn a moment later; the list is what must come back.
        try await session.waitFor("the list as it was") { $0.prefix(12) == list.prefix(12) }
        try session.keys("]")
        try await session.waitFor("show ")
    }

    @Test("marks and notes outlive the session, and two sessions see each other's")
    func marks() async throws {
        let home = try TemporaryHome()
        let first = try await TmuxSession.explorer(home, ["explore", "show", "bomca"])
        let second = try await TmuxSession.explorer(home, ["explore", "projects"])
        try first.keys("M")
        try await first.waitFor("note on ")
        try first.type("ask Gavrilis")
        try first.keys("Enter")
        try await first.waitFor("noted on")
        try first.keys("q")
        #expect(try await first.exitStatus() == 0)
        try second.keys("'")
        try await second.waitFor("ask Gavrilis")
        let listed = try BuiltProgram.whofunds.run(["notes"], environment: home.environment)
        #expect(listed.output.contains("ask Gavrilis"))
    }

    @Test("it survives any size")
    func sizes() async throws {
        let home = try TemporaryHome()
        let session = try await TmuxSession.explorer(home, ["explore", "timeline"], width: 120, height: 40)
        try await session.waitFor("overlap")
        for (width, height) in [(40, 10), (20, 5), (2, 2), (1, 1), (200, 60), (80, 24)] {
            try session.resize(width: width, height: height)
            for view in ["2", "4", "5", "6", "1"] { try session.keys(view) }
        }
        try session.keys("4")
        try await session.waitFor("overlap")
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }

    @Test("it stops and goes on under a shell")
    func suspend() async throws {
        let home = try TemporaryHome()
        let session = try TmuxSession.shell(environment: home.environment.mapValues(Optional.some))
        try await session.waitFor("$")
        try session.type("\(BuiltProgram.whofunds.path) explore projects\n")
        try await session.waitFor("1 of ", seconds: 60)
        try session.keys("C-z")
        try await session.waitFor("Stopped")
        try session.type("fg\n")
        try await session.waitFor("1 of ")
        try session.keys("q")
        try await session.waitFor("a prompt again") { $0.contains { $0.hasSuffix("$") } }
    }

    @Test("an ASCII locale gets ASCII, and no colour is sent where none is wanted")
    func ascii() async throws {
        let home = try TemporaryHome()
        let session = try await TmuxSession.explorer(
            home, ["explore", "timeline"], environment: ["LANG": nil, "LC_ALL": "C", "NO_COLOR": "1"])
        let screen = try await session.waitFor("overlap")
        #expect(screen.allSatisfy { $0.allSatisfy(\.isASCII) })
        let coloured = try session.colouredScreen
        #expect(["31", "36", "91", "96"].allSatisfy { !coloured.contains("\u{1B}[\($0)m") })
    }

    @Test("terminals that cannot do it are told in one line", arguments: ["dumb", "no-such-terminal"])
    func unfit(term: String) async throws {
        let home = try TemporaryHome()
        let terminal = try PseudoTerminal(
            .whofunds, environment: home.environment.merging(["TERM": term]) { $1 })
        #expect(try await terminal.waitForEnd(seconds: 60) == .exited(2))
        #expect(terminal.output.contains(term))
        #expect(terminal.settings == terminal.settingsAtStart)
    }

    @Test("without a terminal it says so")
    func pipe() throws {
        let home = try TemporaryHome()
        let outcome = try BuiltProgram.whofunds.run([], environment: home.environment)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("terminal"))
    }
}
