import Model
import Synchronization

/// How an import is stopped from outside, before it begins and while it runs.
package final class ImportStop: Sendable {
    private struct State {
        var watch: IndexWatch?
        var isAsked = false
    }

    private let state = Mutex(State())

    package init() {}

    /// Ends the import soon; it throws `CancellationError`.
    package func ask() {
        state.withLock { state in
            state.isAsked = true
            state.watch?.cancel()
        }
    }

    func heed(_ watch: IndexWatch) {
        state.withLock { state in
            state.watch = watch
            if state.isAsked { watch.cancel() }
        }
    }
}
