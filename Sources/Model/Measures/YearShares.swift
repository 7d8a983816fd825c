/// Who stands in a role year by year: over the projects that certainly ran in the year, and over those that
/// possibly did.
struct YearShares: Sendable {
    struct Tally: Sendable {
        var weights: [Int64: Double] = [:]
        var projects = 0

        var shares: [Double] {
            let values = weights.values.sorted(by: >)
            let total = values.reduce(0, +)
            return total > 0 ? values.map { $0 / total } : []
        }

        mutating func add(_ members: Parties) {
            projects += 1
            for member in members { weights[member, default: 0] += 1 / Double(members.count) }
        }
    }

    /// The years of a series.
    struct Reach: Hashable, Sendable {
        let years: ClosedRange<Int>
        /// Years that dates name too far from the others, in their order.
        let leftOut: [Int]
    }

    let years: ClosedRange<Int>
    private(set) var certain: [Tally]
    private(set) var possible: [Tally]

    /// Years that no source means but a slip of the pen may give would only cost room.
    private static let most = 200

    /// The years from the first to the last that any project's dates name, within `window`; where they lie too
    /// far apart, the stretch that holds the most dates. Nil when none is dated within it.
    static func reach(_ projects: some Sequence<MeasuredField.Project>, within window: MonthSpan?) -> Reach? {
        var dates: [Int: Int] = [:]
        for project in projects {
            let extent = project.extent
            for day in [extent.startEarliest, extent.startLatest, extent.endEarliest, extent.endLatest]
            where day.isBounded {
                dates[day.month.year, default: 0] += 1
            }
        }
        guard var first = dates.keys.min(), var last = dates.keys.max() else { return nil }
        if let window {
            if window.first.isBounded { first = max(first, window.first.year) }
            if window.last.isBounded { last = min(last, window.last.year) }
        }
        guard first <= last else { return nil }
        if last - first < most { return Reach(years: first...last, leftOut: []) }
        dates = dates.filter { (first...last).contains($0.key) }
        let years = CoverageYears.densest(dates, most) ?? last - most + 1...last
        return Reach(years: years, leftOut: dates.keys.filter { !years.contains($0) }.sorted())
    }

    /// Nil in place of the role counts every project, whoever takes part, and weighs nobody.
    init(
        _ projects: some Sequence<MeasuredField.Project>, _ role: MeasuredField.Role?,
        _ years: ClosedRange<Int>
    ) {
        self.years = years
        certain = Array(repeating: Tally(), count: years.count)
        possible = certain
        for project in projects where !project.extent.isUnknown {
            let members = role.map(project.members) ?? Parties(one: 0)
            if role != nil && members.isEmpty { continue }
            let extent = project.extent
            let first = max(extent.startEarliest.month.year, years.lowerBound)
            let last = min(extent.endLatest.month.year, years.upperBound)
            guard first <= last else { continue }
            for year in first...last {
                let months = MonthSpan(
                    between: Month(year: year, month: 1), and: Month(year: year, month: 12))
                let place = year - years.lowerBound
                switch extent.runs(in: months) {
                case .certain:
                    certain[place].add(members)
                    possible[place].add(members)
                case .possible: possible[place].add(members)
                case .none: continue
                }
            }
        }
    }

    /// A measure of each year's shares.
    func series(_ measure: (Tally) -> Double?) -> [Measure.Year] {
        years.enumerated().map { place, year in
            Measure.Year(
                year: year, certain: measure(certain[place]), possible: measure(possible[place]),
                certainItems: certain[place].projects, possibleItems: possible[place].projects)
        }
    }
}
