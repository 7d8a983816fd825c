import Model

/// Which columns of a table are shown at a width, and how wide each is.
package struct TableLayout: Hashable, Sendable {
    package struct Shown: Hashable, Sendable {
        /// Index into the table's columns.
        package let column: Int
        package let x: Int
        package let width: Int
    }

    package let shown: [Shown]
    package let width: Int

    /// Leaves out the columns of the highest rank until the rest fits, then gives what room is left to the
    /// flexible ones that need it. `first` is the first column after the fixed one that is shown.
    package init(_ columns: [TableColumn], rows: [TableRow], width: Int, first: Int = 0) {
        let candidates = columns.indices.filter { $0 == 0 || $0 > first }
        var chosen = Array(candidates)
        func least(_ indices: [Int]) -> Int {
            indices.reduce(0) { $0 + columns[$1].minimum } + 2 * max(0, indices.count - 1)
        }
        while chosen.count > 1, least(chosen) > width, let worst = chosen.map({ columns[$0].rank }).max(),
            worst > 0
        {
            if let last = chosen.lastIndex(where: { columns[$0].rank == worst }) { chosen.remove(at: last) }
        }
        while chosen.count > 1, least(chosen) > width { chosen.removeLast() }

        // No column is wider than what stands in it.
        let needs = chosen.map { index in
            // A column after the title has room for the mark that the table is sorted by it.
            max(columns[index].title.columns + 1, rows.map { $0.shown[index].columns }.max() ?? 0)
        }
        var widths = zip(chosen, needs).map { index, need in
            columns[index].isFlexible
                ? min(columns[index].minimum, max(need, 1)) : max(min(need, columns[index].minimum), 1)
        }
        var spare = width - widths.reduce(0, +) - 2 * max(0, chosen.count - 1)
        while spare > 0 {
            let wanting = chosen.indices.filter { columns[chosen[$0]].isFlexible && widths[$0] < needs[$0] }
            guard !wanting.isEmpty else { break }
            // The first of them says what the row is: it gets twice the share of the others.
            let share = max(1, spare / (wanting.count + 1))
            for index in wanting where spare > 0 {
                let gain = min(index == wanting[0] ? 2 * share : share, needs[index] - widths[index], spare)
                widths[index] += gain
                spare -= gain
            }
        }
        var x = 0
        shown = zip(chosen, widths).map { index, columnWidth in
            defer { x += columnWidth + 2 }
            return Shown(column: index, x: x, width: min(columnWidth, max(0, width - x)))
        }
        self.width = width
    }

    /// Draws the titles of the columns.
    package func drawTitles(
        _ columns: [TableColumn], _ sort: View.Sort?, into canvas: inout Canvas, _ rect: Rect
    ) {
        for column in shown {
            let definition = columns[column.column]
            let isSorted = definition.key == sort?.key
            var title = definition.title
            if isSorted {
                title = title.fitted(to: max(1, column.width - 1)) + (sort?.isDescending == true ? "▼" : "▲")
            }
            canvas.write(
                title.fitted(to: column.width), rect.x + column.x, rect.y,
                isSorted ? .bold : .dim, in: rect)
        }
    }

    package func draw(_ row: TableRow, into canvas: inout Canvas, _ rect: Rect, _ style: Style) {
        for column in shown {
            let text = row.shown[column.column]
            let isUnknown = text.string == "?"
            canvas.write(
                text.fitted(to: column.width), rect.x + column.x, rect.y,
                isUnknown && style == .plain ? .dim : style, in: rect)
        }
    }
}
