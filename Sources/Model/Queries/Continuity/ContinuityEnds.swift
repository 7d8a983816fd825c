import GRDB

/// The projects of many steps: names, dates and implementers, without a record's body being read.
struct ContinuityEnds {
    private var ends: [String: ContinuityStep.End] = [:]
    /// For each implementer, what it is part of, at any depth.
    private var wholes: [String: Set<String>] = [:]

    init(_ db: Database, ids: Set<String>) throws {
        for chunk in Dataset.chunks(Array(ids)) { try add(db, chunk) }
    }

    /// What is known of a project; of one without a record, its id.
    subscript(id: String) -> ContinuityStep.End {
        ends[id]
            ?? ContinuityStep.End(
                id: id, name: nil, extent: .unknown, start: nil, end: nil, implementers: [])
    }

    /// Whether the first organisation stands inside the second.
    func isPart(_ inner: String, _ outer: String) -> Bool { wholes[inner]?.contains(outer) ?? false }

    private mutating func add(_ db: Database, _ ids: [String]) throws {
        let implementers = try implementers(db, ids)
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT id, class, title, acronym, kind, start, "end" AS finish, start_earliest, start_latest,
                end_earliest, end_latest FROM record WHERE id IN \(ids)
                """
        ).fetchAll(db)
        for row in rows {
            let id: String = row["id"]
            let extent = Extent(
                startEarliest: Day(rawValue: row["start_earliest"]),
                startLatest: Day(rawValue: row["start_latest"]),
                endEarliest: Day(rawValue: row["end_earliest"]), endLatest: Day(rawValue: row["end_latest"]))
            ends[id] = ContinuityStep.End(
                id: id, name: RecordName(row: row), extent: extent, start: row["start"], end: row["finish"],
                implementers: implementers[id] ?? [])
        }
    }

    private mutating func implementers(_ db: Database, _ ids: [String]) throws -> [String: [RecordName]] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT p.id AS project, o.id, o.class, o.title, o.acronym, o.kind
                FROM record p JOIN link ON link.record = p.key AND link.field = 'participants'
                JOIN record o ON o.key = link.target
                WHERE p.id IN \(ids) AND link.role = 'implementing' AND link.absent = 0
                ORDER BY p.key, link.position
                """
        ).fetchAll(db)
        var implementers: [String: [RecordName]] = [:]
        for row in rows {
            guard let name = RecordName(row: row) else { continue }
            let project: String = row["project"]
            if implementers[project]?.contains(name) != true {
                implementers[project, default: []].append(name)
            }
        }
        for chunk in Dataset.chunks(Array(Set(rows.map { $0["id"] as String }))) {
            let parts = try SQLRequest<Row>(
                literal: """
                    SELECT part.id, whole.id FROM record part
                    JOIN containment ON containment.inner_record = part.key
                    JOIN record whole ON whole.key = containment.outer_record WHERE part.id IN \(chunk)
                    """
            ).fetchAll(db)
            for part in parts { wholes[part[0], default: []].insert(part[1]) }
        }
        return implementers
    }
}
