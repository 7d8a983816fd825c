import GRDB

/// Which rows of the cells a request reads, and which pairs it wants.
struct OverlapScope {
    /// Keys of projects of which one must be in a pair; nil for any.
    let either: Set<Int64>?
    /// The cells' rows, as ``CellSweep`` reads them.
    let rows: SQLRequest<Row>
    private let months: MonthSpan?
    /// What narrows both projects of a pair.
    private let both: Filter

    /// Place and theme narrow both projects of a pair; whose they are narrows one of the two.
    init(_ db: Database, _ request: OverlapRegister.Request) throws {
        var both = request.filter
        // Kinds are those of relations; words are looked for in one of the two.
        both.kind = nil
        var one = Filter()
        (one.text, both.text) = (both.text, nil)
        for dimension in [Filter.Dimension.project, .organisation, .donor, .implementer] {
            one.ties[dimension] = both.ties[dimension]
            both.ties[dimension] = nil
        }
        if let subject = request.subject {
            let recordClass = try String.fetchOne(
                db, sql: "SELECT class FROM record WHERE id = ?", arguments: [subject])
            switch recordClass.flatMap({ RecordClass(rawValue: $0) }) {
            case .organisation: one = one.adding(.organisation, subject)
            case .theme: both = both.adding(.theme, subject)
            case .place: both = both.adding(.country, subject)
            default: one = one.adding(.project, subject)
            }
        }
        months = request.filter.months
        let wanted = try one.condition(db, on: .project)
        either =
            one.isEmpty
            ? nil
            : try SQLRequest<Int64>(literal: "SELECT r.key FROM record r WHERE \(wanted)").fetchSet(db)
        rows = try Self.rows(both: both, one: one, db)
        self.both = both
    }

    /// The cells' rows in their order. All of them stand in it already; of some, the narrower side is looked up
    /// first and what it leaves is sorted.
    private static func rows(both: Filter, one: Filter, _ db: Database) throws -> SQLRequest<Row> {
        let condition = try Self.condition(db, both)
        let within: SQL =
            both.isEmpty ? "TRUE" : "cell.project IN (SELECT r.key FROM record r WHERE \(condition))"
        if !one.isEmpty {
            let wanted = try one.condition(db, on: .project)
            return SQLRequest(
                literal: """
                    SELECT cell.place, cell.theme, cell.start, cell.project, cell."end"
                    FROM (SELECT DISTINCT c.place, c.theme FROM (SELECT r.key FROM record r WHERE \(wanted)) e
                      CROSS JOIN cell c ON c.project = e.key) looked_at
                    CROSS JOIN cell ON cell.place = looked_at.place AND cell.theme = looked_at.theme
                    WHERE \(within) ORDER BY cell.place, cell.theme, cell.start, cell.project
                    """)
        }
        if both.isEmpty {
            return SQLRequest(
                literal: """
                    SELECT place, theme, start, project, "end" FROM cell
                    ORDER BY place, theme, start, project
                    """)
        }
        return SQLRequest(
            literal: """
                SELECT cell.place, cell.theme, cell.start, cell.project, cell."end"
                FROM (SELECT r.key FROM record r WHERE \(condition)) narrowed
                CROSS JOIN cell ON cell.project = narrowed.key
                ORDER BY cell.place, cell.theme, cell.start, cell.project
                """)
    }

    /// What narrows both. In a country works who works in a region that holds it, as in the component of places.
    private static func condition(_ db: Database, _ both: Filter) throws -> SQL {
        var rest = both
        guard let countries = rest.ties.removeValue(forKey: .country), !countries.isEmpty else {
            return try both.condition(db, on: .project)
        }
        return """
            \(try rest.condition(db, on: .project)) AND (
              r.key IN (SELECT project FROM project_place WHERE place IN (
                SELECT inner_record FROM containment JOIN record o ON o.key = outer_record
                WHERE o.id IN \(countries)))
              OR r.key IN (SELECT facet.record FROM facet JOIN record o ON o.key = facet.target
                WHERE facet.dimension = \(Filter.Dimension.country.number)
                AND facet.class = \(RecordClass.project.number) AND o.id IN \(countries)))
            """
    }

    /// Whether the two meet in the time that is asked for.
    func meets(_ one: Profile, _ other: Profile) -> Bool {
        guard let months else { return true }
        guard let mine = one.bounds.possible, let theirs = other.bounds.possible else { return false }
        return mine.intersection(theirs)?.intersection(months) != nil
    }

    /// What the projects under the filter lack for being compared. Of all projects the index knows it.
    func census(_ db: Database) throws -> OverlapCensus {
        if both.isEmpty,
            let known = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'census'")
        {
            return OverlapCensus(known)
        }
        let condition = try Self.condition(db, both)
        return OverlapCensus(
            try SQLRequest<String>(
                literal: """
                    \(SQL(sql: OverlapCensus.select)) JOIN record r ON r.key = profile.project WHERE \(condition)
                    """
            ).fetchOne(db) ?? "")
    }
}
