import Model

extension FixedRows {
    /// The measures as a table for machines: plain numbers with all their digits, and a value a year.
    package static func plain(_ measures: [Measure], of view: View) -> FixedRows {
        let columns = [
            "measure", "of", "value", "possible", "unit", "series", "note", "years", "items", "level",
        ]
        let rows = measures.map { measure in
            var possible: Int?
            if case .months(_, let months) = measure.value { possible = months }
            return TableRow(
                measure.id,
                [
                    measure.name.title, measure.ofWhat, plain(measure.value?.number),
                    SafeText(possible.map(String.init) ?? ""), SafeText(measure.value?.unit ?? ""),
                    series(measure), measure.unknown ?? measure.note,
                    measure.seriesYears.isEmpty ? "all" : measure.seriesYears,
                    SafeText(String(measure.items)), SafeText(measure.level.rawValue),
                ], target: view.of(measure))
        }
        return FixedRows(columns: columns.map { TableColumn($0, SafeText($0), 1) }, rows: rows)
    }

    /// `2003=0.25;2004=`: over what possibly ran, nothing where there is no number.
    private static func series(_ measure: Measure) -> SafeText {
        let years = measure.series.map { "\($0.year)=\(plain($0.possible).string)" }
        return SafeText(years.joined(separator: ";"))
    }

    /// `0.25`, `12`; empty when it is not known.
    private static func plain(_ number: Double?) -> SafeText {
        guard let number else { return .empty }
        return SafeText(Int(exactly: number).map(String.init) ?? String(number))
    }
}
