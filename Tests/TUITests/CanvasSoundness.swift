@testable import TUI

/// What must hold of every picture, whatever is on it.
enum CanvasSoundness {
    /// What is wrong with a canvas as a terminal would get it.
    static func faults(of canvas: Canvas) -> [String] {
        var faults: [String] = []
        if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) {
            faults.append("the cursor is outside, at \(cursor.x), \(cursor.y)")
        }
        for y in 0..<canvas.size.height {
            let cells = Array(canvas.row(y))
            for (x, cell) in cells.enumerated() {
                let next = x + 1 < cells.count ? cells[x + 1].glyph : " "
                if let glyph = cell.glyph, glyph.columns == 2, next != nil {
                    faults.append("half of \(glyph) at \(x), \(y) is missing")
                }
                if cell.glyph == nil, x == 0 || (cells[x - 1].glyph?.columns ?? 1) != 2 {
                    faults.append("half a wide character alone at \(x), \(y)")
                }
            }
        }
        return faults
    }

    /// Where something other than the ground is outside a rectangle.
    static func strays(on canvas: Canvas, outside rect: Rect, ground: Character) -> [String] {
        (0..<canvas.size.height).flatMap { y in
            (0..<canvas.size.width).compactMap { x in
                guard !rect.contains(Point(x, y)), canvas[x, y].glyph != ground else { return nil }
                return "«\(canvas[x, y].glyph.map(String.init) ?? "")» at \(x - rect.x), \(y - rect.y)"
            }
        }
    }
}
