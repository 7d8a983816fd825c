import GRDB
import GRDBSQLite

/// Goes through millions of rows of one or two keys: at the pace of SQLite, without a value made of each.
enum KeyPairs {
    static func each(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments(),
        _ body: (_ first: Int64, _ second: Int64) throws -> Void
    ) throws {
        try RawRow.each(db, sql, arguments) { row in
            try body(row[0], row.count > 1 ? row[1] : 0)
        }
    }
}

/// A row, read where SQLite has it; it must not be kept.
struct RawRow {
    private let statement: SQLiteStatement
    let count: Int

    /// Goes through the rows of a query.
    static func each(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments(),
        _ body: (RawRow) throws -> Void
    ) throws {
        let statement = try db.makeStatement(sql: sql)
        try statement.setArguments(arguments)
        let pointer = statement.sqliteStatement
        sqlite3_reset(pointer)
        defer { sqlite3_reset(pointer) }
        let row = RawRow(statement: pointer, count: statement.columnCount)
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT: throw DatasetError.cancelled
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
            }
        }
    }

    /// 0 where there is none.
    subscript(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func optional(_ column: Int) -> Int64? { isNull(column) ? nil : self[column] }

    func real(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(statement, Int32(column))
    }

    /// Empty where there is none.
    func text(_ column: Int) -> String {
        guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func isText(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }
}
