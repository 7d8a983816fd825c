import GRDB

/// What is ranked of a search that matches more than ``most`` records: to weigh each of half a million would take
/// longer than the user waits.
///
/// First what bears the words as its name or as the beginning of it, found among the names; then what has them in
/// its names, title or code; then what has them anywhere, in the order of the records. So a name is always found;
/// of texts, some. Words that many records have go before rarer ones with the same beginning: see ``CommonWords``.
struct SearchCandidates {
    /// As many are ranked as they are.
    static let most = 2000
    /// Of more, so many are.
    private static let ranked = 300

    struct Candidate {
        let key: Int64
        /// As in a search that ranks all.
        let nameRank: Int
        let name: RecordName
        /// In the order of the columns of `search`.
        let texts: [String]
    }

    private let db: Database
    private let pattern: String
    /// What is found at once of what the pattern matches; the pattern itself where there is no such thing.
    private let quick: String
    private let folded: String
    private let allowed: KeySet?

    init(_ db: Database, words: String, pattern: String, folded: String, allowed: KeySet?) throws {
        self.db = db
        self.pattern = pattern
        quick = try CommonWords(db).pattern(words) ?? pattern
        self.folded = folded
        self.allowed = allowed
    }

    var areMany: Bool {
        get throws {
            if try exceed(quick) { return true }
            return try quick != pattern && exceed(pattern)
        }
    }

    private func exceed(_ pattern: String) throws -> Bool {
        try SQLRequest<Int>(
            literal: """
                SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH \(pattern) LIMIT \(Self.most + 1))
                """
        ).fetchOne(db).map { $0 > Self.most } ?? false
    }

    func candidates() throws -> [Candidate] {
        var ranks: [Int64: Int] = [:]
        var keys: [Int64] = []
        func take(_ key: Int64, _ rank: Int) {
            guard allowed?.contains(key) != false, ranks[key] == nil else { return }
            ranks[key] = rank
            keys.append(key)
        }
        for key in try bearers("n.folded = \(folded)") { take(key, 0) }
        for key in try bearers("n.folded >= \(folded) AND n.folded < \(folded + "\u{10FFFF}")") {
            take(key, 1)
        }
        // The names leave room for texts.
        let (inTitles, anywhere) = (Self.ranked * 2 / 3, Self.ranked)
        let steps = [
            (quick, true, inTitles), (pattern, true, inTitles), (quick, false, anywhere),
            (pattern, false, anywhere),
        ]
        for (index, (pattern, isInTitles, room)) in steps.enumerated() {
            guard keys.count < room, index % 2 == 0 || quick != pattern else { continue }
            let expression = isInTitles ? "{names title codes} : (\(pattern))" : pattern
            let rows = try SQLRequest<Int64>(
                literal: "SELECT rowid FROM search WHERE search MATCH \(expression)"
            ).fetchCursor(db)
            while keys.count < room, let key = try rows.next() { take(key, 2) }
        }
        return try keys.compactMap { try candidate($0, ranks[$0] ?? 2) }
    }

    private func bearers(_ condition: SQL) throws -> [Int64] {
        try SQLRequest<Int64>(
            literal: """
                SELECT n.record FROM name n CROSS JOIN record r ON r.key = n.record
                WHERE \(condition) AND r.class IN \(RecordClass.allCases.filter(\.isNamed).map(\.rawValue))
                LIMIT \(Self.ranked / 3)
                """
        ).fetchAll(db)
    }

    private func candidate(_ key: Int64, _ rank: Int) throws -> Candidate? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.id, r.class, r.title, r.acronym, r.kind, search.names, search.title AS heading, search.body,
                  search.ties, search.codes
                FROM search CROSS JOIN record r ON r.key = search.rowid WHERE search.rowid = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [key]), let name = RecordName(row: row) else {
            return nil
        }
        return Candidate(key: key, nameRank: rank, name: name, texts: (5..<10).map { row[$0] ?? "" })
    }
}
