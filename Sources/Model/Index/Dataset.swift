import CSQLite
import Foundation
import GRDB

/// An opened index. Every view of it is a query; nothing of it is held in memory.
package final class Dataset: Sendable {
    let queue: DatabaseQueue
    let interruption = Interruption()
    let cache = RecordCache()
    let overlapMemory = OverlapMemory()
    let fieldMemory = FieldMemory()
    let selectionMemory = SelectionMemory()
    package let id: String
    package let title: SafeText
    package let description: SafeText?
    /// In which a dossier is written, as it says.
    package let language: String?

    init(_ queue: DatabaseQueue) throws {
        self.queue = queue
        let interruption = interruption
        queue.inDatabase { interruption.watch($0) }
        let meta = try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT key, value FROM meta").reduce(into: [String: String]()) {
                $0[$1["key"]] = $1["value"]
            }
        }
        guard meta["schema"] == String(Schema.version) else {
            throw DatasetError.otherVersion(meta["schema"] ?? "none")
        }
        id = meta["id"] ?? ""
        title = SafeText(meta["title"] ?? "")
        description = meta["description"].map { SafeText($0) }
        language = meta["language"]
    }

    /// Opens an index file read-only. The file must not change while it is open: it is taken as immutable,
    /// so that it can lie in a folder that cannot be written.
    package convenience init(path: String) throws {
        try self.init(
            DatabaseQueue(path: Self.immutable(path), configuration: Self.configuration(for: .reading)))
    }

    /// The name by which SQLite takes the file at `path` as immutable.
    static func immutable(_ path: String) -> String {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "file:\(encoded)?immutable=1"
    }

    /// What a connection is for.
    enum Purpose { case reading, writingFile, writingInMemory }

    private static let sqliteIsPrepared: Void = sqlite_without_account()

    static func configuration(for purpose: Purpose) -> Configuration {
        _ = sqliteIsPrepared
        var configuration = Configuration()
        configuration.readonly = purpose == .reading
        guard purpose != .reading else { return configuration }
        // The writer looks every key up; to have each looked up again would double the time. Tests check.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // The file is a draft until it is renamed: a journal, or to wait for the disk at each commit, would only
            // cost time; whoever publishes it waits once. Sorts and look-ups of a large index want more room than
            // a small query does; a sort takes as much as the cache. Of the bodies, two thousand bytes each, a small
            // page would hold one and be half empty.
            try db.execute(
                sql: """
                    PRAGMA page_size = 16384;
                    PRAGMA journal_mode = MEMORY;
                    PRAGMA synchronous = OFF;
                    PRAGMA cache_size = -32768;
                    PRAGMA temp.cache_size = -32768;
                    """)
            // Without a folder that can be written there may be none for temporary files either.
            if purpose == .writingInMemory { try db.execute(sql: "PRAGMA temp_store = MEMORY") }
        }
        return configuration
    }
}

package enum DatasetError: Error, Hashable, Sendable {
    /// The index was compiled with other tables.
    case otherVersion(String)
    /// What was asked is no longer wanted: see ``Dataset/interrupt()``.
    case cancelled
}
