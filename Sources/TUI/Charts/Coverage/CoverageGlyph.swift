import Model

/// The glyphs of a coverage, and what each says. Their stand-ins in ASCII differ too: `. : % # @`.
enum CoverageGlyph {
    /// By level: none, 1, 2, 3 to 4, 5 and more.
    static let levels: [Character] = ["·", "░", "▒", "▓", "■"]
    /// Nothing is known here, and something may be: who is not said, or when or where.
    static let unknown: Character = "?"
    static let overlap: Character = "!"
    static let cursor: Character = "▼"
    static let before: Character = "◀"
    static let after: Character = "▶"

    private static let inks: [Style] = [.dim, .plain, .plain, .accent, Style(.accent, bold: true)]

    /// Glyph and style of a cell by what is counted; nil for a gap.
    static func cell(_ tally: Coverage.Tally?, _ count: Coverage.Count, unplaced: Int) -> Canvas.Cell {
        guard let tally else {
            return Canvas.Cell(glyph: unplaced > 0 ? unknown : levels[0], style: .dim)
        }
        let level = Coverage.level(tally[count])
        return Canvas.Cell(glyph: level == 0 ? unknown : levels[level], style: inks[level])
    }

    /// The mark beside a cell in which projects with different implementers ran at once: bold where that is
    /// certain.
    static func mark(_ tally: Coverage.Tally?) -> Canvas.Cell? {
        switch tally?.overlap {
        case .certain: Canvas.Cell(glyph: overlap, style: Style(.conflict, bold: true))
        case .possible: Canvas.Cell(glyph: overlap, style: .conflict)
        default: nil
        }
    }

    /// Glyphs and words, the most needed first; in brief for one line.
    static func legend(_ count: Coverage.Count, isBrief: Bool = false) -> [SafeText] {
        [
            "· gap", "░ 1", "▒ 2", "▓ 3 to 4", "■ 5 and more \(count.rawValue)",
            isBrief ? "! overlap" : "! overlap: different implementers in one year", "? not said",
        ]
    }
}
