/// A calendar month, counted from January of year 0. The unit in which overlaps are told.
package struct Month: Hashable, Comparable, Codable, Sendable, Strideable {
    package let index: Int

    package init(index: Int) { self.index = index }

    package init(year: Int, month: Int) { index = year * 12 + month - 1 }

    package static let distantPast = Month(index: -3_000_000)
    package static let distantFuture = Month(index: 3_000_000)

    package var year: Int { floorDivide(index, 12) }

    /// 1–12.
    package var month: Int { index - year * 12 + 1 }

    package var isBounded: Bool { self > .distantPast && self < .distantFuture }

    package var firstDay: Day {
        isBounded ? Day(year: year, month: month, day: 1) : index < 0 ? .distantPast : .distantFuture
    }

    package var lastDay: Day {
        guard isBounded else { return firstDay }
        return Day(year: year, month: month, day: Day.daysIn(year: year, month: month))
    }

    /// `2008-03`; the far ends give `..`.
    package var text: String { isBounded ? "\(padded(year, 4))-\(padded(month, 2))" : ".." }

    package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    package func distance(to other: Month) -> Int { other.index - index }

    package func advanced(by months: Int) -> Month { isBounded ? Month(index: index + months) : self }
}

/// Consecutive months, both ends included; never empty.
package struct MonthSpan: Hashable, Sendable {
    package let first: Month
    package let last: Month

    /// Nil when `last` comes before `first`.
    package init?(_ first: Month, _ last: Month) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// From the earlier to the later of two months.
    package init(between one: Month, and other: Month) {
        first = min(one, other)
        last = max(one, other)
    }

    /// How many months, or nil when an end is not bounded.
    package var count: Int? {
        first.isBounded && last.isBounded ? last.index - first.index + 1 : nil
    }

    package func intersection(_ other: MonthSpan) -> MonthSpan? {
        MonthSpan(max(first, other.first), min(last, other.last))
    }

    package func contains(_ month: Month) -> Bool { first <= month && month <= last }

    /// An EDTF period; an unbounded end is written `..`.
    package var text: String { first == last ? first.text : "\(first.text)/\(last.text)" }
}
