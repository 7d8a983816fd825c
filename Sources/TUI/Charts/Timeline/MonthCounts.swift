import Model

/// How many of a set of spans cover each month, swept once. Spans may be unbounded.
package struct MonthCounts: Sendable {
    /// The first month at which a count can change.
    private let first: Month
    /// By month from ``first`` on.
    private let counts: [Int32]
    private let before: Int
    private let after: Int
    /// The largest count of any month.
    package let peak: Int

    package init(_ spans: [MonthSpan]) { self.init(MonthTally(spans)) }

    package init(_ tally: MonthTally) {
        var first = Self.latest
        var last = Self.earliest
        let starts = tally.starts.map { (month: Month(index: $0.key), count: $0.value) }
        let ends = tally.ends.map { (month: Month(index: $0.key), count: $0.value) }
        for (month, _) in starts + ends where month.isBounded {
            first = max(min(first, month), Self.earliest)
            last = min(max(last, month), Self.latest)
        }
        var changes = [Int32](repeating: 0, count: max(0, last.index - first.index) + 2)
        var before = 0
        var after = 0
        for (month, count) in starts {
            if month < first { before += count }
            changes[min(max(0, month.index - first.index), changes.count - 1)] += Int32(count)
        }
        for (month, count) in ends {
            if month > last { after += count }
            changes[min(max(0, month.index - first.index + 1), changes.count - 1)] -= Int32(count)
        }
        var running: Int32 = 0
        counts = changes.dropLast().map {
            running += $0
            return running
        }
        self.first = first
        self.before = before
        self.after = after
        peak = max(Int(counts.max() ?? 0), before, after)
    }

    package subscript(month: Month) -> Int {
        let index = month.index - first.index
        return index < 0 ? before : index >= counts.count ? after : Int(counts[index])
    }

    /// The largest count of any of `months`.
    package func most(in months: MonthSpan) -> Int {
        let low = max(months.first.index, first.index)
        let high = min(months.last.index, first.index + counts.count - 1)
        var most = max(months.first < first ? before : 0, months.last.index > high ? self[months.last] : 0)
        if low <= high { for index in low...high { most = max(most, Int(counts[index - first.index])) } }
        return most
    }

    // Years that no source means but a slip of the pen may give would only cost memory.
    private static let earliest = Month(year: -200, month: 1)
    private static let latest = Month(year: 10_200, month: 12)
}
