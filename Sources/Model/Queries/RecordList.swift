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
            if let keys = try dataset.selection(db, recordClass, filter) { return keys.count }
            return try Int.fetchOne(
                db, sql: "SELECT records FROM class WHERE number = ?", arguments: [recordClass.number]) ?? 0
        }
    }

    /// The rows from `offset`, at most `limit`.
    package func rows(_ offset: Int = 0, _ limit: Int = -1) throws -> [Row] {
        try dataset.read { db in
            let keys = try order(db).keys(offset, limit)
            return try Self.chunks(keys).flatMap { try rows(db, $0) }
        }
    }

    /// The ids in order, at most `limit`; for walking through all of a list.
    package func ids(limit: Int = -1) throws -> [String] {
        try dataset.read { db in
            let id = try db.cachedStatement(sql: "SELECT id FROM record WHERE key = ?")
            return try order(db).keys(0, limit).compactMap { try String.fetchOne(id, arguments: [$0]) }
        }
    }

    /// The keys in order.
    func keys() throws -> [Int32] { try dataset.read { try order($0).keys(0, -1) } }

    /// All records of the list in its order, some hundred at a time, at most `limit`: memory holds a number for
    /// each and no more.
    package func walk(limit: Int = -1, _ each: ([Record]) throws -> Void) throws {
        let keys = try dataset.read { try order($0).keys(0, limit) }
        for start in stride(from: 0, to: keys.count, by: 500) {
            let page = keys[start..<min(start + 500, keys.count)]
            let ids = try dataset.read { db in
                let id = try db.cachedStatement(sql: "SELECT id FROM record WHERE key = ?")
                return try page.compactMap { try String.fetchOne(id, arguments: [$0]) }
            }
            try each(try dataset.records(ids))
        }
    }

    /// The place of a record in the list, from 0; nil when it is not in it.
    package func position(of id: String) throws -> Int? {
        try dataset.read { db in
            let key = try Int32.fetchOne(
                db, sql: "SELECT key FROM record WHERE id = ? AND class = ?",
                arguments: [id, recordClass.rawValue])
            return try key.flatMap { try order(db).position(of: $0) }
        }
    }

    // MARK: The pieces

    private func order(_ db: Database) throws -> ListOrder {
        try ListOrder(
            db, recordClass,
            sort: columns.contains { $0.key == sort.key }
                ? sort : View.Sort(columns[0].key, descending: sort.isDescending),
            months: filter.months, keys: dataset.selection(db, recordClass, filter))
    }

    private func rows(_ db: Database, _ keys: [Int32]) throws -> [Row] {
        let cells = SQL(sql: columns.map(\.sql).joined(separator: ", "))
        let request = SQLRequest<GRDB.Row>(
            literal: "SELECT r.key, r.id, r.absent, \(cells) FROM record r WHERE r.key IN \(keys)")
        let rows = try request.fetchAll(db).map { row in
            (
                row[0] as Int32,
                Row(
                    id: row[1],
                    cells: (3..<3 + columns.count).map { index in
                        SafeText(String.fromDatabaseValue(row[index]) ?? Self.number(row[index]))
                    },
                    isAbsent: row[2])
            )
        }
        let byKey = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        return keys.compactMap { byKey[$0] }
    }

    private static func chunks(_ keys: [Int32]) -> [[Int32]] {
        stride(from: 0, to: keys.count, by: 1000).map { Array(keys[$0..<min($0 + 1000, keys.count)]) }
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
