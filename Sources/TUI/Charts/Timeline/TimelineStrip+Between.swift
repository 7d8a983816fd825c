import Model

extension TimelineStrip {
    /// From the end of one project to the start of the next: the months between them for certain or perhaps, or
    /// those that both ran in.
    init(_ between: Timeline.Between, in viewport: TimelineViewport) {
        self.init(width: viewport.width)
        let (first, second) = (between.from, between.to)
        let shared = first.shared(with: second)
        guard !first.isUnknown, !second.isUnknown else { return }
        let perhaps = [
            Self.months(from: first.endEarliest, to: second.startLatest), shared.possible,
        ].compactMap { $0 }
        for months in perhaps { paintPerhaps(months, viewport) }
        let certain = Self.months(from: first.endLatest, to: second.startEarliest)
        for (months, glyph) in [(certain, TimelineGlyph.gap), (shared.certain, TimelineGlyph.shared)] {
            guard let months else { continue }
            for column in visible(viewport.columns(of: months)) { set(glyph, at: column, .plain) }
        }
        paintBeyond(perhaps.filter { $0.count != nil }.map(viewport.columns))
    }

    /// The months between the one in which the first ended and the one in which the second began.
    private static func months(from end: Day, to start: Day) -> MonthSpan? {
        guard end.isBounded || start.isBounded else { return nil }
        return MonthSpan(end.month.advanced(by: 1), start.month.advanced(by: -1))
    }

    /// What has no bound is not drawn out: the side that is not known is marked.
    private mutating func paintPerhaps(_ months: MonthSpan, _ viewport: TimelineViewport) {
        let columns = viewport.columns(of: months)
        switch (months.first.isBounded, months.last.isBounded) {
        case (true, true):
            for column in visible(columns) { set(TimelineGlyph.possiblyBetween, at: column, .dim) }
        case (true, false):
            set(TimelineGlyph.possiblyBetween, at: columns.lowerBound, .dim)
            set(TimelineGlyph.unknown, at: columns.lowerBound + 1, .plain)
        case (false, true):
            set(TimelineGlyph.possiblyBetween, at: columns.upperBound, .dim)
            set(TimelineGlyph.unknown, at: columns.upperBound - 1, .plain)
        case (false, false): break
        }
    }

    /// Says on which side of the window it lies when nothing of it is in view.
    private mutating func paintBeyond(_ columns: [ClosedRange<Int>]) {
        guard cells.allSatisfy({ $0 == nil }), let first = columns.map(\.lowerBound).min() else { return }
        if first < 0 {
            set(TimelineGlyph.before, at: 0, .dim)
        } else {
            set(TimelineGlyph.after, at: cells.count - 1, .dim)
        }
    }

    /// Says at the end of a bar what the sources say of a follow-up; in words where there is room.
    mutating func mark(_ followUps: [ContinuityStep.Kind]) {
        guard !followUps.isEmpty, let last = cells.lastIndex(where: { $0 != nil && !Self.isLeader($0) })
        else { return }
        let glyphs = SafeText(String(followUps.compactMap(\.glyph)))
        let words = followUps.map(\.words).joined(separator: ", ")
        let room = cells.count - last - 2
        let text = glyphs.columns + 1 + words.columns < room ? glyphs + " " + words : glyphs
        guard !glyphs.isEmpty, text.columns <= max(room, 1) else { return }
        write(text + (room > text.columns ? " " : ""), at: min(last + 2, cells.count - text.columns), .plain)
    }

    private static func isLeader(_ cell: Canvas.Cell?) -> Bool { cell?.glyph == TimelineGlyph.unsaid }
}

extension ContinuityStep.Kind {
    /// Nil for a succession, which has a row of its own.
    fileprivate var glyph: Character? {
        switch self {
        case .succession: nil
        case .guaranteed: TimelineGlyph.guaranteed
        case .refused: TimelineGlyph.refused
        case .endorsed: TimelineGlyph.endorsed
        case .noFollowUp: TimelineGlyph.noFollowUp
        case .text: TimelineGlyph.spokenOf
        }
    }
}

extension Timeline.Row {
    /// ` · follow-up guaranteed`, for a row without a bar.
    var followUpWords: SafeText {
        followUps.isEmpty ? "" : " · " + followUps.map(\.words).joined(separator: ", ")
    }
}
