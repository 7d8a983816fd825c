import GRDB

/// The projects that a coverage is made of, as far as it needs them: compact, without their bodies, in the
/// order of their names.
struct CoverageProjects {
    /// Empty where they were not asked for.
    private(set) var ids: [String] = []
    private(set) var keys: [Int32] = []
    /// As ``Extent/init(_:)`` takes them.
    private var days: [SIMD4<Int32>] = []
    /// Index of a project by the key of its record; -1 for what is not in scope.
    private var indices: [Int32] = []

    var count: Int { keys.count }

    /// In their order.
    var extents: some Sequence<Extent> { days.lazy.map(Extent.init) }

    func extent(_ project: Int32) -> Extent { Extent(days[Int(project)]) }

    /// Those that a filter lets through. What the sources deny took place nowhere.
    ///
    /// - Parameter keys: what the filter lets through; nil for all.
    init(_ db: Database, _ keys: KeySet?, listsProjects: Bool) throws {
        let vectors = try ListVectors(db, .project)
        var absent = KeySet()
        try vectors.each(.absent) { page in
            for key in page { absent.insert(Int64(key)) }
            return true
        }
        func isCounted(_ key: Int32) -> Bool {
            keys?.contains(Int64(key)) != false && !absent.contains(Int64(key))
        }
        // The order matters only to lists of ids.
        guard listsProjects else {
            try vectors.eachExtent { key, extent in
                if isCounted(key) { add(Int(key), "", extent) }
            }
            return
        }
        var known: [Int32: Extent] = [:]
        try vectors.eachExtent { key, extent in
            if isCounted(key) { known[key] = extent }
        }
        let id = try db.cachedStatement(sql: "SELECT id FROM record WHERE key = ?")
        var named: [(id: String, key: Int32)] = []
        try vectors.each(.order(column: "title", isDescending: false)) { page in
            for key in page where known[key] != nil {
                named.append((try String.fetchOne(id, arguments: [key]) ?? "", key))
            }
            return true
        }
        for (id, key) in named {
            if let extent = known[key] { add(Int(key), id, extent) }
        }
    }

    private mutating func add(_ key: Int, _ id: String, _ extent: Extent) {
        if indices.count <= key {
            indices.append(contentsOf: repeatElement(-1, count: max(indices.count, key + 1 - indices.count)))
        }
        indices[key] = Int32(keys.count)
        if !id.isEmpty { ids.append(id) }
        days.append(
            SIMD4(
                Int32(extent.startEarliest.rawValue), Int32(extent.startLatest.rawValue),
                Int32(extent.endEarliest.rawValue), Int32(extent.endLatest.rawValue)))
        keys.append(Int32(key))
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
