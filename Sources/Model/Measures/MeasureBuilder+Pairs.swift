extension MeasureBuilder {
    /// An organisation with its key.
    struct Actor: Hashable {
        let name: RecordName
        let key: Int64
    }

    /// Two organisations compared: their spread over themes and countries, and their months together.
    func pair(_ first: Actor, _ second: Actor) throws -> [Measure] {
        let role = comparedRole(first, second)
        return try overlaps(.themes, first, second, role) + overlaps(.countries, first, second, role)
            + [jointPresence(first, second, role)]
    }

    /// As implementers if both implement, as donors if both fund, else in any role.
    func comparedRole(_ first: Actor, _ second: Actor) -> Dataset.ComparedRole {
        func stands(_ actor: Actor, _ role: MeasuredField.Role) -> Bool {
            field.projects.contains { project in
                project.members(role).contains { field.isWithin($0, actor.key) }
            }
        }
        if stands(first, .implementer) && stands(second, .implementer) { return .implementer }
        if stands(first, .donor) && stands(second, .donor) { return .donor }
        return .any
    }

    private func overlaps(
        _ category: PortfolioCategory, _ first: Actor, _ second: Actor, _ role: Dataset.ComparedRole
    ) throws -> [Measure] {
        let portfolios = try dataset.portfolios(category, role, filter, of: [first.key, second.key])
        return try overlaps(category, first, second, role, portfolios)
    }

    /// From portfolios that are at hand.
    func overlaps(
        _ category: PortfolioCategory, _ first: Actor, _ second: Actor, _ role: Dataset.ComparedRole,
        _ portfolios: [Int64: Portfolio]
    ) throws -> [Measure] {
        let own = portfolios[first.key] ?? Portfolio(weights: [:], projects: 0)
        let other = portfolios[second.key] ?? Portfolio(weights: [:], projects: 0)
        let group = try spread(category, own, other, first, second)
        let isThemes = category == .themes
        let kinds: [(MeasureName, Double?)] = [
            (isThemes ? .themeOverlap : .countryOverlap, own.overlap(other)),
            (isThemes ? .themeNicheOverlap : .countryNicheOverlap, own.nicheOverlap(other)),
        ]
        return kinds.map { name, value in
            var measure = Measure(
                name: name, level: .pair, of: [first.name, second.name],
                value: value.map(Measure.Value.index),
                unknown: value == nil ? silence(category, own, other, first, second) : nil, years: years,
                rule:
                    "\(role.words.string); each weighs 1, spread over its \(isThemes ? "themes by their shares, evenly where none are said" : "countries evenly; a region is each of its countries that the dataset knows")"
                    .safe,
                items: own.projects + other.projects, itemNoun: "project", itemRemark: ", counted for each")
            measure.groups = value == nil ? [] : [group]
            measure.note = SafeText("\(own.projects) and \(Decimals.counted(other.projects, "project"))")
            return measure
        }
    }

    private func silence(
        _ category: PortfolioCategory, _ own: Portfolio, _ other: Portfolio, _ first: Actor, _ second: Actor
    ) -> SafeText {
        let lacking = [(own, first), (other, second)].filter { $0.0.shares.isEmpty }.map(\.1.name.short)
        return
            "of no project of \(lacking.joined(separator: " or of ").string) a \(category.noun) is said"
    }

    private func spread(
        _ category: PortfolioCategory, _ own: Portfolio, _ other: Portfolio, _ first: Actor, _ second: Actor
    ) throws -> Measure.Group {
        let keys = Set(own.shares.keys).union(other.shares.keys)
        let names = try dataset.names(ofKeys: keys)
        let items = keys.compactMap { key -> Measure.Ingredient? in
            guard let name = names[key] else { return nil }
            let (p, q) = (own.shares[key] ?? 0, other.shares[key] ?? 0)
            let text =
                "\(Decimals.text(p, 4)) and \(Decimals.text(q, 4)), the smaller \(Decimals.text(min(p, q), 4))"
            return Measure.Ingredient(records: [name], figures: [p, q], text: SafeText(text))
        }.sorted { left, right in
            let (mine, yours) = (left.figures.min() ?? 0, right.figures.min() ?? 0)
            return (yours, left.records[0].title) < (mine, right.records[0].title)
        }
        return Measure.Group(
            heading: SafeText(
                "\(category.noun) by \(category.noun): \(first.name.short.string), \(second.name.short.string)"
            ),
            items: Array(items.prefix(Self.listed)), more: max(0, items.count - Self.listed))
    }

    /// Months in which both have a project running.
    private func jointPresence(_ first: Actor, _ second: Actor, _ role: Dataset.ComparedRole) throws
        -> Measure
    {
        let extents = try dataset.extents(role, filter, of: [first.key, second.key])
        let sides = [first, second].map { actor in
            Presence(Array((extents[actor.key] ?? [:]).values), within: filter.months)
        }
        let common = Set((extents[first.key] ?? [:]).keys).intersection((extents[second.key] ?? [:]).keys)
        let isDated = sides.allSatisfy { $0.dated > 0 }
        let certain = sides[0].certain.intersection(sides[1].certain)
        let possible = sides[0].possible.intersection(sides[1].possible)
        let lacking = zip(sides, [first, second]).filter { $0.0.dated == 0 }.map(\.1.name.short)
        var measure = Measure(
            name: .jointPresence, level: .pair, of: [first.name, second.name],
            value: isDated ? .months(certain: certain.count, possible: possible.count) : nil,
            unknown: isDated
                ? nil : "no project of \(lacking.joined(separator: " or of ").string) is dated", years: years,
            rule: "months, certain and possible; \(role.words.string)".safe,
            items: sides.reduce(0) { $0 + $1.dated }, itemNoun: "dated project",
            itemRemark: ", counted for each",
            note: common.isEmpty
                ? ""
                : SafeText("\(Decimals.counted(common.count, "project")) of both, in which both are there"))
        for (side, actor) in zip(sides, [first, second]) where side.undated > 0 {
            measure.remarks.append(
                SafeText(
                    "without a date: \(Decimals.counted(side.undated, "project")) of \(actor.name.short.string)"
                ))
        }
        guard isDated else { return measure }
        measure.groups = [("certainly both", certain), ("possibly both", possible)].map { heading, months in
            Measure.Group(
                heading: heading.safe,
                items: months.spans.prefix(Self.listed).map { span in
                    Measure.Ingredient(
                        records: [], figures: span.count.map { [Double($0)] } ?? [],
                        text: SafeText(
                            "\(span.text)  \(span.count.map { Decimals.counted($0, "month") } ?? "no bound")")
                    )
                }, more: max(0, months.spans.count - Self.listed))
        }
        measure.series =
            yearRange?.map { year in
                let months = MonthSet([
                    MonthSpan(between: Month(year: year, month: 1), and: Month(year: year, month: 12))
                ])
                let (sure, may) = (certain.intersection(months).count, possible.intersection(months).count)
                return Measure.Year(
                    year: year, certain: sure.map(Double.init), possible: may.map(Double.init),
                    certainItems: sure ?? 0, possibleItems: may ?? 0)
            } ?? []
        return measure
    }
}

extension String {
    var safe: SafeText { SafeText(self) }
}
