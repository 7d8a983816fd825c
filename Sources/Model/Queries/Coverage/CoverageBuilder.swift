import GRDB

/// What every coverage of the same projects is counted from: the projects, and who implements and funds them.
struct CoverageField {
    let projects: CoverageProjects
    let roles: CoverageRoles
    /// By project, a number for those who implement it together.
    let teams: [Int32]

    init(_ db: Database, among keys: KeySet?, listsProjects: Bool) throws {
        let projects = try CoverageProjects(db, keys, listsProjects: listsProjects)
        let roles = try CoverageRoles(db, projects)
        var numbers = CoverageSweep()
        self.projects = projects
        self.roles = roles
        teams = (0..<Int32(projects.count)).map { Int32(numbers.number(roles.implementers[$0])) }
    }
}

/// Counts the cells of a coverage row by row, so that only one row's projects are at hand at a time.
struct CoverageBuilder {
    private let axes: Coverage.Axes
    private let filter: Filter
    private let listsProjects: Bool
    private let projects: CoverageProjects
    private let places: CoverageColumns
    private let implementers: CoverageTies
    private let donors: CoverageTies
    private let teams: [Int32]
    private var actors: CoverageActors
    /// For a filter of dates, which projects certainly ran then; what is certain elsewhere is not certain here.
    private let isCertain: [Bool]?

    private var rows: [Coverage.Row] = []
    private var hasRow: [Bool]
    /// The projects of a row by column, emptied after each row.
    private var buckets: [[Int32]]

    /// - Parameter columns: those of the axes, of the same projects.
    init(
        _ field: CoverageField, _ columns: CoverageColumns, _ filter: Filter, _ axes: Coverage.Axes,
        listsProjects: Bool
    ) {
        self.axes = axes
        self.filter = filter
        self.listsProjects = listsProjects
        let projects = field.projects
        self.projects = projects
        places = columns
        (implementers, donors) = (field.roles.implementers, field.roles.donors)
        actors = field.roles.actors
        teams = field.teams
        isCertain = filter.months.map { months in
            projects.extents.map { $0.isDated && $0.runs(in: months) == .certain }
        }
        hasRow = Array(repeating: false, count: projects.count)
        buckets = Array(repeating: [], count: places.columns.count)
    }

    /// Takes in a row: a record and the projects that are tied to it.
    mutating func add(_ name: RecordName, _ members: [Int32]) { rows.append(row(name, members)) }

    /// The grid of the rows that were taken in.
    func coverage() -> Coverage {
        let order = rows.map { ($0.name.short.string.folded, $0.id) }
        let rows = order.indices.sorted { order[$0] < order[$1] }.map { self.rows[$0] }
        var columns = places.columns
        for project in 0..<projects.count where hasRow[project] {
            places.each(Int32(project)) { columns[$0].projects += 1 }
        }
        let coverage = Coverage(
            axes: axes, filter: filter, rows: rows, columns: columns, unplaced: unplaced,
            projects: projects.count)
        return coverage.withoutEmptyColumns
    }

    private mutating func row(_ name: RecordName, _ members: [Int32]) -> Coverage.Row {
        let places = places
        var placed: [Int32] = []
        var used = Set<Int>()
        for project in members {
            hasRow[Int(project)] = true
            var isPlaced = false
            places.each(project) { column in
                isPlaced = true
                if buckets[column].isEmpty { used.insert(column) }
                buckets[column].append(project)
            }
            if isPlaced { placed.append(project) }
        }
        let cells = used.sorted().map { column in
            let tally = tally(buckets[column], in: column)
            let ids = listsProjects ? buckets[column].sorted().map { projects.ids[Int($0)] } : nil
            buckets[column].removeAll(keepingCapacity: true)
            return Coverage.Cell(column: column, tally: tally, ids: ids)
        }
        return Coverage.Row(
            name: name, cells: cells, total: tally(placed, in: nil), unplaced: members.count - placed.count)
    }

    private var unplaced: Coverage.Unplaced {
        var unplaced = Coverage.Unplaced()
        var ids: [String] = []
        for project in 0..<projects.count {
            let hasColumn = places.holds(Int32(project))
            if hasRow[project] && hasColumn { continue }
            unplaced.projects += 1
            if !hasRow[project] { unplaced.withoutRow += 1 }
            if !hasColumn { unplaced.withoutColumn += 1 }
            if listsProjects { ids.append(projects.ids[project]) }
        }
        if listsProjects { unplaced.ids = ids }
        return unplaced
    }

    // MARK: Counting

    /// - Parameter column: where the projects are; nil for the whole row.
    private mutating func tally(_ members: [Int32], in column: Int?) -> Coverage.Tally {
        var tally = Coverage.Tally(projects: members.count)
        if places.isTime { tally.certain = members.count { isCertain($0, in: column) } }
        actors.begin()
        for project in members { actors.meet(donors[project]) }
        tally.donors = actors.count
        actors.begin()
        for project in members { actors.meet(implementers[project]) }
        tally.implementers = actors.count
        // Spans that all meet a column's time, and each other, meet each other in that time: none need be cut.
        if tally.implementers > 1, meets(members, { $0.possibleYears }, among: { _ in true }) {
            let isSure = meets(members, { $0.certainYears }, among: { isCertain($0, in: column) })
            tally.overlap = isSure ? .certain : .possible
        }
        return tally
    }

    /// Whether it certainly ran in the column's time, or, where columns are no times, in the filter's.
    private func isCertain(_ project: Int32, in column: Int?) -> Bool {
        if places.isTime {
            return places.certain(project).map { column.map($0.contains) ?? true } ?? false
        }
        return isCertain?[Int(project)] ?? true
    }

    /// Whether two of the projects had different implementers and ran in one and the same year. Whom an
    /// implementer is counted with is as all projects of the cell say.
    private func meets(
        _ members: [Int32], _ years: (Extent) -> ClosedRange<Int>?, among isCounted: (Int32) -> Bool
    ) -> Bool {
        var sweep = CoverageSweep()
        let hasParts = actors.hasParts
        for project in members {
            let team = implementers[project]
            guard !team.isEmpty, isCounted(project), let span = years(projects.extent(project)) else {
                continue
            }
            let number = hasParts ? sweep.number(team.map(actors.head)) : Int(teams[Int(project)])
            if sweep.add(span, number) { return true }
        }
        return sweep.meets()
    }
}

extension Extent {
    /// The calendar years in which it possibly ran; nil when nothing dates it.
    fileprivate var possibleYears: ClosedRange<Int>? {
        guard isDated else { return nil }
        let (first, last) = (startEarliest.month.year, endLatest.month.year)
        return first <= last ? first...last : nil
    }

    /// The calendar years in which it certainly ran on at least one day.
    fileprivate var certainYears: ClosedRange<Int>? {
        guard isDated else { return nil }
        let (first, last) = (startLatest.month.year, endEarliest.month.year)
        return first <= last ? first...last : nil
    }
}

extension Coverage {
    /// Without columns of records that no row has a project in. Years stay: time has no holes.
    fileprivate var withoutEmptyColumns: Coverage {
        guard axes.columns != .year else { return self }
        let kept = columns.indices.filter { columns[$0].projects > 0 }
        return keeping(columns: kept)
    }

    /// The columns with these indices, in this order; cells only in them.
    package func keeping(columns kept: [Int]) -> Coverage {
        var coverage = self
        var place = [Int?](repeating: nil, count: columns.count)
        for (new, old) in kept.enumerated() { place[old] = new }
        coverage.columns = kept.map { columns[$0] }
        coverage.rows = rows.map { row in
            var row = row
            row.cells = row.cells.compactMap { cell in
                place[cell.column].map { Cell(column: $0, tally: cell.tally, ids: cell.ids) }
            }.sorted { $0.column < $1.column }
            return row
        }
        return coverage
    }
}
