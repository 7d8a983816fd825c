import Foundation
import GRDB

/// What an index that is there remembers of its import: its files, their extracts, what the user decided.
package final class KeptExtracts {
    private let queue: DatabaseQueue
    /// By key, in the order in which they were read.
    package let files: [(key: Int64, file: ExtractFile)]
    /// What the import said of itself: see ``ImportMemory``.
    package let meta: [String: String]
    /// The merges of organisations that the user has undone.
    package let decisions: Set<LedgerKey>

    /// Nil where there is no index, or one that has no extracts that this version can read.
    package init?(index path: String) {
        guard FileManager.default.fileExists(atPath: path),
            let queue = try? DatabaseQueue(path: Dataset.immutable(path), configuration: Self.configuration)
        else { return nil }
        let found = try? queue.read { db in
            let meta = try Row.fetchAll(db, sql: "SELECT key, value FROM meta")
            let pairs = meta.map { ($0["key"] as String, $0["value"] as String) }
            return (
                meta: Dictionary(pairs) { first, _ in first },
                files: try Self.files(db),
                decisions: try String.fetchSet(db, sql: "SELECT * FROM ledger_decision")
            )
        }
        guard let found, found.meta["extracts"] == String(ExtractSchema.version) else { return nil }
        self.queue = queue
        (meta, files) = (found.meta, found.files)
        decisions = Set(found.decisions.compactMap { LedgerKey($0) })
    }

    /// Whether a file is an index, of any version.
    package static func isIndex(_ path: String) -> Bool {
        guard let queue = try? DatabaseQueue(path: Dataset.immutable(path), configuration: configuration)
        else {
            return false
        }
        let schema = try? queue.read {
            try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'schema'")
        }
        return schema != nil
    }

    private static let configuration: Configuration = Dataset.configuration(for: .reading)

    private static func files(_ db: Database) throws -> [(key: Int64, file: ExtractFile)] {
        var problems: [Int64: [ProblemCount]] = [:]
        let told = try Row.fetchCursor(
            db,
            sql: """
                SELECT file, name, severity, line, code, message, mend, count FROM extract_problem
                JOIN extract_file ON extract_file.key = file ORDER BY file, line, code
                """)
        while let row = try told.next() {
            let problem = Problem(
                Problem.Severity(rawValue: row["severity"]) ?? .error, file: row["name"], line: row["line"],
                code: row["code"], message: row["message"], mend: row["mend"])
            problems[row["file"], default: []].append(ProblemCount(first: problem, count: row["count"]))
        }
        return try Row.fetchAll(db, sql: "SELECT * FROM extract_file ORDER BY key").map { row in
            let stamp = ExtractFile.Stamp(
                device: row["device"], inode: row["inode"], modified: row["modified"], size: row["size"])
            let file = ExtractFile(
                name: row["name"], hash: row["hash"], bytes: row["bytes"], stamp: stamp,
                version: row["version"], activities: row["activities"], note: row["note"],
                problems: problems[row["key"]] ?? [])
            return (row["key"], file)
        }
    }

    /// The extracts of a file in their order: line, identifier, body.
    func each(of file: Int64, _ body: (Int, String?, [UInt8]) throws -> Void) throws {
        try queue.read { db in
            // The extracts of a file lie side by side; without an index on it, its first is found by halving.
            guard let first = try Self.first(of: file, db) else { return }
            let rows = try Row.fetchCursor(
                db, sql: "SELECT file, line, identifier, body FROM extract WHERE key >= ? ORDER BY key",
                arguments: [first])
            while let row = try rows.next(), row["file"] as Int64 == file {
                let bytes = try row.withUnsafeData(named: "body") { Array($0 ?? Data()) }
                try body(row["line"], row["identifier"], bytes)
            }
        }
    }

    /// Keys count from 1 without a gap, and files follow one another.
    private static func first(of file: Int64, _ db: Database) throws -> Int64? {
        let count = try Int64.fetchOne(db, sql: "SELECT max(key) FROM extract") ?? 0
        let fileOf = try db.makeStatement(sql: "SELECT file FROM extract WHERE key = ?")
        var (low, high) = (Int64(1), count + 1)
        while low < high {
            let middle = (low + high) / 2
            guard let found = try Int64.fetchOne(fileOf, arguments: [middle]) else { return nil }
            if found < file { low = middle + 1 } else { high = middle }
        }
        return low > count ? nil : low
    }
}
