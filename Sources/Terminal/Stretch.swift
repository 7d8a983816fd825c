import CNcurses
import TUI

/// Neighbouring cells of a row that are written at once: one style, and characters whose widths ncurses and
/// the canvas agree on.
struct Stretch: Equatable {
    var x: Int
    var style: Style
    var text: [wchar_t]

    /// Blanks that are cheaper to write in their neighbours' style than to skip with two changes of style.
    private static let bridgedBlanks = 8

    /// What a row needs on an erased screen: blanks that show nothing are left out.
    static func stretches(of row: some RandomAccessCollection<Canvas.Cell>) -> [Stretch] {
        var stretches: [Stretch] = []
        var blanks = 0
        var x = 0
        let cells = Array(row)
        while x < cells.count {
            let cell = cells[x]
            let glyph = cell.glyph ?? " "
            let isWide = cell.glyph != nil && x + 1 < cells.count && cells[x + 1].glyph == nil
            let columns = isWide ? 2 : 1
            let marksBlanks = cell.style.isReversed || cell.style.isUnderlined
            if glyph == " " && !marksBlanks {
                blanks += 1
                x += 1
                continue
            }
            let text = spelling(of: glyph, columns: columns)
            if let last = stretches.indices.last, stretches[last].style == cell.style,
                blanks == 0 || blanks <= bridgedBlanks && !marksBlanks
            {
                stretches[last].text += repeatElement(32, count: blanks)
                stretches[last].text += text
            } else {
                stretches.append(Stretch(x: x, style: cell.style, text: text))
            }
            blanks = 0
            x += columns
        }
        return stretches
    }

    /// The glyph as the C library's wide characters, taking exactly `columns` by the C library's count. What
    /// it does not know, or counts otherwise, would shift the rest of the row.
    private static func spelling(of glyph: Character, columns: Int) -> [wchar_t] {
        if columns == 1, let ascii = glyph.asciiValue {
            return [wchar_t((0x20...0x7E).contains(ascii) ? ascii : 0x3F)]
        }
        let scalars = glyph.unicodeScalars.map { wchar_t($0.value) }
        let width = Int(curses_columns(scalars[0]))
        let marks = scalars.dropFirst().filter { curses_columns($0) == 0 }.prefix(4)
        if width == columns { return [scalars[0]] + marks }
        if width == 1 { return [scalars[0]] + marks + [32] }
        return [0xFFFD] + repeatElement(32, count: columns - 1)
    }
}
