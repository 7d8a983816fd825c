import GRDB
import GRDBSQLite
import Synchronization

/// Whether what is being asked of a dataset is still wanted.
///
/// What another thread asks for is met in two ways: SQLite ends the statement that runs, and loops in Swift over
/// many rows ask here, ``check()``. Both throw ``DatasetError/cancelled``.
final class Interruption: Sendable {
    private let isAsked = Atomic(false)

    func ask() { isAsked.store(true, ordering: .releasing) }

    func withdraw() { isAsked.store(false, ordering: .releasing) }

    func check() throws {
        if isAsked.load(ordering: .acquiring) { throw DatasetError.cancelled }
    }

    /// Has SQLite ask now and then: what is asked for just before a statement begins must not be lost. It must
    /// live as long as the connection.
    func watch(_ db: Database) {
        sqlite3_progress_handler(
            db.sqliteConnection, 20_000,
            { pointer in
                guard let pointer else { return 0 }
                let interruption = Unmanaged<Interruption>.fromOpaque(pointer).takeUnretainedValue()
                return interruption.isAsked.load(ordering: .acquiring) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// SQLite asks no more.
    func leave(_ db: Database) { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
}

extension Dataset {
    /// Ends the query that runs, from whatever thread; it and every query after it throw
    /// ``DatasetError/cancelled`` until ``resume()``: a view asks several queries, and none of them is wanted.
    package func interrupt() {
        interruption.ask()
        queue.interrupt()
    }

    /// Lets queries run again.
    package func resume() { interruption.withdraw() }

    /// Lets go of what can be read again: pages of the file that SQLite keeps, most of the decoded records.
    package func rest() {
        cache.shrink(to: 100)
        queue.releaseMemory()
    }

    func read<Result>(_ query: (Database) throws -> Result) throws -> Result {
        try interruption.check()
        do {
            return try queue.read(query)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw DatasetError.cancelled
        }
    }
}
