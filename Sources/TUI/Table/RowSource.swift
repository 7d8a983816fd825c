import Model

/// Rows for a table, fetched a window at a time: a list of a class, conflicts, hits of a search, notes.
package protocol RowSource: Sendable {
    var columns: [TableColumn] { get }
    /// What the rows are ordered by, when that is a column.
    var sort: View.Sort? { get }
    func count() throws -> Int
    func rows(_ offset: Int, _ limit: Int) throws -> [TableRow]
    /// The place of the row that stands for a record, from 0.
    func position(of id: String) throws -> Int?
}

/// A column as a table needs it.
package struct TableColumn: Hashable, Sendable {
    package let key: String
    package let title: SafeText
    /// The least width at which it says something.
    package let minimum: Int
    /// Whether it takes more room when there is some.
    package let isFlexible: Bool
    /// The highest ranks go first when room is short; rank 0 stays.
    package let rank: Int

    package init(_ key: String, _ title: SafeText, _ minimum: Int, flexible: Bool = false, rank: Int = 0) {
        self.key = key
        self.title = title
        self.minimum = minimum
        isFlexible = flexible
        self.rank = rank
    }

    init(_ column: Column) {
        switch column.width {
        case .fixed(let width):
            // The title, and the mark that the table is sorted by it.
            let minimum = max(width, column.title.columns + 1)
            self.init(column.key, column.title, minimum, rank: column.rank)
        case .flexible(let width):
            self.init(column.key, column.title, width, flexible: true, rank: column.rank)
        }
    }
}

extension TableRow {
    /// A rivalry, or a tie, or neither.
    package enum Mark: Hashable, Sendable { case none, conflict, tie }
}

/// One row: the record that it stands for, and a cell a column.
package struct TableRow: Hashable, Sendable {
    package let id: String
    package let cells: [SafeText]
    /// What the sources deny is set off.
    package let isAbsent: Bool
    /// Where Enter leads; the record, if nothing else is said.
    package let target: View
    /// What stands in the margin before the row.
    package let mark: Mark
    /// Rows whose group differs from the row's before are set apart by a rule with the group's name.
    package let group: SafeText

    /// The record, or the pair, that keys such as t, c and m mean: what the row leads to is about it.
    package var record: String? { target.subject }

    /// The cells as they are shown to a reader: what the sources deny says so in words.
    package var shown: [SafeText] {
        guard isAbsent, let first = cells.firstIndex(where: { !$0.isEmpty }) else { return cells }
        var shown = cells
        shown[first] = "not: " + shown[first]
        return shown
    }

    package init(
        _ id: String, _ cells: [SafeText], isAbsent: Bool = false, group: SafeText = .empty,
        mark: Mark = .none, target: View? = nil
    ) {
        self.id = id
        self.cells = cells
        self.isAbsent = isAbsent
        self.group = group
        self.mark = mark
        self.target = target ?? .record(id)
    }
}

/// The rows of a list of a class, from the index.
package struct RecordRows: RowSource {
    package let columns: [TableColumn]
    private let list: RecordList

    package init(_ list: RecordList) {
        self.list = list
        columns = list.columns.map(TableColumn.init)
    }

    package var sort: View.Sort? { list.sort }

    package func count() throws -> Int { try list.count() }

    package func rows(_ offset: Int, _ limit: Int) throws -> [TableRow] {
        try list.rows(offset, limit).map { TableRow($0.id, $0.cells, isAbsent: $0.isAbsent) }
    }

    package func position(of id: String) throws -> Int? { try list.position(of: id) }
}

/// Rows that are all at hand: what is ranked or computed.
package struct FixedRows: RowSource {
    package let columns: [TableColumn]
    private let all: [TableRow]

    package init(columns: [TableColumn], rows: [TableRow]) {
        self.columns = columns
        all = rows
    }

    package var sort: View.Sort? { nil }

    package func count() -> Int { all.count }

    package func rows(_ offset: Int, _ limit: Int) -> [TableRow] {
        let start = min(max(0, offset), all.count)
        return Array(all[start..<(limit < 0 ? all.count : min(all.count, start + limit))])
    }

    package func position(of id: String) -> Int? {
        all.firstIndex { $0.id == id } ?? all.firstIndex { $0.record == id }
    }
}
