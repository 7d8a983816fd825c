import GRDB
import GRDBSQLite

/// Goes through millions of rows of one or two keys: at the pace of SQLite, without a value made of each.
enum KeyPairs {
    static func each(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments(),
        _ body: (_ first: Int64, _ second: Int64) -> Void
    ) throws {
        let statement = try db.makeStatement(sql: sql)
        try statement.setArguments(arguments)
        let pointer = statement.sqliteStatement
        sqlite3_reset(pointer)
        defer { sqlite3_reset(pointer) }
        let hasSecond = statement.columnCount > 1
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW:
                body(sqlite3_column_int64(pointer, 0), hasSecond ? sqlite3_column_int64(pointer, 1) : 0)
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT: throw DatasetError.cancelled
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
            }
        }
    }
}
