import Model

/// The list of the projects of one cell, as far as there is room for it.
struct CoveragePreview: Sendable {
    private var filter: Filter?
    private var source: RecordRows?
    private var rows: [TableRow] = []
    private var count = 0
    private var height = 0

    /// Fetches the list of a filter; nil for a gap.
    mutating func prepare(_ size: Size, _ filter: Filter?, _ dataset: Dataset) throws {
        guard filter != self.filter || size.height != height else { return }
        (self.filter, height) = (filter, size.height)
        (source, rows, count) = (nil, [], 0)
        guard let filter, size.height > 1 else { return }
        let list = RecordRows(dataset.list(.project, filter: filter))
        source = list
        count = try list.count()
        rows = try list.rows(0, size.height - 1)
    }

    func draw(into canvas: inout Canvas, _ rect: Rect) {
        guard rect.height > 1 else { return }
        guard let source else {
            canvas.write("no project in this cell", rect.x + 2, rect.y, .dim, in: rect)
            return
        }
        let table = Rect(rect.x + 2, rect.y, rect.width - 2, rect.height)
        let layout = TableLayout(source.columns, rows: rows, width: table.width)
        layout.drawTitles(source.columns, source.sort, into: &canvas, table.splitTop(1).top)
        for (index, row) in rows.enumerated() {
            let line = Rect(table.x, table.y + 1 + index, table.width, 1)
            if index == table.height - 2, count > rows.count {
                canvas.write("… \(count - index) more: Enter lists them", line.x, line.y, .dim, in: line)
            } else {
                layout.draw(row, into: &canvas, line, .plain)
            }
        }
    }
}
