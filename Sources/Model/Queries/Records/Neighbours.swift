import GRDB

/// What refers to a record, as much of it as a page can show: a donor may be named by half a million projects.
struct Neighbours {
    private(set) var referrers: [RecordDetail.Referrer] = []
    private(set) var omitted: [RecordDetail.Omitted] = []
    private let db: Database
    private let key: Int64

    /// - Parameter most: of those of one class that name it in one field, how many are told; nil for all.
    init(_ db: Database, of id: String, most: Int?) throws {
        self.db = db
        key = try Int64.fetchOne(db, sql: "SELECT key FROM record WHERE id = ?", arguments: [id]) ?? 0
        let crowded = try most.map { try crowdedFields($0) } ?? []
        referrers = try told("link.field NOT IN \(crowded)")
        guard let most else { return }
        for field in crowded { try add(field, most) }
    }

    /// The fields in which more name it than a page shows.
    private func crowdedFields(_ most: Int) throws -> [String] {
        try SQLRequest<String>(
            literal: "SELECT field FROM link WHERE target = \(key) GROUP BY field HAVING count(*) > \(most)"
        ).fetchAll(db)
    }

    private mutating func add(_ field: String, _ most: Int) throws {
        var naming = KeySet()
        try KeyPairs.each(db, "SELECT record FROM link WHERE target = ? AND field = ?", [key, field]) {
            record, _ in
            naming.insert(record)
        }
        for recordClass in RecordClass.allCases where recordClass.fields.contains(where: { $0.key == field })
        {
            var keys = naming
            keys.formIntersection(try Selection(db, recordClass).all())
            guard !keys.isEmpty else { continue }
            let chosen = try ListOrder(db, recordClass, sort: recordClass.timeSort, months: nil, keys: keys)
                .keys(0, most)
            let members = try told("link.field = \(field) AND link.record IN \(chosen)")
            referrers += members
            if keys.count > chosen.count, let last = members.last {
                omitted.append(RecordDetail.Omitted(like: last, count: keys.count - chosen.count))
            }
        }
    }

    private func told(_ condition: SQL) throws -> [RecordDetail.Referrer] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT DISTINCT r.id, r.class, r.title, r.acronym, r.kind, r.start, r."end" AS finish,
                link.field, link.role, max(link.absent, r.absent) AS denied
                FROM link JOIN record r ON r.key = link.record
                WHERE link.target = \(key) AND \(condition)
                ORDER BY r.class, link.field, r.start_earliest <= -100000000, r.start_earliest, r.sort, r.key
                """
        ).fetchAll(db)
        return rows.compactMap { row in
            RecordName(row: row).map {
                RecordDetail.Referrer(
                    name: $0, field: row["field"], role: row["role"], isAbsent: row["denied"],
                    start: row["start"], end: row["finish"])
            }
        }
    }
}

extension RecordClass {
    /// The order in which records of the class are told on a page: by time where they have dates of their own.
    fileprivate var timeSort: View.Sort {
        let column = columns.first { ["start", "date", "year"].contains($0.key) }
        return column.map { View.Sort($0.key) } ?? defaultSort
    }
}
