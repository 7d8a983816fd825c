import Testing

@Suite("Over SSH", .serialized)
struct SecureShellTests {
    private func remote(_ home: TemporaryHome, _ arguments: String) -> String {
        let variables = home.environment.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
        return "env \(variables) LC_ALL=C.UTF-8 \(BuiltProgram.whofunds.path) \(arguments)"
    }

    @Test(
        "commands answer as they do here",
        arguments: [
            "bomca", "show ilo --format json", "chain calm",
            "timeline --theme labour-migration --from 2004 --to 2013 --width 100",
            "conflicts --documented --format json", "discrepancies", "cite bomca",
        ])
    func commands(arguments: String) async throws {
        let home = try TemporaryHome()
        let server = try SecureShell()
        let there = try await server.run(remote(home, arguments))
        let here = try BuiltProgram.run("/bin/sh", ["-c", remote(home, arguments)])
        #expect(there.status == 0)
        #expect(there.output == here.output)
        #expect(there.output.count > 200)
        #expect(!there.output.contains("\u{1B}"))
        #expect(there.errors.isEmpty)
    }

    @Test("the explorer runs, and its end is ssh's end")
    func explorer() async throws {
        let home = try TemporaryHome()
        let server = try SecureShell()
        _ = try await server.run("true")
        let session = try TmuxSession(command: server.command(remote(home, ""), options: ["-t"]))
        try await session.waitFor("projects", seconds: 60)
        try session.keys("6", "Enter")
        try await session.waitFor("what came of it")
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }
}
