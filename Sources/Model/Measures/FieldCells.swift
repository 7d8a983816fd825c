import GRDB

/// A theme in a country.
struct FieldCell: Hashable, Comparable, Sendable {
    let theme: Int64
    let country: Int64

    static func < (left: FieldCell, right: FieldCell) -> Bool {
        (left.theme, left.country) < (right.theme, right.country)
    }
}

/// The themes in countries of each project of a field, as numbers: there are few cells, and many projects in each.
struct FieldCells: Sendable {
    /// Each once, by its number.
    private(set) var cells: [FieldCell] = []
    /// By the place of a project in its field, where its numbers begin.
    private var starts: [Int32] = []
    private var numbers: [Int32] = []

    /// The numbers of the cells of a project.
    subscript(place: Int) -> ArraySlice<Int32> {
        place + 1 < starts.count ? numbers[Int(starts[place])..<Int(starts[place + 1])] : []
    }

    /// Without a cell.
    init() {}

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
        starts.reserveCapacity(projects.count + 1)
        try RawRow.each(db, sql, arguments) { row in
            while starts.count < projects.count, projects.key(starts.count) <= row[0] {
                starts.append(Int32(numbers.count))
            }
            guard let place = starts.indices.last, projects.key(place) == row[0] else { return }
            let cell = FieldCell(theme: row[1], country: row[2])
            let number = known[cell] ?? Int32(cells.count)
            if number == cells.count {
                cells.append(cell)
                known[cell] = number
            }
            numbers.append(number)
        }
        while starts.count <= projects.count { starts.append(Int32(numbers.count)) }
    }
}

extension Dataset {
    /// The themes in countries of each project of a field.
    func cells(_ projects: MeasuredProjects, _ filter: Filter) throws -> FieldCells {
        func make() throws -> FieldCells { try read { try FieldCells($0, projects, filter) } }
        return filter.isEmpty ? try fieldMemory.cells(make) : try make()
    }
}
