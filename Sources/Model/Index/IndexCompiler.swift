import Foundation
import GRDB
import GRDBSQLite

/// What an index says of itself.
package struct DatasetDescription: Sendable {
    package var id: String
    package var title: String
    package var description: String?
    package var language: String?

    package init(id: String, title: String, description: String? = nil, language: String? = nil) {
        self.id = id
        self.title = title
        self.description = description
        self.language = language
    }
}

/// Compiles records into an index: a file, or a database in memory. They come from a dossier, or one by one
/// from whoever calls ``IndexWriter/add(_:)``.
package enum IndexCompiler {
    package typealias Records = (IndexWriter) throws -> Void

    /// An index in memory, for tests and for machines without a writable cache.
    package static func compile(_ dossier: Dossier) throws -> Dataset {
        try compile(meta: dossier.meta, dossier.add(to:))
    }

    /// An index in memory.
    package static func compile(
        meta: DatasetDescription, watch: IndexWatch? = nil, _ records: Records
    ) throws -> Dataset {
        let queue = try DatabaseQueue(configuration: Dataset.configuration(for: .writingInMemory))
        try fill(queue, meta, watch, records)
        return try Dataset(queue)
    }

    package static func compile(_ dossier: Dossier, to path: String) throws {
        try compile(to: path, meta: dossier.meta, dossier.add(to:))
    }

    /// Writes the index to `path`, under a temporary name beside it that is renamed when all is well. Two
    /// programs that compile the same at once do not meet. What `records` throws is passed on, and `path` is as it
    /// was; so it is when the process ends in between.
    package static func compile(
        to path: String, meta: DatasetDescription, watch: IndexWatch? = nil, _ records: Records
    ) throws {
        let draft = try IndexDraft(for: path)
        let queue = try DatabaseQueue(
            path: draft.path, configuration: Dataset.configuration(for: .writingFile))
        try fill(queue, meta, watch, path: path, records)
        try queue.close()
        try watch?.check()
        try draft.publish()
    }

    private static func fill(
        _ queue: DatabaseQueue, _ meta: DatasetDescription, _ watch: IndexWatch?, path: String = "",
        _ records: Records
    ) throws {
        do {
            try queue.writeWithoutTransaction { db in
                watch?.watch(db)
                try db.inTransaction {
                    try fill(db, meta, watch, records)
                    return .commit
                }
            }
            try ClashWriter(queue).write()
        } catch DatasetError.cancelled {
            throw CancellationError()
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_INTERRUPT: throw CancellationError()
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY:
                let said = queue.inDatabase { sqlite3_system_errno($0.sqliteConnection) }
                let isFull = error.resultCode == .SQLITE_FULL
                throw IndexWritingError(
                    path: path, number: isFull ? ENOSPC : IndexWritingError.number(said))
            default: throw error
            }
        }
    }

    private static func fill(
        _ db: Database, _ meta: DatasetDescription, _ watch: IndexWatch?, _ records: Records
    ) throws {
        let writer = try IndexWriter(db, watch: watch)
        try records(writer)
        var rows = [
            "schema": String(Schema.version), "id": meta.id, "title": meta.title,
            "records": String(writer.count), "extracts": String(ExtractSchema.version),
        ]
        rows["description"] = meta.description
        rows["language"] = meta.language
        try writer.finish(meta: rows)
        try watch?.begin(.saving)
    }
}

extension Dossier {
    fileprivate var meta: DatasetDescription {
        DatasetDescription(id: id, title: title, description: description, language: language)
    }

    fileprivate func add(to writer: IndexWriter) throws {
        for record in records { try writer.add(record) }
    }
}
