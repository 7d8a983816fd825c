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
    ///
    /// Where more match than anybody looks through, only some of them are ranked: see ``SearchCandidates``.
    package func find(_ words: String, filter: Filter = Filter(), limit: Int = 50) throws -> [Hit] {
        guard let pattern = Filter.searchPattern(words) else { return [] }
        return try read { db in
            let allowed = try allowed(db, filter)
            let search = try SearchCandidates(
                db, words: words, pattern: pattern, folded: words.folded, allowed: allowed)
            guard try search.areMany else {
                return try Self.ranked(db, pattern, words.folded, allowed, limit)
            }
            return try SearchRanking.hits(among: search.candidates(), pattern: pattern, limit: limit)
        }
    }

    /// All that match, ranked by what the index knows of every word.
    private static func ranked(
        _ db: Database, _ pattern: String, _ folded: String, _ allowed: KeySet?, _ limit: Int
    ) throws -> [Hit] {
        // The best are chosen without a look at the records; only they are told in passages.
        let all = try SQLRequest<Int64>(
            literal: """
                SELECT rowid FROM search WHERE search MATCH \(pattern)
                ORDER BY \(nameRank(folded)), \(SQL(sql: SearchRanking.weight)), rowid
                """
        ).fetchAll(db)
        let best = Array(all.lazy.filter { allowed?.contains($0) != false }.prefix(limit))
        // One pass through what matches: `+` keeps SQLite from searching once for each.
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT r.key, r.id, r.class, r.title, r.acronym, r.kind, \(SQL(sql: SearchRanking.passages))
                FROM search CROSS JOIN record r ON r.key = search.rowid
                WHERE search MATCH \(pattern) AND +search.rowid IN \(best)
                """
        ).fetchAll(db)
        let hits = Dictionary(
            rows.map { ($0["key"] as Int64, SearchRanking.hit($0)) }, uniquingKeysWith: { first, _ in first })
        return best.compactMap { hits[$0] ?? nil }
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

    /// The keys of what passes a filter, of any class; nil for all.
    private func allowed(_ db: Database, _ filter: Filter) throws -> KeySet? {
        guard !filter.isEmpty else { return nil }
        var allowed = KeySet()
        for recordClass in RecordClass.allCases {
            try selection(db, recordClass, filter).map { $0.forEach { allowed.insert($0) } }
        }
        return allowed
    }
}
