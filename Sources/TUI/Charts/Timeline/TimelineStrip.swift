import Model

/// One row of the plot as cells; nil where nothing is.
struct TimelineStrip {
    private(set) var cells: [Canvas.Cell?]

    init(width: Int) { cells = Array(repeating: nil, count: width) }

    /// Bar, plan, conflicts and sightings of a row.
    init(_ row: Timeline.Row, clashes: [Timeline.Clash], in viewport: TimelineViewport) {
        cells = Array(repeating: nil, count: viewport.width)
        let bar = row.days.map { TimelineBar($0, seen: row.seen, in: viewport) }
        let plan = row.planned.map { TimelineBar($0, in: viewport) }
        if let bar { paint(bar) }
        if let plan { paint(plan: plan, over: bar) }
        for months in clashes.compactMap(\.months.possible) {
            shade(viewport.columns(of: months), TimelineGlyph.possibleClash)
        }
        for months in clashes.compactMap(\.months.certain) {
            shade(viewport.columns(of: months), TimelineGlyph.clash)
        }
        if let bar { paintEnds(of: bar) }
        for months in row.seen { paint(sighting: viewport.columns(of: months)) }
        paintEdges(bar: bar, plan: plan, row)
    }

    func visible(_ columns: ClosedRange<Int>) -> Range<Int> {
        let low = max(0, columns.lowerBound)
        return low..<max(low, min(columns.upperBound + 1, cells.count))
    }

    mutating func set(_ glyph: Character, at column: Int, _ style: Style? = nil) {
        guard cells.indices.contains(column) else { return }
        let kept = cells[column]?.style ?? .plain
        // What lies in conflict stays in its ink whatever is drawn there.
        cells[column] = Canvas.Cell(glyph: glyph, style: kept.ink == .conflict ? kept : style ?? kept)
    }

    private mutating func paint(_ bar: TimelineBar) {
        for column in visible(bar.possible) {
            set(bar.body.contains(column) ? TimelineGlyph.possible : TimelineGlyph.unsaid, at: column, .dim)
        }
        guard let certain = bar.certain else { return }
        for column in visible(certain) { set(TimelineGlyph.certain, at: column, .plain) }
    }

    /// The plan shows where the sources do not say that it ran; within the bar only where it began or ended.
    private mutating func paint(plan: TimelineBar, over bar: TimelineBar?) {
        let run = bar.map { $0.body.clamped(to: $0.possible) }
        for column in visible(plan.possible) where run?.contains(column) != true {
            set(TimelineGlyph.planned, at: column, .dim)
        }
        let limits = [
            (plan.possible.lowerBound, plan.hasExactStart, TimelineGlyph.plannedStart),
            (plan.possible.upperBound, plan.hasExactEnd, TimelineGlyph.plannedEnd),
        ]
        for (column, isExact, glyph) in limits where isExact {
            if let run, run.contains(column) {
                guard column > run.lowerBound && column < run.upperBound else { continue }
                set(TimelineGlyph.plannedLimit, at: column)
            } else {
                set(glyph, at: column, .dim)
            }
        }
    }

    private mutating func shade(_ columns: ClosedRange<Int>, _ glyph: Character) {
        for column in visible(columns) {
            switch cells[column]?.glyph {
            case nil: continue
            case TimelineGlyph.certain, TimelineGlyph.possibleClash, TimelineGlyph.plannedLimit:
                cells[column] = Canvas.Cell(glyph: glyph, style: .conflict)
            default: cells[column] = Canvas.Cell(glyph: TimelineGlyph.doubtfulClash, style: .conflict)
            }
        }
    }

    private mutating func paintEnds(of bar: TimelineBar) {
        if let certain = bar.certain {
            if bar.hasExactStart && bar.hasExactEnd && certain.count == 1 {
                if cells.indices.contains(certain.lowerBound),
                    cells[certain.lowerBound]?.style.ink != .conflict
                {
                    set(TimelineGlyph.brief, at: certain.lowerBound)
                }
            } else {
                if bar.hasExactStart { set(TimelineGlyph.start, at: certain.lowerBound) }
                if bar.hasExactEnd { set(TimelineGlyph.end, at: certain.upperBound) }
            }
        }
        for column in [bar.unknownStart, bar.unknownEnd].compactMap({ $0 }) {
            set(TimelineGlyph.unknown, at: column, .plain)
        }
    }

    private mutating func paint(sighting columns: ClosedRange<Int>) {
        let middle = columns.lowerBound + (columns.upperBound - columns.lowerBound) / 2
        set(columns.count == 1 ? TimelineGlyph.seen : TimelineGlyph.seenAbout, at: middle, .plain)
    }

    /// Says where a bar leaves the window, and when it lies beyond it altogether, from when to when.
    private mutating func paintEdges(bar: TimelineBar?, plan: TimelineBar?, _ row: Timeline.Row) {
        let bodies = [bar?.body, plan?.body].compactMap { $0 }
        guard let first = bodies.map(\.lowerBound).min(), let last = bodies.map(\.upperBound).max() else {
            return
        }
        let isBare = cells.allSatisfy { $0 == nil }
        let style: Style? = last < 0 || first >= cells.count ? .dim : nil
        if first < 0 {
            set(bar?.isOpenStart == true ? TimelineGlyph.openStart : TimelineGlyph.before, at: 0, style)
        }
        if last >= cells.count {
            let glyph = bar?.isOpenEnd == true ? TimelineGlyph.openEnd : TimelineGlyph.after
            set(glyph, at: cells.count - 1, style)
        }
        guard isBare, row.start != nil || row.end != nil else { return }
        let plan = row.planned?.possibleMonths.map { ", planned \($0.text)" } ?? ""
        let ends = row.start == row.end ? [row.start] : [row.start, row.end]
        let dates = SafeText(ends.map { $0 ?? "?" }.joined(separator: "/") + plan)
        guard dates.columns + 3 <= cells.count else { return }
        write(dates, at: last < 0 ? 2 : cells.count - 2 - dates.columns, .dim)
    }

    mutating func write(_ text: SafeText, at column: Int, _ style: Style) {
        var column = column
        for character in text.string where cells.indices.contains(column + character.columns - 1) {
            cells[column] = Canvas.Cell(glyph: character, style: style)
            if character.columns == 2 { cells[column + 1] = Canvas.Cell(glyph: nil, style: style) }
            column += character.columns
        }
    }
}

extension TimelineStrip {
    /// Writes a name in the bar if it fits, else beside it, else as much of it as fits, if that is at least
    /// `shortest` columns.
    mutating func label(_ name: SafeText, atLeast shortest: Int) {
        let inside = longestRun { $0?.glyph == TimelineGlyph.certain && $0?.style == .plain }
        let before = cells.prefix { $0 == nil }.count
        let after = before == cells.count ? 0 : cells.reversed().prefix { $0 == nil }.count
        let doubtful = longestRun { $0?.glyph == TimelineGlyph.possible || $0?.glyph == TimelineGlyph.unsaid }
        let places = [
            (room: inside.count - 5, column: inside.lowerBound + 2, isInside: true),
            (room: after - 1, column: cells.count - after + 1, isInside: false),
            (room: before - 2, column: -1, isInside: false),
            (room: doubtful.count - 5, column: doubtful.lowerBound + 2, isInside: true),
        ]
        let widest = places.max { $0.room < $1.room }
        guard let place = places.first(where: { $0.room >= name.columns }) ?? widest,
            place.room >= min(name.columns, shortest)
        else { return }
        let text = name.fitted(to: place.room)
        let column = place.column < 0 ? before - 1 - text.columns : place.column
        write(place.isInside ? " " + text + " " : text, at: column, .plain)
    }

    private func longestRun(_ isWanted: (Canvas.Cell?) -> Bool) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for column in 0...cells.count {
            if column < cells.count, isWanted(cells[column]) { continue }
            if column - start > longest.count { longest = start..<column }
            start = column + 1
        }
        return longest
    }
}
