import GRDB

/// A list of the records of one class under a filter, in an order. Rows are fetched a window at a time.
package struct RecordList: Sendable {
    package struct Row: Hashable, Sendable {
        package let id: String
        /// As many as there are columns.
        package let cells: [SafeText]
        /// The sources say that it did not take place.
        package let isAbsent: Bool
    }

    package let recordClass: RecordClass
    package let filter: Filter
    package let sort: View.Sort
    private let dataset: Dataset

    /// The columns of the class; under a filter of dates, also whether it ran then for certain.
    package let columns: [Column]

    init(_ dataset: Dataset, _ recordClass: RecordClass, _ filter: Filter, _ sort: View.Sort?) {
        self.dataset = dataset
        self.recordClass = recordClass
        self.filter = filter
        let dated = filter.months.flatMap { recordClass.isDated ? Column.ran(in: $0) : nil }
        columns =
            dated.map { [recordClass.columns[0], $0] + recordClass.columns.dropFirst() }
            ?? recordClass.columns
        self.sort = sort ?? dated.map { View.Sort($0.key) } ?? recordClass.defaultSort
    }

    package func count() throws -> Int {
        try dataset.read { db in
            let condition = try filter.condition(db, on: recordClass)
            return try SQLRequest<Int>(literal: "SELECT count(*) FROM record r WHERE \(condition)").fetchOne(
                db) ?? 0
        }
    }

    /// The rows from `offset`, at most `limit`.
    package func rows(_ offset: Int = 0, _ limit: Int = -1) throws -> [Row] {
        try dataset.read { db in
            let condition = try filter.condition(db, on: recordClass)
            let cells = SQL(sql: columns.map(\.sql).joined(separator: ", "))
            // The window is chosen first: sorting would else fill the cells of every record of the list.
            let request = SQLRequest<GRDB.Row>(
                literal: """
                    SELECT r.id, r.absent, \(cells) FROM (SELECT r.key FROM record r WHERE \(condition)
                      ORDER BY \(SQL(sql: ordering)) LIMIT \(limit) OFFSET \(offset)) AS page
                    CROSS JOIN record r ON r.key = page.key
                    """)
            return try request.fetchAll(db).map { row in
                Row(
                    id: row[0],
                    cells: (2..<2 + columns.count).map { index in
                        SafeText(String.fromDatabaseValue(row[index]) ?? Self.number(row[index]))
                    },
                    isAbsent: row[1])
            }
        }
    }

    /// The ids in order, at most `limit`; for walking through all of a list.
    package func ids(limit: Int = -1) throws -> [String] {
        try dataset.read { db in
            let condition = try filter.condition(db, on: recordClass)
            return try SQLRequest<String>(
                literal: """
                    SELECT r.id FROM record r WHERE \(condition) ORDER BY \(SQL(sql: ordering)) LIMIT \(limit)
                    """
            ).fetchAll(db)
        }
    }

    /// The place of a record in the list, from 0; nil when it is not in it.
    package func position(of id: String) throws -> Int? {
        try dataset.read { db in
            let condition = try filter.condition(db, on: recordClass)
            return try SQLRequest<Int>(
                literal: """
                    SELECT place FROM (SELECT r.key, row_number() OVER (ORDER BY \(SQL(sql: ordering))) - 1 AS place
                    FROM record r WHERE \(condition)) WHERE key = (SELECT key FROM record WHERE id = \(id))
                    """
            ).fetchOne(db)
        }
    }

    /// What is not known comes last either way. Ends with the key, so that rows that are equal keep their order.
    private var ordering: String {
        let column = columns.first { $0.key == sort.key } ?? columns[0]
        let direction = sort.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
        return "\(column.order ?? column.sql) \(direction), r.sort, r.key"
    }

    private static func number(_ value: DatabaseValue) -> String {
        Int64.fromDatabaseValue(value).map(String.init) ?? ""
    }
}

extension Dataset {
    package func list(_ recordClass: RecordClass, filter: Filter = Filter(), sort: View.Sort? = nil)
        -> RecordList
    {
        RecordList(self, recordClass, filter, sort)
    }

    /// The list that `view` shows, when it is one.
    package func list(_ view: View) -> RecordList? {
        view.kind.listedClass.map { list($0, filter: view.filter, sort: view.sort) }
    }
}
