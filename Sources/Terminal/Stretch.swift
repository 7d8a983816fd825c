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
            if stretches.last?.style == cell.style,
                blanks == 0 || blanks <= bridgedBlanks && !marksBlanks
            {
                stretches[stretches.count - 1].text += repeatElement(32, count: blanks)
            } else {
                stretches.append(Stretch(x: x, style: cell.style, text: []))
            }
            stretches[stretches.count - 1].append(glyph, columns: columns)
            blanks = 0
            x += columns
        }
        return stretches
    }

    /// Adds the glyph as the C library's wide characters, taking exactly `columns` by the C library's count.
    /// What it does not know, or counts otherwise, would shift the rest of the row.
    private mutating func append(_ glyph: Character, columns: Int) {
        if columns == 1, let ascii = glyph.asciiValue {
            text.append(wchar_t((0x20...0x7E).contains(ascii) ? ascii : 0x3F))
            return
        }
        var scalars = glyph.unicodeScalars.makeIterator()
        let first = scalars.next().map { wchar_t($0.value) } ?? 32
        let width = Int(curses_columns(first))
        guard width == columns || width == 1 else {
            text.append(0xFFFD)
            text += repeatElement(32, count: columns - 1)
            return
        }
        text.append(first)
        var marks = 0
        while marks < 4, let mark = scalars.next() {
            guard curses_columns(wchar_t(mark.value)) == 0 else { continue }
            text.append(wchar_t(mark.value))
            marks += 1
        }
        if width < columns { text.append(32) }
    }
}
