/// What a timeline shows: bars in lanes, dated events above them, and the conflicts between bars.
package struct Timeline: Sendable {
    /// One project's bar.
    package struct Row: Hashable, Sendable {
        package var id: String
        /// Acronym, or title.
        package var name: SafeText
        package var title: SafeText
        /// Who implements it, in short; for the frozen column.
        package var owner: SafeText
        package var extent: Extent
        /// EDTF, as attested; nil when the sources are silent.
        package var start: String?
        package var end: String?
        /// Months in which a source sees it running, beside its period.
        package var seen: [MonthSpan]
        /// The period planned, where it differs.
        package var planned: Extent?
        /// What the sources say of a follow-up; only in lanes by succession.
        package var followUps: [ContinuityStep.Kind] = []
        /// For a row that is no project but what lies between two.
        package var between: Between?

        package init(
            id: String, name: SafeText, title: SafeText, owner: SafeText, extent: Extent, start: String?,
            end: String?, seen: [MonthSpan] = [], planned: Extent? = nil
        ) {
            self.id = id
            self.name = name
            self.title = title
            self.owner = owner
            self.extent = extent
            self.start = start
            self.end = end
            self.seen = seen
            self.planned = planned
        }
    }

    /// What lies between the end of a project and the start of the next.
    package struct Between: Hashable, Sendable {
        /// The ids of the two.
        package var first: String
        package var second: String
        package var from: Extent
        package var to: Extent
        package var gap: MonthGap
        /// `CBMM → CALM`.
        package var title: SafeText

        package init(first: String, second: String, from: Extent, to: Extent, title: SafeText) {
            self.first = first
            self.second = second
            self.from = from
            self.to = to
            self.title = title
            gap = MonthGap(from: from, to: to)
        }
    }

    /// Rows that belong together; a project may stand in several lanes.
    package struct Lane: Hashable, Sendable {
        package var id: String
        /// Empty when there is only one lane.
        package var title: SafeText
        package var rows: [Row]

        package init(id: String, title: SafeText, rows: [Row]) {
            self.id = id
            self.title = title
            self.rows = rows
        }
    }

    /// A dated event.
    package struct Mark: Hashable, Sendable {
        package var id: String
        package var title: SafeText
        package var extent: Extent
        /// EDTF.
        package var date: String

        package init(id: String, title: SafeText, extent: Extent, date: String) {
            self.id = id
            self.title = title
            self.extent = extent
            self.date = date
        }
    }

    /// A conflict between two rows, with the months that they share.
    package struct Clash: Hashable, Sendable {
        /// Id of the relation that documents it.
        package var id: String
        package var title: SafeText
        package var first: String
        package var second: String
        package var months: SharedMonths

        package init(id: String, title: SafeText, first: String, second: String, months: SharedMonths) {
            self.id = id
            self.title = title
            self.first = first
            self.second = second
            self.months = months
        }
    }

    package var lanes: [Lane]
    package var marks: [Mark]
    package var clashes: [Clash]

    package init(lanes: [Lane], marks: [Mark], clashes: [Clash]) {
        self.lanes = lanes
        self.marks = marks
        self.clashes = clashes
    }

    /// From the first to the last month that any bar or event is bounded by; nil when nothing is dated.
    package var months: MonthSpan? {
        let extents = lanes.flatMap(\.rows).map(\.extent) + marks.map(\.extent)
        let bounds = extents.flatMap { [$0.startEarliest, $0.startLatest, $0.endEarliest, $0.endLatest] }
            .filter(\.isBounded).map(\.month)
        guard let first = bounds.min(), let last = bounds.max() else { return nil }
        return MonthSpan(first, last)
    }
}
