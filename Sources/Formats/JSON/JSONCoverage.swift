import Model

extension JSONViews {
    /// Axes, rows, columns, a cell for each of each, gaps too, and what stands in none.
    func coverage(_ view: View) throws -> JSONValue {
        let coverage = try dataset.coverage(view, listsProjects: true)
        let isTime = coverage.axes.columns == .year
        let rows = coverage.rows.map { row in
            JSONValue.object(
                [("id", .text(row.id)), ("name", .text(row.name.title.string))]
                    + tally(row.total, view, isTime) + [("unplaced", .integer(row.unplaced))])
        }
        let columns = coverage.columns.map { column in
            JSONValue.object([
                ("id", .text(column.id)), ("name", .text(column.name.string)),
                ("projects", .integer(column.projects)), ("from", .text(column.from)),
                ("to", .text(column.to)),
            ])
        }
        let cells = coverage.rows.flatMap { row in
            coverage.columns.enumerated().map { index, column in
                let cell = row.cell(index)
                return JSONValue.object(
                    [("row", .text(row.id)), ("column", .text(column.id))]
                        + tally(cell?.tally ?? .nothing, view, isTime)
                        + [("ids", .texts(cell?.ids ?? []))])
            }
        }
        return .object([
            (
                "axes",
                .object([
                    ("rows", .text(coverage.axes.rows.rawValue)),
                    ("columns", .text(coverage.axes.columns.rawValue)),
                ])
            ),
            ("count", .text(view.count.rawValue)), ("projects", .integer(coverage.projects)),
            ("rows", .array(rows)), ("columns", .array(columns)), ("cells", .array(cells)),
            (
                "unplaced",
                .object([
                    ("projects", .integer(coverage.unplaced.projects)),
                    ("withoutRow", .integer(coverage.unplaced.withoutRow)),
                    ("withoutColumn", .integer(coverage.unplaced.withoutColumn)),
                    ("ids", .texts(coverage.unplaced.ids ?? [])),
                ])
            ),
        ])
    }

    /// `certain` is null where columns are no times; `overlapCertainty` where nothing overlaps.
    private func tally(_ tally: Coverage.Tally, _ view: View, _ isTime: Bool) -> [(String, JSONValue)] {
        [
            ("projects", .integer(tally.projects)), ("implementers", .integer(tally.implementers)),
            ("donors", .integer(tally.donors)),
            ("certain", isTime ? .integer(tally.certain ?? 0) : .null),
            ("level", .integer(Coverage.level(tally[view.count]))),
            ("overlap", .bool(tally.overlap != .none)),
            ("overlapCertainty", tally.overlap == .none ? .null : .text(tally.overlap.rawValue)),
        ]
    }
}
