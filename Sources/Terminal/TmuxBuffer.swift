import Foundation

/// A paste buffer of the tmux that the program runs in. As delivered, tmux from 3.3 ignores OSC 52 from the
/// programs inside it, wrapped or not, but passes on what its own command is given.
enum TmuxBuffer {
    /// Runs `tmux load-buffer -w -`; false when there is no such tmux or it refused.
    static func load(_ text: String) -> Bool {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        // The pipe holds all that OSC 52 may carry, so nobody need read while this writes.
        let bytes = Array(text.utf8)
        let written = write(ends[1], bytes, bytes.count)
        close(ends[1])
        guard written == bytes.count else { return false }

        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = []
        for argument in ["tmux", "load-buffer", "-w", "-"] { arguments.append(strdup(argument)) }
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "tmux", &files, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            if errno != EINTR { return false }
        }
        return status == 0
    }
}
