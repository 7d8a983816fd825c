/// A documented relation between parties, set face to face.
package struct Conflict: Sendable {
    package struct Side: Sendable {
        package let party: RecordName
        /// The party's projects among those that the relation names.
        package let projects: [Project]
        package let mandate: [Value]
    }

    package struct Project: Sendable {
        package let name: RecordName
        package let extent: Extent
        /// EDTF; nil when the sources are silent.
        package let start: String?
        package let end: String?
        /// EDTF dates at which a source sees it running.
        package let seen: [String]
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

    /// Whether at least two sides have a project that the sources date at all.
    package var isDated: Bool {
        sides.count { side in side.projects.contains { !$0.extent.isUnknown } } >= 2
    }

    /// Every project of one side with every one of another, dated or not.
    package var facing: [(Project, Project)] { Self.facing(sides) }

    /// Two projects that several sides share face each other once.
    static func facing(_ sides: [Side]) -> [(Project, Project)] {
        var met = Set<Set<String>>()
        var pairs: [(Project, Project)] = []
        for (index, side) in sides.enumerated() {
            for other in sides[(index + 1)...] {
                for first in side.projects {
                    for second in other.projects where first.name.id != second.name.id {
                        if met.insert([first.name.id, second.name.id]).inserted {
                            pairs.append((first, second))
                        }
                    }
                }
            }
        }
        return pairs
    }

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

    /// How many months at least one pair certainly shares, and how many one possibly does; nil when they have
    /// no bound.
    package var monthsShared: (certain: Int?, possible: Int?) {
        (
            Self.union(meetings.compactMap(\.months.certain)),
            Self.union(meetings.compactMap(\.months.possible))
        )
    }

    /// The months that at least one pair certainly shares, as spans that do not touch.
    package var certainSpans: [MonthSpan] { Self.merged(meetings.compactMap(\.months.certain)) }

    private static func union(_ spans: [MonthSpan]) -> Int? {
        let counts = merged(spans).map(\.count)
        return counts.contains(nil) ? nil : counts.compactMap { $0 }.reduce(0, +)
    }

    private static func merged(_ spans: [MonthSpan]) -> [MonthSpan] {
        spans.sorted { $0.first < $1.first }.reduce(into: []) { merged, span in
            guard let last = merged.last, span.first <= last.last.advanced(by: 1) else {
                merged.append(span)
                return
            }
            if let joined = MonthSpan(last.first, max(last.last, span.last)) {
                merged[merged.count - 1] = joined
            }
        }
    }
}

extension Conflict {
    /// Whether its kind is one that the register of conflicts holds.
    package var isRivalry: Bool { record.text("kind").map(Vocabulary.conflictKinds.contains) ?? false }
}
