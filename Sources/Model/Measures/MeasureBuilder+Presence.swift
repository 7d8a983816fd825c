extension MeasureBuilder {
    /// How many implementers have a project running, month by month.
    func presence() throws -> Measure {
        let named = field.named(.implementer)
        let dated = field.named(.implementer) { !$0.extent.isUnknown }
        var measure = Measure(
            name: .presence, level: .implementer, of: [], value: nil, years: years,
            rule: "implementers with a project that certainly, or possibly, runs on some day of the month",
            items: named.count, itemNoun: "implementer")
        measure.remarks = remarks(.implementer, field.projects)
        if dated.count < named.count {
            let undated = named.count - dated.count
            measure.remarks.append("\(undated) of \(named.count) implementers have no dated project")
        }
        guard let yearRange, !named.isEmpty else {
            let far: SafeText =
                filter.months == nil ? "no project is dated" : "no date that is said lies in these years"
            measure.unknown = named.isEmpty ? silence(.implementer, field.projects) : far
            return measure
        }
        let bounds = MonthSpan(
            between: Month(year: yearRange.lowerBound, month: 1),
            and: Month(year: yearRange.upperBound, month: 12))
        let window = filter.months.flatMap { $0.intersection(bounds) } ?? bounds
        let monthly = monthlyPresence(of: dated.count, within: window)
        let certain = monthly.runs.map(\.certain).max() ?? 0
        let possible = monthly.runs.map(\.possible).max() ?? 0
        return filled(measure, monthly, certain, possible, yearRange)
    }

    /// How many implementers are present in each month of a window.
    ///
    /// - Parameters:
    ///   - dated: how many have a dated project.
    ///   - together: about how many are looked at at once, so that a large field takes no more memory.
    func monthlyPresence(of dated: Int, within window: MonthSpan, together: Int = 4096) -> MonthlyPresence {
        var monthly = MonthlyPresence.Draft(within: window)
        let rounds = (dated + together - 1) / together
        for round in 0..<Int64(rounds) {
            var drafts: [Int64: Presence.Draft] = [:]
            for project in field.projects where !project.extent.isUnknown {
                for implementer in project.implementers where implementer % Int64(rounds) == round {
                    drafts[implementer, default: Presence.Draft(within: window)].add(project.extent)
                }
            }
            for draft in drafts.values { monthly.add(draft.presence) }
        }
        return monthly.finish()
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
