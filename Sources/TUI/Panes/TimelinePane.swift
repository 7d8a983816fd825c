import Model

/// The Gantt chart with its cursor date, its window and its selected bar.
package struct TimelinePane: Pane {
    package private(set) var view: View
    package let scope = KeyBinding.Scope.timeline
    package let crumbs: [SafeText]
    private let dataset: Dataset
    private var chart: TimelineChart
    private var viewport: TimelineViewport
    private var firstLine = 0
    private var lines = 1
    private var clash: Timeline.Clash?

    package init(view: View, dataset: Dataset) throws {
        self.view = view
        self.dataset = dataset
        crumbs = ["Timeline"]
        chart =
            view.lanes == .succession
            ? TimelineChart(try dataset.timeline(view.filter, lanes: view.lanes))
            : TimelineChart(try dataset.timelineSource(view.filter, lanes: view.lanes))
        viewport = TimelineViewport(fitting: chart.months, width: TimelineChart.plotWidth(of: 80))
        if let window = view.windowMonths { viewport.show(window) }
        // Where the first conflict is, something is to be seen.
        if let first = chart.clashes.places.first { viewport.go(to: first.month.firstDay) }
        if view.window == nil { viewport.fitAll(chart.months) }
    }

    package var place: SafeText {
        chart.rows.rowCount == 0 ? "none" : "\(viewport.selection + 1) of \(chart.rows.rowCount)"
    }

    package var selection: String? { clash?.id ?? chart.rows.row(at: viewport.selection)?.id }

    package mutating func prepare(_ size: Size) throws {
        viewport.resize(TimelineChart.plotWidth(of: size.width))
        lines = max(1, chart.lineCount(in: size))
        firstLine = chart.rows.firstLine(from: firstLine, showing: viewport.selection, height: lines)
        try chart.fetch(lines: firstLine..<firstLine + lines, and: viewport.selection)
    }

    package mutating func select(_ id: String) throws {
        if let place = chart.clashes.places.first(where: { $0.clash.id == id }) {
            try show(place)
        } else if let index = try chart.rows.index(of: id)
            // Where steps have no row, the first of the two projects.
            ?? chart.rows.index(of: String(id.prefix { $0 != "+" }))
        {
            clash = nil
            viewport.selection = index
            try chart.fetch(row: index)
            let row = chart.rows.row(at: index)
            let extent = row?.between?.to ?? row?.extent
            if let first = [extent?.startEarliest, extent?.startLatest, extent?.endEarliest].compactMap({ $0 }
            ).first(where: \.isBounded) {
                viewport.go(to: first)
            }
        }
    }

    // MARK: Keys

    package mutating func perform(_ action: Action) throws -> Reaction {
        switch action {
        case .open:
            guard let id = selection else { return .say("no bar is selected") }
            let isBetween = clash == nil && chart.rows.row(at: viewport.selection)?.between != nil
            return .go(isBetween ? View(.continuity, id) : .record(id))
        case .up: move(-1)
        case .down: move(1)
        case .pageUp: move(-lines)
        case .pageDown: move(lines)
        case .top: move(-chart.rows.rowCount)
        case .bottom: move(chart.rows.rowCount)
        case .left: step(-1)
        case .right: step(1)
        case .panLeft: pan(-max(1, viewport.width / 2))
        case .panRight: pan(max(1, viewport.width / 2))
        case .zoomIn: zoom(.in)
        case .zoomOut: zoom(.out)
        case .fitAll:
            viewport.fitAll(chart.months)
            view.window = nil
        case .fitSelection:
            guard let row = chart.rows.row(at: viewport.selection) else { return .say("no bar is selected") }
            viewport.fit(row)
            rememberWindow()
        case .goToDate:
            return .ask(Question(purpose: .date, prompt: "date (2008, 2008-06, jun 2008):", text: ""))
        case .nextConflict:
            return try meet(
                unmet(\.first) ?? chart.clashes.next(after: viewport.cursor, from: clash), "after")
        case .previousConflict:
            return try meet(
                unmet(\.last) ?? chart.clashes.previous(before: viewport.cursor, from: clash), "before")
        case .lanes: return .become(withNextLanes)
        case .running:
            var running = View(.projects)
            running.filter = view.filter
            running.filter.from = viewport.cursor.month.text
            running.filter.to = viewport.cursor.month.text
            return .go(running)
        default: return .ignored
        }
        return .handled
    }

    package mutating func answer(_ question: Question) -> Reaction {
        guard let day = TimelineViewport.day(from: question.text) else {
            return .say("«\(question.text)» is no date: 2008, 2008-06, 6/2008 and jun 2008 are")
        }
        viewport.go(to: day)
        clash = nil
        return .handled
    }

    private mutating func move(_ rows: Int) {
        clash = nil
        viewport.selection = min(max(0, viewport.selection + rows), max(0, chart.rows.rowCount - 1))
    }

    private mutating func step(_ columns: Int) {
        clash = nil
        viewport.moveCursor(columns)
        if view.window != nil { rememberWindow() }
    }

    private mutating func pan(_ columns: Int) {
        viewport.pan(columns)
        rememberWindow()
    }

    private mutating func zoom(_ direction: TimelineViewport.Zoom) {
        viewport.zoom(direction)
        rememberWindow()
    }

    private mutating func rememberWindow() {
        let window = viewport.window
        view.window = "\(window.first.text)/\(window.last.text)"
    }

    /// A conflict in the cursor's month, when one stands at none: it must not be stepped over.
    private func unmet(_ end: KeyPath<[TimelineClashes.Place], TimelineClashes.Place?>) -> TimelineClashes
        .Place?
    {
        guard clash == nil else { return nil }
        return chart.clashes.places.filter { $0.month == viewport.cursor.month }[keyPath: end]
    }

    private mutating func meet(_ place: TimelineClashes.Place?, _ direction: String) throws -> Reaction {
        guard let place else { return .say("no dated conflict \(direction) this date; 6 lists all of them") }
        try show(place)
        return .handled
    }

    private mutating func show(_ place: TimelineClashes.Place) throws {
        clash = place.clash
        viewport.go(to: place.month.firstDay)
        if let index = try chart.rows.index(of: place.clash.first) { viewport.selection = index }
    }

    /// The same timeline with the next way to make lanes; after the last one, without lanes.
    private var withNextLanes: View {
        var next = view
        let ways = View.Lanes.allCases
        let index = view.lanes.flatMap(ways.firstIndex)
        next.lanes = index.map { $0 + 1 < ways.count ? ways[$0 + 1] : nil } ?? ways[0]
        if index == ways.count - 1 { next.lanes = nil }
        return next
    }

    package mutating func press(_ point: Point) -> Bool {
        let header = 3
        guard case .row(_, let index)? = chart.rows.line(at: firstLine + point.y - header) else {
            return false
        }
        clash = nil
        viewport.selection = index
        return true
    }

    // MARK: Pictures

    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        if chart.rows.rowCount == 0 {
            let lift =
                view.filter.parts.last.map {
                    " Nothing passes the filter «\($0.option): \($0.value)». F lifts it."
                } ?? ""
            canvas.write("No projects.\(lift)" as SafeText, rect.x + 1, rect.y, .dim, in: rect)
            return
        }
        chart.draw(on: &canvas, in: rect, viewport: viewport, firstLine: firstLine, clash: clash)
    }

    /// The chart as it is printed: every row, no cursor.
    package func picture(width: Int) throws -> Canvas {
        let window = view.windowMonths ?? filterWindow
        let timeline = try dataset.timeline(view.filter, lanes: view.lanes)
        return TimelineChart.print(timeline, window: window, width: width, hasStatus: true)
    }

    /// A timeline filtered by both dates is drawn over these months.
    private var filterWindow: MonthSpan? {
        view.filter.months.flatMap { $0.count == nil || ($0.count ?? 0) < 3 ? nil : $0 }
    }

    package func printed(width: Int) throws -> String { try picture(width: width).text }
}
