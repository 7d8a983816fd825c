import GRDB

/// Gathers, while pairs of projects come, the pairs of donors behind them.
struct DonorOverlaps {
    private struct Donors: Hashable {
        let one: Int64
        let other: Int64
    }

    private struct Meeting {
        var strongest: BestOverlaps.Entry
        var count: Int
    }

    private var meetings: [Donors: Meeting] = [:]

    mutating func add(_ overlap: Overlap, _ score: Overlap.Score) {
        let entry = BestOverlaps.Entry(overlap: overlap, score: score)
        for one in overlap.first.funders {
            for other in overlap.second.funders {
                let donors = Donors(one: min(one, other), other: max(one, other))
                guard var meeting = meetings[donors] else {
                    meetings[donors] = Meeting(strongest: entry, count: 1)
                    continue
                }
                meeting.count += 1
                if BestOverlaps.precedes(entry, meeting.strongest) { meeting.strongest = entry }
                meetings[donors] = meeting
            }
        }
    }

    /// The pairs with the strongest meetings first, at most `capacity`.
    func pairs(_ db: Database, _ capacity: Int) throws -> [OverlapRegister.DonorPair] {
        let ids = try Dataset.ids(of: Set(meetings.keys.flatMap { [$0.one, $0.other] }), db)
        let sorted = meetings.sorted { left, right in
            let (mine, other) = (left.value.strongest, right.value.strongest)
            if BestOverlaps.precedes(mine, other) { return true }
            if BestOverlaps.precedes(other, mine) { return false }
            return Self.name(left.key, ids) < Self.name(right.key, ids)
        }
        return try sorted.prefix(capacity).map { donors, meeting in
            OverlapRegister.DonorPair(
                donors: [ids[donors.one] ?? "", ids[donors.other] ?? ""].sorted(),
                strongest: meeting.strongest.overlap, score: meeting.strongest.score,
                meetings: meeting.count, documented: try Dataset.rivalries(db, donors.one, donors.other),
                isCoFunding: try Self.payTogether(db, donors))
        }
    }

    private static func name(_ donors: Donors, _ ids: [Int64: String]) -> String {
        Overlap.id(ids[donors.one] ?? "", ids[donors.other] ?? "")
    }

    /// Whether the two pay for one project together.
    private static func payTogether(_ db: Database, _ donors: Donors) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM link x CROSS JOIN link y ON y.record = x.record
                  AND y.field = 'participants' AND y.role = 'funding' AND y.absent = 0 AND y.target = ?
                WHERE x.target = ? AND x.field = 'participants' AND x.role = 'funding' AND x.absent = 0)
                """, arguments: [donors.other, donors.one]) ?? false
    }
}

extension Dataset {
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
