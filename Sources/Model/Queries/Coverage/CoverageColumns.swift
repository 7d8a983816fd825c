import GRDB

/// The columns of a coverage, and in which of them each project stands.
struct CoverageColumns {
    private(set) var columns: [Coverage.Column] = []
    /// By project, for years.
    private var possible: [ClosedRange<Int>?] = []
    private var certain: [ClosedRange<Int>?] = []
    /// By project, for records.
    private var ties: CoverageTies?

    /// Whether columns are times.
    var isTime: Bool { ties == nil }

    init(_ db: Database, _ filter: Filter, _ axis: Coverage.Axis, _ projects: CoverageProjects) throws {
        guard let dimension = axis.dimension else {
            let years = CoverageYears(projects.extents, filter: filter)
            columns = years.columns
            possible = projects.extents.map(years.possible)
            certain = projects.extents.map(years.certain)
            return
        }
        var names = try CoverageNames(db, dimension.recordClass)
        var pairs: [(project: Int32, target: Int32)] = []
        try filter.eachTie(db, dimension, projects) { target, members in
            guard let name = try names.name(of: target) else { return }
            let number = Int32(columns.count)
            columns.append(
                Coverage.Column(
                    id: name.id, name: name.title, short: try names.code(of: target) ?? name.short))
            pairs += members.map { ($0, number) }
        }
        // In the order of names, as rows are.
        let order = columns.map { ($0.name.string.folded, $0.id) }
        let sorted = order.indices.sorted { order[$0] < order[$1] }
        var place = [Int32](repeating: 0, count: columns.count)
        for (new, old) in sorted.enumerated() { place[old] = Int32(new) }
        columns = sorted.map { columns[$0] }
        ties = CoverageTies(
            pairs.map { ($0.project, place[Int($0.target)]) }, count: projects.count)
    }

    func each(_ project: Int32, _ body: (Int) -> Void) {
        if let ties {
            for column in ties[project] { body(Int(column)) }
        } else if let range = possible[Int(project)] {
            for column in range { body(column) }
        }
    }

    func holds(_ project: Int32) -> Bool {
        ties.map { !$0[project].isEmpty } ?? (possible[Int(project)] != nil)
    }

    /// The times in which a project certainly ran.
    func certain(_ project: Int32) -> ClosedRange<Int>? { isTime ? certain[Int(project)] : nil }
}

extension Filter {
    /// Goes through the records of a dimension that projects in scope are tied to, each with its projects.
    ///
    /// Where the filter names records of the dimension, only what stands inside these: so a list that names
    /// the one instead of the others holds the same projects.
    func eachTie(
        _ db: Database, _ dimension: Dimension, _ projects: CoverageProjects,
        _ body: (_ target: Int64, _ projects: [Int32]) throws -> Void
    ) throws {
        var conditions: [SQL] = [
            "facet.dimension = \(dimension.number) AND facet.class = \(RecordClass.project.number)"
        ]
        if let ids = ties[dimension], !ids.isEmpty {
            conditions.append(
                """
                facet.target IN (SELECT inner_record FROM containment
                WHERE outer_record IN (SELECT key FROM record WHERE id IN \(ids)))
                """)
        }
        if !isEmpty {
            conditions.append(
                "facet.record IN (SELECT r.key FROM record r WHERE \(try condition(db, on: .project)))")
        }
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT facet.target, facet.record FROM facet WHERE \(conditions.joined(separator: " AND "))
                ORDER BY facet.target
                """
        ).fetchCursor(db)
        var current: Int64?
        var members: [Int32] = []
        while let row = try rows.next() {
            let target: Int64 = row[0]
            if target != current {
                if let current, !members.isEmpty { try body(current, members) }
                current = target
                members.removeAll(keepingCapacity: true)
            }
            if let project = projects[row[1]] { members.append(Int32(project)) }
        }
        if let current, !members.isEmpty { try body(current, members) }
    }
}

/// Names of the records that rows and columns are.
struct CoverageNames {
    private let names: Statement
    private let codes: Statement

    init(_ db: Database, _ recordClass: RecordClass) throws {
        names = try db.cachedStatement(
            sql: "SELECT id, class, title, acronym, kind FROM record WHERE key = ?")
        codes = try db.cachedStatement(
            sql: "SELECT json_extract(body, '$.values.iso[0].text') FROM record WHERE key = ?")
    }

    mutating func name(of key: Int64) throws -> RecordName? {
        try Row.fetchOne(names, arguments: [key]).flatMap(RecordName.init(row:))
    }

    /// A country's code by ISO 3166-1.
    mutating func code(of key: Int64) throws -> SafeText? {
        try String.fetchOne(codes, arguments: [key]).map { SafeText($0) }
    }
}
