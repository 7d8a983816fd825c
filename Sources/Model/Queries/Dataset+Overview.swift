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

    package let counts: [RecordClass: Int]
    package let years: [Year]
    package let undated: Int
    package let donors: [Ranked]
    package let implementers: [Ranked]
    package let conflicts: [Conflict]
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
        let disputes = list(.discrepancy, filter: filter, sort: View.Sort("kind"))
        let names = try self.names(of: disputes.ids())
        return Overview(
            counts: counts, years: years.years, undated: years.undated,
            donors: try ranked("donor", filter), implementers: try ranked("implementer", filter),
            conflicts: try conflicts(filter), discrepancies: try disputes.ids().compactMap { names[$0] })
    }

    private func projectYears(_ filter: Filter) throws -> ProjectYears {
        try read { db in
            let condition = try filter.condition(db, on: .project)
            let extents = try SQLRequest<Row>(
                literal: """
                    SELECT r.start_earliest, r.start_latest, r.end_earliest, r.end_latest
                    FROM record r WHERE \(condition)
                    """
            ).fetchCursor(db)
            var years = ProjectYears()
            while let row = try extents.next() {
                let days = (0..<4).map { Day(rawValue: row[$0]) }
                years.add(
                    Extent(
                        startEarliest: days[0], startLatest: days[1], endEarliest: days[2],
                        endLatest: days[3]))
            }
            return years
        }
    }

    /// Organisations by the number of projects in which they are tied by `dimension`, most first. Amounts
    /// would be the better measure where they are known; a dossier rarely knows them.
    private func ranked(_ dimension: String, _ filter: Filter) throws -> [Overview.Ranked] {
        try read { db in
            let condition = try filter.condition(db, on: .project)
            let role = dimension == "donor" ? "funding" : "implementing"
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT o.id, o.class, o.title, o.acronym, o.kind, count(DISTINCT r.key) AS projects
                    FROM link JOIN record r ON r.key = link.record JOIN record o ON o.key = link.target
                    WHERE link.field = 'participants' AND link.role = \(role) AND link.absent = 0 AND \(condition)
                    GROUP BY o.key ORDER BY projects DESC, o.sort LIMIT 50
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                RecordName(row: row).map { Overview.Ranked(name: $0, projects: row["projects"]) }
            }
        }
    }
}
