import Testing

@Suite("Keys in a terminal", .serialized)
struct TerminalKeysTests {
    @Test(
        "keys come through ncurses whatever the terminal sends for them",
        arguments: ["xterm-256color", "vt100", "linux", "screen"])
    func keys(type: String) async throws {
        let session = try TmuxSession(.probe, environment: ["TERM": type])
        try await session.waitFor("last none")
        let table: [(bytes: String, key: String)] = [
            ("a", "character(\"a\")"), ("ж", "character(\"ж\")"), ("\u{1B}[A", "up"), ("\u{1B}OB", "down"),
            ("\u{1B}[H", "home"), ("\u{1B}[4~", "end"), ("\u{1B}OH", "home"), ("\u{1B}[F", "end"),
            ("\u{1B}[1~", "home"), ("\u{1B}[8~", "end"), ("\u{1B}[5~", "pageUp"), ("\u{1B}[6~", "pageDown"),
            ("\r", "enter"), ("\t", "tab"), ("\n", "enter"), ("\u{1B}[Z", "backTab"),
            ("\u{7F}", "backspace"), ("\u{1B}[3~", "delete"), ("\u{08}", "backspace"),
            ("\u{1B}", "escape"), ("\u{1B}x", "alt(\"x\")"), ("\u{1B}[1;5D", "left"),
            ("\u{1B}OP", "function(1)"), ("\u{1B}[24~", "function(12)"), ("\u{03}", "control(\"c\")"),
            ("\u{13}", "control(\"s\")"), ("\u{11}", "control(\"q\")"), ("\u{1A}", "control(\"z\")"),
            ("\u{1C}", "control(\"\\\\\")"), ("b", "character(\"b\")"),
        ]
        for (bytes, key) in table {
            try session.bytes(bytes)
            let name = key.split(separator: "(")[0]
            try await session.waitFor("last key(TUI.Key.\(name)\(key.dropFirst(name.count)))")
        }
        // Nothing of the sequences was typed.
        try await session.waitFor("seen [aжb]")
    }

    @Test("sequences nobody knows are not typed")
    func unknown() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.bytes("\u{1B}[99;7~\u{1B}[<35;3;4m\u{1B}]11;rgb:0/0/0\u{07}a")
        try await session.waitFor("seen [a]")
    }

    @Test("keys that wait are read before one drawing")
    func oneDrawing() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("frame 1")
        try session.type(String(repeating: "j", count: 60))
        let screen = try await session.waitFor("seen [\(String(repeating: "j", count: 60))]")
        let frame = screen.lazy.compactMap { $0.wholeMatch(of: #/frame (\d+)/#) }.first
        let count = try #require(frame.flatMap { Int($0.1) })
        #expect(count < 20)
    }

    @Test("a pasted text is typed as one line and runs nothing")
    func paste() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.paste("ab\ndé \u{01}f")
        try await session.waitFor("seen [ab dé f]")
    }

    @Test("the mouse speaks when asked for, and is silent otherwise")
    func mouse() async throws {
        let session = try TmuxSession(.probe, ["--mouse"], environment: ["TERM": "xterm-256color"])
        try await session.waitFor("last none")
        try session.bytes("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
        try await session.waitFor("last mouse(TUI.Event.Button.press, TUI.Point(x: 4, y: 2))")
        try session.bytes("\u{1B}[<64;1;1M")
        try await session.waitFor("last mouse(TUI.Event.Button.wheelUp")
        try session.bytes("\u{1B}[<65;1;1M")
        try await session.waitFor("last mouse(TUI.Event.Button.wheelDown")
        #expect(try session.value("#{mouse_any_flag}") == "1")

        let quiet = try TmuxSession(.probe, environment: ["TERM": "xterm-256color"])
        try await quiet.waitFor("last none")
        #expect(try quiet.value("#{mouse_any_flag}") == "0")
    }
}
