import Model

extension CoverageChart {
    /// What a cell holds, with row and column in full where there is room:
    /// `Labour migration × 2008 · 4 projects (3 certain) · ! overlap, possible · 2 implementers · 2 donors`.
    package func status(at place: Place, width: Int) -> SafeText {
        guard coverage.rows.indices.contains(place.row), coverage.columns.indices.contains(place.column)
        else {
            return .empty
        }
        let row = coverage.rows[place.row]
        let column = coverage.columns[place.column]
        let contents = contents(row, place.column)
        let full: SafeText = row.name.title + " × " + column.name + " · " + contents.joined(separator: " · ")
        if full.columns <= width { return full }
        // What is there says more than the ends of names.
        for count in stride(from: contents.count, to: 0, by: -1) {
            let shown = Array(contents.prefix(count))
            let content = shown.joined(separator: " · ")
            let room = width - content.columns - 6
            guard room >= 16 || shown.count == 1 else { continue }
            let head = column.name.fitted(to: max(4, room / 2))
            let name = row.name.short.fitted(to: max(4, room - head.columns))
            return (name + " × " + head + " · " + content).fitted(to: max(0, width))
        }
        return .empty
    }

    private func contents(_ row: Coverage.Row, _ column: Int) -> [SafeText] {
        guard let tally = row.cell(column)?.tally else {
            if row.unplaced == 0 { return ["gap: no project"] }
            let lack = "\(row.unplaced) of the row without a \(coverage.axes.columns.missing)"
            return ["no project known", SafeText(lack)]
        }
        var first = Self.counted(tally.projects, "project")
        if let certain = tally.certain, certain < tally.projects { first += " (\(certain) certain)" }
        let overlap = tally.overlap == .none ? [] : ["! overlap, \(tally.overlap.rawValue)"]
        let who = [
            tally.implementers == 0
                ? "implementer not said" : Self.counted(tally.implementers, "implementer"),
            tally.donors == 0 ? "donor not said" : Self.counted(tally.donors, "donor"),
        ]
        return ([first] + overlap + who).map { SafeText($0) }
    }

    /// Why projects stand in no cell; nil when all do.
    package func unplacedText(width: Int) -> SafeText? {
        let unplaced = coverage.unplaced
        guard unplaced.projects > 0 else { return nil }
        var reasons: [String] = []
        if unplaced.withoutColumn > 0 {
            reasons.append("\(unplaced.withoutColumn) without a \(coverage.axes.columns.missing)")
        }
        if unplaced.withoutRow > 0 {
            reasons.append("\(unplaced.withoutRow) without a \(coverage.axes.rows.missing)")
        }
        let both = unplaced.withoutRow + unplaced.withoutColumn - unplaced.projects
        if both > 0 { reasons.append("\(both) of them without either") }
        let head = "not placed: \(unplaced.projects) of \(Self.counted(coverage.projects, "project"))"
        let long = SafeText(head + ", " + reasons.joined(separator: ", "))
        // The reasons are a help; the number must be read.
        return long.columns <= width ? long : SafeText(head).fitted(to: max(0, width))
    }

    private static func counted(_ number: Int, _ thing: String) -> String {
        number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
    }
}

extension Coverage.Axis {
    /// What a project lacks that cannot be placed on the axis.
    fileprivate var missing: String {
        switch self {
        case .year: "date"
        case .country: "place"
        default: rawValue
        }
    }
}
