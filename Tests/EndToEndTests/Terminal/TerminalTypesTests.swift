import Testing

@Suite("Kinds of terminals", .serialized)
struct TerminalTypesTests {
    @Test(
        "it draws on old and new terminals",
        arguments: ["vt100", "linux", "screen", "rxvt", "xterm-256color"])
    func draws(type: String) async throws {
        let session = try TmuxSession(.probe, environment: ["TERM": type])
        let screen = try await session.waitFor("drawn ├──▓┄? ◆ Бишкек 日本 é")
        #expect(screen[23].count == 80)
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }

    @Test("a terminal it cannot use is named, with a way out")
    func refused() async throws {
        let refusals = [
            ("dumb", "a terminal of type \"dumb\" cannot move its cursor"),
            ("no-such-terminal", "the terminal type \"no-such-terminal\" is not known here"),
            ("", "TERM is not set"),
        ]
        for (type, message) in refusals {
            let terminal = try PseudoTerminal(.probe, environment: ["TERM": type])
            #expect(try await terminal.waitForEnd() == .exited(2))
            let output = terminal.output
            #expect(output.contains("whofunds: \(message)"))
            #expect(output.contains("TERM=xterm-256color whofunds"))
            #expect(!output.contains("\u{1B}"))
            #expect(terminal.settings == terminal.settingsAtStart)
        }
    }

    @Test("without a terminal it says so and writes nothing")
    func noTerminal() throws {
        let outcome = try BuiltProgram.probe.run([])
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("whofunds: standard input is not a terminal"))
    }

    @Test(
        "pure ASCII where more cannot be shown",
        arguments: [(["LC_ALL": "C"], []), (["LANG": nil], []), ([:], ["--ascii"])]
            as [([String: String?], [String])])
    func ascii(environment: [String: String?], arguments: [String]) async throws {
        let session = try TmuxSession(.probe, arguments, environment: environment)
        let screen = try await session.waitFor("drawn +--#-? * Biskek ? ?  e")
        #expect(screen.allSatisfy { $0.allSatisfy(\.isASCII) })
        #expect(screen[23].last == "+")
    }

    @Test("a UTF-8 locale that is not installed here is UTF-8 all the same")
    func foreignLocale() async throws {
        let session = try TmuxSession(.probe, environment: ["LANG": "tlh_QO.UTF-8"])
        try await session.waitFor("Бишкек 日本")
    }

    @Test("colours where there are some; weight alone where there are none or none are wanted")
    func colours() async throws {
        let colours = #/\e\[[0-9;]*(3[1-8])[0-9;]*m/#
        func screen(_ arguments: [String], _ type: String) async throws -> String {
            let session = try TmuxSession(.probe, arguments, environment: ["TERM": type])
            try await session.waitFor("seen []")
            return try session.colouredScreen
        }
        #expect(try await screen([], "xterm-256color").contains("\u{1B}[38;5;31m"))
        #expect(try await screen([], "linux").contains("\u{1B}[36m"))
        #expect(try await screen([], "linux").contains("\u{1B}[31m"))
        for (arguments, type) in [(["--plain"], "xterm-256color"), ([], "vt100")] {
            let plain = try await screen(arguments, type)
            #expect(plain.firstMatch(of: colours) == nil)
            #expect(plain.contains("\u{1B}[1m"))
        }
    }
}
