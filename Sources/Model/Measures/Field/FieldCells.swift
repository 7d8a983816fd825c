import GRDB

/// A theme in a country.
struct FieldCell: Hashable, Comparable, Sendable {
    let theme: Int64
    let country: Int64

    static func < (left: FieldCell, right: FieldCell) -> Bool {
        (left.theme, left.country) < (right.theme, right.country)
    }
}

/// The themes in countries of each project of a field, in the order of the projects, as numbers: there are few cells,
/// and many projects in each.
struct FieldCells: Sequence, Sendable {
    /// Each once, by its number.
    private(set) var cells: [FieldCell] = []
    /// Of each project how many cells it is in, and their numbers.
    private var numbers = LongNumbers()

    /// Without a cell.
    init() {}

    func makeIterator() -> Iterator { Iterator(reader: numbers.reader()) }

    /// The numbers of the cells of a project after the other.
    struct Iterator: IteratorProtocol {
        fileprivate var reader: LongNumbers.Reader

        mutating func next() -> ArraySlice<Int32>? {
            reader.has(1) ? reader.several(Int(reader.one())) : nil
        }
    }

    /// Of the projects that a filter lets through.
    fileprivate init(_ db: Database, _ projects: MeasuredProjects, _ filter: Filter) throws {
        let scope: SQL =
            filter.isEmpty
            ? "TRUE" : "project IN (SELECT r.key FROM record r WHERE \(try filter.countedProjects(db)))"
        let request: SQL = """
            SELECT project, theme, place FROM theme_share JOIN project_place USING (project)
            WHERE \(scope) ORDER BY project
            """
        let (sql, arguments) = try request.build(db)
        var known: [FieldCell: Int32] = [:]
        var made = LongNumbers.Builder()
        var waiting = projects.lazy.map(\.key).makeIterator()
        var project = waiting.next()
        var own: [Int32] = []
        func close() {
            made.append(Int32(own.count))
            made.append(contentsOf: own)
            own.removeAll(keepingCapacity: true)
            project = waiting.next()
        }
        try RawRow.each(db, sql, arguments) { row in
            while let key = project, key < row[0] { close() }
            guard project == row[0] else { return }
            let cell = FieldCell(theme: row[1], country: row[2])
            let number = known[cell] ?? Int32(cells.count)
            if number == cells.count {
                cells.append(cell)
                known[cell] = number
            }
            own.append(number)
        }
        while project != nil { close() }
        numbers = made.finish()
    }
}

extension Dataset {
    /// The themes in countries of each project of a field.
    func cells(_ projects: MeasuredProjects, _ filter: Filter) throws -> FieldCells {
        func make() throws -> FieldCells { try read { try FieldCells($0, projects, filter) } }
        return filter.isEmpty ? try fieldMemory.cells(make) : try make()
    }
}
