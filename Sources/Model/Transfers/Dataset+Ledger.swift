import GRDB

/// A line of the ledger: something that files name, and the organisation for which it was taken.
package struct LedgerLine: Hashable, Sendable {
    /// Names the line for whoever undoes it; nil when it is none that can be named.
    package var key: LedgerKey
    package var written: SafeText
    /// Id and name of the organisation; nil when what the user keeps apart is in no file any more.
    package var organisation: String?
    package var name: SafeText?
    package var reason: SafeText
    package var count: Int
    package var isUndone: Bool
}

extension Dataset {
    /// How organisations were recognised: what was merged with something else and what the user keeps apart, or
    /// with `everything` every line; by name of the organisation.
    package func ledger(everything: Bool = false) throws -> [LedgerLine] {
        try read { db in
            let merged = "count(*) OVER (PARTITION BY organisation) > 1 OR undone"
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT line.key, written, record.id, record.title, reason, count, line.undone
                    FROM (SELECT *, \(merged) AS merged FROM ledger) AS line
                    JOIN record ON record.key = organisation WHERE merged OR ? ORDER BY record.sort, record.id, line.key
                    """, arguments: [everything])
            var lines = rows.compactMap { row in
                LedgerKey(row["key"] as String).map { key in
                    LedgerLine(
                        key: key, written: SafeText(row["written"]), organisation: row["id"],
                        name: SafeText(row["title"]), reason: SafeText(row["reason"]), count: row["count"],
                        isUndone: row["undone"])
                }
            }
            // References that differ in their letters are kept apart under keys of their own.
            let told = Set(lines.map(\.key))
            for text in try String.fetchAll(db, sql: "SELECT ledger_key FROM ledger_decision ORDER BY 1") {
                guard let key = LedgerKey(text), !told.contains(key) else { continue }
                lines.append(
                    LedgerLine(
                        key: key, written: SafeText(key.text), reason: "kept apart by the user", count: 0,
                        isUndone: true))
            }
            return lines
        }
    }

    /// Whether the ledger knows a key, or the user has undone it.
    package func hasLedgerKey(_ key: LedgerKey) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM ledger WHERE key = ?1)
                    OR EXISTS (SELECT 1 FROM ledger_decision WHERE ledger_key = ?1)
                    """, arguments: [key.description]) ?? false
        }
    }
}
