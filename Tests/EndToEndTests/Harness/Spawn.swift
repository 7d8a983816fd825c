import Foundation

/// Starting programs. Not Foundation's `Process`, which waits for all descendants (a tmux server never ends)
/// and can give no program a terminal of its own.
enum Spawn {
    /// Starts `words` with its three streams open on `streams`. In a session of its own the first terminal
    /// among them becomes the program's terminal.
    static func start(
        _ words: [String], environment: [String: String], streams: [String], ownSession: Bool = false
    ) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for (number, path) in streams.enumerated() {
            let flags = O_RDWR | O_CREAT
            posix_spawn_file_actions_addopen(&files, Int32(number), path, flags, 0o600)
        }
        // Foundation takes a program for running as long as anybody holds the end of a socket that it gave to it: what
        // is started meanwhile must not. To close what is not open is no error.
        for number in Int32(streams.count)..<256 { posix_spawn_file_actions_addclose(&files, number) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        let ownSessionFlag: Int32 = ownSession ? 0x80 : 0
        let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | ownSessionFlag
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var arguments = words.map { strdup($0) }
        var values = environment.map { strdup("\($0)=\($1)") }
        defer { (arguments + values).forEach { free($0) } }
        arguments.append(nil)
        values.append(nil)
        var child: pid_t = 0
        let error = posix_spawnp(&child, words[0], &files, &attributes, arguments, values)
        guard error == 0 else {
            throw Patience.Exhausted(description: "\(words[0]): \(String(cString: strerror(error)))")
        }
        return child
    }

    /// Waits for the end of `child`; 128 and the number where a signal ended it.
    static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return exitStatus(status)
    }

    /// The status as a shell gives it, from what the kernel says.
    static func exitStatus(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}
