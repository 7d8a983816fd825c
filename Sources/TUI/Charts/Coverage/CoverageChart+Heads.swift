import Model

extension CoverageChart {
    /// The heads of the columns from `first` on, that of the cursor's column set off.
    func draw(heads layout: CoverageLayout, on canvas: inout Canvas, cursor: Int?, first: Int) {
        guard layout.heads.height > 0 else { return }
        let plot = layout.plot(layout.heads)
        let frozen = layout.heads.splitLeft(layout.frozen).left
        let bottom = layout.heads.bottom - 1
        let axis = SafeText(coverage.axes.rows.rawValue)
        canvas.write(axis.fitted(to: max(0, frozen.width - 3)), frozen.x + 2, bottom, .dim, in: frozen)
        let counted = SafeText(count.rawValue)
        if layout.totalWidth > 0, 2 + axis.columns + 2 + counted.columns < frozen.width {
            canvas.write(counted, frozen.right - 1 - counted.columns, bottom, .dim, in: frozen)
        }
        let last = min(first + plot.width / CoverageLayout.pitch, coverage.columns.count)
        guard first < last else { return }
        if coverage.axes.columns == .year {
            draw(years: first..<last, plot, on: &canvas, cursor)
        } else {
            draw(names: first..<last, plot, on: &canvas, cursor)
        }
        // What lies beyond the window.
        if first > 0, frozen.width > 0 {
            canvas.put(CoverageGlyph.before, plot.x - 1, layout.heads.y, .accent, in: layout.heads)
        }
        if last < coverage.columns.count {
            let x = min(plot.x + (last - first) * CoverageLayout.pitch, plot.right - 1)
            canvas.put(CoverageGlyph.after, x, layout.heads.y, .accent, in: layout.heads)
        }
    }

    /// Every fifth year in full, the last digit of each below; the cursor's year in full over them.
    private func draw(years: Range<Int>, _ plot: Rect, on canvas: inout Canvas, _ cursor: Int?) {
        func x(_ column: Int) -> Int { plot.x + (column - years.lowerBound) * CoverageLayout.pitch }
        let chosen = cursor.flatMap { years.contains($0) ? $0 : nil }
        let chosenLabel = chosen.map { coverage.columns[$0].short } ?? .empty
        let chosenX = chosen.map { max(plot.x, min(x($0), plot.right - chosenLabel.columns)) }
        var free = plot.x
        for column in labelled(years, isAlone: plot.height == 1) {
            let label = coverage.columns[column].short
            let start = x(column)
            let isClear =
                chosenX.map { start + label.columns < $0 || start > $0 + chosenLabel.columns } ?? true
            guard isClear, start >= free, start + label.columns <= plot.right else { continue }
            canvas.write(label, start, plot.y, .plain, in: plot)
            free = start + label.columns + 1
        }
        if plot.height > 1 {
            for column in years {
                let digit = coverage.columns[column].short.string.last ?? " "
                canvas.put(digit, x(column), plot.y + 1, column == chosen ? .bold : .dim, in: plot)
            }
        }
        if let chosenX { canvas.write(chosenLabel, chosenX, plot.y, .reversed, in: plot) }
    }

    /// Years that can be divided by five; the first one too where none of these is near.
    private func labelled(_ years: Range<Int>, isAlone: Bool) -> [Int] {
        let fifths = years.filter { Int(coverage.columns[$0].id).map { $0 % 5 == 0 } ?? isAlone }
        let isFar = fifths.first.map { $0 - years.lowerBound > 2 } ?? true
        return (isFar ? [years.lowerBound] : []) + fifths
    }

    /// Names upright, their ends at the grid; a mark under the cursor's.
    private func draw(names: Range<Int>, _ plot: Rect, on canvas: inout Canvas, _ cursor: Int?) {
        let (upright, marks) = plot.splitBottom(1)
        for column in names {
            let x = plot.x + (column - names.lowerBound) * CoverageLayout.pitch
            let style: Style = column == cursor ? Style(.accent, bold: true) : .plain
            var letters = Array(coverage.columns[column].short.string)
            if letters.count > upright.height {
                // Of a few letters none is given up to say that there are more.
                let isTall = upright.height > 3
                letters = Array(letters.prefix(upright.height - (isTall ? 1 : 0))) + (isTall ? ["…"] : [])
            }
            for (index, letter) in letters.enumerated() {
                let y = upright.bottom - letters.count + index
                canvas.write(SafeText(String(letter)), x, y, style, in: upright)
            }
            if column == cursor { canvas.put(CoverageGlyph.cursor, x, marks.y, style, in: marks) }
        }
    }
}
