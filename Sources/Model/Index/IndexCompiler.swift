import Foundation
import GRDB

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

    /// Where an index is made: the file that it is to be, and the draft that is to become it.
    struct Place {
        let index: String
        let draft: String
    }

    /// An index in memory, for tests and for machines without a writable cache.
    package static func compile(_ dossier: Dossier) throws -> Dataset {
        try compile(meta: dossier.meta, dossier.add(to:))
    }

    /// An index in memory.
    package static func compile(
        meta: DatasetDescription, watch: IndexWatch? = nil, _ records: Records
    ) throws -> Dataset {
        let queue = try DatabaseQueue(configuration: Dataset.configuration(for: .writingInMemory))
        try fill(queue, meta, watch, nil, records)
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
        try fill(queue, meta, watch, Place(index: path, draft: draft.path), records)
        try queue.close()
        try watch?.check()
        try draft.publish()
    }

    private static func fill(
        _ queue: DatabaseQueue, _ meta: DatasetDescription, _ watch: IndexWatch?, _ place: Place?,
        _ records: Records
    ) throws {
        let watch = watch ?? IndexWatch()
        do {
            try queue.writeWithoutTransaction { db in
                watch.watch(db)
                try fill(db, meta, watch, place, records)
            }
            try ClashWriter(queue).write()
        } catch DatasetError.cancelled {
            throw CancellationError()
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
            let path = place?.index ?? ""
            throw queue.inDatabase { IndexWritingError(error, of: $0, at: path) } ?? error
        }
    }

    private static func fill(
        _ db: Database, _ meta: DatasetDescription, _ watch: IndexWatch, _ place: Place?, _ records: Records
    ) throws {
        var writer: IndexWriter?
        try db.inTransaction {
            let made = try IndexWriter(db, watch)
            try records(made)
            try watch.begin(.references)
            try made.resolve()
            writer = made
            return .commit
        }
        guard let writer else { return }
        var rows = [
            "schema": String(Schema.version), "id": meta.id, "title": meta.title,
            "records": String(writer.records), "extracts": String(ExtractSchema.version),
        ]
        rows["description"] = meta.description
        rows["language"] = meta.language
        rows.merge(writer.meta) { $1 }
        try IndexCompletion(writer, at: place).write(meta: rows)
        try watch.begin(.saving)
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
