import Model

/// The glyphs of a timeline, and what each says. Their stand-ins in ASCII differ too.
enum TimelineGlyph {
    static let certain: Character = "━"
    static let possible: Character = "┄"
    static let unknown: Character = "?"
    /// Possible too, but the sources give no bound: a leader, not a bar.
    static let unsaid: Character = "·"
    static let start: Character = "┝"
    static let end: Character = "┥"
    /// A bar that starts and ends within a column.
    static let brief: Character = "▬"
    static let planned: Character = "═"
    static let plannedStart: Character = "╞"
    static let plannedEnd: Character = "╡"
    /// Where the plan began or ended while it ran.
    static let plannedLimit: Character = "╪"
    /// It ran, and so did a rival.
    static let clash: Character = "▓"
    /// It ran, and so did a rival perhaps.
    static let possibleClash: Character = "▒"
    /// It ran perhaps, and so did a rival perhaps.
    static let doubtfulClash: Character = "░"
    /// Seen running, within a column.
    static let seen: Character = "•"
    /// Seen running, somewhere about here.
    static let seenAbout: Character = "○"
    static let openStart: Character = "←"
    static let openEnd: Character = "→"
    static let before: Character = "◀"
    static let after: Character = "▶"
    static let event: Character = "◆"
    static let eventAbout: Character = "◇"
    static let cursor: Character = "┊"
    /// Months that lie between one project and the next.
    static let gap: Character = "╍"
    /// Months that both ran in.
    static let shared: Character = "≡"
    /// Months that perhaps lie between the two, or that both perhaps ran in.
    static let possiblyBetween: Character = "╶"
    static let guaranteed: Character = "✓"
    static let refused: Character = "✗"
    static let endorsed: Character = "↺"
    static let noFollowUp: Character = "∅"
    /// A follow-up of which the sources speak in other words.
    static let spokenOf: Character = "…"
    static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    static let possibleLevel: Character = "·"

    /// Glyphs and words, the most needed first.
    static let legend: [SafeText] = [
        "━ certain", "┄ possible", "?· not said", "═ planned", "▓ conflict", "▒░ possible", "• seen",
        "→ goes on", "◆ event", "◇○ about",
    ]

    /// What lanes by succession have besides.
    static let successionLegend: [SafeText] = [
        "╍ gap", "≡ overlap", "╶ perhaps", "follow-up: ✓ guaranteed ✗ refused", "↺ endorsed", "∅ none",
    ]
}

extension TimelineChart {
    /// What the glyphs mean, in one line; cut by whole items where `width` is short.
    package static func legend(width: Int, hasSuccession: Bool = false) -> SafeText {
        var legend = SafeText.empty
        for item in (hasSuccession ? TimelineGlyph.successionLegend : []) + TimelineGlyph.legend {
            let longer = legend.isEmpty ? item : legend + "  " + item
            guard longer.columns <= width else { break }
            legend = longer
        }
        return legend
    }
}
