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
        var draft = Draft(within: window)
        for extent in extents { draft.add(extent) }
        self = draft.presence
    }

    private init(_ draft: Draft) {
        certain = MonthSet(draft.certain)
        possible = MonthSet(draft.possible)
        (dated, undated) = (draft.dated, draft.undated)
    }

    /// Takes extents in as they come; of a thousand projects of somebody few spans are left.
    struct Draft {
        private let window: MonthSpan?
        fileprivate var (certain, possible): ([MonthSpan], [MonthSpan]) = ([], [])
        fileprivate var (dated, undated) = (0, 0)
        private static let most = 16

        init(within window: MonthSpan?) { self.window = window }

        mutating func add(_ extent: Extent) {
            guard !extent.isUnknown else {
                undated += 1
                return
            }
            dated += 1
            add(extent.certainMonths, to: \.certain)
            add(extent.possibleMonths, to: \.possible)
        }

        private mutating func add(_ months: MonthSpan?, to spans: WritableKeyPath<Draft, [MonthSpan]>) {
            guard let months, let clipped = window.map(months.intersection) ?? months else { return }
            self[keyPath: spans].append(clipped)
            // A power of two: those that cannot be merged are not merged again and again.
            let count = self[keyPath: spans].count
            if count >= Self.most, count.isPowerOfTwo {
                self[keyPath: spans] = MonthSet(self[keyPath: spans]).spans
            }
        }

        var presence: Presence { Presence(self) }
    }
}

extension Int {
    fileprivate var isPowerOfTwo: Bool { nonzeroBitCount == 1 }
}
