import GRDB

/// Who implements and who funds each project, and who of them is part of whom.
struct CoverageRoles {
    let implementers: CoverageTies
    let donors: CoverageTies
    let actors: CoverageActors

    init(_ db: Database, _ filter: Filter, _ projects: CoverageProjects) throws {
        var numbers: [Int64: Int32] = [:]
        func number(_ key: Int64) -> Int32 {
            if let known = numbers[key] { return known }
            let number = Int32(numbers.count)
            numbers[key] = number
            return number
        }
        func ties(_ role: String) throws -> CoverageTies {
            let scope: SQL =
                filter.isEmpty
                ? "TRUE"
                : "link.record IN (SELECT r.key FROM record r WHERE \(try filter.condition(db, on: .project)))"
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT DISTINCT link.record, link.target FROM link
                    WHERE link.field = 'participants' AND link.role = \(role) AND link.absent = 0 AND \(scope)
                    """
            ).fetchCursor(db)
            var pairs: [(project: Int32, target: Int32)] = []
            while let row = try rows.next() {
                if let project = projects[row[0]] { pairs.append((Int32(project), number(row[1]))) }
            }
            return CoverageTies(pairs, count: projects.count)
        }
        implementers = try ties("implementing")
        donors = try ties("funding")

        let rows = try SQLRequest<Row>(
            literal: """
                SELECT inner_record, outer_record FROM containment
                JOIN record ON record.key = inner_record AND record.class = 'organisation'
                WHERE inner_record <> outer_record
                """
        ).fetchCursor(db)
        var containment: [(inner: Int32, outer: Int32)] = []
        while let row = try rows.next() {
            guard let inner = numbers[row[0]], let outer = numbers[row[1]] else { continue }
            containment.append((inner, outer))
        }
        actors = CoverageActors(count: numbers.count, containment: containment)
    }
}
