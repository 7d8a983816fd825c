import GRDB

@testable import Model
@testable import corpus

/// Lists as a reader of the tables would make them: a condition, an order, and nothing made beforehand.
struct PlainList {
    let dataset: Dataset
    let recordClass: RecordClass
    let filter: Filter

    func ids(_ sort: View.Sort) throws -> [String] {
        let columns = recordClass.columns
        let direction = sort.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
        let order: String
        if sort.key == Model.Column.ranKey, let months = filter.months {
            let certain = """
                (r.start_latest <= \(months.last.lastDay.rawValue) AND r.end_earliest >= \(months.first.firstDay.rawValue))
                """
            order = "iif(\(certain), 0, 1000000000) + r.start_earliest"
        } else {
            let column = columns.first { $0.key == sort.key } ?? columns[0]
            order = column.order ?? column.sql
        }
        return try dataset.read { db in
            let condition = try filter.condition(db, on: recordClass)
            return try SQLRequest<String>(
                literal: """
                    SELECT r.id FROM record r WHERE \(condition)
                    ORDER BY \(SQL(sql: "\(order) \(direction), r.sort, r.key"))
                    """
            ).fetchAll(db)
        }
    }

    /// A made-up dataset, the same in every run.
    static func corpus(_ projects: Int = 300) throws -> Dataset {
        let corpus = Corpus(projects: projects, seed: 7)
        return try IndexCompiler.compile(meta: corpus.meta) { writer in
            try corpus.records { try writer.add($0) }
        }
    }

    /// Filters of every kind, some that let nothing through.
    static func filters(_ dataset: Dataset, _ generator: inout SeededGenerator, _ count: Int) throws
        -> [Filter]
    {
        var ids: [Filter.Dimension: [String]] = [:]
        for dimension in Filter.Dimension.allCases {
            ids[dimension] = try dataset.list(dimension.recordClass).ids()
        }
        return (0..<count).map { _ in
            var filter = Filter()
            for dimension in Filter.Dimension.allCases where generator.once(in: 5) {
                for _ in 0..<generator.number(1...2) {
                    filter = filter.adding(dimension, generator.pick(ids[dimension] ?? [], or: "nobody"))
                }
            }
            if generator.once(in: 4) {
                filter.kind = generator.pick(["project", "meeting", "competition"], or: "")
            }
            if generator.once(in: 4) { filter.status = generator.pick(["closed", "implementation"], or: "") }
            if generator.once(in: 3) { filter.from = String(generator.number(1990...2026)) }
            if generator.once(in: 3) { filter.to = String(generator.number(1990...2026)) }
            if generator.once(in: 4) {
                filter.text = generator.pick(["a", "water", "agri", "support of"], or: "")
            }
            return filter
        }
    }
}
