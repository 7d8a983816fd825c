import GRDB

/// What measures are computed from: the projects that pass a filter, their dates and who takes part, without
/// their bodies.
struct MeasuredField: Sendable {
    struct Project: Sendable {
        let key: Int64
        let extent: Extent
        let donors: Parties
        /// Through whom or what the money goes.
        let channels: Parties
        let implementers: Parties

        func members(_ role: Role) -> Parties { role == .donor ? donors : implementers }
    }

    enum Role: Sendable {
        case donor, implementer

        var level: Measure.Level { self == .donor ? .donor : .implementer }
        var noun: String { self == .donor ? "donor" : "implementer" }
    }

    let projects: MeasuredProjects
    /// Instruments that pass the filter: channels of money, not counted as projects.
    let instruments: Int
    /// For each organisation what it is part of, at any depth, itself left out.
    let wholes: [Int64: Set<Int64>]

    /// All who stand in a role of projects of which something holds.
    func named(_ role: Role, where isCounted: (Project) -> Bool = { _ in true }) -> Set<Int64> {
        projects.reduce(into: []) { named, project in
            if isCounted(project) { named.formUnion(project.members(role)) }
        }
    }

    /// Whether `organisation` is `whole` or a part of it.
    func isWithin(_ organisation: Int64, _ whole: Int64) -> Bool {
        organisation == whole || wholes[organisation]?.contains(whole) == true
    }

    /// Who stands beside a whole of itself in the same role of one project is not counted again.
    static func outermost(_ members: [Int64], _ wholes: [Int64: Set<Int64>]) -> [Int64] {
        members.outermost { wholes[$0]?.contains($1) == true }
    }
}

extension Filter {
    /// The condition that a row `r` is a project that measures count: not one that the sources deny, and no
    /// instrument unless these are asked for.
    func countedProjects(_ db: Database) throws -> SQL {
        let condition = try condition(db, on: .project)
        let kinds: SQL = kind == nil ? "r.kind IS NOT 'instrument'" : "TRUE"
        return "\(condition) AND r.absent = 0 AND \(kinds)"
    }
}

extension Dataset {
    /// The projects that pass the filter; of all of them, what is kept for the dataset.
    func measuredField(_ filter: Filter) throws -> MeasuredField {
        filter.isEmpty ? try fieldMemory.field { try readField(filter) } : try readField(filter)
    }

    private func readField(_ filter: Filter) throws -> MeasuredField {
        try read { db in
            let wholes = try Self.wholes(db)
            var instrumentFilter = filter
            instrumentFilter.kind = "instrument"
            let condition = try instrumentFilter.countedProjects(db)
            let instruments =
                filter.kind != nil
                ? 0
                : try SQLRequest<Int>(literal: "SELECT count(*) FROM record r WHERE \(condition)").fetchOne(
                    db)
            return MeasuredField(
                projects: try Self.projects(db, filter.countedProjects(db), wholes),
                instruments: instruments ?? 0, wholes: wholes)
        }
    }

    private static func projects(_ db: Database, _ counted: SQL, _ wholes: [Int64: Set<Int64>]) throws
        -> MeasuredProjects
    {
        var projects = MeasuredProjects.Builder { MeasuredField.outermost($0, wholes) }
        // In the order of keys: that of an index would read each page many times.
        let request: SQL = """
            SELECT r.key, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, link.target,
              CASE link.role WHEN 'funding' THEN 0 WHEN 'extending' THEN 1 ELSE 2 END
            FROM record r NOT INDEXED LEFT JOIN link ON link.record = r.key AND link.field = 'participants' AND link.absent = 0
              AND link.role IN ('funding', 'extending', 'implementing')
            WHERE \(counted) ORDER BY r.key, link.position
            """
        let (sql, arguments) = try request.build(db)
        var last: (key: Int64, days: SIMD4<Int32>)?
        var parties: [[Int64]] = [[], [], []]
        try RawRow.each(db, sql, arguments) { row in
            if row[0] != last?.key {
                if let last { projects.add(last.key, days: last.days, parties) }
                for role in parties.indices { parties[role].removeAll(keepingCapacity: true) }
                last = (row[0], SIMD4(Int32(row[1]), Int32(row[2]), Int32(row[3]), Int32(row[4])))
            }
            // Lists of participants are short: a search is cheaper than a set.
            if let target = row.optional(5), !parties[Int(row[6])].contains(target) {
                parties[Int(row[6])].append(target)
            }
        }
        if let last { projects.add(last.key, days: last.days, parties) }
        return projects.finish()
    }

    private static func wholes(_ db: Database) throws -> [Int64: Set<Int64>] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT inner_record, outer_record FROM containment JOIN record r ON r.key = inner_record
                WHERE r.class = 'organisation' AND inner_record <> outer_record
                """
        ).fetchAll(db)
        return rows.reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
    }
}

extension Extent {
    /// From four columns of a row.
    init(days row: Row, from first: Int) {
        func day(_ offset: Int) -> Day { Day(rawValue: row[first + offset]) }
        self.init(startEarliest: day(0), startLatest: day(1), endEarliest: day(2), endLatest: day(3))
    }
}
