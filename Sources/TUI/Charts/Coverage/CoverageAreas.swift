import Model

/// A grid, and beside it or below it the projects of the cell that is looked at.
struct CoverageAreas {
    let chart: Rect
    let preview: Rect
    private let rule: Rect

    /// - Parameter wanted: what the whole grid takes.
    init(_ rect: Rect, wanted: Size) {
        let nothing = Rect(rect.x, rect.y, 0, 0)
        let below = rect.height - wanted.height - 1
        let beside = rect.width - wanted.width - 3
        var rest: Rect
        if rect.width >= 100, below < 6, beside >= 34 {
            (chart, rest) = rect.splitLeft(wanted.width)
            (rule, preview) = rest.splitLeft(3)
        } else if rect.height >= 14 {
            (chart, rest) = rect.splitTop(min(wanted.height, max(rect.height * 3 / 5, rect.height - 6)))
            (rule, preview) = rest.splitTop(1)
        } else {
            (chart, rule, preview) = (rect, nothing, nothing)
        }
    }

    /// Draws the line between them; on one across the screen, what the glyphs mean.
    func drawRule(on canvas: inout Canvas, legend: [SafeText]) {
        if rule.width == 3, rule.height > 1 {
            for y in rule.y..<rule.bottom { canvas.put("│", rule.x + 1, y, .dim) }
            return
        }
        canvas.fill(rule, "─", .dim)
        var x = rule.x + 2
        for item in legend where x + item.columns + 2 < rule.right {
            x = canvas.write(" " + item + " ", x, rule.y, .dim, in: rule)
        }
    }
}

extension CoverageChart {
    /// The cell that is drawn at a point; in the column of names, the row's cell in the first column shown.
    func place(at point: Point, in rect: Rect, first: Place) -> Place? {
        let layout = CoverageLayout(rect, chart: self)
        guard layout.body.contains(point) else { return nil }
        let row = first.row + point.y - layout.body.y
        let offset = point.x - layout.plot(layout.body).x
        let column = first.column + max(0, offset) / CoverageLayout.pitch
        guard coverage.rows.indices.contains(row), coverage.columns.indices.contains(column) else {
            return nil
        }
        return Place(row: row, column: column)
    }
}
