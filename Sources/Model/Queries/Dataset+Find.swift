import GRDB

/// One answer of a search.
package struct Hit: Hashable, Sendable {
    package let name: RecordName
    /// The passage that matched, the matching words between `«` and `»`.
    package let snippet: SafeText
}

extension Dataset {
    /// Ranked search over everything: names weigh more than titles, titles more than prose, prose more than
    /// the names of what a record is tied to.
    package func find(_ words: String, filter: Filter = Filter(), limit: Int = 50) throws -> [Hit] {
        guard let pattern = Filter.searchPattern(words) else { return [] }
        return try read { db in
            let classes = RecordClass.allCases
            let conditions = try classes.map { "(\(try filter.condition(db, on: $0)))" as SQL }
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT r.id, r.class, r.title, r.acronym, r.kind, snippet(search, -1, '«', '»', '…', 14) AS snippet
                    FROM search JOIN record r ON r.key = search.rowid
                    WHERE search MATCH \(pattern) AND (\(conditions.joined(separator: " OR ")))
                    ORDER BY bm25(search, 12.0, 6.0, 1.0, 0.3), r.key LIMIT \(limit)
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                RecordName(row: row).map { Hit(name: $0, snippet: SafeText(row["snippet"])) }
            }
        }
    }
}
