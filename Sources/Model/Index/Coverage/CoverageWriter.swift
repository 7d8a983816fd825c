import GRDB

/// Fills the tables of ``CoverageSchema``: who does what where when, of all projects, by all axes, counted as a
/// coverage under a filter is.
///
/// What is known of a project takes about a hundred bytes while this runs; its ties are gone through once for each
/// axis of rows.
struct CoverageWriter {
    /// The tables that it reads.
    static let reads = [
        "record", "body", "containment", "taking_part", "list_page", "facet", "facet_count",
    ]

    private let db: Database

    init(_ db: Database) { self.db = db }

    func write() throws {
        let field = try CoverageField(db, among: nil, listsProjects: false)
        var columns: [Coverage.Axis: CoverageColumns] = [:]
        for axis in Coverage.Axis.forColumns {
            columns[axis] = try CoverageColumns(db, Filter(), axis, field.projects)
        }
        for rows in Coverage.Axis.forRows {
            let grids = Coverage.Axes.all.filter { $0.rows == rows }
            for coverage in try coverages(field, columns, grids, rows) { try write(coverage) }
        }
    }

    private func coverages(
        _ field: CoverageField, _ columns: [Coverage.Axis: CoverageColumns], _ grids: [Coverage.Axes],
        _ rows: Coverage.Axis
    ) throws -> [Coverage] {
        guard let dimension = rows.dimension else { return [] }
        var builders = grids.compactMap { axes in
            columns[axes.columns].map {
                CoverageBuilder(field, $0, Filter(), axes, listsProjects: false)
            }
        }
        var names = try CoverageNames(db, dimension.recordClass)
        try Filter().eachTie(db, dimension, field.projects) { target, members in
            guard let name = try names.name(of: target) else { return }
            for index in builders.indices { builders[index].add(name, members) }
        }
        return builders.map { $0.coverage() }
    }

    // MARK: One table each

    private func write(_ coverage: Coverage) throws {
        guard let grid = Coverage.Axes.all.firstIndex(of: coverage.axes) else { return }
        try db.execute(
            sql: "INSERT INTO coverage_grid VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                grid, coverage.axes.rows.rawValue, coverage.axes.columns.rawValue, coverage.projects,
                coverage.unplaced.projects, coverage.unplaced.withoutRow, coverage.unplaced.withoutColumn,
            ])
        let row = try RowStatement(
            db,
            sql: """
                INSERT INTO coverage_row VALUES (?, ?, (SELECT key FROM record WHERE id = ?), ?, ?, ?, ?, ?, ?)
                """)
        let column = try RowStatement(
            db,
            sql: """
                INSERT INTO coverage_column VALUES (?, ?, (SELECT key FROM record WHERE id = ?), ?, ?, ?)
                """)
        let cell = try RowStatement(db, into: "coverage_cell", columns: 8)
        let isTime = coverage.axes.columns == .year
        for (position, item) in coverage.columns.enumerated() {
            try column.run(
                grid, position, isTime ? nil : item.id, item.from.flatMap { Int($0) },
                item.to.flatMap { Int($0) }, item.projects)
        }
        for (position, item) in coverage.rows.enumerated() {
            let total = item.total
            try row.run(
                grid, position, item.id, total.projects, total.certain, total.implementers, total.donors,
                total.overlap.rank, item.unplaced)
            for place in item.cells {
                let tally = place.tally
                try cell.run(
                    grid, position, place.column, tally.projects, tally.certain, tally.implementers,
                    tally.donors, tally.overlap.rank)
            }
        }
    }
}

extension Certainty {
    /// The one that the tables of an index call so.
    init(rank: Int64) { self = rank == 0 ? .none : rank == 1 ? .possible : .certain }
}
