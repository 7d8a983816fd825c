import GRDB

/// One value by which a list could be narrowed, and how many of its records would remain.
package struct FacetCount: Hashable, Sendable {
    /// A dimension of a filter, or `kind` or `status`.
    package let option: String
    package let value: String
    package let label: SafeText
    package let count: Int
}

extension Dataset {
    /// What the records of a class under a filter could be narrowed by, most frequent first in each dimension.
    package func facets(_ recordClass: RecordClass, _ filter: Filter) throws -> [FacetCount] {
        try read { db in
            let condition = try filter.condition(db, on: recordClass)
            let tied = try SQLRequest<Row>(
                literal: """
                    SELECT facet.dimension AS option, t.id AS value,
                      coalesce(t.acronym || '  ', '') || t.title AS label, count(*) AS count
                    FROM facet JOIN record r ON r.key = facet.record JOIN record t ON t.key = facet.target
                    WHERE facet.class = \(recordClass.rawValue) AND \(condition)
                    GROUP BY facet.dimension, t.key
                    """
            ).fetchAll(db)
            let terms = try ["kind", "status"].flatMap { option in
                try SQLRequest<Row>(
                    literal: """
                        SELECT \(option) AS option, \(SQL(sql: "r.\(option)")) AS value,
                          \(SQL(sql: "r.\(option)")) AS label, count(*) AS count
                        FROM record r WHERE \(condition) AND \(SQL(sql: "r.\(option)")) IS NOT NULL GROUP BY 2
                        """
                ).fetchAll(db)
            }
            let order = Filter.Dimension.allCases.map(\.rawValue) + ["kind", "status"]
            let counts = (tied + terms).map { row in
                FacetCount(
                    option: row["option"], value: row["value"], label: SafeText(row["label"]),
                    count: row["count"])
            }
            return counts.sorted { left, right in
                let ranks = [left, right].map { order.firstIndex(of: $0.option) ?? order.count }
                return (ranks[0], -left.count, left.label) < (ranks[1], -right.count, right.label)
            }
        }
    }
}
