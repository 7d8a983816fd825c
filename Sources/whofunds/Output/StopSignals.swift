import Dispatch
import Foundation
import Synchronization

/// While it is there, signals that would end the program are told instead. One that comes again after a while was
/// not heard, and ends the program at once.
///
/// They are blocked, and a thread waits for them: it may do whatever code may do, which a handler may not. It must
/// be made before other threads, which then have them blocked too.
final class StopSignals: Sendable {
    private struct Caught {
        var signal: Int32?
        var at = ContinuousClock.now
        /// The thread that waits.
        var waiter: pthread_t?
    }

    private static let heeded = [SIGINT, SIGTERM, SIGHUP]
    /// Ends the waiting.
    private static let enough = SIGUSR1

    private let state = Mutex(Caught())
    private let before: sigset_t
    private let hasBegun = DispatchSemaphore(value: 0)
    private let hasEnded = DispatchSemaphore(value: 0)

    /// The signal that came first.
    var caught: Int32? { state.withLock { $0.signal } }

    init(_ tell: @escaping @Sendable () -> Void) {
        var set = sigset_t()
        sigemptyset(&set)
        for number in Self.heeded + [Self.enough] { sigaddset(&set, number) }
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &set, &before)
        self.before = before
        let thread = Thread { [self, set] in
            state.withLock { $0.waiter = pthread_self() }
            hasBegun.signal()
            wait(for: set, tell)
            hasEnded.signal()
        }
        thread.start()
        hasBegun.wait()
    }

    private func wait(for set: sigset_t, _ tell: () -> Void) {
        var set = set
        while true {
            var number: Int32 = 0
            guard sigwait(&set, &number) == 0, number != Self.enough else { return }
            let isFirst = state.withLock { state in
                guard state.signal == nil else {
                    if ContinuousClock.now - state.at > .seconds(2) { _exit(128 + number) }
                    return false
                }
                (state.signal, state.at) = (number, .now)
                return true
            }
            if isFirst { tell() }
        }
    }

    /// Lets signals do again what they did before.
    func end() {
        if let waiter = state.withLock({ $0.waiter }) { pthread_kill(waiter, Self.enough) }
        hasEnded.wait()
        var before = before
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
