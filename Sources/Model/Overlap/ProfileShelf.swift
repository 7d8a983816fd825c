import GRDB

/// Profiles by key, read when they are first asked for: most rows of a cell meet nobody, and need none.
final class ProfileShelf {
    /// More than any cell's projects that run at one time; beyond it, all are read anew.
    private static let capacity = 20_000

    private let statement: Statement
    private var known: [Int64: Profile] = [:]

    init(_ db: Database) throws {
        statement = try db.makeStatement(
            sql: "SELECT \(Profile.columns) FROM profile WHERE project = ?")
    }

    func profile(_ key: Int64) throws -> Profile? {
        if let profile = known[key] { return profile }
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
        let profile = Profile(row: row)
        known[key] = profile
        return profile
    }
}
