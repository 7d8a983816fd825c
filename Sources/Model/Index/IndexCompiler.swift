import Foundation
import GRDB

/// Compiles a dossier into an index: a file, or a database in memory.
package enum IndexCompiler {
    /// An index in memory, for tests and for machines without a writable cache.
    package static func compile(_ dossier: Dossier) throws -> Dataset {
        let queue = try DatabaseQueue(configuration: Dataset.configuration(readOnly: false))
        try fill(queue, dossier)
        return try Dataset(queue)
    }

    /// Writes the index to `path`, under a temporary name beside it that is renamed when all is well. Two
    /// programs that compile the same at once do not meet.
    package static func compile(_ dossier: Dossier, to path: String) throws {
        let draft =
            "\(path).\(ProcessInfo.processInfo.processIdentifier).\(UInt32.random(in: 0...UInt32.max))"
        do {
            let queue = try DatabaseQueue(path: draft, configuration: Dataset.configuration(readOnly: false))
            try fill(queue, dossier)
            try queue.close()
            guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            unlink(draft)
            unlink(draft + "-journal")
            throw error
        }
    }

    private static func fill(_ queue: DatabaseQueue, _ dossier: Dossier) throws {
        try queue.write { db in
            var writer = try IndexWriter(db)
            for record in dossier.records { writer.add(record) }
            var meta = [
                "schema": String(Schema.version), "id": dossier.id, "title": dossier.title,
                "records": String(dossier.records.count),
            ]
            meta["description"] = dossier.description
            meta["language"] = dossier.language
            try writer.finish(meta: meta)
        }
    }
}
