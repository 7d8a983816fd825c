import Model

extension CoverageChart {
    /// What a cell holds, with row and column in full:
    /// `Labour migration × 2008 · 4 projects (3 certain) · 2 implementers · 2 donors · overlap, certain`.
    package func status(at place: Place, width: Int) -> SafeText {
        guard coverage.rows.indices.contains(place.row), coverage.columns.indices.contains(place.column) else {
            return .empty
        }
        let row = coverage.rows[place.row]
        let column = coverage.columns[place.column]
        let content = content(row, place.column)
        let full: SafeText = row.name.title + " × " + column.name + " · " + content
        if full.columns <= width { return full }
        // What is there says more than the ends of names.
        let short = coverage.axes.columns == .year ? column.name : column.short
        let room = max(8, width - content.columns - short.columns - 6)
        let brief: SafeText = row.name.short.fitted(to: room) + " × " + short + " · " + content
        return brief.fitted(to: max(0, width))
    }

    private func content(_ row: Coverage.Row, _ column: Int) -> SafeText {
        guard let tally = row.cell(column)?.tally else {
            if row.unplaced == 0 { return "gap: no project" }
            return "no project known; \(row.unplaced) of the row without a \(coverage.axes.columns.missing)"
        }
        var parts = [Self.counted(tally.projects, "project")]
        if let certain = tally.certain, certain < tally.projects { parts[0] += " (\(certain) certain)" }
        parts.append(
            tally.implementers == 0 ? "implementer not said" : Self.counted(tally.implementers, "implementer"))
        parts.append(tally.donors == 0 ? "donor not said" : Self.counted(tally.donors, "donor"))
        if tally.overlap != .none { parts.append("! overlap, \(tally.overlap.rawValue)") }
        return SafeText(parts.joined(separator: " · "))
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
        let text: SafeText =
            "not placed: \(unplaced.projects) of \(Self.counted(coverage.projects, "project")), \(reasons.joined(separator: ", "))"
        return text.fitted(to: max(0, width))
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
