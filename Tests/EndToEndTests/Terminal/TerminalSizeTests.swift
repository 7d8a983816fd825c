import Testing

@Suite("Sizes", .serialized)
struct TerminalSizeTests {
    @Test("the picture follows the terminal's size, down to one cell and back")
    func resize() async throws {
        let session = try TmuxSession(.probe, width: 80, height: 24)
        try await session.waitFor("size 80x24")
        for (width, height) in [(40, 10), (200, 60), (1, 1), (120, 40), (2, 2), (80, 24)] {
            try session.resize(width: width, height: height)
            if width > 20 {
                let screen = try await session.waitFor("size \(width)x\(height) told \(width)x\(height)")
                #expect(screen[height - 1].count == width && screen[height - 1].last == "┘")
            } else {
                // What ncurses makes of a single column differs; that nothing breaks is enough.
                try await session.waitFor("a small picture") { !$0.joined().contains("told") }
            }
        }
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }

    @Test("it starts in one cell, and grows")
    func oneCell() async throws {
        let session = try TmuxSession(.probe, width: 1, height: 1)
        _ = try await Patience.wait(for: "the second screen") {
            try session.value("#{alternate_on}") == "1" ? true : nil
        }
        try session.resize(width: 80, height: 24)
        try await session.waitFor("size 80x24 told 80x24")
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }

    @Test("a line without a size has the one that its terminal's description gives")
    func noSize() async throws {
        let terminal = try PseudoTerminal(.probe, width: 0, height: 0)
        try await terminal.waitFor("size 80x24")
    }

    @Test("stale LINES and COLUMNS do not decide")
    func staleEnvironment() async throws {
        let session = try TmuxSession(.probe, environment: ["LINES": "5", "COLUMNS": "30"])
        try await session.waitFor("size 80x24")
        try session.resize(width: 60, height: 12)
        try await session.waitFor("size 60x12")
    }

    @Test("the cursor is where the picture has it, and hidden where it has none")
    func cursor() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.keys("a", "b")
        try await session.waitFor("seen [ab]")
        let cursor = try #require(try session.cursor)
        #expect(cursor == (8, 3))
        try session.resize(width: 80, height: 3)
        try await session.waitFor("size 80x3")
        #expect(try session.cursor == nil)
    }
}
