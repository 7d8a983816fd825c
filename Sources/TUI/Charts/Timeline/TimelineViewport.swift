import Model

/// The part of time that a timeline shows, its scale, the cursor date and the selected row.
///
/// Columns are counted from 0 at the left edge of the plot.
package struct TimelineViewport: Hashable, Sendable {
    package enum Zoom: Sendable { case `in`, out }

    package private(set) var scale: TimelineScale
    package private(set) var width: Int
    /// Lies in the window always.
    package private(set) var cursor: Day
    /// Index of the selected row among all rows, headings not counted.
    package var selection = 0
    /// On the scale's grid.
    private var firstColumn: Int
    /// What the scale was made to fit; fitted again when the width changes.
    private var fitted: MonthSpan?

    /// Shows all of `months`, or the years 2000 to 2009 when nothing is dated.
    package init(fitting months: MonthSpan?, width: Int) {
        self.width = max(1, width)
        scale = .month
        cursor = Self.bounds.lowerBound
        firstColumn = 0
        fitAll(months)
        cursor = firstDay(of: self.width / 2)
    }

    package var firstDay: Day { firstDay(of: 0) }
    package var lastDay: Day { lastDay(of: width - 1) }
    package var cursorColumn: Int { column(of: cursor) }

    /// The column that holds `day`: negative or beyond the width when it is out of the window.
    package func column(of day: Day) -> Int { scale.column(of: day) - firstColumn }

    package func firstDay(of column: Int) -> Day { scale.firstDay(of: firstColumn + column) }

    package func lastDay(of column: Int) -> Day { scale.lastDay(of: firstColumn + column) }

    /// The columns that hold `months`, in part or whole.
    package func columns(of months: MonthSpan) -> ClosedRange<Int> {
        let first = column(of: months.first.firstDay)
        return first...max(first, column(of: months.last.lastDay))
    }

    /// The months of which the column holds a day.
    package func months(of column: Int) -> MonthSpan? {
        MonthSpan(firstDay(of: column).month, lastDay(of: column).month)
    }

    /// The months shown, for the command that reproduces the view. Those asked for, where they were fitted:
    /// the columns at the edges may reach a little further.
    package var window: MonthSpan {
        fitted ?? MonthSpan(between: Self.clamped(firstDay).month, and: Self.clamped(lastDay).month)
    }

    /// One step of the ladder; the cursor date keeps its column.
    package mutating func zoom(_ direction: Zoom) {
        if let next = direction == .in ? scale.finer : scale.coarser { zoom(to: next) }
    }

    /// To a scale; the cursor date keeps its column.
    package mutating func zoom(to scale: TimelineScale) {
        let place = cursorColumn
        self.scale = scale
        firstColumn = scale.column(of: cursor) - place
        fitted = nil
    }

    /// Moves the window; the cursor stays at its date as long as that is in the window.
    package mutating func pan(_ columns: Int) {
        firstColumn = onCalendar(firstColumn, columns)
        fitted = nil
        keepCursorInWindow()
    }

    /// Moves the cursor; the window follows when the cursor leaves it.
    package mutating func moveCursor(_ columns: Int) {
        cursor = scale.firstDay(of: onCalendar(scale.column(of: cursor), columns))
        cursor = Self.clamped(cursor)
        let beyond = cursorColumn < 0 ? cursorColumn : max(0, cursorColumn - (width - 1))
        if beyond != 0 {
            firstColumn += beyond
            fitted = nil
        }
    }

    /// Moves the cursor to `day`; when that is out of the window, the window is centred on it.
    package mutating func go(to day: Day) {
        cursor = Self.clamped(day)
        guard !(0..<width).contains(cursorColumn) else { return }
        firstColumn = scale.column(of: cursor) - width / 2
        fitted = nil
    }

    /// Shows `months` and a little around them.
    package mutating func fitAll(_ months: MonthSpan?) {
        let months = months ?? Self.decade
        let count = months.count ?? 1
        // A year at least: a single month over the whole width tells nothing of what is about it.
        let margin = max(1, count / 24, (12 - count + 1) / 2)
        show(
            MonthSpan(between: months.first.advanced(by: -margin), and: months.last.advanced(by: margin)))
    }

    package mutating func fitAll(_ timeline: Timeline) { fitAll(timeline.drawnMonths) }

    /// Shows what is bounded of `extent` and a little around it; nothing changes when no day is known.
    package mutating func fit(_ extent: Extent) { fit([extent], seen: []) }

    /// Shows a row with its plan and with the months in which it was seen.
    package mutating func fit(_ row: Timeline.Row) {
        fit(
            [row.extent] + [row.planned, row.between?.from, row.between?.to].compactMap { $0 }, seen: row.seen
        )
    }

    private mutating func fit(_ extents: [Extent], seen: [MonthSpan]) {
        var bounds = MonthBounds()
        for extent in extents { bounds.add(extent) }
        for months in seen { bounds.add(months) }
        if let months = bounds.months { fitAll(months) }
    }

    /// Shows exactly `months`, as far as whole columns allow.
    package mutating func show(_ months: MonthSpan) {
        guard months.first.isBounded, months.last.isBounded else { return }
        scale = .fitting(months, width: width)
        firstColumn = scale.column(of: months.first.firstDay)
        let free = width - 1 - column(of: months.last.lastDay)
        firstColumn -= max(0, free / 2)
        fitted = months
        keepCursorInWindow()
    }

    /// Takes a new width. What was fitted is fitted again; else the left edge stays, unless the cursor would
    /// be lost.
    package mutating func resize(_ width: Int) {
        guard max(1, width) != self.width else { return }
        self.width = max(1, width)
        if let fitted { return show(fitted) }
        firstColumn += max(0, cursorColumn - (self.width - 1))
    }

    private mutating func keepCursorInWindow() {
        if cursorColumn < 0 { cursor = Self.clamped(firstDay) }
        if cursorColumn >= width { cursor = Self.clamped(firstDay(of: width - 1)) }
    }

    /// The column `columns` further on, no further than the first and the last year of the calendar.
    private func onCalendar(_ column: Int, _ columns: Int) -> Int {
        let bounds = scale.column(of: Self.bounds.lowerBound)...scale.column(of: Self.bounds.upperBound)
        let (sum, isOverflow) = column.addingReportingOverflow(columns)
        if isOverflow { return columns < 0 ? bounds.lowerBound : bounds.upperBound }
        return min(max(sum, bounds.lowerBound), bounds.upperBound)
    }

    /// The years that EDTF level 1 can write.
    private static let bounds = Day(year: 1, month: 1, day: 1)...Day(year: 9999, month: 12, day: 31)
    private static let decade = MonthSpan(
        between: Month(year: 2000, month: 1), and: Month(year: 2009, month: 12))

    private static func clamped(_ day: Day) -> Day { min(max(day, bounds.lowerBound), bounds.upperBound) }
}
