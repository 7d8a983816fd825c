import Model

/// A grid of cells that charts and panes draw into. Everything outside is clipped here, and only
/// sanitised text can be written, so no caller need think of either.
package struct Canvas: Sendable {
    /// One column of one row. The right half of a wide character has an empty glyph.
    package struct Cell: Hashable, Sendable {
        package var glyph: Character?
        package var style: Style

        package static let blank = Cell(glyph: " ", style: .plain)
    }

    package let size: Size
    /// Where the hardware cursor sits; nil hides it, and so does a place outside.
    package var cursor: Point? {
        didSet { if let place = cursor, !bounds.contains(place) { cursor = nil } }
    }
    private var cells: [Cell]

    package init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.width * size.height)
    }

    package var bounds: Rect { Rect(size) }

    package subscript(x: Int, y: Int) -> Cell {
        get { bounds.contains(Point(x, y)) ? cells[y * size.width + x] : .blank }
        set {
            guard bounds.contains(Point(x, y)) else { return }
            let index = y * size.width + x
            if newValue.glyph != cells[index].glyph { blankOtherHalf(x, index) }
            cells[index] = newValue
        }
    }

    /// Of a wide character that is drawn over in part, nothing may stay.
    private mutating func blankOtherHalf(_ x: Int, _ index: Int) {
        if cells[index].glyph == nil, x > 0 {
            cells[index - 1].glyph = " "
        } else if x + 1 < size.width, cells[index + 1].glyph == nil {
            cells[index + 1].glyph = " "
        }
    }

    /// The cells of a row, left to right.
    package func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

    /// Writes `text` from `x`, `y` rightwards, clipped to `clip` and the canvas; gives the column after it.
    @discardableResult
    package mutating func write(
        _ text: SafeText, _ x: Int, _ y: Int, _ style: Style = .plain, in clip: Rect? = nil
    ) -> Int {
        let clip = clip.map { $0.intersection(bounds) } ?? bounds
        var column = x
        for character in text.string {
            let width = character.columns
            if y >= clip.y && y < clip.bottom && column >= clip.x && column + width <= clip.right {
                self[column, y] = Cell(glyph: character, style: style)
                if width == 2 { self[column + 1, y] = Cell(glyph: nil, style: style) }
            }
            column += width
        }
        return column
    }

    /// Puts one glyph into one cell, clipped to `clip`.
    package mutating func put(
        _ glyph: Character, _ x: Int, _ y: Int, _ style: Style = .plain, in clip: Rect? = nil
    ) {
        guard clip.map({ $0.contains(Point(x, y)) }) ?? true else { return }
        self[x, y] = Cell(glyph: glyph, style: style)
    }

    package mutating func fill(_ rect: Rect, _ glyph: Character = " ", _ style: Style = .plain) {
        let rect = rect.intersection(bounds)
        for y in rect.y..<rect.bottom {
            for x in rect.x..<rect.right { self[x, y] = Cell(glyph: glyph, style: style) }
        }
    }

    /// Changes the style of what is already there.
    package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let rect = rect.intersection(bounds)
        for y in rect.y..<rect.bottom {
            for x in rect.x..<rect.right { self[x, y].style = change(self[x, y].style) }
        }
    }

    /// Copies `other` so that its cell `from` comes to lie on `rect`'s top left corner.
    package mutating func draw(_ other: Canvas, from origin: Point = Point(0, 0), in rect: Rect) {
        let rect = rect.intersection(bounds)
        for y in 0..<rect.height {
            for x in 0..<rect.width {
                let source = Point(origin.x + x, origin.y + y)
                guard other.bounds.contains(source) else { continue }
                self[rect.x + x, rect.y + y] = other[source.x, source.y]
            }
        }
    }
}

extension Canvas {
    /// The rows as text without trailing blanks: what tests compare and what is printed without colour.
    package var lines: [String] {
        (0..<size.height).map { y in
            var line = String(row(y).compactMap(\.glyph))
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rows as text, the blank ones at the bottom left out.
    package var text: String {
        var lines = lines
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// The same picture in ASCII: each glyph by its stand-in, letters without their diacritics, and `?` for
    /// what has none.
    package var ascii: Canvas {
        var plain = self
        for y in 0..<size.height {
            for x in 0..<size.width {
                guard let glyph = self[x, y].glyph else {
                    // The right half of a wide character has become a cell of its own.
                    plain[x, y].glyph = " "
                    continue
                }
                if !glyph.isASCII { plain[x, y].glyph = glyph.asciiStandIn }
            }
        }
        return plain
    }
}
