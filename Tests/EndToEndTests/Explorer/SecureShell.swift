import Foundation

/// A real sshd on the loopback interface, for this user, with keys of its own.
final class SecureShell {
    private let folder = NSTemporaryDirectory() + "whofunds-ssh-\(UUID().uuidString)"
    private let port = Int.random(in: 20_000...50_000)
    private var server: pid_t = 0

    init() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for key in ["host", "user"] {
            _ = try BuiltProgram.run(
                "/usr/bin/env", ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
        }
        let settings = """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(folder)/host
            AuthorizedKeysFile \(folder)/user.pub
            PidFile none
            StrictModes no
            UsePAM no
            AcceptEnv LC_* XDG_*
            PasswordAuthentication no
            """
        try settings.write(toFile: "\(folder)/config", atomically: true, encoding: .utf8)
        server = try Spawn.start(
            ["/usr/sbin/sshd", "-D", "-e", "-f", "\(folder)/config"], environment: Surroundings.environment,
            streams: ["/dev/null", "\(folder)/log", "\(folder)/log"])
    }

    deinit {
        kill(server, SIGTERM)
        _ = Spawn.wait(for: server)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The words of a command that runs `remote` on the other side.
    func command(_ remote: String, options: [String] = []) -> [String] {
        ["ssh", "-F", "none", "-p", "\(port)", "-i", "\(folder)/user", "-o", "StrictHostKeyChecking=no"]
            + ["-o", "UserKnownHostsFile=\(folder)/known", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes"]
            + options + ["\(NSUserName())@127.0.0.1", remote]
    }

    /// Runs `remote`, once the server is up.
    func run(_ remote: String, options: [String] = []) async throws -> BuiltProgram.Outcome {
        var last = BuiltProgram.Outcome(status: 255, output: "", errors: "")
        return try await Patience.wait(for: "sshd", otherwise: { last.errors + self.log }) {
            last = try BuiltProgram.run("/usr/bin/env", command(remote, options: options))
            // 255 is ssh's own failure: the server is not there yet.
            return last.status == 255 ? nil : last
        }
    }

    private var log: String { (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? "" }
}
