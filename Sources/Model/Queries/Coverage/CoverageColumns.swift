import GRDB

/// The columns of a coverage, and in which of them each project stands.
struct CoverageColumns {
    private(set) var columns: [Coverage.Column] = []
    /// By project, for years: the first and the last column in which it possibly ran, and in which it certainly
    /// did; `none` where there is none.
    private var spans: [SIMD4<UInt8>] = []
    private static let none: UInt8 = .max
    /// By project, for records.
    private var ties: CoverageTies?

    /// Whether columns are times.
    var isTime: Bool { ties == nil }

    init(_ db: Database, _ filter: Filter, _ axis: Coverage.Axis, _ projects: CoverageProjects) throws {
        guard let dimension = axis.dimension else {
            let years = CoverageYears(projects.extents, filter: filter)
            columns = years.columns
            // There are fewer columns than ``none``: see ``CoverageYears/most``.
            func bounds(_ range: ClosedRange<Int>?) -> (UInt8, UInt8) {
                range.map { (UInt8($0.lowerBound), UInt8($0.upperBound)) } ?? (Self.none, Self.none)
            }
            spans.reserveCapacity(projects.count)
            for extent in projects.extents {
                let (possible, certain) = (bounds(years.possible(extent)), bounds(years.certain(extent)))
                spans.append(SIMD4(possible.0, possible.1, certain.0, certain.1))
            }
            return
        }
        var names = try CoverageNames(db, dimension.recordClass)
        var pairs: [(project: Int32, target: Int32)] = []
        try filter.eachTie(db, dimension, projects) { target, members in
            guard let column = try names.column(target) else { return }
            let number = Int32(columns.count)
            columns.append(column)
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
        } else if let range = range(project, 0) {
            for column in range { body(column) }
        }
    }

    func holds(_ project: Int32) -> Bool {
        ties.map { !$0[project].isEmpty } ?? (range(project, 0) != nil)
    }

    /// The times in which a project certainly ran.
    func certain(_ project: Int32) -> ClosedRange<Int>? { isTime ? range(project, 2) : nil }

    private func range(_ project: Int32, _ bound: Int) -> ClosedRange<Int>? {
        let span = spans[Int(project)]
        return span[bound] == Self.none ? nil : Int(span[bound])...Int(span[bound + 1])
    }
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
        var conditions: [SQL] = []
        if let ids = ties[dimension], !ids.isEmpty {
            conditions.append(
                """
                facet_count.target IN (SELECT inner_record FROM containment
                WHERE outer_record IN (SELECT key FROM record WHERE id IN \(ids)))
                """)
        } else if dimension == .theme {
            // A sector counts as its category: what is tied to the one is tied to the other.
            conditions.append("facet_count.target NOT IN (\(SQL(sql: ThemeUnit.counted)))")
        }
        let condition = conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
        let targets = try SQLRequest<Int64>(
            literal: """
                SELECT target FROM facet_count WHERE dimension = \(dimension.number)
                AND class = \(RecordClass.project.number) AND \(condition) ORDER BY target
                """
        ).fetchAll(db)
        guard projects.count > Self.few else {
            let members = try Self.members(db, dimension, projects)
            for target in targets { if let members = members[target] { try body(target, members) } }
            return
        }
        var members: [Int32] = []
        for target in targets {
            members.removeAll(keepingCapacity: true)
            try KeyPairs.each(
                db, "SELECT record FROM facet WHERE dimension = ? AND target = ? AND class = ?",
                [dimension.number, target, RecordClass.project.number]
            ) { key, _ in
                if let project = projects[key] { members.append(Int32(project)) }
            }
            if !members.isEmpty { try body(target, members) }
        }
    }
}

extension Filter {
    /// Asking each of so many projects for its ties is quicker than going through the ties of all.
    private static let few = 30_000

    private static func members(_ db: Database, _ dimension: Dimension, _ projects: CoverageProjects) throws
        -> [Int64: [Int32]]
    {
        let ties = try db.cachedStatement(
            sql: """
                SELECT target FROM facet INDEXED BY facet_by_record WHERE record = ? AND dimension = ?
                """)
        var members: [Int64: [Int32]] = [:]
        for (index, key) in projects.keys.enumerated() {
            let targets = try Int64.fetchCursor(ties, arguments: [key, dimension.number])
            while let target = try targets.next() { members[target, default: []].append(Int32(index)) }
        }
        return members
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
            sql: "SELECT json_extract(json, '$.values.iso[0].text') FROM body WHERE record = ?")
    }

    mutating func name(of key: Int64) throws -> RecordName? {
        try Row.fetchOne(names, arguments: [key]).flatMap(RecordName.init(row:))
    }

    /// The column of a record.
    mutating func column(_ key: Int64) throws -> Coverage.Column? {
        try name(of: key).map { name in
            Coverage.Column(id: name.id, name: name.title, short: try code(of: key) ?? name.short)
        }
    }

    /// A country's code by ISO 3166-1.
    private mutating func code(of key: Int64) throws -> SafeText? {
        try String.fetchOne(codes, arguments: [key]).map { SafeText($0) }
    }
}
