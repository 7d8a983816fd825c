import GRDB

/// Gathers, while pairs of projects come, the pairs of donors behind them.
struct DonorOverlaps {
    private struct Donors: Hashable {
        let one: Int64
        let other: Int64
    }

    private struct Meeting {
        let donors: Donors
        var strongest: BestOverlaps.Entry
        var count: Int
    }

    private var meetings: [Meeting] = []
    private var places: [Donors: Int] = [:]

    /// - Parameter overlap: the meeting, made only where it may be the strongest of two donors.
    mutating func add(
        _ one: Profile, _ other: Profile, _ score: Overlap.Score, _ overlap: () -> Overlap?
    ) {
        var made: BestOverlaps.Entry?
        func entry() -> BestOverlaps.Entry? {
            if made == nil { made = overlap().map { BestOverlaps.Entry(overlap: $0, score: score) } }
            return made
        }
        for funder in one.funders {
            for counterpart in other.funders {
                let donors = Donors(one: min(funder, counterpart), other: max(funder, counterpart))
                guard let place = places[donors] else {
                    guard let entry = entry() else { continue }
                    places[donors] = meetings.count
                    meetings.append(Meeting(donors: donors, strongest: entry, count: 1))
                    continue
                }
                meetings[place].count += 1
                guard !BestOverlaps.isWorse(score, than: meetings[place].strongest.score),
                    let entry = entry(), BestOverlaps.precedes(entry, meetings[place].strongest)
                else { continue }
                meetings[place].strongest = entry
            }
        }
    }

    /// The pairs with the strongest meetings first, at most `capacity`.
    func pairs(_ db: Database, _ capacity: Int) throws -> [OverlapRegister.DonorPair] {
        let ids = try Dataset.ids(of: Set(meetings.flatMap { [$0.donors.one, $0.donors.other] }), db)
        let sorted = meetings.indices.sorted { left, right in
            let (mine, other) = (meetings[left].strongest, meetings[right].strongest)
            if BestOverlaps.precedes(mine, other) { return true }
            if BestOverlaps.precedes(other, mine) { return false }
            return Self.name(meetings[left].donors, ids) < Self.name(meetings[right].donors, ids)
        }
        let areDocumented = try Dataset.hasRivalries(db)
        return try sorted.prefix(capacity).map { index in
            let (meeting, donors) = (meetings[index], meetings[index].donors)
            return OverlapRegister.DonorPair(
                donors: [ids[donors.one] ?? "", ids[donors.other] ?? ""].sorted(),
                strongest: meeting.strongest.overlap, score: meeting.strongest.score,
                meetings: meeting.count,
                documented: areDocumented ? try Dataset.rivalries(db, donors.one, donors.other) : [],
                isCoFunding: try Self.payTogether(db, donors))
        }
    }

    private static func name(_ donors: Donors, _ ids: [Int64: String]) -> String {
        Overlap.id(ids[donors.one] ?? "", ids[donors.other] ?? "")
    }

    /// Whether the two pay for one project together: the projects of whoever pays for fewer are looked up among
    /// those of the other.
    private static func payTogether(_ db: Database, _ donors: Donors) throws -> Bool {
        let size = try db.cachedStatement(
            sql: """
                SELECT coalesce(max(projects), 0) FROM role_count WHERE organisation = ? AND role = 'funding'
                """)
        let (one, other) = (
            try Int.fetchOne(size, arguments: [donors.one]) ?? 0,
            try Int.fetchOne(size, arguments: [donors.other]) ?? 0
        )
        let together = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM taking_part x CROSS JOIN taking_part y
                  ON y.role = 0 AND y.organisation = ? AND y.project = x.project
                WHERE x.role = 0 AND x.organisation = ?)
                """)
        let arguments: StatementArguments =
            one < other ? [donors.other, donors.one] : [donors.one, donors.other]
        return try Bool.fetchOne(together, arguments: arguments) ?? false
    }
}

extension Dataset {
    /// Whether any rivalry is documented at all.
    static func hasRivalries(_ db: Database) throws -> Bool {
        try SQLRequest<Bool>(
            literal: """
                SELECT EXISTS (SELECT 1 FROM record WHERE class = 'relation'
                  AND kind IN \(Vocabulary.conflictKinds))
                """
        ).fetchOne(db) ?? false
    }

    /// The relations that document a rivalry between two organisations, or between what they are part of.
    static func rivalries(_ db: Database, _ one: Int64, _ other: Int64) throws -> [String] {
        try SQLRequest<String>(
            literal: """
                SELECT DISTINCT r.id FROM record r
                JOIN link x ON x.record = r.key AND x.field = 'parties' AND x.absent = 0
                  AND x.target IN (SELECT outer_record FROM containment WHERE inner_record = \(one))
                JOIN link y ON y.record = r.key AND y.field = 'parties' AND y.absent = 0 AND y.target <> x.target
                  AND y.target IN (SELECT outer_record FROM containment WHERE inner_record = \(other))
                WHERE r.class = 'relation' AND r.kind IN \(Vocabulary.conflictKinds) AND r.absent = 0
                ORDER BY r.id
                """
        ).fetchAll(db)
    }

    /// The rivalries that sources document between two organisations, or between what they are part of.
    package func rivalries(_ one: String, _ other: String) throws -> [RecordName] {
        guard let first = try organisationKey(one), let second = try organisationKey(other) else { return [] }
        let ids = try read { try Self.rivalries($0, first, second) }
        let names = try names(of: ids)
        return ids.compactMap { names[$0] }
    }

    /// The ids of records by their keys.
    static func ids(of keys: Set<Int64>, _ db: Database) throws -> [Int64: String] {
        let statement = try db.cachedStatement(sql: "SELECT id FROM record WHERE key = ?")
        return try keys.reduce(into: [:]) { $0[$1] = try String.fetchOne(statement, arguments: [$1]) }
    }
}
