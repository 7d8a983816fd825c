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
            let classes = RecordClass.allCases
            let conditions = try classes.map { "(\(try filter.condition(db, on: $0)))" as SQL }
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT r.id, r.class, r.title, r.acronym, r.kind,
                      snippet(search, 2, '«', '»', '…', 14) AS body, snippet(search, 1, '«', '»', '…', 14) AS heading,
                      snippet(search, 0, '«', '»', '…', 14) AS names, snippet(search, 3, '«', '»', '…', 14) AS ties
                    FROM search JOIN record r ON r.key = search.rowid
                    WHERE search MATCH \(pattern) AND (\(conditions.joined(separator: " OR ")))
                    ORDER BY coalesce((SELECT min(iif(n.folded = \(folded), 0, 1)) FROM name n
                      WHERE n.record = r.key AND n.folded >= \(folded) AND n.folded < \(folded + "\u{10FFFF}")
                      AND r.class IN \(RecordClass.allCases.filter(\.isNamed).map(\.rawValue))), 2),
                    bm25(search, 12.0, 6.0, 1.0, 0.3, 12.0), r.key LIMIT \(limit)
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                // Prose says more than the title, which stands beside it anyway.
                let passages = ["body", "heading", "names", "ties"].map { (row[$0] as String?) ?? "" }
                let best = passages.first { $0.contains("«") } ?? passages[0]
                return RecordName(row: row).map { Hit(name: $0, snippet: SafeText(best)) }
            }
        }
    }
}
