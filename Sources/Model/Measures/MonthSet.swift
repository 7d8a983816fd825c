/// Months, as spans that neither overlap nor touch, the earliest first.
struct MonthSet: Hashable, Sendable {
    let spans: [MonthSpan]

    init(_ spans: [MonthSpan]) {
        self.spans = spans.sorted { $0.first < $1.first }.reduce(into: []) { merged, span in
            guard let last = merged.last, span.first <= last.last.advanced(by: 1) else {
                merged.append(span)
                return
            }
            merged[merged.count - 1] = MonthSpan(between: last.first, and: max(last.last, span.last))
        }
    }

    /// How many months; nil when they have no bound.
    var count: Int? {
        let counts = spans.map(\.count)
        return counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }

    func intersection(_ other: MonthSet) -> MonthSet {
        var met: [MonthSpan] = []
        var (i, j) = (0, 0)
        while i < spans.count, j < other.spans.count {
            if let common = spans[i].intersection(other.spans[j]) { met.append(common) }
            if spans[i].last < other.spans[j].last { i += 1 } else { j += 1 }
        }
        return MonthSet(met)
    }
}

/// The months in which somebody has a project running.
struct Presence: Sendable {
    let certain: MonthSet
    /// The certain ones included.
    let possible: MonthSet
    let dated: Int
    let undated: Int

    /// From the extents of projects, within `window` when there is one. What has no date runs in no month.
    init(_ extents: [Extent], within window: MonthSpan?) {
        let known = extents.filter { !$0.isUnknown }
        dated = known.count
        undated = extents.count - known.count
        func clipped(_ spans: [MonthSpan]) -> [MonthSpan] {
            window.map { window in spans.compactMap { $0.intersection(window) } } ?? spans
        }
        certain = MonthSet(clipped(known.compactMap(\.certainMonths)))
        possible = MonthSet(clipped(known.compactMap(\.possibleMonths)))
    }
}
