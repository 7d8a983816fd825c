import GRDB
import GRDBSQLite
import Synchronization

/// The tie between an index that is being compiled and whoever waits for it: says what is being done, and hears
/// that it is to stop.
package final class IndexWatch: Sendable {
    /// What is done when all records are there, in this order.
    package enum Phase: String, CaseIterable, Sendable {
        case references, search, facets, profiles, indexes, saving
    }

    private let isCancelled = Atomic(false)
    private let tell: @Sendable (Phase) -> Void

    package init(_ tell: @escaping @Sendable (Phase) -> Void = { _ in }) { self.tell = tell }

    /// Ends the compilation soon, from whatever thread: it throws `CancellationError`.
    package func cancel() { isCancelled.store(true, ordering: .releasing) }

    package func check() throws {
        if isCancelled.load(ordering: .acquiring) { throw CancellationError() }
    }

    func begin(_ phase: Phase) throws {
        try check()
        tell(phase)
    }

    /// Has SQLite ask now and then, within statements that take long. It must live as long as the connection.
    func watch(_ db: Database) {
        sqlite3_progress_handler(
            db.sqliteConnection, 20_000,
            { pointer in
                guard let pointer else { return 0 }
                let watch = Unmanaged<IndexWatch>.fromOpaque(pointer).takeUnretainedValue()
                return watch.isCancelled.load(ordering: .acquiring) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
