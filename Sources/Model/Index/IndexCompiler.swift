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

    /// An index in memory, for tests and for machines without a writable cache.
    package static func compile(_ dossier: Dossier) throws -> Dataset {
        try compile(meta: dossier.meta, dossier.add(to:))
    }

    /// An index in memory.
    package static func compile(meta: DatasetDescription, _ records: Records) throws -> Dataset {
        let queue = try DatabaseQueue(configuration: Dataset.configuration(for: .writingInMemory))
        try fill(queue, meta, records)
        return try Dataset(queue)
    }

    package static func compile(_ dossier: Dossier, to path: String) throws {
        try compile(to: path, meta: dossier.meta, dossier.add(to:))
    }

    /// Writes the index to `path`, under a temporary name beside it that is renamed when all is well. Two
    /// programs that compile the same at once do not meet. What `records` throws is passed on.
    package static func compile(
        to path: String, meta: DatasetDescription, _ records: Records
    ) throws {
        let draft =
            "\(path).\(ProcessInfo.processInfo.processIdentifier).\(UInt32.random(in: 0...UInt32.max))"
        do {
            let queue = try DatabaseQueue(
                path: draft, configuration: Dataset.configuration(for: .writingFile))
            try fill(queue, meta, records)
            try queue.close()
            guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            unlink(draft)
            unlink(draft + "-journal")
            throw error
        }
    }

    private static func fill(
        _ queue: DatabaseQueue, _ meta: DatasetDescription, _ records: Records
    ) throws {
        try queue.write { db in
            let writer = try IndexWriter(db)
            try records(writer)
            var rows = [
                "schema": String(Schema.version), "id": meta.id, "title": meta.title,
                "records": String(writer.count),
            ]
            rows["description"] = meta.description
            rows["language"] = meta.language
            try writer.finish(meta: rows)
        }
        try ClashWriter(queue).write()
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
