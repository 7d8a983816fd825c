import GRDB

/// A dataset at a glance.
package struct Overview: Sendable {
    package struct Ranked: Hashable, Sendable {
        package let name: RecordName
        package let projects: Int
    }

    /// How many projects ran in a year: certainly, and possibly (which includes the certain ones).
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let certain: Int
        package let possible: Int
    }

    /// Organisations and discrepancies that are named.
    static let most = 50

    package let counts: [RecordClass: Int]
    package let years: [Year]
    package let undated: Int
    package let donors: [Ranked]
    package let implementers: [Ranked]
    /// The first of them.
    package let conflicts: [Conflict]
    /// Ids of all.
    package let conflictIds: [String]
    package let discrepancies: [RecordName]
    package var discrepancyCount: Int { counts[.discrepancy] ?? 0 }
}

extension Dataset {
    package func overview(_ filter: Filter = Filter()) throws -> Overview {
        var counts: [RecordClass: Int] = [:]
        for recordClass in RecordClass.allCases {
            counts[recordClass] = try list(recordClass, filter: filter).count()
        }
        let years = try projectYears(filter)
        let conflictIds = try conflictIds(filter)
        let disputes = list(.discrepancy, filter: filter, sort: View.Sort("kind"))
        let ids = try disputes.ids(limit: Overview.most)
        let names = try self.names(of: ids)
        return Overview(
            counts: counts, years: years.years, undated: years.undated,
            donors: try ranked("funding", filter), implementers: try ranked("implementing", filter),
            conflicts: try conflictIds.prefix(Overview.most).compactMap(conflict), conflictIds: conflictIds,
            discrepancies: ids.compactMap { names[$0] })
    }

    private func projectYears(_ filter: Filter) throws -> (years: [Overview.Year], undated: Int) {
        try read { db in
            if let keys = try selection(db, .project, filter) {
                let years = try ProjectYears(db, among: keys)
                return (years.years, years.undated)
            }
            let rows = try Row.fetchAll(
                db, sql: "SELECT year, certain, possible FROM year_count ORDER BY year")
            let undated = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'undated'")
            return (
                rows.map { Overview.Year(year: $0[0], certain: $0[1], possible: $0[2]) },
                undated.flatMap(Int.init) ?? 0
            )
        }
    }

    /// Organisations by the number of projects in which they have a role, most first. Amounts would be the better
    /// measure where they are known; a dossier rarely knows them.
    private func ranked(_ role: String, _ filter: Filter) throws -> [Overview.Ranked] {
        try read { db in
            var counts: [(organisation: Int64, projects: Int)]
            if let keys = try selection(db, .project, filter) {
                counts = try Self.counts(db, role, among: keys, interruption)
                counts.sort { ($1.projects, $0.organisation) < ($0.projects, $1.organisation) }
            } else {
                counts = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT organisation, projects FROM role_count WHERE role = ?
                        ORDER BY projects DESC, organisation LIMIT ?
                        """, arguments: [role, 4 * Overview.most]
                ).map { ($0[0], $0[1]) }
            }
            // Of equals those that come first by name: a few more are named than are told.
            let named = try counts.prefix(4 * Overview.most).compactMap { organisation, projects in
                try Row.fetchOne(
                    db, sql: "SELECT id, class, title, acronym, kind, sort FROM record WHERE key = ?",
                    arguments: [organisation]
                ).flatMap { row in
                    RecordName(row: row).map {
                        (Overview.Ranked(name: $0, projects: projects), row["sort"] as String)
                    }
                }
            }
            return named.sorted { left, right in
                left.0.projects == right.0.projects
                    ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0.projects > right.0.projects
            }.prefix(Overview.most).map(\.0)
        }
    }

    /// In how many of some projects each organisation has a role: each project is asked for few, all that takes
    /// part is gone through for many.
    private static func counts(
        _ db: Database, _ role: String, among keys: KeySet, _ interruption: Interruption
    ) throws -> [(organisation: Int64, projects: Int)] {
        var counts: [Int64: Int] = [:]
        if keys.count < 30_000 {
            let links = try db.cachedStatement(
                sql: """
                    SELECT DISTINCT target FROM link
                    WHERE record = ? AND field = 'participants' AND role = ? AND absent = 0
                    """)
            try keys.forEach { key in
                let organisations = try Int64.fetchCursor(links, arguments: [key, role])
                while let organisation = try organisations.next() { counts[organisation, default: 0] += 1 }
                if key & 0xFF == 0 { try interruption.check() }
            }
        } else {
            try KeyPairs.each(
                db, "SELECT organisation, project FROM taking_part WHERE role = ?", [role == "implementing"]
            ) { organisation, project in
                if keys.contains(project) { counts[organisation, default: 0] += 1 }
            }
        }
        return counts.map { ($0.key, $0.value) }
    }
}
