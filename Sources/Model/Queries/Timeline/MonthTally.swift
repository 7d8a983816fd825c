/// How many spans begin and end in each month, counted one by one: as large as the months are many, however many
/// spans there are.
package struct MonthTally: Hashable, Sendable {
    /// By the index of a month; the far ends have theirs.
    package private(set) var starts: [Int: Int] = [:]
    package private(set) var ends: [Int: Int] = [:]

    package init() {}

    package init(_ spans: [MonthSpan]) {
        for span in spans { add(span) }
    }

    mutating func add(month: Int, starts: Int, ends: Int) {
        if starts > 0 { self.starts[month, default: 0] += starts }
        if ends > 0 { self.ends[month, default: 0] += ends }
    }

    package mutating func add(_ span: MonthSpan) {
        starts[span.first.index, default: 0] += 1
        ends[span.last.index, default: 0] += 1
    }
}

/// How much runs in each month of a timeline, and how far it reaches.
package struct TimelineTally: Sendable {
    package var certain = MonthTally()
    /// Certainly or possibly.
    package var possible = MonthTally()
    /// Those who implement these, each once.
    package var owners = MonthTally()
    /// Projects without any date.
    package var undated = 0
    /// From the first to the last month of anything drawn; nil when nothing is dated.
    package var months: MonthSpan?

    package init() {}
}
