/// How a cell is drawn. Meaning never rests on ink alone: every use has a glyph or a word beside it.
package struct Style: Hashable, Sendable {
    /// What the colour says; which colour it is, is the terminal's affair.
    package enum Ink: UInt8, Sendable, CaseIterable {
        case plain
        /// Where one is, what can be followed.
        case accent
        /// Conflict, and nothing else.
        case conflict
        /// What is unknown, or only possible, or beside the point.
        case dim
    }

    package var ink: Ink
    package var isBold: Bool
    package var isReversed: Bool
    package var isUnderlined: Bool

    package init(_ ink: Ink = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false) {
        self.ink = ink
        isBold = bold
        isReversed = reversed
        isUnderlined = underlined
    }

    package static let plain = Style()
    package static let bold = Style(bold: true)
    package static let dim = Style(.dim)
    package static let accent = Style(.accent)
    package static let conflict = Style(.conflict)
    package static let reversed = Style(reversed: true)
    package static let link = Style(.accent, underlined: false)

    package func with(bold: Bool? = nil, reversed: Bool? = nil, underlined: Bool? = nil) -> Style {
        Style(
            ink, bold: bold ?? isBold, reversed: reversed ?? isReversed,
            underlined: underlined ?? isUnderlined)
    }
}
