import Model

extension TimelineChart {
    /// A row for what lies between two projects: its months in the frozen column, its stretch in the plot.
    func draw(
        _ between: Timeline.Between, _ name: SafeText, _ layout: TimelineLayout, _ viewport: TimelineViewport,
        _ y: Int, _ isSelected: Bool, on canvas: inout Canvas
    ) {
        let style = isSelected ? Style.bold : .dim
        // Its words may take the gap before the plot too: they are seldom beside anything there.
        let frozen = Rect(layout.rect.x, y, layout.frozen, 1)
        let plot = layout.plot(layout.body)
        if isSelected {
            canvas.put(">", layout.rect.x, y, .bold, in: layout.rect)
            canvas.cursor = Point(layout.rect.x, y)
        }
        let indent = frozen.width >= 24 ? 2 : 1
        let room = max(0, frozen.width - indent)
        let short = name.columns <= room || name != between.gap.words ? name : between.gap.shortWords
        canvas.write(short.fitted(to: room), frozen.x + indent, y, style, in: frozen)
        var strip = TimelineStrip(between, in: viewport)
        if short.columns > room { strip.label(name, atLeast: room == 0 ? 4 : room + 4) }
        draw(strip.cells, plot, y, on: &canvas)
    }
}
