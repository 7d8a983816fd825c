import GRDB

/// What records say of what came before and after, put together: what two records say of one step is one.
struct ContinuityTellings {
    struct Pair: Hashable {
        let from: String
        let to: String?
        let kind: ContinuityStep.Kind
    }

    private(set) var steps: [Pair: [ContinuityStep.Telling]] = [:]

    /// The ids of all projects concerned, those without a record too.
    var projects: Set<String> { Set(steps.keys.flatMap { [$0.from, $0.to].compactMap { $0 } }) }

    /// - Parameter subject: only what is said from or to this project, or one that is tied to this record.
    init(_ db: Database, about subject: String?) throws {
        guard let subject else {
            try add(db, where: "TRUE")
            return
        }
        let own: SQL = """
            SELECT key FROM record WHERE id = \(subject)
            UNION SELECT record FROM facet WHERE class = \(RecordClass.project.number)
            AND dimension IN \(Filter.Dimension.allCases.map(\.number))
            AND target = (SELECT key FROM record WHERE id = \(subject))
            """
        let ids = Set(
            try SQLRequest<String>(literal: "SELECT id FROM record WHERE key IN (\(own))").fetchAll(db)
        )
        .union([subject])
        try add(
            db,
            where: """
                c.record IN (\(own)) OR c.record IN (SELECT record FROM link
                WHERE field IN ('predecessor', 'successor') AND target IN (\(own))) OR c.text = \(subject)
                """)
        steps = steps.filter { pair, _ in ids.contains(pair.from) || pair.to.map(ids.contains) ?? false }
    }

    /// Only steps of which one project meets `filter`.
    mutating func keep(_ filter: Filter, _ db: Database) throws {
        let condition = try filter.condition(db, on: .project)
        let met = Set(
            try Dataset.chunks(Array(projects)).flatMap { ids in
                try SQLRequest<String>(
                    literal: "SELECT r.id FROM record r WHERE r.id IN \(ids) AND \(condition)"
                ).fetchAll(db)
            })
        steps = steps.filter { pair, _ in met.contains(pair.from) || pair.to.map(met.contains) ?? false }
    }

    private mutating func add(_ db: Database, where condition: SQL) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT r.id, c.field, c.text, c.absent FROM continuity c JOIN record r ON r.key = c.record
                WHERE \(condition) ORDER BY c.record, c.field DESC, c.position
                """
        ).fetchCursor(db)
        while let row = try rows.next() {
            let (record, field, text): (String, String, String) = (row[0], row[1], row[2])
            let pair =
                switch field {
                case "predecessor": Pair(from: text, to: record, kind: .succession)
                case "successor": Pair(from: record, to: text, kind: .succession)
                default: Pair(from: record, to: nil, kind: .init(followUp: text))
                }
            steps[pair, default: []].append(
                ContinuityStep.Telling(record: record, field: field, isAbsent: row[3]))
        }
    }
}
