import GRDB

/// One answer of a search.
package struct Hit: Hashable, Sendable {
    package let name: RecordName
    /// The passage that matched, the matching words between `«` and `»`.
    package let snippet: SafeText
}

extension Dataset {
    /// Ranked search over everything: what bears the words as its name comes first, then what bears a name
    /// that begins with them; then names weigh more than titles, titles more than prose, prose more than the
    /// names of what a record is tied to.
    package func find(_ words: String, filter: Filter = Filter(), limit: Int = 50) throws -> [Hit] {
        guard let pattern = Filter.searchPattern(words) else { return [] }
        let folded = words.folded
        return try read { db in
            // The best are chosen without a look at the records; only they are told in passages.
            let best = try SQLRequest<Int64>(
                literal: """
                    SELECT rowid FROM search WHERE search MATCH \(pattern) AND \(Self.allowed(filter, db))
                    ORDER BY \(Self.nameRank(folded)), bm25(search, 12.0, 6.0, 1.0, 0.3, 12.0), rowid LIMIT \(limit)
                    """
            ).fetchAll(db)
            // One pass through what matches: `+` keeps SQLite from searching once for each.
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT r.key, r.id, r.class, r.title, r.acronym, r.kind,
                      snippet(search, 2, '«', '»', '…', 14) AS body, snippet(search, 1, '«', '»', '…', 14) AS heading,
                      snippet(search, 0, '«', '»', '…', 14) AS names, snippet(search, 3, '«', '»', '…', 14) AS ties
                    FROM search CROSS JOIN record r ON r.key = search.rowid
                    WHERE search MATCH \(pattern) AND +search.rowid IN \(best)
                    """
            ).fetchAll(db)
            let hits = Dictionary(
                rows.map { ($0["key"] as Int64, Self.hit($0)) }, uniquingKeysWith: { first, _ in first })
            return best.compactMap { hits[$0] ?? nil }
        }
    }

    private static func hit(_ row: Row) -> Hit? {
        // Prose says more than the title, which stands beside it anyway.
        let passages = ["body", "heading", "names", "ties"].map { (row[$0] as String?) ?? "" }
        let best = passages.first { $0.contains("«") } ?? passages[0]
        return RecordName(row: row).map { Hit(name: $0, snippet: SafeText(best)) }
    }

    /// 0 for what bears the words as its name, 1 for what bears a name that begins with them, else 2.
    private static func nameRank(_ folded: String) -> SQL {
        func bearers(_ condition: SQL) -> SQL {
            """
            SELECT n.record FROM name n CROSS JOIN record r ON r.key = n.record
            WHERE \(condition) AND r.class IN \(RecordClass.allCases.filter(\.isNamed).map(\.rawValue))
            """
        }
        return """
            CASE WHEN rowid IN (\(bearers("n.folded = \(folded)"))) THEN 0
            WHEN rowid IN (\(bearers("n.folded >= \(folded) AND n.folded < \(folded + "\u{10FFFF}")"))) THEN 1
            ELSE 2 END
            """
    }

    private static func allowed(_ filter: Filter, _ db: Database) throws -> SQL {
        guard !filter.isEmpty else { return "TRUE" }
        let conditions = try RecordClass.allCases.map { "(\(try filter.condition(db, on: $0)))" as SQL }
        return "+rowid IN (SELECT r.key FROM record r WHERE \(conditions.joined(separator: " OR ")))"
    }
}
