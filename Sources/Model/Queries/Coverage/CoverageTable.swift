import GRDB

/// Reads the coverages of all projects that the index holds: what a grid costs is what is in it, however many
/// projects there are.
struct CoverageTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Rows by name; nil where the index does not hold these axes.
    func coverage(_ axes: Coverage.Axes) throws -> Coverage? {
        let grid = try Row.fetchOne(
            db,
            sql: """
                SELECT grid, projects, unplaced, without_row, without_column FROM coverage_grid
                WHERE row_axis = ? AND column_axis = ?
                """, arguments: [axes.rows.rawValue, axes.columns.rawValue])
        guard let grid else { return nil }
        let unplaced = Coverage.Unplaced(
            projects: grid[2], withoutRow: grid[3], withoutColumn: grid[4])
        return Coverage(
            axes: axes, filter: Filter(), rows: try rows(grid[0]),
            columns: try columns(grid[0], axes.columns),
            unplaced: unplaced, projects: grid[1])
    }

    private func rows(_ grid: Int) throws -> [Coverage.Row] {
        var cells: [[Coverage.Cell]] = []
        try RawRow.each(
            db,
            """
            SELECT row_position, column_position, projects, certain, implementers, donors, overlap
            FROM coverage_cell WHERE grid = ? ORDER BY row_position, column_position
            """, [grid]
        ) { row in
            while cells.count <= row[0] { cells.append([]) }
            cells[Int(row[0])].append(
                Coverage.Cell(
                    column: Int(row[1]),
                    tally: Coverage.Tally(
                        projects: Int(row[2]), certain: row.optional(3).map { Int($0) },
                        implementers: Int(row[4]), donors: Int(row[5]), overlap: Certainty(rank: row[6]))))
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT r.id, r.class, r.title, r.acronym, r.kind, c.position, c.projects, c.certain,
                  c.implementers, c.donors, c.overlap, c.unplaced
                FROM coverage_row c CROSS JOIN record r ON r.key = c.record WHERE c.grid = ? ORDER BY c.position
                """, arguments: [grid])
        var told: [Coverage.Row] = []
        while let row = try rows.next() {
            guard let name = RecordName(row: row) else { continue }
            let position: Int = row[5]
            told.append(
                Coverage.Row(
                    name: name, cells: cells.indices.contains(position) ? cells[position] : [],
                    total: Coverage.Tally(
                        projects: row[6], certain: row[7], implementers: row[8], donors: row[9],
                        overlap: Certainty(rank: row[10])),
                    unplaced: row[11]))
        }
        return told
    }

    private func columns(_ grid: Int, _ axis: Coverage.Axis) throws -> [Coverage.Column] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT record, first_year, last_year, projects FROM coverage_column WHERE grid = ?
                ORDER BY position
                """, arguments: [grid])
        guard let dimension = axis.dimension else {
            return rows.map { row in
                let (first, last): (Int?, Int?) = (row[1], row[2])
                var column = CoverageYears.column(
                    first, last, from: first.map { padded($0, 4) }, to: last.map { padded($0, 4) })
                column.projects = row[3]
                return column
            }
        }
        var names = try CoverageNames(db, dimension.recordClass)
        return try rows.compactMap { row in
            var column = try names.column(row[0])
            column?.projects = row[3]
            return column
        }
    }
}
