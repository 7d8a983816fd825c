extension MeasureBuilder {
    /// How many implementers have a project running, month by month.
    func presence() throws -> Measure {
        let teams = Implementers(field.projects)
        let undated = teams.count { $0.allSatisfy(\.isUnknown) }
        var measure = Measure(
            name: .presence, level: .implementer, of: [], value: nil, years: years,
            rule: "implementers with a project that certainly, or possibly, runs on some day of the month",
            items: teams.count, itemNoun: "implementer")
        measure.remarks = remarks(.implementer, field.projects)
        if undated > 0 {
            measure.remarks.append("\(undated) of \(teams.count) implementers have no dated project")
        }
        guard let yearRange, !teams.isEmpty else {
            let far: SafeText =
                filter.months == nil ? "no project is dated" : "no date that is said lies in these years"
            measure.unknown = teams.isEmpty ? silence(.implementer, field.projects) : far
            return measure
        }
        let bounds = MonthSpan(
            between: Month(year: yearRange.lowerBound, month: 1),
            and: Month(year: yearRange.upperBound, month: 12))
        let window = filter.months.flatMap { $0.intersection(bounds) } ?? bounds
        let monthly = MonthlyPresence(teams.lazy.map { Presence($0, within: window) }, within: window)
        let certain = monthly.runs.map(\.certain).max() ?? 0
        let possible = monthly.runs.map(\.possible).max() ?? 0
        return filled(measure, monthly, certain, possible, yearRange)
    }

    private func filled(
        _ measure: Measure, _ monthly: MonthlyPresence, _ certain: Int, _ possible: Int,
        _ years: ClosedRange<Int>
    ) -> Measure {
        let first = monthly.runs.first { $0.certain == certain && certain > 0 }
        var filled = Measure(
            name: measure.name, level: measure.level, of: [], value: .count(certain), years: measure.years,
            rule: measure.rule, items: measure.items, itemNoun: measure.itemNoun,
            note: SafeText(
                "certain"
                    + (first.map { ", first in \($0.span.first.text)" } ?? "")
                    + (possible > certain ? "; up to \(possible) possible" : "")))
        filled.remarks = measure.remarks
        filled.groups = [
            Measure.Group(
                heading: "months: certainly present, possibly present",
                items: monthly.runs.prefix(Self.listed).map { run in
                    Measure.Ingredient(
                        records: [], figures: [Double(run.certain), Double(run.possible)],
                        text: SafeText(
                            "\(run.span.text)  \(run.certain) certain"
                                + (run.possible > run.certain ? ", up to \(run.possible) possible" : "")))
                }, more: max(0, monthly.runs.count - Self.listed))
        ]
        filled.series = years.map { year in
            let peak = monthly.peak(year)
            return Measure.Year(
                year: year, certain: Double(peak.certain), possible: Double(peak.possible),
                certainItems: peak.certain, possibleItems: peak.possible)
        }
        return filled
    }
}

/// The extents of the projects of each implementer.
private struct Implementers: RandomAccessCollection {
    private let projects: MeasuredProjects
    /// An implementer in the upper half, the place of a project in the lower.
    private let parts: [UInt64]
    /// Where the parts of each implementer begin.
    private let starts: [Int]

    init(_ projects: MeasuredProjects) {
        var parts: [UInt64] = []
        for (place, project) in projects.enumerated() {
            for implementer in project.implementers {
                parts.append(UInt64(implementer) << 32 | UInt64(place))
            }
        }
        parts.sort()
        self.projects = projects
        self.parts = parts
        starts = parts.indices.filter { $0 == 0 || parts[$0] >> 32 != parts[$0 - 1] >> 32 }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { starts.count }

    subscript(position: Int) -> [Extent] {
        let end = position + 1 < starts.count ? starts[position + 1] : parts.count
        return parts[starts[position]..<end].map { projects[Int($0 & 0xffff_ffff)].extent }
    }
}
