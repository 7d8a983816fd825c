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
    /// What a filter on the records of a class could be given besides, most frequent first in each dimension; of
    /// a dimension at most as many as anybody looks through (``FacetCounter/most``).
    ///
    /// A second value of a dimension widens it, and another kind or status takes the place of the first: each
    /// is counted as the list will be then.
    package func facets(_ recordClass: RecordClass, _ filter: Filter) throws -> [FacetCount] {
        try read { db in
            var counter = FacetCounter(db, recordClass, interruption)
            var counts: [FacetCount] = []
            for dimension in Filter.Dimension.allCases {
                let chosen = filter.ties[dimension] ?? []
                guard !chosen.isEmpty else {
                    let scope = try selection(db, recordClass, filter)
                    counts += try counter.counts(dimension, scope, already: 0)
                    continue
                }
                var others = filter
                others.ties[dimension] = nil
                let within = try selection(db, recordClass, filter) ?? KeySet()
                var rest =
                    try selection(db, recordClass, others)
                    ?? Selection(db, recordClass).all()
                rest.subtract(within)
                counts += try counter.counts(dimension, rest, already: within.count)
            }
            var (anyKind, anyStatus) = (filter, filter)
            anyKind.kind = nil
            anyStatus.status = nil
            counts += try counter.terms("kind", selection(db, recordClass, anyKind))
            counts += try counter.terms("status", selection(db, recordClass, anyStatus))
            return counts
        }
    }
}
