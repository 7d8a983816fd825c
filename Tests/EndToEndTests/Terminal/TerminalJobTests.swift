import Foundation
import Testing

@Suite("Job control", .serialized)
struct TerminalJobTests {
    /// The probe as a job of a shell; its process is the shell's child.
    private func start(_ command: String) async throws -> TmuxSession {
        let session = try TmuxSession.shell()
        try await session.waitFor("$")
        try session.type(command + "\n")
        try await session.waitFor("last none")
        return session
    }

    private func expectShell(_ session: TmuxSession) async throws {
        try await session.waitFor("Stopped")
        try session.type("stty -a | tr ';' '\\n' | grep -c -E '^ ?(-?[a-z]+ )*icanon( |$)'\n")
        try await session.waitFor("the settings") { $0.contains("1") }
        #expect(try session.screen.contains { $0.hasPrefix("drawn") } == false)
    }

    @Test("Ctrl-Z goes to the shell, and fg comes back to the same picture", arguments: 1...2)
    func suspend(times: Int) async throws {
        let session = try await start(BuiltProgram.probe.path)
        try session.keys("a")
        for _ in 1...times {
            try session.keys("z")
            try await expectShell(session)
            try session.type("fg\n")
            let screen = try await session.waitFor("last resumed")
            #expect(screen.contains("seen [a]"))
            #expect(screen.contains { $0.hasPrefix("drawn ├──") })
        }
        try session.keys("b")
        try await session.waitFor("seen [ab]")
        try session.keys("q")
        try await session.waitFor("ended: quit")
    }

    @Test("a resize while it is stopped is seen when it goes on")
    func resizeWhileStopped() async throws {
        let session = try await start(BuiltProgram.probe.path)
        try session.keys("z")
        try await session.waitFor("Stopped")
        try session.resize(width: 100, height: 20)
        try session.type("fg\n")
        try await session.waitFor("size 100x20 told 100x20")
    }

    @Test("signals that stop it from outside do the same", arguments: [SIGTSTP, SIGSTOP])
    func stoppedFromOutside(signal: Int32) async throws {
        let session = try await start(BuiltProgram.probe.path)
        let probe = try #require(ProcessFacts(try session.processID).children.first)
        kill(probe, signal)
        try await session.waitFor("Stopped")
        try session.type("fg\n")
        try await session.waitFor("last resumed")
        try session.keys("a", "q")
        try await session.waitFor("ended: quit")
        try session.type("stty -a | grep -o -- '[-]*icanon'\n")
        try await session.waitFor("the settings") { $0.contains("icanon") }
    }

    @Test("a script that runs it is stopped with it")
    func script() async throws {
        let session = try await start("bash -c '\(BuiltProgram.probe.path); echo script goes on'")
        try session.keys("z")
        try await expectShell(session)
        try session.type("fg\n")
        try await session.waitFor("last resumed")
        try session.keys("q")
        try await session.waitFor("script goes on")
    }

    @Test("without a shell to go to, Ctrl-Z only redraws")
    func noShell() async throws {
        let session = try TmuxSession(.probe)
        try await session.waitFor("last none")
        try session.keys("z")
        try await session.waitFor("last resumed")
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }
}
