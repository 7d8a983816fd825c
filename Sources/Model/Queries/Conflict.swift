/// A documented relation between parties, set face to face.
package struct Conflict: Sendable {
    package struct Side: Sendable {
        package let party: RecordName
        /// The party's projects among those that the relation names.
        package let projects: [Project]
        package let mandate: [SafeText]
    }

    package struct Project: Sendable {
        package let name: RecordName
        package let extent: Extent
        /// EDTF; nil when the sources are silent.
        package let start: String?
        package let end: String?
        package let channel: [SafeText]
    }

    /// The months that one project of a side shares with one of another.
    package struct Meeting: Hashable, Sendable {
        package let first: String
        package let second: String
        package let months: SharedMonths
    }

    /// Whose word it is, and whether that is a party's own.
    package struct Voice: Hashable, Sendable {
        package let source: RecordName
        /// Names of the organisations that speak.
        package let speakers: [SafeText]
        /// The speaker is a party of the relation, or part of one: the word of an interested side.
        package let isParty: Bool
    }

    package let record: Record
    package let sides: [Side]
    /// Named projects that belong to no side, or to all.
    package let common: [Project]
    package let meetings: [Meeting]
    package let voices: [Voice]
    package let names: [String: RecordName]

    /// Hull of all meetings, certain and possible.
    package var window: SharedMonths {
        func hull(_ spans: [MonthSpan]) -> MonthSpan? {
            guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else { return nil }
            return MonthSpan(first, last)
        }
        return SharedMonths(
            certain: hull(meetings.compactMap(\.months.certain)),
            possible: hull(meetings.compactMap(\.months.possible)))
    }

    /// How many months at least one pair certainly shares, and how many one possibly does; the latter nil
    /// when it has no bound.
    package var monthsShared: (certain: Int, possible: Int?) {
        (
            Self.union(meetings.compactMap(\.months.certain)) ?? 0,
            Self.union(meetings.compactMap(\.months.possible))
        )
    }

    private static func union(_ spans: [MonthSpan]) -> Int? {
        var total = 0
        var covered: Month?
        for span in spans.sorted(by: { $0.first < $1.first }) {
            guard span.count != nil else { return nil }
            let first = covered.map { max($0.advanced(by: 1), span.first) } ?? span.first
            if first <= span.last { total += span.last.index - first.index + 1 }
            covered = max(covered ?? span.last, span.last)
        }
        return total
    }
}
