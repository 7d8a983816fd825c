/// How many are present in each month, as runs of months with the same counts.
struct MonthlyPresence: Sendable {
    struct Run: Hashable, Sendable {
        let span: MonthSpan
        let certain: Int
        /// The certain ones included.
        let possible: Int
    }

    /// From the first to the last month in which a count changes; without a run in which nobody can be.
    let runs: [Run]

    /// Takes whoever is present in, one after another.
    struct Draft {
        private let bounds: MonthSpan
        fileprivate var changes: [Int: Change] = [:]

        init(within bounds: MonthSpan) { self.bounds = bounds }

        mutating func add(_ presence: Presence) {
            sweep(presence.certain, \.certain)
            sweep(presence.possible, \.possible)
        }

        private mutating func sweep(_ set: MonthSet, _ path: WritableKeyPath<Change, Int>) {
            for span in set.spans {
                guard let span = span.intersection(bounds) else { continue }
                changes[span.first.index, default: Change()][keyPath: path] += 1
                changes[span.last.index + 1, default: Change()][keyPath: path] -= 1
            }
        }

        consuming func finish() -> MonthlyPresence { MonthlyPresence(changes) }
    }

    /// How many more there are in a month than in the one before it.
    fileprivate struct Change {
        var (certain, possible) = (0, 0)
    }

    private init(_ changes: [Int: Change]) {
        var runs: [Run] = []
        var (certain, possible) = (0, 0)
        let months = changes.keys.sorted()
        for (month, next) in zip(months, months.dropFirst()) {
            certain += changes[month]?.certain ?? 0
            possible += changes[month]?.possible ?? 0
            guard possible > 0, let span = MonthSpan(Month(index: month), Month(index: next - 1)) else {
                continue
            }
            if let last = runs.last, last.certain == certain, last.possible == possible,
                last.span.last.advanced(by: 1) == span.first
            {
                runs[runs.count - 1] = Run(
                    span: MonthSpan(between: last.span.first, and: span.last), certain: certain,
                    possible: possible)
            } else {
                runs.append(Run(span: span, certain: certain, possible: possible))
            }
        }
        self.runs = runs
    }

    /// The largest certain and the largest possible number of any month of a year.
    func peak(_ year: Int) -> (certain: Int, possible: Int) {
        let months = MonthSpan(between: Month(year: year, month: 1), and: Month(year: year, month: 12))
        let running = runs.filter { $0.span.intersection(months) != nil }
        return (running.map(\.certain).max() ?? 0, running.map(\.possible).max() ?? 0)
    }
}
