import Foundation
import GRDB

/// An opened index. Every view of it is a query; nothing of it is held in memory.
package final class Dataset: Sendable {
    private let queue: DatabaseQueue
    let cache = RecordCache()
    let overlapMemory = OverlapMemory()
    let graphCache = GraphCache()
    package let id: String
    package let title: SafeText
    package let description: SafeText?

    init(_ queue: DatabaseQueue) throws {
        self.queue = queue
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
    }

    /// Opens an index file read-only. The file must not change while it is open: it is taken as immutable,
    /// so that it can lie in a folder that cannot be written.
    package convenience init(path: String) throws {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        try self.init(
            DatabaseQueue(
                path: "file:\(encoded)?immutable=1", configuration: Self.configuration(readOnly: true)))
    }

    static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        if !readOnly {
            // The file is a draft until it is renamed: a journal would only cost time.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = MEMORY") }
        }
        return configuration
    }

    func read<Result>(_ query: (Database) throws -> Result) throws -> Result {
        try queue.read(query)
    }
}

package enum DatasetError: Error, Sendable {
    /// The index was compiled with other tables.
    case otherVersion(String)
}
