import GRDB

/// How many projects ran in each year, counted one by one: only the years in which the count changes are kept.
struct ProjectYears {
    private(set) var undated = 0
    /// By year, by how much the count differs from the year before.
    private var certain: [Int: Int] = [:]
    private var possible: [Int: Int] = [:]
    private var bounds: (first: Int, last: Int)?

    init() {}

    /// Those of all projects of an index, or of some.
    init(_ db: Database, among keys: KeySet?) throws {
        try ListVectors(db, .project).eachExtent { key, extent in
            if keys?.contains(Int64(key)) != false { add(extent) }
        }
    }

    mutating func add(_ extent: Extent) {
        guard !extent.isUnknown else { return undated += 1 }
        let days = [extent.startEarliest, extent.startLatest, extent.endEarliest, extent.endLatest]
        for year in days.filter(\.isBounded).map(\.civil.year) {
            bounds = bounds.map { (min($0.first, year), max($0.last, year)) } ?? (year, year)
        }
        Self.count(extent.startLatest, extent.endEarliest, &certain)
        Self.count(extent.startEarliest, extent.endLatest, &possible)
    }

    private static func count(_ start: Day, _ end: Day, _ changes: inout [Int: Int]) {
        // What starts at no time that can be told is counted from before all years.
        guard start != .distantFuture, end != .distantPast else { return }
        let first = start.isBounded ? start.civil.year : Int.min
        guard end.isBounded else { return changes[first, default: 0] += 1 }
        let last = end.civil.year
        guard first <= last else { return }
        changes[first, default: 0] += 1
        changes[last + 1, default: 0] -= 1
    }

    /// From the first year that is told to the last; none when they lie further apart than dates of projects do.
    var years: [Overview.Year] {
        guard let (first, last) = bounds, last - first < 500 else { return [] }
        let before = { (changes: [Int: Int]) in changes.filter { $0.key < first }.values.reduce(0, +) }
        var (isCertain, isPossible) = (before(certain), before(possible))
        return (first...last).map { year in
            isCertain += certain[year] ?? 0
            isPossible += possible[year] ?? 0
            return Overview.Year(year: year, certain: isCertain, possible: isPossible)
        }
    }
}
