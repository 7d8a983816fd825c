import Foundation
import GRDB

/// Fills some tables of an index on a thread of its own, while whoever makes the index fills others.
///
/// SQLite writes a file through one connection. So these tables begin in a draft of their own, whose connection reads
/// the index as a file that does not change: what it reads is written by then, and stays as it is. When they are
/// filled they are taken over, which SQLite does by whole rows. An index in memory has but one connection: there
/// they are filled in their place, when they are asked for.
///
/// On the side a table's name means the one that is filled there, or one of the index that is said to be read
/// (``SideReading``).
final class SideTables {
    private let tables: [String]
    private let reading: SideReading
    private let fill: @Sendable (Database) throws -> Void
    private let work: Work?

    /// A file that is being filled.
    private struct Work {
        let draft: Draft
        let watch: IndexWatch
        let outcome = Handover<Result<Void, any Error>>(capacity: 1)
    }

    /// Goes when nobody holds it any more.
    private final class Draft {
        let file: IndexDraft
        init(for target: String) throws { file = try IndexDraft(for: target) }
    }

    /// Begins to fill tables, empty so far, of the index that is being made at a place; nil is memory.
    ///
    /// What is read must be committed; nobody can write it until ``finish(into:)``.
    ///
    /// - Parameters:
    ///   - reading: tables of the index; `fill` can read no other.
    ///   - db: the index, as whoever makes it writes it.
    init(
        _ tables: [String], reading: [String], of place: IndexCompiler.Place?, _ db: Database,
        _ watch: IndexWatch, fill: @escaping @Sendable (Database) throws -> Void
    ) throws {
        self.tables = tables
        self.reading = SideReading(of: reading)
        self.fill = fill
        try self.reading.protect(db)
        work = try place.map { Work(draft: try Draft(for: $0.index), watch: watch) }
        guard let work, let place else { return }
        let (outcome, path) = (work.outcome, work.draft.file.path)
        let tables = Tables(filled: tables, read: self.reading)
        let isReading = DispatchSemaphore(value: 0)
        let thread = Thread {
            let result = Result {
                try Self.fill(path, tables, beside: place, watch, { isReading.signal() }, fill)
            }
            // Whoever does the rest need not end it, and there is nothing to wait for.
            if case .failure = result { watch.cancel() }
            isReading.signal()
            _ = outcome.give(result)
            outcome.finish()
        }
        thread.name = "side tables"
        thread.stackSize = 8 << 20
        thread.start()
        // Until the side reads, nothing may be committed: the list of tables changes with every index that is made.
        isReading.wait()
    }

    private struct Tables {
        let filled: [String]
        let read: SideReading
    }

    private static func fill(
        _ path: String, _ tables: Tables, beside place: IndexCompiler.Place, _ watch: IndexWatch,
        _ isReading: () -> Void, _ fill: (Database) throws -> Void
    ) throws {
        let queue = try DatabaseQueue(path: path, configuration: Dataset.configuration(for: .writingFile))
        try queue.writeWithoutTransaction { db in
            watch.watch(db)
            do {
                try db.execute(sql: "ATTACH ? AS given", arguments: [Dataset.immutable(place.draft)])
                // What is looked up lies there.
                try db.execute(sql: "PRAGMA given.cache_size = -32768")
                try db.inTransaction {
                    let definitions = try definitions("table", tables.filled, in: "given", db)
                    try tables.read.hideOthers(of: "given", but: tables.filled, db)
                    isReading()
                    for definition in definitions { try db.execute(sql: definition) }
                    try fill(db)
                    return .commit
                }
            } catch let error as DatabaseError {
                throw IndexWritingError(error, of: db, at: place.index) ?? error
            }
        }
        try queue.close()
    }

    /// The statements that make the tables, or their indexes.
    private static func definitions(
        _ kind: String, _ tables: [String], in schema: String, _ db: Database
    ) throws -> [String] {
        try SQLRequest(
            literal: """
                SELECT sql FROM \(sql: schema).sqlite_master WHERE type = \(kind) AND tbl_name IN \(tables)
                AND sql IS NOT NULL
                """
        ).fetchAll(db)
    }

    /// Waits until the tables are filled, and has them in their place.
    func finish(into db: Database) throws {
        guard let work else {
            try reading.release(db)
            return try db.inTransaction {
                try fill(db)
                return .commit
            }
        }
        try work.outcome.take()?.get()
        try reading.release(db)
        try db.execute(sql: "ATTACH ? AS side", arguments: [Dataset.immutable(work.draft.file.path)])
        try db.inTransaction {
            // With the indexes that were made on the side SQLite copies these, too, as they are.
            for definition in try Self.definitions("index", tables, in: "side", db) {
                try db.execute(sql: definition)
            }
            for table in tables {
                try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM side.\(table)")
            }
            return .commit
        }
        try db.execute(sql: "DETACH side")
    }

    /// Ends what is still being done, as the whole making of the index ends: returns when nothing is read any more.
    /// Gives what had gone wrong on the side before, unless it was told already.
    func abandon() -> (any Error)? {
        guard let work else { return nil }
        work.watch.cancel()
        guard case .failure(let error)? = work.outcome.take() else { return nil }
        let isCancelled =
            error as? DatasetError == .cancelled
            || (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
        return isCancelled ? nil : error
    }
}
