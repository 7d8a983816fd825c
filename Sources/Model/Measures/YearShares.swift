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

        mutating func add(_ members: [Int64]) {
            projects += 1
            for member in members { weights[member, default: 0] += 1 / Double(members.count) }
        }
    }

    let years: ClosedRange<Int>
    private(set) var certain: [Tally]
    private(set) var possible: [Tally]

    /// Years that no source means but a slip of the pen may give would only cost room.
    private static let most = 200

    /// The years from the first to the last that any project's dates name, within `window`; nil when none is
    /// dated, or when they lie too far apart.
    static func years(_ projects: [MeasuredField.Project], within window: MonthSpan?) -> ClosedRange<Int>? {
        var (first, last) = (Int.max, Int.min)
        for project in projects {
            let extent = project.extent
            for day in [extent.startEarliest, extent.startLatest, extent.endEarliest, extent.endLatest]
            where day.isBounded {
                first = min(first, day.month.year)
                last = max(last, day.month.year)
            }
        }
        if let window {
            if window.first.isBounded { first = max(first, window.first.year) }
            if window.last.isBounded { last = min(last, window.last.year) }
        }
        return first <= last && last - first < most ? first...last : nil
    }

    /// Nil in place of the role counts every project, whoever takes part.
    init(_ projects: [MeasuredField.Project], _ role: MeasuredField.Role?, _ years: ClosedRange<Int>) {
        self.years = years
        certain = Array(repeating: Tally(), count: years.count)
        possible = certain
        for project in projects where !project.extent.isUnknown {
            let members = role.map(project.members) ?? [project.key]
            guard !members.isEmpty else { continue }
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
