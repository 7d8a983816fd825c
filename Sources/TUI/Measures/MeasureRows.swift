import Model

extension FixedRows {
    /// The measures of a view, grouped by whose they are; Enter leads to the page of one.
    package static func measures(_ measures: [Measure], of view: View) -> FixedRows {
        let columns = [
            TableColumn("measure", "measure", 18, flexible: true),
            TableColumn("of", "of", 8, flexible: true),
            TableColumn("value", "value", 9),
            TableColumn("series", "over the years", 15, flexible: true, rank: 1),
            TableColumn("note", "beside it", 10, flexible: true, rank: 2),
            TableColumn("years", "years", 9, rank: 3),
            TableColumn("items", "rests on", 12, rank: 4),
            TableColumn("level", "level", 17, rank: 5),
        ]
        let rows = measures.map { measure in
            TableRow(
                measure.id,
                [
                    measure.name.title, measure.ofWhat, measure.value?.text ?? "?",
                    Sparkline.bars(measure), measure.unknown ?? measure.note,
                    measure.seriesYears.isEmpty ? "all" : measure.seriesYears,
                    SafeText(Decimals.counted(measure.items, measure.itemNoun)),
                    SafeText(measure.level.rawValue),
                ], group: measure.level.title, target: view.of(measure))
        }
        return FixedRows(columns: columns, rows: rows)
    }

    /// Organisations by organisations; Enter leads to the measures of the row's.
    package static func matrix(_ matrix: OverlapMatrix, of view: View) -> FixedRows {
        let columns =
            [TableColumn("organisation", matrix.name.title, 16, flexible: true)]
            + matrix.organisations.map { TableColumn($0.id, $0.short.fitted(to: 8), 5) }
        let rows = zip(matrix.organisations, matrix.values).map { name, values in
            var target = View(.measures, name.id)
            target.filter = view.filter
            return TableRow(
                name.id,
                [name.short] + values.map { $0.map { SafeText(Decimals.text($0, 3)) } ?? "?" },
                target: target)
        }
        return FixedRows(columns: columns, rows: rows)
    }
}

extension Measure {
    /// Whom it is of: `ILO × IOM`, or the whole of its level.
    package var ofWhat: SafeText {
        of.isEmpty
            ? (level == .register ? "all that passes" : level.title)
            : of.map(\.short).joined(separator: " × ")
    }
}
