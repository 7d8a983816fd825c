import Foundation

/// A program on a bare pseudo-terminal: for the bytes it writes, the settings it leaves and the time it
/// takes. For what a user sees, ``TmuxSession``.
final class PseudoTerminal {
    enum End: Equatable {
        case exited(Int32)
        case signalled(Int32)
    }

    let processID: pid_t
    /// The settings before the program started.
    let settingsAtStart: [UInt8]
    private var main: Int32
    private var bytes: [UInt8] = []
    private var end: End?

    init(
        _ program: BuiltProgram, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
        environment: [String: String] = [:]
    ) throws {
        main = try Self.open()
        settingsAtStart = Self.settings(of: main)
        Self.resize(main, width, height)
        let environment = Surroundings.environment.merging(environment) { $1 }
        let name = Self.name(of: main)
        processID = try Spawn.start(
            [program.path] + arguments, environment: environment, streams: [name, name, name],
            ownSession: true)
    }

    deinit {
        if end == nil {
            kill(processID, SIGKILL)
            var status: Int32 = 0
            waitpid(processID, &status, 0)
        }
        hangUp()
    }

    // MARK: - What the user does

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(main, bytes, bytes.count)
    }

    func resize(width: Int, height: Int) { Self.resize(main, width, height) }

    func signal(_ number: Int32) { kill(processID, number) }

    /// Closes the window: the line drops.
    func hangUp() {
        if main >= 0 { close(main) }
        main = -1
    }

    // MARK: - What comes back

    /// All that the program has written so far.
    var output: String {
        drain()
        return String(decoding: bytes, as: UTF8.self)
    }

    var outputCount: Int {
        drain()
        return bytes.count
    }

    @discardableResult
    func waitFor(_ text: String, seconds: Double = 30) async throws -> String {
        try await Patience.wait(seconds, for: "\"\(text)\"", otherwise: { output.debugDescription }) {
            let output = output
            return output.contains(text) ? output : nil
        }
    }

    /// Waits until the program sleeps with all its output read.
    func waitUntilIdle() async throws {
        _ = try await Patience.wait(for: "rest") {
            let before = outputCount
            usleep(50_000)
            return outputCount == before && ProcessFacts(processID).isSleeping ? true : nil
        }
    }

    /// The line's settings (termios) as they are now, to be compared.
    var settings: [UInt8] { Self.settings(of: main) }

    func waitForEnd(seconds: Double = 30) async throws -> End {
        try await Patience.wait(seconds, for: "the end", otherwise: { output.debugDescription }) {
            drain()
            var status: Int32 = 0
            if end == nil, waitpid(processID, &status, WNOHANG) == processID {
                end = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
                drain()
            }
            return end
        }
    }

    private func drain() {
        guard main >= 0 else { return }
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(main, &chunk, chunk.count)
            if count <= 0 { return }
            bytes += chunk.prefix(count)
        }
    }

    // MARK: - The system's side

    private static func open() throws -> Int32 {
        let main = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        var locked: Int32 = 0
        guard main >= 0, ioctl(main, Self.setLock, &locked) == 0 else {
            throw Patience.Exhausted(description: "no pseudo-terminal: errno \(errno)")
        }
        return main
    }

    private static func name(of main: Int32) -> String {
        var number: UInt32 = 0
        _ = ioctl(main, Self.getNumber, &number)
        return "/dev/pts/\(number)"
    }

    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, macros that Swift cannot import; posix_openpt is
    // hidden from it as well.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    private static func resize(_ main: Int32, _ width: Int, _ height: Int) {
        var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(main, UInt(TIOCSWINSZ), &size)
    }

    private static func settings(of main: Int32) -> [UInt8] {
        var settings = termios()
        tcgetattr(main, &settings)
        return withUnsafeBytes(of: settings) { Array($0) }
    }
}
