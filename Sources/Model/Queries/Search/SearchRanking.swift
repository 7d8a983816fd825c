import GRDB

/// How answers of a search are weighed, and the passage that each is told in.
enum SearchRanking {
    /// Names, title, prose, ties, codes.
    static let weight = "bm25(search, 12.0, 6.0, 1.0, 0.3, 12.0)"

    static let passages = """
        snippet(search, 2, '«', '»', '…', 14) AS body, snippet(search, 1, '«', '»', '…', 14) AS heading,
        snippet(search, 0, '«', '»', '…', 14) AS names, snippet(search, 3, '«', '»', '…', 14) AS ties
        """

    static func hit(_ row: Row) -> Hit? { RecordName(row: row).map { Hit(name: $0, snippet: passage(row)) } }

    private static func passage(_ row: Row) -> SafeText {
        // Prose says more than the title, which stands beside it anyway.
        let passages = ["body", "heading", "names", "ties"].map { (row[$0] as String?) ?? "" }
        return SafeText(passages.first { $0.contains("«") } ?? passages[0])
    }

    /// Ranks some records as if there were no others: in a table in memory of their texts alone.
    static func hits(among candidates: [SearchCandidates.Candidate], pattern: String, limit: Int) throws
        -> [Hit]
    {
        try DatabaseQueue().inDatabase { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE search USING fts5(
                      names, title, body, ties, codes, rank_by_name UNINDEXED,
                      tokenize = 'unicode61 remove_diacritics 2')
                    """)
            let statement = try db.makeStatement(
                sql: """
                    INSERT INTO search(rowid, names, title, body, ties, codes, rank_by_name)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
            try db.execute(sql: "BEGIN")
            for candidate in candidates {
                try statement.execute(
                    arguments: StatementArguments([candidate.key]) + StatementArguments(candidate.texts)
                        + [candidate.nameRank])
            }
            try db.execute(sql: "COMMIT")
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT rowid, \(SQL(sql: passages)) FROM search WHERE search MATCH \(pattern)
                    ORDER BY rank_by_name, \(SQL(sql: weight)), rowid LIMIT \(limit)
                    """
            ).fetchAll(db)
            let names = Dictionary(
                candidates.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
            return rows.compactMap { row in
                names[row["rowid"]].map { Hit(name: $0, snippet: passage(row)) }
            }
        }
    }
}
