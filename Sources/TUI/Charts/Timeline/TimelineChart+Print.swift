import Model

extension TimelineChart {
    /// The whole chart for standard output: every row, no cursor, the legend below, as tall as it needs to be.
    ///
    /// - Parameters:
    ///   - window: the months to show; all that are dated when nil.
    ///   - hasStatus: whether to say below how much runs in the window.
    package static func print(
        _ timeline: Timeline, window: MonthSpan? = nil, width: Int, hasStatus: Bool = false
    ) -> Canvas {
        let chart = TimelineChart(timeline)
        let height = 2 + (chart.marks.isEmpty ? 0 : 1) + chart.rows.lineCount + 1
        let footer = hasStatus ? 2 : 1
        // Small charts too have both rows of ticks: the layout drops them by height.
        let layout = chart.layout(Rect(0, 0, max(0, width), max(8, height)), hasStatus: false)
        var canvas = Canvas(Size(width, layout.overlap.bottom + footer))
        guard layout.plotWidth > 0 else { return canvas }
        var viewport = TimelineViewport(fitting: chart.months, width: layout.plotWidth)
        if let window { viewport.show(window) }
        chart.draw(header: layout, viewport, on: &canvas, cursor: nil)
        chart.draw(events: layout, viewport, on: &canvas)
        chart.draw(rows: layout, viewport, 0, selection: nil, clash: nil, on: &canvas)
        chart.draw(overlap: layout, viewport, on: &canvas)
        if hasStatus {
            let months = window ?? chart.months ?? viewport.window
            let counts = TimelineSummary(timeline, in: months).counts
            let head = SafeText(months.text + "  ")
            canvas.write(
                head + counts.text(width: width - 1 - head.columns), 1, canvas.size.height - 2)
        }
        canvas.write(
            legend(width: width - 1, hasSuccession: chart.hasSuccession), 1, canvas.size.height - 1, .dim)
        return canvas
    }
}
