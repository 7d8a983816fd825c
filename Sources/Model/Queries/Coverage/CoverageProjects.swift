import GRDB

/// The projects that a coverage is made of, as far as it needs them: compact, without their bodies, in the
/// order of their names.
struct CoverageProjects {
    private(set) var ids: [String] = []
    private(set) var extents: [Extent] = []
    /// Index of a project by the key of its record; -1 for what is not in scope.
    private var indices: [Int32] = []

    var count: Int { ids.count }

    /// Those that a filter lets through. What the sources deny took place nowhere.
    init(_ db: Database, _ filter: Filter, listsProjects: Bool) throws {
        let condition = try filter.condition(db, on: .project)
        let id: SQL = listsProjects ? "r.id" : "''"
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT r.key, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, \(id)
                FROM record r WHERE \(condition) AND r.absent = 0 ORDER BY r.sort, r.id
                """
        ).fetchCursor(db)
        while let row = try rows.next() {
            let key: Int = row[0]
            while indices.count <= key { indices.append(contentsOf: repeatElement(-1, count: key + 1)) }
            indices[key] = Int32(ids.count)
            ids.append(row[5])
            extents.append(
                Extent(
                    startEarliest: Day(rawValue: row[1]), startLatest: Day(rawValue: row[2]),
                    endEarliest: Day(rawValue: row[3]), endLatest: Day(rawValue: row[4])))
        }
    }

    /// The index of the project with a key; nil when it is not in scope.
    subscript(key: Int64) -> Int? {
        let key = Int(key)
        guard indices.indices.contains(key), indices[key] >= 0 else { return nil }
        return Int(indices[key])
    }
}

/// For each project, numbers of what it is tied to: two flat arrays, however many projects there are.
struct CoverageTies {
    private let starts: [Int32]
    private let targets: [Int32]

    /// - Parameter pairs: a project and what it is tied to, each pair once.
    init(_ pairs: [(project: Int32, target: Int32)], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for pair in pairs { starts[Int(pair.project) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var targets = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs {
            targets[Int(next[Int(pair.project)])] = pair.target
            next[Int(pair.project)] += 1
        }
        self.starts = starts
        self.targets = targets
    }

    subscript(project: Int32) -> ArraySlice<Int32> {
        targets[Int(starts[Int(project)])..<Int(starts[Int(project) + 1])]
    }
}
