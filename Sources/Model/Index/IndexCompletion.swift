import GRDB

/// Fills the tables that are computed from all records, and makes the indexes, when the rows of the records are
/// there and resolved. What is filtered by, and the coverage, are done at the same time as the rest.
struct IndexCompletion {
    private let writer: IndexWriter
    private let db: Database
    /// Where the index is being made; nil is memory.
    private let place: IndexCompiler.Place?
    private let watch: IndexWatch

    init(_ writer: IndexWriter, at place: IndexCompiler.Place?) {
        self.writer = writer
        self.place = place
        (db, watch) = (writer.db, writer.watch)
    }

    /// - Parameter meta: what the index says of itself.
    func write(meta: [String: String]) throws {
        // The tables of either half read what was committed before it.
        try commit {
            for (key, value) in meta.sorted(by: { $0.key < $1.key }) {
                try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
            }
            try ContainmentWriter(db).write()
            try db.execute(sql: Schema.indexesToCompute)
        }
        let lists = ListWriter(db)
        try beside(ListSchema.facets, reading: FacetWriter.reads, .filters) { db in
            try FacetWriter(db).write()
            try db.execute(sql: ListSchema.indexesOfFacets)
        } meanwhile: {
            try watch.begin(.lists)
            try lists.write()
            try watch.begin(.profiles)
            try ProfileWriter(db).write()
            try watch.begin(.search)
            try writer.writeSearch()
            try watch.begin(.indexes)
            try db.execute(sql: Schema.indexesOfRows + ListSchema.indexes)
        }
        // The coverage reads lists: none may be written while it does.
        try commit {
            try lists.writeCounting()
            try db.execute(sql: "DROP TABLE drawn")
        }
        try beside(CoverageSchema.filled, reading: CoverageWriter.reads, .coverage) { db in
            try CoverageWriter(db).write()
        } meanwhile: {
            try CommonWordWriter(db).write(records: writer.records)
        }
        try commit { try db.execute(sql: "PRAGMA analysis_limit = 2000; ANALYZE;") }
    }

    /// Has tables filled on the side while it does the rest, and then takes them in.
    private func beside(
        _ tables: [String], reading: [String], _ phase: IndexWatch.Phase,
        fill: @escaping @Sendable (Database) throws -> Void, meanwhile rest: () throws -> Void
    ) throws {
        let side = try SideTables(tables, reading: reading, of: place, db, watch, fill: fill)
        do {
            try commit(rest)
            try watch.begin(phase)
            try side.finish(into: db)
        } catch {
            throw side.abandon() ?? error
        }
    }

    private func commit(_ write: () throws -> Void) throws {
        try db.inTransaction {
            try write()
            return .commit
        }
    }
}
