/// How a role is shared year by year: over the projects that certainly ran in the year, and over those that possibly
/// did.
struct YearShares: Sendable {
    /// What is kept of a year.
    struct Facts: Sendable {
        var projects = 0
        var actors = 0
        var herfindahl: Double?
        /// The largest share.
        var lead: Double?
        /// The sum of the three largest.
        var topThree: Double?
        /// The share of whoever is asked for.
        var own: Double?
    }

    /// The years of a series.
    struct Reach: Hashable, Sendable {
        let years: ClosedRange<Int>
        /// Years that dates name too far from the others, in their order.
        let leftOut: [Int]
    }

    let years: ClosedRange<Int>
    private(set) var certain: [Facts]
    private(set) var possible: [Facts]

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

    /// - Parameters:
    ///   - role: nil counts every project, whoever takes part, and weighs nobody.
    ///   - own: whose share is kept of each year.
    ///   - weights: how many are held at once.
    init(
        _ projects: some Sequence<MeasuredField.Project>, _ role: MeasuredField.Role?,
        _ years: ClosedRange<Int>, of own: Int64? = nil, weights: Int = 1 << 17
    ) {
        self.years = years
        certain = []
        possible = []
        // Years are weighed some at a time, so that a large field takes no more memory.
        let members = role.map { Members(projects, $0) }
        let most = max(1, weights / max(1, members?.count ?? 0))
        var first = years.lowerBound
        while first <= years.upperBound {
            let part = first...min(years.upperBound, first + most - 1)
            var tallies = YearTallies(part, members?.count ?? 0)
            for project in projects where !project.extent.isUnknown {
                guard let role, let members else {
                    tallies.add(project.extent, [])
                    continue
                }
                let named = project.members(role)
                if !named.isEmpty { tallies.add(project.extent, named.compactMap(members.place)) }
            }
            let place = own.flatMap { members?.place($0) }
            certain += tallies.certain.map { $0.facts(place) }
            possible += tallies.possible.map { $0.facts(place) }
            first = part.upperBound + 1
        }
    }

    /// A measure of each year's shares.
    func series(_ measure: (Facts) -> Double?) -> [Measure.Year] {
        years.enumerated().map { place, year in
            Measure.Year(
                year: year, certain: measure(certain[place]), possible: measure(possible[place]),
                certainItems: certain[place].projects, possibleItems: possible[place].projects)
        }
    }
}

/// Whoever stands in a role, numbered from 0.
private struct Members {
    private var places: [Int64: Int] = [:]
    var count: Int { places.count }

    init(_ projects: some Sequence<MeasuredField.Project>, _ role: MeasuredField.Role) {
        for project in projects {
            for member in project.members(role) where places[member] == nil { places[member] = places.count }
        }
    }

    /// The number of one of them; nil for whoever does not stand in it.
    func place(_ key: Int64) -> Int? { places[key] }
}

/// What everybody weighs in each of some years.
private struct YearTallies {
    private let years: ClosedRange<Int>
    private(set) var certain: [Tally]
    private(set) var possible: [Tally]

    struct Tally {
        private var projects = 0
        /// By the number of whoever weighs.
        private var weights: [Double]

        init(_ members: Int) { weights = Array(repeating: 0, count: members) }

        mutating func add(_ members: [Int]) {
            projects += 1
            for member in members { weights[member] += 1 / Double(members.count) }
        }

        func facts(_ own: Int?) -> YearShares.Facts {
            let values = weights.filter { $0 > 0 }.sorted(by: >)
            let total = values.reduce(0, +)
            let shares = total > 0 ? values.map { $0 / total } : []
            return YearShares.Facts(
                projects: projects, actors: values.count, herfindahl: Concentration.herfindahl(shares),
                lead: Concentration.top(1, shares), topThree: Concentration.top(3, shares),
                own: total > 0 ? own.map { weights[$0] / total } : nil)
        }
    }

    init(_ years: ClosedRange<Int>, _ members: Int) {
        self.years = years
        certain = Array(repeating: Tally(members), count: years.count)
        possible = certain
    }

    mutating func add(_ extent: Extent, _ members: [Int]) {
        let first = max(extent.startEarliest.month.year, years.lowerBound)
        let last = min(extent.endLatest.month.year, years.upperBound)
        guard first <= last else { return }
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
