import Foundation
import GRDB

extension Dataset {
    /// Most activities that a chain gathers along its transfers.
    static let chainedActivities = 200

    /// The activities from which money comes to one, and those to which it goes on from it, as far as transfers and
    /// participants name activities of the dataset: upwards and downwards, never back. Nearest first, `ids` themselves left out.
    func transferNeighbours(of ids: [String]) throws -> [String] {
        try read { db in
            var found: [Int64] = []
            for isDownward in [false, true] {
                var seen = Set<Int64>()
                var front = try SQLRequest<Int64>(
                    literal: "SELECT key FROM record WHERE id IN \(ids) AND class = 'project'"
                ).fetchAll(db)
                seen.formUnion(front)
                while !front.isEmpty, found.count < Self.chainedActivities {
                    let next = try Self.step(front, isDownward, db).filter { seen.insert($0).inserted }
                    found += next
                    front = next
                }
            }
            let keys = Array(found.prefix(Self.chainedActivities))
            let names = try SQLRequest<Row>(literal: "SELECT key, id FROM record WHERE key IN \(keys)")
                .fetchAll(db)
                .reduce(into: [Int64: String]()) { $0[$1[0]] = $1[1] }
            let known = Set(ids)
            var listed = Set<String>()
            return keys.compactMap { names[$0] }.filter { !known.contains($0) && listed.insert($0).inserted }
        }
    }

    /// What a payer names as the receiver's activity, and what names a payer's; or the other way round. What a
    /// participant has as its own for a project lies after it, unless the participant funds it.
    private static func step(_ keys: [Int64], _ isDownward: Bool, _ db: Database) throws -> [Int64] {
        let (ahead, back) =
            isDownward
            ? ("receiver_activity", "provider_activity") : ("provider_activity", "receiver_activity")
        let (aheadRole, backRole) = isDownward ? ("<>", "=") : ("=", "<>")
        return try chunks(keys).flatMap { keys in
            try SQLRequest<Int64>(
                literal: """
                    SELECT DISTINCT \(sql: ahead) FROM transfer WHERE record IN \(keys) AND \(sql: ahead) IS NOT NULL
                    UNION SELECT DISTINCT record FROM transfer WHERE \(sql: back) IN \(keys)
                    UNION SELECT activity FROM participant_activity
                      WHERE record IN \(keys) AND role \(sql: aheadRole) 'funding' AND activity IS NOT NULL
                    UNION SELECT record FROM participant_activity
                      WHERE activity IN \(keys) AND role \(sql: backRole) 'funding'
                    ORDER BY 1
                    """
            ).fetchAll(db)
        }
    }

    /// The transactions of these activities, those alike put together; sums are exact.
    func transferGroups(of ids: [String]) throws -> [TransferGroup] {
        var groups: [TransferGroup] = []
        var places: [TransferGroup: Int] = [:]
        try read { db in
            for ids in Self.chunks(ids) {
                let rows = try SQLRequest<Row>(
                    literal: """
                        SELECT r.id AS activity, p.id AS provider, t.provider_activity_id, t.provider_activity,
                          q.id AS receiver, t.receiver_activity_id, t.receiver_activity, t.kind, t.currency, t.value,
                          t.date, t.line, s.id AS source
                        FROM transfer t JOIN record r ON r.key = t.record LEFT JOIN record p ON p.key = t.provider
                        LEFT JOIN record q ON q.key = t.receiver LEFT JOIN record s ON s.key = t.source
                        WHERE t.record IN (SELECT key FROM record WHERE id IN \(ids)) AND t.kind IS NOT NULL
                        ORDER BY t.record, t.key
                        """
                ).fetchCursor(db)
                while let row = try rows.next() {
                    let identity = TransferGroup(identity: row)
                    let place = places[identity] ?? groups.count
                    if place == groups.count {
                        places[identity] = place
                        groups.append(identity)
                    }
                    groups[place].add(row)
                }
            }
        }
        for index in groups.indices { groups[index].closeCitations() }
        return groups
    }
}

extension TransferGroup.End {
    /// Some files name the organisation again where its activity belongs.
    fileprivate mutating func forgetRepetition() {
        if !isKnown && activity == organisation { activity = nil }
    }
}

extension TransferGroup {
    fileprivate init(identity row: Row) {
        self.init(
            activity: row["activity"],
            provider: End(
                organisation: row["provider"], activity: row["provider_activity_id"],
                isKnown: (row["provider_activity"] as Int64?) != nil),
            receiver: End(
                organisation: row["receiver"], activity: row["receiver_activity_id"],
                isKnown: (row["receiver_activity"] as Int64?) != nil),
            kind: row["kind"], currency: row["currency"])
        provider.forgetRepetition()
        receiver.forgetRepetition()
    }

    fileprivate mutating func add(_ row: Row) {
        count += 1
        if let value = (row["value"] as String?).flatMap({ Decimal(string: $0) }) {
            sum += value
        } else {
            withoutValue += 1
        }
        if let date = (row["date"] as Int?).map({ Day(rawValue: $0) }) {
            first = min(first ?? date, date)
            last = max(last ?? date, date)
        }
        // Lines of one source side by side; the locator is made when all are there.
        if let source = row["source"] as String? {
            citations.append(Citation(source: source, locator: Locator("\(row["line"] as Int)")))
        }
    }

    /// `line 12`, or `lines 12 to 90` for each source.
    fileprivate mutating func closeCitations() {
        var lines: [String: (first: Int, last: Int)] = [:]
        var order: [String] = []
        for citation in citations {
            guard let line = Int(citation.locator.text) else { continue }
            guard let span = lines[citation.source] else {
                order.append(citation.source)
                lines[citation.source] = (line, line)
                continue
            }
            lines[citation.source] = (min(span.first, line), max(span.last, line))
        }
        citations = order.compactMap { source in
            lines[source].map { span in
                let text =
                    span.first == span.last ? "line \(span.first)" : "lines \(span.first) to \(span.last)"
                return Citation(source: source, locator: Locator(text))
            }
        }
    }
}
