extension Record {
    /// The first and the last day that is known of its plan and of when it was seen running; nil when there are
    /// none.
    var drawnDays: (first: Day, last: Day)? {
        let plans = texts("planned").prefix(1).compactMap(Period.init).map { Extent($0) }
        var days = plans.flatMap { [$0.startEarliest, $0.startLatest, $0.endEarliest, $0.endLatest] }
        for months in texts("active").compactMap(Period.init).compactMap({ Extent($0).certainMonths }) {
            days += [months.first.firstDay, months.last.firstDay]
        }
        days.removeAll { !$0.isBounded }
        guard let first = days.min(), let last = days.max() else { return nil }
        return (first, last)
    }
}
