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
        let rivals = try Self.rivals(db)
        let coFunders = try Self.coFunders(db, Set(meetings.keys.flatMap { [$0.one, $0.other] }))
        let sorted = meetings.sorted { left, right in
            let (mine, other) = (left.value.strongest, right.value.strongest)
            if BestOverlaps.precedes(mine, other) { return true }
            if BestOverlaps.precedes(other, mine) { return false }
            return Self.name(left.key, ids) < Self.name(right.key, ids)
        }
        return sorted.prefix(capacity).map { donors, meeting in
            OverlapRegister.DonorPair(
                donors: [ids[donors.one] ?? "", ids[donors.other] ?? ""].sorted(),
                strongest: meeting.strongest.overlap, score: meeting.strongest.score,
                meetings: meeting.count, documented: rivals[[donors.one, donors.other]] ?? [],
                isCoFunding: coFunders.contains([donors.one, donors.other]))
        }
    }

    private static func name(_ donors: Donors, _ ids: [Int64: String]) -> String {
        Overlap.id(ids[donors.one] ?? "", ids[donors.other] ?? "")
    }

    /// By two organisations, the relations that document a rivalry between the two, or between what they are
    /// part of.
    private static func rivals(_ db: Database) throws -> [Set<Int64>: [String]] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT DISTINCT r.id, a.inner_record AS one, b.inner_record AS other FROM record r
                JOIN link x ON x.record = r.key AND x.field = 'parties' AND x.absent = 0
                JOIN link y ON y.record = r.key AND y.field = 'parties' AND y.absent = 0 AND y.target <> x.target
                JOIN containment a ON a.outer_record = x.target
                JOIN containment b ON b.outer_record = y.target AND b.inner_record > a.inner_record
                WHERE r.class = 'relation' AND r.kind IN \(Vocabulary.conflictKinds) AND r.absent = 0
                ORDER BY r.id
                """
        ).fetchAll(db)
        return rows.reduce(into: [:]) { rivals, row in
            rivals[[row["one"], row["other"]], default: []].append(row["id"])
        }
    }

    /// Pairs of these donors that pay for one project together.
    private static func coFunders(_ db: Database, _ donors: Set<Int64>) throws -> Set<Set<Int64>> {
        guard !donors.isEmpty else { return [] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT x.target AS one, y.target AS other FROM link x
                JOIN link y ON y.record = x.record AND y.field = 'participants' AND y.role = 'funding'
                  AND y.absent = 0 AND y.target > x.target
                WHERE x.field = 'participants' AND x.role = 'funding' AND x.absent = 0
                """)
        return Set(rows.map { [$0["one"], $0["other"]] })
    }
}

extension Dataset {
    /// The ids of records by their keys.
    static func ids(of keys: Set<Int64>, _ db: Database) throws -> [Int64: String] {
        guard !keys.isEmpty else { return [:] }
        let rows = try SQLRequest<Row>(
            literal: "SELECT key, id FROM record WHERE key IN \(Array(keys))"
        ).fetchAll(db)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0["id"]) })
    }
}
