import Model

extension CoverageChart {
    /// The whole grid for standard output: every row and column, in blocks one below the other where the
    /// columns do not fit side by side, with the legend below.
    package static func print(_ coverage: Coverage, counting count: Coverage.Count, width: Int) -> Canvas {
        let chart = CoverageChart(coverage, counting: count)
        let room = max(1, CoverageLayout(Rect(0, 0, width, 60), chart: chart).room)
        let starts = Array(stride(from: 0, to: coverage.columns.count, by: room))
        let heads = CoverageLayout(Rect(0, 0, width, 60), chart: chart, hasStatus: false).heads.height
        let block = heads + coverage.rows.count
        let footer = chart.footer(width: width - 2)
        var canvas = Canvas(Size(width, starts.count * (block + 1) + footer.count))
        var y = 0
        for start in starts {
            let last = min(start + room, coverage.columns.count)
            let part = CoverageChart(
                coverage.keeping(columns: Array(start..<last)), counting: count, like: chart)
            let layout = CoverageLayout(Rect(0, y, width, max(60, block + 2)), chart: part, hasStatus: false)
            part.draw(heads: layout, on: &canvas, cursor: nil, first: 0)
            part.draw(rows: layout, on: &canvas, cursor: nil, first: Place(row: 0, column: 0))
            y += block + 1
        }
        for line in footer {
            canvas.write(line, 2, y, .dim)
            y += 1
        }
        return canvas
    }

    /// The legend in as many lines as it needs, and what is not placed.
    private func footer(width: Int) -> [SafeText] {
        var lines: [SafeText] = []
        for item in CoverageGlyph.legend(count) {
            let longer = lines.last.map { $0 + "  " + item } ?? item
            if !lines.isEmpty, longer.columns <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(item.fitted(to: max(1, width)))
            }
        }
        return lines + [unplacedText(width: width)].compactMap { $0 }
    }

    /// A part of a grid that is laid out as the whole, so that its blocks stand below each other.
    private init(_ coverage: Coverage, counting count: Coverage.Count, like whole: CoverageChart) {
        self.coverage = coverage
        self.count = count
        longestName = whole.longestName
        longestHead = whole.longestHead
        totalWidth = whole.totalWidth
    }
}
