import GRDB

/// What measures are computed from: the projects that pass a filter, their dates and who takes part, without
/// their bodies.
struct MeasuredField: Sendable {
    struct Project: Sendable {
        let key: Int64
        let extent: Extent
        var donors: [Int64] = []
        /// Through whom or what the money goes.
        var channels: [Int64] = []
        var implementers: [Int64] = []

        func members(_ role: Role) -> [Int64] { role == .donor ? donors : implementers }
    }

    enum Role: Sendable {
        case donor, implementer

        var level: Measure.Level { self == .donor ? .donor : .implementer }
        var noun: String { self == .donor ? "donor" : "implementer" }
    }

    var projects: [Project]
    /// Instruments that pass the filter: channels of money, not counted as projects.
    let instruments: Int
    /// For each organisation what it is part of, at any depth, itself left out.
    let wholes: [Int64: Set<Int64>]

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
            let counted = try filter.countedProjects(db)
            let wholes = try Self.wholes(db)
            var projects = try Self.dates(db, counted)
            try Self.addMembers(db, counted, wholes, to: &projects)
            var instrumentFilter = filter
            instrumentFilter.kind = "instrument"
            let condition = try instrumentFilter.countedProjects(db)
            let instruments =
                filter.kind != nil
                ? 0
                : try SQLRequest<Int>(literal: "SELECT count(*) FROM record r WHERE \(condition)").fetchOne(
                    db)
            return MeasuredField(projects: projects, instruments: instruments ?? 0, wholes: wholes)
        }
    }

    private static func dates(_ db: Database, _ counted: SQL) throws -> [MeasuredField.Project] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT r.key, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest FROM record r
                WHERE \(counted) ORDER BY r.key
                """
        ).fetchCursor(db)
        var projects: [MeasuredField.Project] = []
        while let row = try rows.next() {
            projects.append(MeasuredField.Project(key: row[0], extent: Extent(days: row, from: 1)))
        }
        return projects
    }

    private static func addMembers(
        _ db: Database, _ counted: SQL, _ wholes: [Int64: Set<Int64>],
        to projects: inout [MeasuredField.Project]
    ) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT link.record, link.target, link.role FROM record r JOIN link ON link.record = r.key
                WHERE \(counted) AND link.field = 'participants' AND link.absent = 0
                AND link.role IN ('funding', 'extending', 'implementing')
                ORDER BY link.record, link.position
                """
        ).fetchCursor(db)
        var index = 0
        // Most projects have the same few behind them: what is alike takes up its room once.
        var lists: [[Int64]: [Int64]] = [:]
        func share(_ list: inout [Int64]) {
            guard !list.isEmpty else { return }
            if let known = lists[list] { list = known } else { lists[list] = list }
        }
        while let row = try rows.next() {
            let (record, target, role): (Int64, Int64, String) = (row[0], row[1], row[2])
            while index < projects.count, projects[index].key < record {
                share(&projects[index].donors)
                share(&projects[index].channels)
                share(&projects[index].implementers)
                index += 1
            }
            guard index < projects.count, projects[index].key == record else { continue }
            switch role {
            case "funding": projects[index].donors.addOnce(target)
            case "implementing": projects[index].implementers.addOnce(target)
            default: projects[index].channels.addOnce(target)
            }
        }
        guard !wholes.isEmpty else { return }
        for index in projects.indices {
            for list in [\MeasuredField.Project.donors, \.channels, \.implementers]
            where projects[index][keyPath: list].count > 1 {
                projects[index][keyPath: list] = MeasuredField.outermost(
                    projects[index][keyPath: list], wholes)
            }
        }
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

extension Array where Element: Equatable {
    /// Lists of participants are short: a search is cheaper than a set.
    fileprivate mutating func addOnce(_ element: Element) {
        if !contains(element) { append(element) }
    }
}
