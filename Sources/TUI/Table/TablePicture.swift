import Model

extension RowSource {
    /// The whole table as a picture of a width: for standard output, the clipboard and files.
    package func picture(width: Int, limit: Int? = nil) throws -> Canvas {
        let rows = try rows(0, limit ?? -1)
        let layout = TableLayout(columns, rows: rows, width: width)
        let groups = zip(rows, [nil] + rows.map(\.group)).count {
            $0.group != ($1 ?? .empty) && !$0.group.isEmpty
        }
        var canvas = Canvas(Size(width, rows.count + 1 + groups))
        layout.drawTitles(columns, sort, into: &canvas, Rect(0, 0, width, 1))
        var y = 1
        var group = SafeText.empty
        for row in rows {
            if row.group != group {
                canvas.write("── \(row.group.string) ", 0, y, .dim)
                group = row.group
                y += 1
            }
            layout.draw(row, into: &canvas, Rect(0, y, width, 1), row.isAbsent ? .dim : .plain)
            y += 1
        }
        return canvas
    }
}
