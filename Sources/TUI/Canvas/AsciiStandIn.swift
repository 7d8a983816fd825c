import Foundation

extension Character {
    /// One ASCII character that stands for this one where only ASCII can be shown.
    package var asciiStandIn: Character {
        if isASCII { return self }
        if let drawn = Self.drawingStandIns[self] { return drawn }
        let folded = String(self).folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
        if folded.count == 1, let letter = folded.first, letter.isASCII { return letter }
        return Self.letterStandIns[self] ?? "?"
    }

    /// Every glyph that the program itself draws, and typographic signs that texts are full of.
    private static let drawingStandIns: [Character: Character] = [
        "─": "-", "━": "=", "│": "|", "┃": "|", "┄": "-", "┈": ".", "┅": ".", "┉": ".", "┆": ":", "┊": "|",
        "╌": ".", "╍": "_", "≡": "&", "∅": "0", "╎": ":",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "╭": "+", "╮": "+", "╰": "+", "╯": "+", "╶": ",", "╴": "-", "╵": "|", "╷": "|", "╪": "+",
        "┝": "+", "┥": "+", "┠": "+", "┨": "+", "╞": "[", "╡": "]", "╫": "#", "═": "~", "║": "|",
        "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "#",
        "▉": "#", "▊": "#", "▋": "=", "▌": "=", "▍": "=", "▎": "|", "▏": "|", "▐": "#",
        "░": ":", "▒": "%", "▓": "#", "■": "@", "▬": "=", "□": "o", "▪": "*", "▫": "o",
        "◆": "*", "◇": "+", "●": "*", "○": "O", "◐": "o", "•": "o", "·": ".", "∙": ".",
        "◀": "<", "▶": ">", "◂": "<", "▸": ">", "◁": "<", "▷": ">", "▲": "^", "▼": "v", "△": "^", "▽": "v",
        "▴": "^", "▾": "v", "←": "<", "→": ">", "↑": "^", "↓": "v", "↔": "-", "↵": "<", "⏎": "<", "⌫": "<",
        "⇄": "=", "↕": "|", "↺": "@", "›": ">", "‹": "<", "»": ">", "«": "<", "…": "~", "–": "-", "—": "-",
        "−": "-",
        "‑": "-",
        "×": "x", "≈": "~", "≲": "<", "≳": ">", "≤": "<", "≥": ">", "≠": "!", "∑": "S", "Σ": "S", "√": "V",
        "⚔": "X", "✓": "v", "✗": "x", "★": "*", "☆": "o", "✎": "!", "⚑": "!", "¶": "P", "§": "S", "†": "+",
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "′": "'", "″": "\"",
        "€": "E", "£": "L", "¤": "$", "°": "o", "½": "h", "\u{FFFD}": "?", "¹": "1", "²": "2", "³": "3",
    ]

    /// Letters that no decomposition takes to ASCII; one letter each, so that columns stay.
    private static let letterStandIns: [Character: Character] = {
        let cyrillic = zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөүқғһәіўҳҷӣӯ",
            "abvgdeezzijklmnoprstufhccss'y'eujnouqgheiuhjiu")
        var table: [Character: Character] = [
            "ß": "s", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
        ]
        table.merge(["æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ı": "i", "þ": "t", "Þ": "T", "ð": "d"]) { $1 }
        for (letter, standIn) in cyrillic {
            table[letter] = standIn
            if let upper = letter.uppercased().first, let upperStandIn = standIn.uppercased().first {
                table[upper] = upperStandIn
            }
        }
        return table
    }()
}
