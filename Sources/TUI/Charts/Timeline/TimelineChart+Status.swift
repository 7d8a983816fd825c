import Model

extension TimelineChart {
    /// `┊ 2008-06  2 active (+3 possible) · 2 implementers · 1 conflict`; at a conflict, what it is:
    /// `┊ 2007-06  × ILO – IOM · 1 month shared, at most 54`.
    /// Between two projects, what lies there: `┊ 2007-06  gap up to 28 months, or overlap · CBMM → CALM`.
    package func status(
        at day: Day, clash: Timeline.Clash? = nil, between: Timeline.Between? = nil, width: Int
    ) -> SafeText {
        let head: SafeText = "\(TimelineGlyph.cursor) \(day.month.text)  "
        let text =
            clash.map { "× " + $0.title + " · " + Self.shared($0.months) }
            ?? between.map { $0.gap.words + " · " + $0.title }
            ?? activity.counts(in: day.month).text(width: width - head.columns)
        return (head + text).fitted(to: max(0, width))
    }

    private static func shared(_ months: SharedMonths) -> SafeText {
        guard let possible = months.possible ?? months.certain else { return "no month shared" }
        guard let certain = months.certain else {
            return possible.count.map { "perhaps shared, at most \(counted($0))" } ?? "perhaps shared"
        }
        let sure: SafeText = certain.count.map { SafeText("\(counted($0)) shared") } ?? "shared and going on"
        if certain == possible { return sure }
        return possible.count.map { sure + ", at most \($0)" } ?? sure + ", perhaps more"
    }

    private static func counted(_ months: Int) -> String { months == 1 ? "1 month" : "\(months) months" }
}
