import Model

/// How much runs in each month, swept once when a timeline is made, so that no picture and no move of the
/// cursor goes through all rows.
///
/// A project that stands in several lanes counts once. One without any date counts in no month.
package struct TimelineActivity: Sendable {
    /// Projects that certainly ran.
    package let certain: MonthCounts
    /// Projects that ran certainly or possibly.
    package let possible: MonthCounts
    /// Owners of these.
    package let owners: MonthCounts
    package let certainClashes: MonthCounts
    package let possibleClashes: MonthCounts
    /// Projects of which the sources give no date.
    package let undated: Int

    package init(_ timeline: Timeline) {
        var certain: [MonthSpan] = []
        var possible: [MonthSpan] = []
        var ownerSpans: [(owner: Int, span: MonthSpan)] = []
        var owners: [SafeText: Int] = [:]
        var counted: Set<String> = []
        var undated = 0
        let isOnce = timeline.lanes.count < 2
        if !isOnce { counted.reserveCapacity(timeline.lanes.reduce(0) { $0 + $1.rows.count }) }
        for row in timeline.lanes.lazy.flatMap(\.rows) where row.between == nil {
            guard isOnce || counted.insert(row.id).inserted else { continue }
            guard let run = row.run else {
                undated += 1
                continue
            }
            possible.append(run.possible)
            if let months = run.certain { certain.append(months) }
            if !row.owner.isEmpty {
                let owner = owners[row.owner] ?? owners.count
                if owner == owners.count { owners[row.owner] = owner }
                ownerSpans.append((owner, run.possible))
            }
        }
        self.certain = MonthCounts(certain)
        self.possible = MonthCounts(possible)
        self.owners = MonthCounts(Self.merged(ownerSpans))
        self.undated = undated
        certainClashes = MonthCounts(timeline.clashes.compactMap(\.months.certain))
        possibleClashes = MonthCounts(timeline.clashes.compactMap { $0.months.possible ?? $0.months.certain })
    }

    package init(_ tally: TimelineTally, _ clashes: [Timeline.Clash]) {
        certain = MonthCounts(tally.certain)
        possible = MonthCounts(tally.possible)
        owners = MonthCounts(tally.owners)
        undated = tally.undated
        certainClashes = MonthCounts(clashes.compactMap(\.months.certain))
        possibleClashes = MonthCounts(clashes.compactMap { $0.months.possible ?? $0.months.certain })
    }

    /// Each owner's spans made one where they meet, so that an owner of two projects counts once.
    private static func merged(_ spans: [(owner: Int, span: MonthSpan)]) -> [MonthSpan] {
        var merged: [MonthSpan] = []
        var owner: Int?
        for next in spans.sorted(by: { ($0.owner, $0.span.first) < ($1.owner, $1.span.first) }) {
            if next.owner == owner, let last = merged.last, next.span.first <= last.last {
                merged[merged.count - 1] = MonthSpan(between: last.first, and: max(last.last, next.span.last))
            } else {
                merged.append(next.span)
            }
            owner = next.owner
        }
        return merged
    }

    package func counts(in month: Month) -> TimelineCounts {
        TimelineCounts(
            certain: certain[month], possible: possible[month] - certain[month], owners: owners[month],
            clashes: certainClashes[month], possibleClashes: possibleClashes[month] - certainClashes[month],
            undated: undated)
    }
}

/// How many projects, owners and conflicts a month or a span of months has.
package struct TimelineCounts: Hashable, Sendable {
    package var certain: Int
    /// Possible and not certain.
    package var possible: Int
    package var owners: Int
    package var clashes: Int
    /// Possible and not certain.
    package var possibleClashes: Int
    package var undated: Int

    /// `2 active (+3 possible) · 2 implementers · 1 conflict · 1 undated`
    package var text: SafeText { Self.joined([active, implementers, conflicts, withoutDate]) }

    /// The same with what is least needed left out until it fits.
    package func text(width: Int) -> SafeText {
        let shorter = [
            text, Self.joined([active, implementers, conflicts]), Self.joined([active, conflicts]),
        ]
        return shorter.first { $0.columns <= width } ?? active.fitted(to: max(0, width))
    }

    private var active: SafeText {
        switch (certain, possible) {
        case (0, 0): "none active"
        case (0, _): "\(possible) possibly active"
        case (_, 0): "\(certain) active"
        default: "\(certain) active (+\(possible) possible)"
        }
    }

    private var implementers: SafeText { owners == 0 ? "" : Self.counted(owners, "implementer") }

    private var conflicts: SafeText {
        switch (clashes, possibleClashes) {
        case (0, 0): ""
        case (0, _): Self.counted(possibleClashes, "possible conflict")
        case (_, 0): Self.counted(clashes, "conflict")
        default: Self.counted(clashes, "conflict") + " (+\(possibleClashes) possible)"
        }
    }

    private var withoutDate: SafeText { undated == 0 ? "" : "\(undated) undated" }

    private static func joined(_ parts: [SafeText]) -> SafeText {
        parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private static func counted(_ number: Int, _ noun: SafeText) -> SafeText {
        SafeText("\(number) ") + noun + (number == 1 ? "" : "s")
    }
}
