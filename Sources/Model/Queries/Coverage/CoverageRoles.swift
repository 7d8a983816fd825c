import GRDB

/// Who implements and who funds each project, and who of them is part of whom.
struct CoverageRoles {
    let implementers: CoverageTies
    let donors: CoverageTies
    let actors: CoverageActors

    init(_ db: Database, _ projects: CoverageProjects) throws {
        var numbers: [Int64: Int32] = [:]
        func number(_ key: Int64) -> Int32 {
            if let known = numbers[key] { return known }
            let number = Int32(numbers.count)
            numbers[key] = number
            return number
        }
        func ties(_ role: Int) throws -> CoverageTies {
            var pairs: [(project: Int32, target: Int32)] = []
            // They come one organisation after another.
            var last: (key: Int64, number: Int32)?
            try KeyPairs.each(
                db, "SELECT project, organisation FROM taking_part WHERE role = ?", [role]
            ) { key, organisation in
                guard let project = projects[key] else { return }
                if last?.key != organisation { last = (organisation, number(organisation)) }
                if let last { pairs.append((Int32(project), last.number)) }
            }
            return CoverageTies(pairs, count: projects.count)
        }
        implementers = try ties(1)
        donors = try ties(0)

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
