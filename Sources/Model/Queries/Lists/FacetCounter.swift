import GRDB

/// Counts by what a class's records are tied to. Of all records the index knows it; of few, each is asked for its
/// ties; of many, the ties are gone through.
struct FacetCounter {
    /// Values of a dimension that are told.
    static let most = 2000

    private let db: Database
    private let recordClass: RecordClass
    private let interruption: Interruption
    /// The counts of every dimension among the records asked about last.
    private var known: (scope: KeySet, counts: [Int: [Int64: Int]])?

    init(_ db: Database, _ recordClass: RecordClass, _ interruption: Interruption) {
        self.db = db
        self.recordClass = recordClass
        self.interruption = interruption
    }

    /// - Parameters:
    ///   - scope: the records to count; nil for all.
    ///   - already: what is added to each count.
    mutating func counts(_ dimension: Filter.Dimension, _ scope: KeySet?, already: Int) throws -> [FacetCount]
    {
        guard let scope else { return try told(dimension, all(dimension)) }
        let counts =
            scope.count <= Self.few ? try one(scope)[dimension.number] ?? [:] : try many(dimension, scope)
        let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
        return try told(dimension, best.map { ($0.key, $0.value + already) })
    }

    /// Looking a record's ties up costs as much as going through tens of them.
    private static let few = 30_000

    private func all(_ dimension: Filter.Dimension) throws -> [(Int64, Int)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT target, records FROM facet_count WHERE dimension = ? AND class = ?
                ORDER BY records DESC, target LIMIT ?
                """, arguments: [dimension.number, recordClass.number, Self.most]
        ).map { ($0[0], $0[1]) }
    }

    private mutating func one(_ scope: KeySet) throws -> [Int: [Int64: Int]] {
        if let known, known.scope == scope { return known.counts }
        var counts: [Int: [Int64: Int]] = [:]
        let ties = try db.cachedStatement(
            sql: "SELECT dimension, target FROM facet INDEXED BY facet_by_record WHERE record = ?")
        try scope.forEach { key in
            let rows = try Row.fetchCursor(ties, arguments: [key])
            while let row = try rows.next() { counts[row[0], default: [:]][row[1], default: 0] += 1 }
            if key & 0xFF == 0 { try interruption.check() }
        }
        known = (scope, counts)
        return counts
    }

    private func many(_ dimension: Filter.Dimension, _ scope: KeySet) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        var current: (target: Int64, count: Int) = (0, 0)
        // In the order of the targets.
        try KeyPairs.each(
            db, "SELECT target, record FROM facet WHERE dimension = ? AND class = ?",
            [dimension.number, recordClass.number]
        ) { target, record in
            if target != current.target {
                if current.count > 0 { counts[current.target] = current.count }
                current = (target, 0)
            }
            if scope.contains(record) { current.count += 1 }
        }
        if current.count > 0 { counts[current.target] = current.count }
        return counts
    }

    /// With what the targets are called, most frequent first.
    private func told(_ dimension: Filter.Dimension, _ counts: [(target: Int64, count: Int)]) throws
        -> [FacetCount]
    {
        let name = try db.cachedStatement(
            sql: "SELECT id, coalesce(acronym || '  ', '') || title FROM record WHERE key = ?")
        return try counts.compactMap { target, count in
            try Row.fetchOne(name, arguments: [target]).map { row in
                FacetCount(
                    option: dimension.rawValue, value: row[0], label: SafeText(row[1] as String), count: count
                )
            }
        }.sorted(by: Self.precedes)
    }

    // MARK: Kind and status

    func terms(_ field: String, _ scope: KeySet?) throws -> [FacetCount] {
        var counts: [String: Int] = [:]
        if let scope {
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \(field), key FROM record WHERE class = ? AND \(field) IS NOT NULL",
                arguments: [recordClass.rawValue])
            while let row = try rows.next() {
                if scope.contains(row[1]) { counts[row[0], default: 0] += 1 }
            }
        } else {
            let rows = try Row.fetchAll(
                db, sql: "SELECT term, records FROM term_count WHERE class = ? AND field = ?",
                arguments: [recordClass.number, field])
            for row in rows { counts[row[0]] = row[1] }
        }
        return counts.map { term, count in
            FacetCount(option: field, value: term, label: SafeText(term), count: count)
        }.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: FacetCount, _ right: FacetCount) -> Bool {
        if left.count != right.count { return left.count > right.count }
        return left.label.string.utf8.lexicographicallyPrecedes(right.label.string.utf8)
    }
}
