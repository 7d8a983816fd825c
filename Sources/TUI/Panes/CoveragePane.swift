import Model

/// Who does what where when: a grid with a crosshair, and the projects of the cell that is looked at.
package struct CoveragePane: Pane {
    package private(set) var view: View
    package let scope = KeyBinding.Scope.coverage
    package let crumbs: [SafeText]
    private let dataset: Dataset
    private let chart: CoverageChart
    private var rows = Scroll()
    private var columns = Scroll()
    private var preview = CoveragePreview()
    private var size = Size(80, 18)

    package init(view: View, dataset: Dataset) throws {
        self.view = view
        self.dataset = dataset
        let coverage = try dataset.coverage(view)
        chart = CoverageChart(coverage, counting: view.count)
        crumbs = ["Coverage", view.axes.title]
        fit()
        // Where the first overlap is, something is to be seen.
        if let place = overlap(after: nil) ?? filled(from: 0) { go(to: place) }
    }

    private var coverage: Coverage { chart.coverage }
    private var cursor: CoverageChart.Place { .init(row: rows.cursor, column: columns.cursor) }
    private var selectedRow: Coverage.Row? {
        coverage.rows.indices.contains(rows.cursor) ? coverage.rows[rows.cursor] : nil
    }

    package var place: SafeText {
        if coverage.isEmpty { return "none" }
        return "\(rows.cursor + 1) of \(rows.count) × \(columns.cursor + 1) of \(columns.count)"
    }

    package var selection: String? { selectedRow?.id }

    package mutating func prepare(_ size: Size) throws {
        self.size = size
        fit()
        guard !coverage.isEmpty else { return }
        let areas = CoverageAreas(Rect(size), wanted: chart.wanted)
        let isFilled = selectedRow?.cell(columns.cursor) != nil
        try preview.prepare(
            areas.preview.size,
            isFilled ? coverage.filter(row: rows.cursor, column: columns.cursor) : nil, dataset)
    }

    /// Adapts the window to the room there is.
    private mutating func fit() {
        let areas = CoverageAreas(Rect(size), wanted: chart.wanted)
        let room = chart.room(in: areas.chart.size)
        rows.fit(count: coverage.rows.count, height: room.height)
        columns.fit(count: coverage.columns.count, height: room.width)
    }

    // MARK: Where the cursor is

    package mutating func select(_ id: String) {
        if let column = coverage.columns.firstIndex(where: { $0.id == id }) { columns.move(to: column) }
        guard let row = coverage.rows.firstIndex(where: { $0.id == id }) else { return }
        rows.move(to: row)
        guard coverage.rows[row].cell(columns.cursor) == nil, let place = filled(from: row),
            place.row == row
        else { return }
        columns.move(to: place.column)
    }

    package mutating func resume(from before: any Pane) {
        guard let before = before as? CoveragePane, !before.coverage.isEmpty,
            before.view.axes.columns == view.axes.columns
        else { return }
        let id = before.coverage.columns[before.columns.cursor].id
        if let column = coverage.columns.firstIndex(where: { $0.id == id }) { columns.move(to: column) }
    }

    private mutating func go(to place: CoverageChart.Place) {
        rows.move(to: place.row)
        columns.move(to: place.column)
    }

    /// The first cell with a project in the row, or in one after it; an overlap of the row before others.
    private func filled(from row: Int) -> CoverageChart.Place? {
        for index in coverage.rows.indices where index >= row {
            let cells = coverage.rows[index].cells
            if let cell = cells.first(where: { $0.tally.overlap != .none }) ?? cells.first {
                return .init(row: index, column: cell.column)
            }
        }
        return nil
    }

    /// The next overlap in reading order; the first one after nothing.
    private func overlap(after place: CoverageChart.Place?) -> CoverageChart.Place? {
        for index in coverage.rows.indices where index >= place?.row ?? 0 {
            let cell = coverage.rows[index].cells.first { cell in
                cell.tally.overlap != .none
                    && (index != place?.row || cell.column > place?.column ?? -1)
            }
            if let cell { return .init(row: index, column: cell.column) }
        }
        return nil
    }

    private func overlap(before place: CoverageChart.Place) -> CoverageChart.Place? {
        for index in coverage.rows.indices.reversed() where index <= place.row {
            let cell = coverage.rows[index].cells.last { cell in
                cell.tally.overlap != .none && (index != place.row || cell.column < place.column)
            }
            if let cell { return .init(row: index, column: cell.column) }
        }
        return nil
    }

    // MARK: Keys

    package mutating func perform(_ action: Action) -> Reaction {
        if rows.perform(action) { return .handled }
        switch action {
        case .open: return open()
        case .left: columns.move(by: -1)
        case .right: columns.move(by: 1)
        case .panLeft: columns.move(by: -max(1, columns.height / 2))
        case .panRight: columns.move(by: max(1, columns.height / 2))
        case .firstColumn: columns.move(to: 0)
        case .lastColumn: columns.move(to: columns.count - 1)
        case .nextConflict:
            guard let place = overlap(after: cursor) else { return .say("no overlap after this cell") }
            go(to: place)
        case .previousConflict:
            guard let place = overlap(before: cursor) else { return .say("no overlap before this cell") }
            go(to: place)
        case .seeConflicts: return overlaps()
        case .axes: return .become(with(\.axes, nextOf: Coverage.Axes.all))
        case .counted: return .become(with(\.count, nextOf: Coverage.Count.allCases))
        default: return .ignored
        }
        return .handled
    }

    /// The list of what the cell counts.
    private func open() -> Reaction {
        guard let row = selectedRow else { return .say("nothing is counted here") }
        guard row.cell(columns.cursor) != nil else { return .say("a gap: there is no project to list") }
        var list = View(.projects)
        list.filter = coverage.filter(row: rows.cursor, column: columns.cursor)
        return .go(list)
    }

    /// The computed conflicts between the cell's projects: which of them overlap, and how much.
    private func overlaps() -> Reaction {
        guard let row = selectedRow, row.cell(columns.cursor) != nil else {
            return .say("a gap: there is nothing that could overlap")
        }
        var conflicts = View(.conflicts)
        conflicts.filter = coverage.filter(row: rows.cursor, column: columns.cursor)
        conflicts.set(.computed, true)
        return .go(conflicts)
    }

    /// The same view with the next of some choices.
    private func with<Choice: Equatable>(
        _ choice: WritableKeyPath<View, Choice>, nextOf choices: [Choice]
    ) -> View {
        var next = view
        let index = choices.firstIndex(of: view[keyPath: choice]) ?? 0
        next[keyPath: choice] = choices[(index + 1) % choices.count]
        return next
    }

    package mutating func press(_ point: Point) -> Bool {
        let areas = CoverageAreas(Rect(size), wanted: chart.wanted)
        guard
            let place = chart.place(
                at: point, in: areas.chart, first: .init(row: rows.first, column: columns.first))
        else { return false }
        // A press on another cell of the row selects it; only the same cell again opens its list.
        let isSame = place == cursor
        go(to: place)
        return isSame
    }

    // MARK: Pictures

    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        guard !coverage.isEmpty else {
            canvas.write(emptiness.fitted(to: max(0, rect.width - 2)), rect.x + 1, rect.y, .dim, in: rect)
            return
        }
        let areas = CoverageAreas(rect, wanted: chart.wanted)
        chart.draw(
            on: &canvas, in: areas.chart, cursor: cursor,
            first: .init(row: rows.first, column: columns.first))
        areas.drawRule(on: &canvas, legend: CoverageGlyph.legend(view.count, isBrief: true))
        preview.draw(into: &canvas, areas.preview)
    }

    /// Why there is nothing to see.
    private var emptiness: SafeText {
        if let part = view.filter.parts.last, coverage.projects == 0 {
            return "No projects. Nothing passes the filter «\(part.option): \(part.value)». F lifts it."
        }
        return chart.unplacedText(width: 1000).map { "Nothing to lay out; " + $0 + "." } ?? "No projects."
    }

    /// The grid as it is printed: every row and column, no cursor.
    package func picture(width: Int) -> Canvas {
        coverage.isEmpty
            ? Canvas.line(emptiness, width: width)
            : CoverageChart.print(coverage, counting: view.count, width: width)
    }

    package func printed(width: Int) -> String { picture(width: width).text }
}

extension Canvas {
    /// One line of text.
    fileprivate static func line(_ text: SafeText, width: Int) -> Canvas {
        var canvas = Canvas(Size(width, 1))
        canvas.write(text.fitted(to: width), 0, 0, .dim)
        return canvas
    }
}
