import Dispatch
import Synchronization

/// Hands values from one thread to another, few at a time: whoever is faster waits, asleep.
package final class Handover<Value: Sendable>: Sendable {
    private struct State {
        var waiting: [Value] = []
        var isAbandoned = false
    }

    private let state = Mutex(State())
    /// Counts the places that are free; one more when nobody takes any more.
    private let room = DispatchSemaphore(value: 0)
    /// Counts the values that wait; one more when none comes after them.
    private let filled = DispatchSemaphore(value: 0)

    package init(capacity: Int) {
        // A semaphore that goes with less than it began with ends the program.
        for _ in 0..<capacity { room.signal() }
    }

    /// Gives a value, waiting for room; false when nobody takes it any more.
    package func give(_ value: Value) -> Bool {
        room.wait()
        let isTaken = state.withLock { state in
            if !state.isAbandoned { state.waiting.append(value) }
            return !state.isAbandoned
        }
        if isTaken { filled.signal() } else { room.signal() }
        return isTaken
    }

    /// Says that the last value has been given.
    package func finish() { filled.signal() }

    /// The next value, waiting for it; nil when there is none any more.
    package func take() -> Value? {
        filled.wait()
        let value = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
        if value == nil { filled.signal() } else { room.signal() }
        return value
    }

    /// Says that no more is taken; what waits goes.
    package func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.waiting = []
        }
        room.signal()
    }
}
