import GRDB

/// The words that many records have, which the index knows one by one. SQLite goes through all records of all words
/// with one beginning before it gives the first of them; through the records of words as they stand it goes only as
/// far as it is asked.
struct CommonWords {
    /// In how many records a word stands that the index knows.
    static let least = 1000
    /// Of one beginning, the most common ones.
    private static let expansions = 8

    private let db: Database

    init(_ db: Database) { self.db = db }

    /// An FTS5 expression for `words`, each taken as the beginning of a word, that matches nothing else: of each
    /// beginning that common words have, only these. Nil where it would be the same as with all of them.
    func pattern(_ words: String) throws -> String? {
        var isNarrower = false
        var parts: [String] = []
        for word in words.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }) {
            guard let whole = Filter.searchPattern(String(word)) else { continue }
            let common = try common(word)
            isNarrower = isNarrower || !common.isEmpty
            parts.append(common.isEmpty ? whole : "(\(common.map { "\"\($0)\"" }.joined(separator: " OR ")))")
        }
        return isNarrower ? parts.joined(separator: " AND ") : nil
    }

    /// The common words that begin with `beginning`. Only what is written alike however words are folded is looked for.
    private func common(_ beginning: Substring) throws -> [String] {
        guard beginning.utf8.allSatisfy({ $0 < 0x80 }), beginning.allSatisfy({ $0.isLetter || $0.isNumber })
        else { return [] }
        let folded = beginning.lowercased()
        return try String.fetchAll(
            db,
            sql: """
                SELECT term FROM common_word WHERE term >= ? AND term < ? ORDER BY records DESC, term LIMIT ?
                """, arguments: [folded, folded + "\u{10FFFF}", Self.expansions])
    }
}

/// Fills the table `common_word` when the index is made, from what SQLite knows of the texts.
struct CommonWordWriter {
    static let table = """
        CREATE TABLE common_word (
          term TEXT PRIMARY KEY,
          records INTEGER NOT NULL
        ) WITHOUT ROWID, STRICT;
        """

    private let db: Database

    init(_ db: Database) { self.db = db }

    /// To be called when all texts are in their table.
    func write(records: Int) throws {
        guard records >= CommonWords.least else { return }
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row);
                INSERT INTO common_word SELECT term, doc FROM temp.vocabulary WHERE doc >= \(CommonWords.least);
                DROP TABLE temp.vocabulary;
                """)
    }
}
