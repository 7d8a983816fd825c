import GRDB

/// Which rows of the cells a request reads, and which pairs it wants.
struct OverlapScope {
    /// Keys of projects of which one must be in a pair; nil for any.
    let either: Set<Int64>?
    /// The cells' rows, as ``CellSweep`` reads them.
    let rows: SQLRequest<Row>
    private let months: MonthSpan?
    private let condition: SQL

    /// Place and theme narrow both projects of a pair; whose they are narrows one of the two.
    init(_ db: Database, _ request: OverlapRegister.Request) throws {
        var both = request.filter
        // Kinds are those of relations.
        both.kind = nil
        var one = Filter()
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
        condition = try both.condition(db, on: .project)
        let isNarrow = !one.isEmpty
        if isNarrow {
            let wanted = try one.condition(db, on: .project)
            either = try SQLRequest<Int64>(literal: "SELECT r.key FROM record r WHERE \(wanted)").fetchSet(db)
        } else {
            either = nil
        }
        let isEverything = both.isEmpty
        let within: SQL =
            isEverything ? "TRUE" : "cell.project IN (SELECT r.key FROM record r WHERE \(condition))"
        var cells: SQL = "TRUE"
        if let either {
            let wanted = try one.condition(db, on: .project)
            cells = """
                (cell.place, cell.theme) IN (SELECT c.place, c.theme FROM record r
                JOIN cell c ON c.project = r.key WHERE \(either.isEmpty ? "FALSE" : wanted))
                """
        }
        rows = SQLRequest(
            literal: """
                SELECT cell.place, cell.theme, \(SQL(sql: Profile.columns))
                FROM cell CROSS JOIN profile ON profile.project = cell.project
                WHERE \(within) AND \(cells)
                ORDER BY cell.place, cell.theme, cell.start, cell.project
                """)
    }

    /// Whether the two meet in the time that is asked for.
    func meets(_ overlap: Overlap) -> Bool {
        guard let months else { return true }
        return overlap.time.months.possible?.intersection(months) != nil
    }

    /// What the projects under the filter lack for being compared.
    func census(_ db: Database) throws -> OverlapCensus {
        let row = try SQLRequest<Row>(
            literal: """
                SELECT count(*) AS projects, count(*) FILTER (WHERE isUndated) AS undated,
                  count(*) FILTER (WHERE places = '') AS unplaced, count(*) FILTER (WHERE themes = '') AS unthemed,
                  count(*) FILTER (WHERE implementers = '') AS unimplemented,
                  count(*) FILTER (WHERE NOT isUndated AND places <> '' AND themes <> '' AND implementers <> '') AS compared
                FROM (SELECT profile.*, profile.start_earliest <= \(Month.distantPast.index)
                  AND profile.end_latest >= \(Month.distantFuture.index)
                  AND profile.start_latest >= \(Month.distantFuture.index) AS isUndated
                  FROM profile JOIN record r ON r.key = profile.project WHERE \(condition))
                """
        ).fetchOne(db)
        return OverlapCensus(
            projects: row?["projects"] ?? 0, undated: row?["undated"] ?? 0, unplaced: row?["unplaced"] ?? 0,
            unthemed: row?["unthemed"] ?? 0, unimplemented: row?["unimplemented"] ?? 0,
            compared: row?["compared"] ?? 0)
    }
}
