import GRDB
import GRDBSQLite

/// A statement that is run with one row after another.
///
/// Values go straight to SQLite: GRDB's arguments, made for any type, cost several times what SQLite itself takes
/// for a row, and an import writes a hundred million of them.
final class RowStatement {
    private let statement: Statement
    private let db: Database

    init(_ db: Database, sql: String) throws {
        self.db = db
        statement = try db.makeStatement(sql: sql)
    }

    /// Inserts rows of a table, all columns in its order.
    convenience init(_ db: Database, into table: String, columns: Int) throws {
        let marks = Array(repeating: "?", count: columns).joined(separator: ",")
        try self.init(db, sql: "INSERT INTO \(table) VALUES (\(marks))")
    }

    /// Runs it with a value for each of its marks, in their order.
    func run<each Value: RowValue>(_ values: repeat each Value) throws {
        let handle = statement.sqliteStatement
        var position: Int32 = 0
        var code = SQLITE_OK
        func bind(_ value: some RowValue) {
            position += 1
            let bound = value.bind(handle, position)
            if bound != SQLITE_OK { code = bound }
        }
        repeat bind(each values)
        if code == SQLITE_OK {
            code = sqlite3_step(handle)
            // What an insertion returns is asked of nobody.
            while code == SQLITE_ROW { code = sqlite3_step(handle) }
        }
        guard code == SQLITE_DONE else {
            let message = String(cString: sqlite3_errmsg(db.sqliteConnection))
            sqlite3_reset(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
        sqlite3_reset(handle)
    }
}

/// What a column of SQLite can hold.
protocol RowValue {
    /// Binds it to a mark, counted from 1; gives SQLite's result code. SQLite keeps a copy.
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32
}

/// Has SQLite copy what it is given: `SQLITE_TRANSIENT`, a macro that Swift cannot import.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        sqlite3_bind_int64(statement, position, self)
    }
}

extension Int: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        sqlite3_bind_int64(statement, position, Int64(self))
    }
}

extension Bool: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        sqlite3_bind_int64(statement, position, self ? 1 : 0)
    }
}

extension Double: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        sqlite3_bind_double(statement, position, self)
    }
}

extension String: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                // Without an address SQLite takes a text for NULL.
                sqlite3_bind_text(
                    statement, position, bytes.baseAddress ?? Self.nothing, Int32(bytes.count), copied)
            }
        }
    }

    private nonisolated(unsafe) static let nothing: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()
}

/// Bytes, as a blob.
extension [UInt8]: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        guard !isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
        return withUnsafeBytes { bytes in
            sqlite3_bind_blob64(statement, position, bytes.baseAddress, UInt64(bytes.count), copied)
        }
    }
}

extension Optional: RowValue where Wrapped: RowValue {
    func bind(_ statement: OpaquePointer, _ position: Int32) -> Int32 {
        self?.bind(statement, position) ?? sqlite3_bind_null(statement, position)
    }
}
