import Model

/// A grid of who does what where when: two columns a cell, names frozen at the left, heads above.
///
/// ```swift
/// let chart = CoverageChart(coverage, counting: .projects)
/// chart.draw(on: &canvas, in: rect, cursor: .init(row: 0, column: 3), first: .init(row: 0, column: 0))
/// ```
package struct CoverageChart: Sendable {
    /// A cell's place.
    package struct Place: Hashable, Sendable {
        package var row: Int
        package var column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    package let coverage: Coverage
    package let count: Coverage.Count
    let longestName: Int
    let longestHead: Int
    let totalWidth: Int

    package init(_ coverage: Coverage, counting count: Coverage.Count) {
        self.coverage = coverage
        self.count = count
        let axis = coverage.axes.rows.rawValue.count
        longestName = coverage.rows.reduce(axis) { max($0, $1.name.short.columns) }
        longestHead = coverage.columns.reduce(0) { max($0, $1.short.string.count) }
        totalWidth = coverage.rows.reduce(1) { max($0, String($1.total[count]).count) }
    }

    /// How many rows and columns of cells a rectangle shows.
    package func room(in size: Size) -> Size {
        let layout = CoverageLayout(Rect(size), chart: self)
        return Size(layout.room, layout.body.height)
    }

    /// Columns and lines that the whole grid wants.
    package var wanted: Size {
        let layout = CoverageLayout(Rect(0, 0, 200, 60), chart: self)
        return Size(
            layout.frozen + coverage.columns.count * CoverageLayout.pitch,
            layout.heads.height + coverage.rows.count + 2)
    }

    /// Draws the grid for the explorer.
    ///
    /// - Parameters:
    ///   - cursor: the cell that is looked at.
    ///   - first: the cell at the top left.
    package func draw(on canvas: inout Canvas, in rect: Rect, cursor: Place, first: Place) {
        let layout = CoverageLayout(rect, chart: self)
        draw(heads: layout, on: &canvas, cursor: cursor.column, first: first.column)
        draw(rows: layout, on: &canvas, cursor: cursor, first: first)
        if let remark = unplacedText(width: rect.width - 2) {
            canvas.write(remark, rect.x + 2, layout.remark.y, .dim, in: layout.remark)
        }
        canvas.write(
            status(at: cursor, width: rect.width - 2), rect.x + (rect.width > 2 ? 1 : 0), layout.status.y,
            .plain, in: layout.status)
    }

    func draw(rows layout: CoverageLayout, on canvas: inout Canvas, cursor: Place?, first: Place) {
        for offset in 0..<layout.body.height {
            let index = first.row + offset
            guard coverage.rows.indices.contains(index) else { break }
            let isSelected = cursor?.row == index
            let line = Rect(layout.rect.x, layout.body.y + offset, layout.rect.width, 1)
            draw(name: coverage.rows[index], layout, line, isSelected, on: &canvas)
            draw(
                cells: coverage.rows[index], layout.plot(line), first.column, on: &canvas,
                cursor: isSelected ? cursor?.column : nil)
        }
    }

    private func draw(
        name row: Coverage.Row, _ layout: CoverageLayout, _ line: Rect, _ isSelected: Bool,
        on canvas: inout Canvas
    ) {
        let frozen = line.splitLeft(layout.frozen).left
        if isSelected { canvas.put(">", line.x, line.y, Style(.accent, bold: true), in: frozen) }
        let style: Style = isSelected ? .bold : .plain
        let total = layout.totalWidth > 0 ? layout.totalWidth + 1 : 0
        let room = max(0, frozen.width - 3 - total)
        canvas.write(row.name.short.fitted(to: room), line.x + 2, line.y, style, in: frozen)
        guard total > 0 else { return }
        let number = SafeText(row.total[count] == 0 ? "?" : String(row.total[count]))
        canvas.write(
            number, frozen.right - 1 - number.columns, line.y, isSelected ? .bold : .dim, in: frozen)
    }

    private func draw(
        cells row: Coverage.Row, _ plot: Rect, _ first: Int, on canvas: inout Canvas, cursor: Int?
    ) {
        let room = plot.width / CoverageLayout.pitch
        for offset in 0..<room {
            let column = first + offset
            guard coverage.columns.indices.contains(column) else { break }
            let tally = row.cell(column)?.tally
            let x = plot.x + offset * CoverageLayout.pitch
            canvas[x, plot.y] = CoverageGlyph.cell(tally, count, unplaced: row.unplaced)
            if let mark = CoverageGlyph.mark(tally) { canvas[x + 1, plot.y] = mark }
            guard column == cursor else { continue }
            let cell = Rect(x, plot.y, CoverageLayout.pitch, 1).intersection(plot)
            canvas.restyle(cell) { $0.with(bold: true, reversed: true) }
            canvas.cursor = Point(x, plot.y)
        }
    }
}
