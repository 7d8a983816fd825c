import Formats
import Foundation
import Model
import Synchronization
import Terminal

/// How far an import is, in one line on standard error that is written over and over and gone at the end. Nothing
/// where that is no terminal; with `verbose` each phase has a line there.
final class ProgressLine: Sendable {
    private struct State {
        var phase: ImportProgress.Phase?
        var drawnAt: ContinuousClock.Instant?
        var isShown = false
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let isTerminal: Bool
    private let verbose: Bool
    private let isASCII: Bool

    init(verbose: Bool = false) {
        self.verbose = verbose
        isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        isASCII = !TextEncoding.asksForUTF8
    }

    /// At most ten times a second, and whenever a phase begins.
    func show(_ progress: ImportProgress) {
        state.withLock { state in
            let isNew = state.phase != progress.phase
            state.phase = progress.phase
            guard isTerminal else {
                if isNew && verbose { StandardError.write("whofunds: \(progress.phase.words)") }
                return
            }
            let now = ContinuousClock.now
            // What takes no time to tell shows nothing at all.
            if now - start < .milliseconds(300) { return }
            if !isNew, let drawnAt = state.drawnAt, now - drawnAt < .milliseconds(100) { return }
            state.drawnAt = now
            state.isShown = true
            draw(ProgressPicture(progress, elapsed: now - start, width: columns - 1, isASCII: isASCII).text)
        }
    }

    /// Leaves no trace.
    func erase() {
        state.withLock { state in
            if state.isShown { draw("") }
            state.isShown = false
        }
    }

    private func draw(_ text: String) {
        // Back to the beginning of the line, and what stood there goes.
        let bytes = Array("\r\(text)\u{1B}[K".utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private var columns: Int {
        var window = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
            ? Int(window.ws_col) : 80
    }
}
