import Foundation
import GRDB

/// The extracts of an index that is being compiled: written file by file, then walked through in their order.
package final class ExtractStore {
    private let db: Database
    private let watch: IndexWatch?
    private let insert: RowStatement
    private let insertFile: RowStatement
    private let insertProblem: RowStatement
    private let select: Statement
    /// How many extracts there are: their keys count from 1.
    package private(set) var count: Int64 = 0
    private var files: Int64 = 0
    private var position = 0
    private let writer: IndexWriter

    package init(_ writer: IndexWriter) throws {
        self.writer = writer
        db = writer.db
        watch = writer.watch
        insert = try RowStatement(db, into: "extract", columns: 6)
        insertFile = try RowStatement(db, into: "extract_file", columns: 11)
        insertProblem = try RowStatement(db, into: "extract_problem", columns: 7)
        select = try db.makeStatement(
            sql: "SELECT key, file, line, identifier, body FROM extract WHERE key = ?")
    }

    /// Begins the next file: extracts that are added from now on are its. Its key counts from 1.
    @discardableResult
    package func beginFile() -> Int64 {
        files += 1
        position = 0
        return files
    }

    package func add(line: Int, identifier: String?, body: [UInt8]) throws {
        count += 1
        position += 1
        try insert.run(count, files, position, line, identifier, body)
    }

    /// Writes what is known of the file that was begun last, now that it has been read.
    package func endFile(_ file: ExtractFile) throws {
        try insertFile.run(
            files, file.name, file.hash, file.bytes, file.stamp.device, file.stamp.inode,
            file.stamp.modified, file.stamp.size, file.version, file.activities, file.note)
        try writer.add(
            DataFile(
                path: file.name, hash: file.hash, bytes: file.bytes, version: file.version,
                activities: file.activities, problems: file.problems.reduce(0) { $0 + $1.count }))
        for problem in file.problems {
            try insertProblem.run(
                files, problem.first.code, problem.first.severity.rawValue, problem.count, problem.first.line,
                problem.first.message, problem.first.mend)
        }
    }

    /// Forgets the extracts of the file that was begun last.
    package func forgetFile() throws {
        count -= Int64(position)
        position = 0
        try db.execute(sql: "DELETE FROM extract WHERE key > ?", arguments: [count])
    }

    /// Takes over the extracts of a file of another index, as those of the file that was begun last; `each` is told
    /// the identifier and body of each.
    package func copy(
        _ file: Int64, of kept: KeptExtracts, _ each: (String?, [UInt8]) throws -> Void
    ) throws {
        try kept.each(of: file) { line, identifier, body in
            try watch?.check()
            try add(line: line, identifier: identifier, body: body)
            try each(identifier, body)
        }
    }

    // MARK: Reading them again

    /// All extracts in their order.
    package func walk(_ each: (Extract) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT key, file, line, identifier, body FROM extract ORDER BY key")
        while let row = try rows.next() { try each(Self.extract(row)) }
    }

    /// The extract with a key that there is.
    package func extract(_ key: Int64) throws -> Extract? {
        try Row.fetchOne(select, arguments: [key]).map(Self.extract)
    }

    private static func extract(_ row: Row) throws -> Extract {
        Extract(
            key: row[0], file: row[1], line: row[2], identifier: row[3],
            body: try row.withUnsafeData(atIndex: 4) { Array($0 ?? Data()) })
    }

    /// Keeps which merges of organisations the user has undone.
    package func decide(_ keys: Set<LedgerKey>) throws {
        for key in keys.sorted() {
            try db.execute(sql: "INSERT INTO ledger_decision VALUES (?)", arguments: [key.description])
        }
    }
}
