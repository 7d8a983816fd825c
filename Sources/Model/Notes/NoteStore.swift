import Foundation
import GRDB

/// A user's marks, notes and verdicts on records and pairs, in a file of their own apart from any dataset.
///
/// Several sessions may write at once: a rollback journal with full synchronisation, because SQLite's
/// write-ahead log had a bug with several writers (before 3.51.3), and a wait when another one writes.
package final class NoteStore: Sendable {
    private let queue: DatabaseQueue

    /// One mark or note on a record.
    package struct Note: Hashable, Sendable {
        package let record: String
        package let dataset: String
        package let isMarked: Bool
        package let text: String
        /// What the user makes of a pair: a term of ``Vocabulary/verdict``; nil when nothing was decided.
        package let verdict: String?
        /// UTC, `2026-01-31 12:00:00`.
        package let changed: String
    }

    /// Opens the store at `path`, and makes it when it is not there.
    package init(path: String) throws {
        try Self.makeFolder(of: path)
        var configuration = Self.configuration
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS note (
                      dataset TEXT NOT NULL,
                      record TEXT NOT NULL,
                      marked INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1)),
                      text TEXT NOT NULL DEFAULT '',
                      verdict TEXT NOT NULL DEFAULT '',
                      changed TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
                      PRIMARY KEY (dataset, record)
                    ) STRICT
                    """)
            // A store from before there were verdicts.
            if try !Self.hasVerdicts(db) {
                try db.execute(sql: "ALTER TABLE note ADD COLUMN verdict TEXT NOT NULL DEFAULT ''")
            }
        }
    }

    private static func hasVerdicts(_ db: Database) throws -> Bool {
        try db.columns(in: "note").contains { $0.name == "verdict" }
    }

    /// Opens the store at `path` for reading, without making or writing it; nil when nothing was kept yet. Throws
    /// when there can be no store either.
    package static func existing(at path: String) throws -> NoteStore? {
        if access(path, F_OK) != 0 && errno == ENOENT {
            try makeFolder(of: path)
            return nil
        }
        let store = NoteStore(try DatabaseQueue(path: path, configuration: configuration))
        return try store.queue.read { try $0.tableExists("note") } ? store : nil
    }

    private init(_ queue: DatabaseQueue) { self.queue = queue }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private static func makeFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// Sets or lifts the mark; gives whether the record is now marked.
    package func toggleMark(_ record: String, in dataset: String) throws -> Bool {
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO note (dataset, record, marked) VALUES (?, ?, 1)
                    ON CONFLICT DO UPDATE SET marked = 1 - marked, changed = CURRENT_TIMESTAMP
                    """, arguments: [dataset, record])
            try Self.dropEmpty(db)
            return try Bool.fetchOne(
                db, sql: "SELECT marked FROM note WHERE dataset = ? AND record = ?",
                arguments: [dataset, record])
                ?? false
        }
    }

    /// Replaces the note's text; an empty one removes it.
    package func write(_ text: String, on record: String, in dataset: String) throws {
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO note (dataset, record, text) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET text = excluded.text, changed = CURRENT_TIMESTAMP
                    """, arguments: [dataset, record, text])
            try Self.dropEmpty(db)
        }
    }

    /// Sets what the user makes of a pair; nil takes it back.
    package func decide(_ verdict: String?, on pair: String, in dataset: String) throws {
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO note (dataset, record, verdict) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET verdict = excluded.verdict, changed = CURRENT_TIMESTAMP
                    """, arguments: [dataset, pair, verdict ?? ""])
            try Self.dropEmpty(db)
        }
    }

    package func note(on record: String, in dataset: String) throws -> Note? {
        try notes(in: dataset).first { $0.record == record }
    }

    /// All marks and notes of a dataset, the latest first.
    package func notes(in dataset: String) throws -> [Note] {
        try queue.read { db in
            let verdict = try Self.hasVerdicts(db) ? "nullif(verdict, '')" : "NULL"
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT record, dataset, marked, text, \(verdict) AS verdict, changed FROM note WHERE dataset = ?
                    ORDER BY changed DESC, record
                    """, arguments: [dataset]
            ).map { row in
                Note(
                    record: row["record"], dataset: row["dataset"], isMarked: row["marked"],
                    text: row["text"], verdict: row["verdict"], changed: row["changed"])
            }
        }
    }

    private static func dropEmpty(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM note WHERE marked = 0 AND text = '' AND verdict = ''")
    }

    /// Where the store of this user lies: `$XDG_DATA_HOME/whofunds/notes.sqlite`, else under `~/.local/share`.
    package static func defaultPath(_ environment: [String: String] = ProcessInfo.processInfo.environment)
        -> String
    {
        let home = environment["HOME"] ?? NSHomeDirectory()
        let base =
            environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/share"
        return "\(base)/whofunds/notes.sqlite"
    }
}
