import GRDB

@testable import Model

/// What a test asks of an index beside what a dataset tells.
extension Dataset {
    func texts(_ query: String) throws -> [String] { try read { try String.fetchAll($0, sql: query) } }
}

extension DataFolder {
    /// All records, and the files.
    func contents() throws -> [String] {
        try Dataset(path: index).texts("SELECT id || json FROM record JOIN body ON record = key ORDER BY id")
            + Dataset(path: index).texts("SELECT name || hash || activities FROM extract_file ORDER BY key")
    }

    func alterIndex(_ statement: String) throws {
        try DatabaseQueue(path: index).write { try $0.execute(sql: statement) }
    }
}
