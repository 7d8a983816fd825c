import Model

/// A Gantt chart of projects whose dates are known well or badly. Drawing costs what is visible; everything
/// that goes through all rows is done once, when the chart is made.
///
/// ```swift
/// let chart = TimelineChart(timeline)
/// var viewport = TimelineViewport(fitting: chart.months, width: TimelineChart.plotWidth(of: 80))
/// viewport.zoom(.in)
/// chart.draw(on: &canvas, in: rect, viewport: viewport, firstLine: 0)
/// ```
package struct TimelineChart: Sendable {
    package private(set) var rows: TimelineRows
    package let activity: TimelineActivity
    package let clashes: TimelineClashes
    /// From the first to the last dated month; nil when nothing is dated.
    package let months: MonthSpan?
    let marks: TimelineMarks
    /// Columns for the owners in the frozen column.
    private let ownerWidth: Int

    /// Whether projects stand in lanes by succession.
    let hasSuccession: Bool

    package init(_ timeline: Timeline) {
        rows = TimelineRows(timeline.lanes)
        activity = TimelineActivity(timeline)
        clashes = TimelineClashes(timeline.clashes)
        months = timeline.drawnMonths
        marks = TimelineMarks(timeline.marks)
        ownerWidth = timeline.lanes.lazy.flatMap(\.rows).reduce(0) { max($0, min($1.owner.columns, 10)) }
        hasSuccession = timeline.lanes.contains { lane in
            lane.rows.contains { $0.between != nil || !$0.followUps.isEmpty }
        }
    }

    /// A chart whose rows are fetched as they are looked at: see ``fetch(lines:and:)``.
    package init(_ source: TimelineSource) {
        rows = TimelineRows(source)
        activity = TimelineActivity(source.tally, source.clashes)
        clashes = TimelineClashes(source.clashes)
        marks = TimelineMarks(source.marks)
        var bounds = MonthBounds()
        if let months = source.tally.months { bounds.add(months) }
        for mark in source.marks { bounds.add(mark.extent) }
        months = bounds.months
        ownerWidth = source.ownerWidth
        hasSuccession = false
    }

    /// Makes the rows of some lines ready to be drawn, and the selected one.
    package mutating func fetch(lines: Range<Int>, and row: Int) throws {
        try rows.fetch(lines: lines, and: row)
    }

    /// Makes one row ready, wherever it is.
    package mutating func fetch(row: Int) throws { try rows.fetch(row..<row + 1) }

    /// The columns that the plot has in a rectangle of this width: for ``TimelineViewport/resize(_:)``.
    package static func plotWidth(of width: Int) -> Int { width - TimelineLayout.frozenWidth(of: width) }

    /// How many lines of rows and headings a rectangle shows.
    package func lineCount(in size: Size) -> Int { layout(Rect(size)).body.height }

    func layout(_ rect: Rect, hasStatus: Bool = true) -> TimelineLayout {
        TimelineLayout(rect, lines: rows.lineCount, hasEvents: !marks.isEmpty, hasStatus: hasStatus)
    }

    /// Draws the chart for the explorer, with cursor line, selection and status.
    ///
    /// - Parameters:
    ///   - firstLine: the line of ``rows`` at the top.
    ///   - clash: the conflict whose two rows are set off.
    package func draw(
        on canvas: inout Canvas, in rect: Rect, viewport: TimelineViewport, firstLine: Int,
        clash: Timeline.Clash? = nil
    ) {
        let layout = layout(rect)
        guard layout.plotWidth > 0, !rect.isEmpty else { return }
        var viewport = viewport
        viewport.resize(layout.plotWidth)
        let cursor = viewport.cursorColumn
        let line = Rect(
            layout.plot(rect).x + cursor, layout.events.y, 1, layout.overlap.bottom - layout.events.y)
        canvas.fill(line.intersection(rect), TimelineGlyph.cursor, .accent)
        draw(header: layout, viewport, on: &canvas, cursor: cursor)
        draw(events: layout, viewport, on: &canvas)
        draw(rows: layout, viewport, firstLine, selection: viewport.selection, clash: clash, on: &canvas)
        draw(overlap: layout, viewport, on: &canvas)
        canvas.restyle(line.intersection(rect)) { style in
            style.ink == .conflict ? style : Style(.accent, bold: style.isBold)
        }
        let status = status(
            at: viewport.cursor, clash: clash, between: rows.row(at: viewport.selection)?.between,
            width: rect.width - 2)
        canvas.write(status, rect.x + 1, layout.status.y, .plain, in: layout.status)
    }

    func draw(
        header layout: TimelineLayout, _ viewport: TimelineViewport, on canvas: inout Canvas, cursor: Int?
    ) {
        guard layout.header.height > 0 else { return }
        let header = TimelineHeader(viewport)
        let plot = layout.plot(layout.header)
        let finer = plot.height > 1 ? plot.y + 1 : nil
        let isByDay = viewport.scale.daysPerColumn < 28
        let date = isByDay ? viewport.cursor.text : viewport.cursor.month.text
        let dateColumn = max(0, min((cursor ?? 0) - date.count / 2, plot.width - date.count))
        func isFree(_ tick: TimelineHeader.Tick) -> Bool {
            cursor == nil || tick.column + tick.label.columns < dateColumn
                || tick.column > dateColumn + date.count
        }
        for tick in header.major where finer != nil || isFree(tick) {
            canvas.write(tick.label, plot.x + tick.column, plot.y, .plain, in: plot)
        }
        if let finer {
            for tick in header.minor where isFree(tick) {
                canvas.write(tick.label, plot.x + tick.column, finer, .dim, in: plot)
            }
        }
        if cursor != nil {
            canvas.write(SafeText(date), plot.x + dateColumn, finer ?? plot.y, .reversed, in: plot)
        }
        let frozen = frozen(layout, layout.header)
        let title = viewport.scale.title
        write(["by " + title, title], in: frozen, on: &canvas)
    }

    func draw(events layout: TimelineLayout, _ viewport: TimelineViewport, on canvas: inout Canvas) {
        guard layout.events.height > 0 else { return }
        canvas.write("events", layout.rect.x + 1, layout.events.y, .dim, in: frozen(layout, layout.events))
        draw(marks.strip(in: viewport), layout.plot(layout.events), layout.events.y, on: &canvas)
    }

    func draw(
        rows layout: TimelineLayout, _ viewport: TimelineViewport, _ firstLine: Int, selection: Int?,
        clash: Timeline.Clash?, on canvas: inout Canvas
    ) {
        for offset in 0..<layout.body.height {
            let y = layout.body.y + offset
            switch rows.line(at: firstLine + offset) {
            case .heading(let title):
                let rule = SafeText(String(repeating: "─", count: layout.rect.width))
                canvas.write("──", layout.rect.x + 1, y, .dim, in: layout.body)
                let end = canvas.write(title, layout.rect.x + 4, y, .plain, in: layout.body)
                canvas.write(rule, end + 1, y, .dim, in: layout.body)
            case .row(let row, let index):
                if let between = row.between {
                    draw(between, row.name, layout, viewport, y, index == selection, on: &canvas)
                    continue
                }
                draw(row, layout, viewport, y, index == selection, clash, on: &canvas)
            case nil: break
            }
        }
    }

    private func draw(
        _ row: Timeline.Row, _ layout: TimelineLayout, _ viewport: TimelineViewport, _ y: Int,
        _ isSelected: Bool, _ clash: Timeline.Clash?, on canvas: inout Canvas
    ) {
        let isSetOff = clash.map { $0.first == row.id || $0.second == row.id } ?? false
        let style = Style(isSetOff ? .conflict : .plain, bold: isSelected || isSetOff)
        let frozen = frozen(layout, Rect(layout.rect.x, y, layout.rect.width, 1))
        let owners = frozen.width >= 12 && ownerWidth > 0 ? min(ownerWidth, frozen.width / 3) + 1 : 0
        let nameWidth = max(0, frozen.width - owners - 1)
        if isSetOff { canvas.put("×", layout.rect.x, y, style, in: layout.rect) }
        if isSelected {
            canvas.put(">", layout.rect.x, y, style, in: layout.rect)
            canvas.cursor = Point(layout.rect.x, y)
        }
        if owners > 0 { canvas.write(row.owner.fitted(to: owners - 1), frozen.x + 1, y, style, in: frozen) }
        canvas.write(row.name.fitted(to: nameWidth), frozen.x + 1 + owners, y, style, in: frozen)

        let plot = layout.plot(layout.body)
        var strip = TimelineStrip(row, clashes: clashes.clashes(of: row.id), in: viewport)
        if row.days == nil && row.planned == nil {
            let name: SafeText = nameWidth == 0 ? row.name + ": " : ""
            let text = (name + "no date in the sources" + row.followUpWords).fitted(
                to: max(0, plot.width - 2))
            canvas.write(text, plot.x + 1, y, .dim, in: plot)
        } else if nameWidth < row.name.columns {
            let owner: SafeText = owners > 0 || row.owner.isEmpty ? "" : row.owner + " "
            // Beside a name that is cut, a label is worth its place only if it says a good deal more.
            strip.label(owner + row.name, atLeast: nameWidth == 0 ? 4 : nameWidth + 10)
        }
        strip.mark(row.followUps)
        draw(strip.cells, plot, y, on: &canvas)
    }

    func draw(overlap layout: TimelineLayout, _ viewport: TimelineViewport, on canvas: inout Canvas) {
        guard layout.overlap.height > 0 else { return }
        let plot = layout.plot(layout.overlap)
        let peak = activity.certain.peak
        let label: SafeText = peak > 0 ? "overlap  most \(peak)" : "overlap"
        let frozen = frozen(layout, layout.overlap)
        write([label, "overlap"], in: frozen, on: &canvas)
        for column in 0..<plot.width {
            guard let months = viewport.months(of: column) else { continue }
            let certain = activity.certain.most(in: months)
            if certain > 0 {
                // Up to eight, the height is the number itself.
                let level = peak <= 8 ? certain : (certain * 8 + peak - 1) / peak
                canvas.put(TimelineGlyph.levels[level - 1], plot.x + column, plot.y, .plain, in: plot)
            } else if activity.possible.most(in: months) > 0 {
                canvas.put(TimelineGlyph.possibleLevel, plot.x + column, plot.y, .dim, in: plot)
            }
        }
    }

    func draw(_ cells: [Canvas.Cell?], _ plot: Rect, _ y: Int, on canvas: inout Canvas) {
        for (column, cell) in cells.enumerated() where column < plot.width {
            guard let cell else { continue }
            // The cursor line hides nothing where the sources say nothing.
            if cell.glyph == TimelineGlyph.unsaid, canvas[plot.x + column, y].glyph == TimelineGlyph.cursor {
                continue
            }
            canvas[plot.x + column, y] = cell
        }
    }

    /// The first of `texts` that fits, or the last cut.
    private func write(_ texts: [SafeText], in frozen: Rect, on canvas: inout Canvas) {
        let room = max(0, frozen.width - 1)
        let text = texts.first { $0.columns <= room } ?? texts.last?.fitted(to: room) ?? .empty
        canvas.write(text, frozen.x + 1, frozen.y, .dim, in: frozen)
    }

    /// The frozen column's part of `area`, without the gap before the plot.
    func frozen(_ layout: TimelineLayout, _ area: Rect) -> Rect {
        area.splitLeft(max(0, layout.frozen - 1)).left
    }
}
