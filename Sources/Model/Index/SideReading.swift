import GRDB

/// What is read of an index on the side while it is being made, and what keeps that honest.
///
/// The side reads a file that others write into. A page that it has read and one that it reads later fit together only
/// if neither changes in between. So of whatever is read there nothing may be written meanwhile, and nothing else may
/// be read: either mistake ends the making of the index at once, and in every run, not in the one run in a hundred in
/// which a page changes at the wrong moment.
struct SideReading {
    private let tables: [String]

    /// - Parameter tables: all that is read.
    init(of tables: [String]) { self.tables = tables }

    // MARK: On the side

    /// Hides the tables of an attached index that are not to be read, and not among `own`: whoever names one hears
    /// so.
    func hideOthers(of schema: String, but own: [String], _ db: Database) throws {
        let others = try SQLRequest<String>(
            literal: """
                SELECT name FROM \(sql: schema).sqlite_master WHERE type IN ('table', 'view')
                AND name NOT LIKE 'sqlite%' AND name NOT IN \(tables) AND name NOT IN \(own)
                """
        ).fetchAll(db)
        for other in others {
            let nothing = "\"\(other), not read on the side\""
            try db.execute(sql: "CREATE TEMP VIEW \(other) AS SELECT * FROM \(nothing)")
        }
    }

    // MARK: Meanwhile

    private static let changes = ["INSERT", "UPDATE", "DELETE"]

    private static func guardian(_ table: String, _ change: String) -> String {
        "temp.\(table)_lets_nobody_\(change.lowercased())"
    }

    /// Whoever writes into one of the tables from now on hears that it is being read.
    func protect(_ db: Database) throws {
        for table in tables {
            for change in Self.changes {
                try db.execute(
                    sql: """
                        CREATE TRIGGER \(Self.guardian(table, change)) BEFORE \(change) ON main.\(table)
                        BEGIN SELECT RAISE(ABORT, '\(table) is being read on the side'); END
                        """)
            }
        }
    }

    /// They may be written again.
    func release(_ db: Database) throws {
        for table in tables {
            for change in Self.changes { try db.execute(sql: "DROP TRIGGER \(Self.guardian(table, change))") }
        }
    }
}
