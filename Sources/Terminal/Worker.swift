import CRescue
import Foundation
import Synchronization
import TUI

/// Carries out an application's updates on a thread of its own, so that the keyboard is heard meanwhile. The
/// application is a value: the worker changes a copy, and whoever asked takes it, or throws it away.
///
/// The thread sleeps while there is nothing to do and ends with the worker.
final class Worker<App: Interactive>: Sendable {
    struct Outcome: Sendable {
        var app: App
        /// What the last event that was dealt with asks of the terminal.
        var effects: [Effect]
        /// Events that came after it: they wait until its effects are done.
        var rest: [Event]
    }

    private enum Order: Sendable {
        case work(App, [Event])
        case end
    }

    /// What the two threads share; the thread holds only this, so that the worker can go.
    private final class Desk: Sendable {
        let order = Mutex<Order?>(nil)
        let outcome = Mutex<Outcome?>(nil)
        /// Whether the keyboard is listened to meanwhile, so that the end must be told.
        let isAttended = Mutex(false)
        let isOrdered = DispatchSemaphore(value: 0)
        let isDone = DispatchSemaphore(value: 0)
    }

    private let desk = Desk()

    init() {
        let thread = Thread { [desk] in Self.serve(desk) }
        thread.name = "worker"
        // As much as the main thread has: what is computed was written without a thought of where.
        thread.stackSize = 8 << 20
        thread.start()
    }

    deinit { give(.end) }

    /// Begins to carry out `events` on a copy of `app`. One order at a time.
    func begin(_ app: App, _ events: [Event]) {
        isAttended = false
        give(.work(app, events))
    }

    /// Whether a zero byte in the pipe of signals is to say that it is done.
    var isAttended: Bool {
        get { desk.isAttended.withLock { $0 } }
        set { desk.isAttended.withLock { $0 = newValue } }
    }

    /// What came of it, waiting for it at most `milliseconds`; nil while it is not done.
    func outcome(within milliseconds: Int) -> Outcome? {
        guard desk.isDone.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
        return desk.outcome.withLock { outcome in
            defer { outcome = nil }
            return outcome
        }
    }

    private func give(_ order: Order) {
        desk.order.withLock { $0 = order }
        desk.isOrdered.signal()
    }

    // MARK: On the thread

    private static func serve(_ desk: Desk) {
        rescue_guard_thread()
        while true {
            desk.isOrdered.wait()
            let order = desk.order.withLock { order in
                defer { order = nil }
                return order
            }
            guard case .work(let app, let events) = order else { return }
            let outcome = carryOut(events, app)
            desk.outcome.withLock { $0 = outcome }
            desk.isDone.signal()
            if desk.isAttended.withLock({ $0 }) { rescue_tell_done() }
        }
    }

    /// Up to the first event that asks something of the terminal.
    private static func carryOut(_ events: [Event], _ app: App) -> Outcome {
        var app = app
        var rest = events[...]
        while let event = rest.popFirst() {
            // Of what is typed into one line only the last matters.
            var typed = [event]
            while app.isTyping(event), let next = rest.first, app.isTyping(next) {
                typed.append(next)
                rest.removeFirst()
            }
            let effects = typed.count > 1 ? app.update(typed: typed) : app.update(event)
            if !effects.isEmpty { return Outcome(app: app, effects: effects, rest: Array(rest)) }
        }
        return Outcome(app: app, effects: [], rest: [])
    }
}
