import GRDB

/// Fills the table `clash`, and the order of the documented conflicts, from the relations set face to face: so
/// that a list or a timeline of them decodes only what it shows. It reads the index that is otherwise complete.
///
/// Documented rivalries are few, however many projects there are; their months are held while they are sorted.
struct ClashWriter {
    private let dataset: Dataset
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue) throws {
        self.queue = queue
        dataset = try Dataset(queue)
    }

    private struct Ranked {
        let key: Int64
        let rank: Int
        let title: String
        let meetings: [Conflict.Meeting]
    }

    func write() throws {
        // The watch belongs to this dataset, the connection to whoever comes next.
        defer { queue.inDatabase { dataset.interruption.leave($0) } }
        let relations = try queue.read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT key, id FROM record WHERE class = 'relation' AND kind IN \(Vocabulary.conflictKinds)
                    ORDER BY key
                    """
            ).fetchAll(db).map { (key: $0[0] as Int64, id: $0[1] as String) }
        }
        guard !relations.isEmpty else { return }
        var ranked = try relations.compactMap { relation in
            try dataset.conflict(relation.id).map { conflict in
                Ranked(
                    key: relation.key, rank: conflict.rankKey, title: conflict.record.title,
                    meetings: conflict.record.isAbsent ? [] : conflict.meetings)
            }
        }
        // The sort is stable: of equals, the first in the index stays first.
        ranked.sort { ($0.rank, $0.title) < ($1.rank, $1.title) }
        try queue.write { db in
            for (rank, conflict) in ranked.enumerated() { try insert(conflict, rank, db) }
            try ListWriter(db).write(.relation, .conflicts, ranked.map { Int32($0.key) })
        }
    }

    private func insert(_ conflict: Ranked, _ rank: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO clash VALUES (?, ?, ?, (SELECT key FROM record WHERE id = ?),
                  (SELECT key FROM record WHERE id = ?), ?, ?, ?, ?)
                """)
        for (position, meeting) in conflict.meetings.enumerated() {
            try statement.execute(arguments: [
                conflict.key, position, rank, meeting.first, meeting.second,
                meeting.months.certain?.first.index, meeting.months.certain?.last.index,
                meeting.months.possible?.first.index, meeting.months.possible?.last.index,
            ])
        }
    }
}
