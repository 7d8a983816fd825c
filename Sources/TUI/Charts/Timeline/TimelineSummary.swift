import Model

/// What runs in a month, or in a span of months, by name.
package struct TimelineSummary: Sendable {
    package let months: MonthSpan
    /// Rows that certainly ran on a day of it; each project once.
    package private(set) var certain: [Timeline.Row] = []
    /// Rows that possibly ran, and not certainly.
    package private(set) var possible: [Timeline.Row] = []
    /// Rows of which the sources give no date.
    package private(set) var undated: [Timeline.Row] = []
    /// Who implements what ran certainly or possibly, in alphabetical order.
    package private(set) var owners: [SafeText] = []
    package private(set) var clashes: [Timeline.Clash] = []
    /// Conflicts whose parties possibly ran together, and not certainly.
    package private(set) var possibleClashes: [Timeline.Clash] = []

    package init(_ timeline: Timeline, in months: MonthSpan) {
        self.months = months
        var counted: Set<String> = []
        for row in timeline.lanes.lazy.flatMap(\.rows)
        where row.between == nil && counted.insert(row.id).inserted {
            guard let run = row.run else {
                undated.append(row)
                continue
            }
            if run.certain?.intersection(months) != nil {
                certain.append(row)
            } else if run.possible.intersection(months) != nil {
                possible.append(row)
            }
        }
        owners = Set((certain + possible).map(\.owner).filter { !$0.isEmpty }).sorted()
        for clash in timeline.clashes {
            if clash.months.certain?.intersection(months) != nil {
                clashes.append(clash)
            } else if clash.months.possible?.intersection(months) != nil {
                possibleClashes.append(clash)
            }
        }
    }

    package var counts: TimelineCounts {
        TimelineCounts(
            certain: certain.count, possible: possible.count, owners: owners.count, clashes: clashes.count,
            possibleClashes: possibleClashes.count, undated: undated.count)
    }
}

extension Timeline.Row {
    /// The months in which it ran; nil when the sources give no date at all.
    ///
    /// Dates that contradict each other (an end before the start) leave nothing certain and everything
    /// between them possible.
    var run: (possible: MonthSpan, certain: MonthSpan?)? {
        guard let days else { return nil }
        let possible = MonthSpan(between: days.startEarliest.month, and: days.endLatest.month)
        return (possible, days.certainMonths)
    }

    /// The bounding days as they are drawn and counted; nil when the sources give no date at all.
    var days: Extent? {
        extent.drawn ?? (seen.isEmpty ? nil : extent)
    }
}
