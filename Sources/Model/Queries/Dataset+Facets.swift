import GRDB

/// One value by which a list could be narrowed, and how many records it would then have.
package struct FacetCount: Hashable, Sendable {
    /// A dimension of a filter, or `kind` or `status`.
    package let option: String
    package let value: String
    package let label: SafeText
    package let count: Int
}

extension Dataset {
    /// What a filter on the records of a class could be given besides, most frequent first in each dimension.
    ///
    /// A second value of a dimension widens it, and another kind or status takes the place of the first: each
    /// is counted as the list will be then.
    package func facets(_ recordClass: RecordClass, _ filter: Filter) throws -> [FacetCount] {
        try read { db in
            var counts: [FacetCount] = []
            for dimension in Filter.Dimension.allCases {
                counts += try Self.ties(db, recordClass, filter, dimension)
            }
            var (anyKind, anyStatus) = (filter, filter)
            anyKind.kind = nil
            anyStatus.status = nil
            counts += try Self.terms(db, recordClass, anyKind, "kind")
            counts += try Self.terms(db, recordClass, anyStatus, "status")
            return counts
        }
    }

    private static func ties(
        _ db: Database, _ recordClass: RecordClass, _ filter: Filter, _ dimension: Filter.Dimension
    ) throws -> [FacetCount] {
        var others = filter
        others.ties[dimension] = nil
        let chosen = filter.ties[dimension] ?? []
        let condition = try others.condition(db, on: recordClass)
        let within = try filter.condition(db, on: recordClass)
        let already: SQL =
            chosen.isEmpty
            ? "0" : "(SELECT count(*) FROM record r WHERE \(within))"
        let rest: SQL =
            chosen.isEmpty ? "TRUE" : "r.key NOT IN (SELECT r.key FROM record r WHERE \(within))"
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT \(dimension.rawValue) AS option, t.id AS value,
                  coalesce(t.acronym || '  ', '') || t.title AS label, count(*) + \(already) AS count
                FROM facet JOIN record r ON r.key = facet.record JOIN record t ON t.key = facet.target
                WHERE facet.dimension = \(dimension.rawValue) AND facet.class = \(recordClass.rawValue)
                AND \(condition) AND \(rest)
                GROUP BY t.key ORDER BY count DESC, label
                """
        ).fetchAll(db)
        return rows.map(FacetCount.init(row:))
    }

    private static func terms(
        _ db: Database, _ recordClass: RecordClass, _ filter: Filter, _ option: String
    ) throws -> [FacetCount] {
        let column = SQL(sql: "r.\(option)")
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT \(option) AS option, \(column) AS value, \(column) AS label, count(*) AS count
                FROM record r WHERE \(filter.condition(db, on: recordClass)) AND \(column) IS NOT NULL
                GROUP BY value ORDER BY count DESC, label
                """
        ).fetchAll(db)
        return rows.map(FacetCount.init(row:))
    }
}

extension FacetCount {
    fileprivate init(row: Row) {
        self.init(
            option: row["option"], value: row["value"], label: SafeText(row["label"]), count: row["count"])
    }
}
