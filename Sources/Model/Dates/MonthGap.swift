/// The months from the end of one to the start of the next, as far as the bounds of both dates tell: counted
/// from the month after the last of the one to the month before the first of the other. Negative is overlap,
/// told by the months that both ran in.
package struct MonthGap: Hashable, Sendable {
    /// It is not less than this, whatever the true days are; nil when no bound is known.
    package let least: Int?
    /// It is not more than this, whatever the true days are; nil when no bound is known.
    package let greatest: Int?
    /// Both go on for certain: they overlap without an end.
    package let isEndless: Bool
    /// The second ended for certain before the first began: neither a gap nor an overlap is told.
    package let isReversed: Bool

    /// What lies between the end of `first` and the start of `second`.
    ///
    /// The least is met by the latest end and the earliest start, the greatest by the earliest end and the
    /// latest start. Where these overlap, the months shared are those of ``Extent/shared(with:)``.
    package init(from first: Extent, to second: Extent) {
        let shared = first.shared(with: second)
        let isDated = !first.isUnknown && !second.isUnknown
        func months(end: Day, start: Day, overlap: MonthSpan?) -> Int? {
            if start.month > end.month {
                return start.isBounded && end.isBounded ? start.month.index - end.month.index - 1 : nil
            }
            guard isDated else { return nil }
            guard let overlap else { return start.isBounded || end.isBounded ? 0 : nil }
            return overlap.count.map { -$0 }
        }
        least = months(end: first.endLatest, start: second.startEarliest, overlap: shared.possible)
        greatest = months(end: first.endEarliest, start: second.startLatest, overlap: shared.certain)
        isReversed = second.endLatest.month < first.startEarliest.month
        isEndless = shared.certain.map { !$0.last.isBounded && $0.first.isBounded } ?? false
    }

    /// Whether nothing at all can be said of it.
    package var isUnknown: Bool { least == nil && greatest == nil && !isEndless }

    /// Months that lie between the two whatever the true days are.
    package var certainGap: Int { max(0, least ?? 0) }

    /// Months that may lie between the two; nil when no bound is known.
    package var possibleGap: Int? { isEndless ? 0 : greatest.map { max(0, $0) } }

    /// Months that both ran in whatever the true days are; nil when they have no end.
    package var certainOverlap: Int? { isEndless ? nil : max(0, -(greatest ?? 0)) }

    /// Months that both may have run in; nil when no bound is known.
    package var possibleOverlap: Int? { least.map { max(0, -$0) } }
}

extension MonthGap {
    /// `gap 3–15 months`, `overlap 14–36 months`, `gap up to 28 months, or overlap`, `unknown`.
    package var words: SafeText {
        if isReversed { return "the second ended before the first began" }
        switch (least, greatest) {
        case (nil, nil): return isEndless ? "overlap, both going on" : "unknown"
        case (let least?, let greatest?):
            if least > 0 || (least == 0 && greatest > 0) { return "gap " + Self.range(least, greatest) }
            if least == 0 { return "no gap" }
            if greatest < 0 { return "overlap " + Self.range(-greatest, -least) }
            let overlap: SafeText = "overlap up to \(Self.counted(-least))"
            return greatest == 0 ? overlap : overlap + ", or gap up to \(greatest)"
        case (nil, let greatest?):
            if greatest > 0 { return "gap up to \(Self.counted(greatest)), or overlap" }
            return greatest == 0 ? "no gap, perhaps overlap" : "overlap of \(Self.counted(-greatest)) or more"
        case (let least?, nil):
            if least > 0 { return "gap of \(Self.counted(least)) or more" }
            return least == 0
                ? "no overlap, perhaps gap" : "overlap up to \(Self.counted(-least)), or gap"
        }
    }

    /// The same where room is short: `gap 0–28 or overlap`, `overlap 12 to gap 10`.
    package var shortWords: SafeText {
        if isReversed { return "ended before" }
        return switch (least, greatest) {
        case (let least?, let greatest?) where least < 0 && greatest > 0:
            "overlap \(-least) to gap \(greatest)"
        case (nil, let greatest?) where greatest > 0: "gap 0–\(greatest) or overlap"
        case (nil, let greatest?) where greatest < 0: "overlap \(-greatest) or more"
        case (let least?, nil) where least > 0: "gap \(least) or more"
        case (let least?, nil) where least < 0: "overlap 0–\(-least) or gap"
        default: words
        }
    }

    private static func range(_ least: Int, _ most: Int) -> SafeText {
        if least == most { return SafeText(counted(least)) }
        return least == 0 ? "up to \(counted(most))" : "\(least)–\(counted(most))"
    }

    private static func counted(_ months: Int) -> String { months == 1 ? "1 month" : "\(months) months" }
}
