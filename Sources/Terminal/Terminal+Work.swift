import TUI

extension Terminal {
    /// Lets the application deal with `events`, until none is left, and does what it asks.
    mutating func carryOut<App: Interactive>(
        _ events: inout [Event], on app: inout App, _ worker: Worker<App>
    ) -> Ending? {
        while !events.isEmpty {
            app.resume()
            worker.begin(app, events)
            guard var outcome = worker.outcome(within: Self.patience) else {
                if let ending = attend(&events, on: &app, worker) { return ending }
                continue
            }
            app = outcome.app
            if let ending = satisfy(&outcome, app: &app) { return ending }
            events = outcome.rest
        }
        return nil
    }

    /// Milliseconds for which the last picture stands; what takes longer says that it does.
    private static let patience = 100

    /// Listens to the keyboard while the worker is busy with `events`; leaves those that are still to be dealt
    /// with. What is typed on starts the work anew; a key that stops it leaves the application as it was.
    private mutating func attend<App: Interactive>(
        _ events: inout [Event], on app: inout App, _ worker: Worker<App>
    ) -> Ending? {
        var later: [Event] = []
        var isStopped = false
        var isOverhauled = false
        worker.isAttended = true
        drawWaiting(app, events)
        while true {
            if var outcome = worker.outcome(within: 0) {
                if isStopped { app.stopped() }
                if isStopped { events = later }
                if isOverhauled { events += later }
                if isStopped || isOverhauled { return nil }
                app = outcome.app
                if let ending = satisfy(&outcome, app: &app) { return ending }
                events = outcome.rest + later
                return nil
            }
            guard waitForInput() else {
                app.stop()
                return .lost
            }
            if let signal = endingSignal {
                app.stop()
                return .signal(signal)
            }
            let new = handleSignals() + reader.read()
            if new.contains(where: app.stops) {
                // What was typed before it was meant for what is stopped.
                isStopped = true
                later = new.filter { !$0.isKey }
            } else {
                later += new
                let isTyping = (events + later).allSatisfy(app.isTyping)
                isOverhauled = isOverhauled || (!new.isEmpty && isTyping)
            }
            if isStopped || isOverhauled { app.stop() }
            if !new.isEmpty { drawWaiting(app, isOverhauled ? events + later : events) }
        }
    }

    private mutating func drawWaiting(_ app: some Interactive, _ events: [Event]) {
        var waiting = app
        waiting.wait(for: events)
        draw(waiting)
    }

    /// Does what the application asks of the terminal.
    private mutating func satisfy<App: Interactive>(
        _ outcome: inout Worker<App>.Outcome, app: inout App
    ) -> Ending? {
        for effect in outcome.effects {
            switch effect {
            case .quit: return .quit
            case .suspend: outcome.rest = suspend() + outcome.rest
            case .redraw: mustRepaint = true
            case .copy(let text): app.copied(Clipboard().copy(text))
            }
        }
        return nil
    }
}
