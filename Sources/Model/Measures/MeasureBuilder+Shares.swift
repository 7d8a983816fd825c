extension MeasureBuilder {
    /// The field itself: how many projects.
    func register() -> Measure {
        var measure = Measure(
            name: .projects, level: .register, of: [], value: .count(field.projects.count), years: years,
            rule: "projects of every kind but instruments; what the sources deny is left out",
            items: field.projects.count, itemNoun: "project")
        measure.remarks = remarks(nil, field.projects)
        measure.series =
            yearRange.map { range in
                YearShares(field.projects, nil, range).series { Double($0.projects) }
            } ?? []
        return measure
    }

    /// How concentrated a role is: how many there are, HHI, effective number, the lead, the top three.
    func concentration(_ role: MeasuredField.Role) throws -> [Measure] {
        let projects = field.projects
        let shares = Shares(projects, role, money: money)
        let values = lacksMoney ? [] : shares.values
        let groups = [try holders(shares, role)] + (try leftOut(role, projects))
        let yearly = lacksMoney || money != nil ? nil : yearRange.map { YearShares(projects, role, $0) }
        let lead = try dataset.names(ofKeys: shares.holders.prefix(3).map(\.key))
        let leaders = shares.holders.prefix(3).compactMap { lead[$0.key]?.short }

        func measure(
            _ name: MeasureName, _ value: Measure.Value?, _ note: SafeText = "", _ working: SafeText = "",
            _ yearValue: (YearShares.Facts) -> Double?
        ) -> Measure {
            var measure = Measure(
                name: name, level: role.level, of: [], value: value,
                unknown: value == nil ? silence(role, projects) : nil, years: years, rule: rule(role),
                items: lacksMoney ? 0 : shares.projects, itemNoun: "project",
                note: [known(shares, role), note].filter { !$0.isEmpty }.joined(separator: "; "),
                working: working)
            measure.groups = lacksMoney ? [] : groups
            measure.remarks = remarks(role, projects)
            if money != nil {
                measure.remarks.append("by money there is no series of years: amounts are of whole projects")
            }
            measure.series = yearly?.series(yearValue) ?? []
            return measure
        }
        let herfindahl = Concentration.herfindahl(values)
        let squares = working(values)
        return [
            measure(
                .actors, values.isEmpty ? nil : .count(values.count), "", ""
            ) { Double($0.actors) },
            measure(.herfindahl, herfindahl.map(Measure.Value.index), "", squares) {
                $0.herfindahl
            },
            measure(
                .effectiveNumber, herfindahl.map { .number(1 / $0) }, "of \(values.count)",
                herfindahl.map { "1 / \(Decimals.text($0, 6)) = \(Decimals.text(1 / $0, 6))" } ?? ""
            ) { $0.herfindahl.map { 1 / $0 } },
            measure(
                .leadShare, Concentration.top(1, values).map(Measure.Value.share),
                values.isEmpty ? "" : leaders.first ?? ""
            ) { $0.lead },
            measure(
                .topThreeShare, Concentration.top(3, values).map(Measure.Value.share),
                values.isEmpty ? "" : leaders.joined(separator: ", ")
            ) { $0.topThree },
        ]
    }

    /// Of how many projects the money is known: a share of little that is known says little.
    private func known(_ shares: Shares, _ role: MeasuredField.Role) -> SafeText {
        guard money != nil, shares.projects > 0 else { return "" }
        let all = field.projects.count - field.projects.silent(role)
        return shares.projects == all
            ? "" : SafeText("money known of \(shares.projects) of \(Decimals.counted(all, "project"))")
    }

    /// `0.4600^2 + 0.1200^2 + … = 0.257142`
    private func working(_ values: [Double]) -> SafeText {
        guard let sum = Concentration.herfindahl(values) else { return "" }
        let terms = values.prefix(6).map { "\(Decimals.text($0, 4))^2" } + (values.count > 6 ? ["…"] : [])
        return SafeText("\(terms.joined(separator: " + ")) = \(Decimals.text(sum, 6))")
    }

    func holders(_ shares: Shares, _ role: MeasuredField.Role) throws -> Measure.Group {
        let names = try dataset.names(ofKeys: shares.holders.prefix(Self.listed).map(\.key))
        let items = shares.holders.prefix(Self.listed).compactMap { holder in
            names[holder.key].map { name in
                Measure.Ingredient(
                    records: [name], figures: [shares.total > 0 ? shares.share(holder) : 0, holder.weight],
                    text: text(holder, shares))
            }
        }.sorted { first, second in
            (second.figures[1], first.records[0].title) < (first.figures[1], second.records[0].title)
        }
        return Measure.Group(
            heading: "the \(role.noun)s, their shares", items: items,
            more: shares.holders.count - items.count)
    }

    /// `46.0 %  11.5 of 25 projects (12, 1 of them shared)`
    private func text(_ holder: Shares.Holder, _ shares: Shares) -> SafeText {
        let share = Measure.Value.share(shares.total > 0 ? shares.share(holder) : 0).text.string
        if let money {
            return SafeText(
                "\(share)  \(Money.grouped(holder.money)) of \(Money.grouped(shares.money)) \(money.words), \(Decimals.counted(holder.projects, "project"))"
            )
        }
        let counted = "\(Decimals.short(holder.weight)) of \(Decimals.counted(shares.projects, "project"))"
        let remark = holder.shared == 0 ? "" : " (\(holder.projects), \(holder.shared) of them shared)"
        return SafeText("\(share)  \(counted)\(remark)")
    }

    /// The part of the field that is an organisation's, and its rank.
    func share(of organisation: RecordName, _ key: Int64, _ role: MeasuredField.Role) throws -> Measure? {
        let shares = Shares(field.projects, role, money: money)
        guard let place = shares.holders.firstIndex(where: { $0.key == key }) else { return nil }
        let holder = shares.holders[place]
        let rank = shares.holders.count { $0.weight > holder.weight } + 1
        var measure = Measure(
            name: .share, level: role.level, of: [organisation],
            value: shares.total > 0 ? .share(shares.share(holder)) : nil,
            unknown: shares.total > 0 ? nil : silence(role, field.projects), years: years, rule: rule(role),
            items: shares.projects, itemNoun: "project",
            note: "rank \(rank) of \(shares.holders.count) \(role.noun)s")
        measure.groups = [try holders(shares, role)] + (try leftOut(role, field.projects))
        measure.remarks =
            remarks(role, field.projects) + ["as named: what its parts hold under their own names is theirs"]
        measure.series =
            money == nil
            ? yearRange.map { range in
                YearShares(field.projects, role, range, of: key).series(\.own)
            } ?? [] : []
        return measure
    }

    /// An implementer's dependency on its largest funder.
    func dependency(of organisation: RecordName, _ key: Int64) throws -> Measure {
        let own = field.projects.those { project in
            project.implementers.contains { field.isWithin($0, key) }
        }
        let shares = Shares(own, .donor, money: money)
        let values = lacksMoney ? [] : shares.values
        let largest = shares.holders.filter { $0.weight == shares.holders.first?.weight }
        let names = try dataset.names(ofKeys: largest.prefix(3).map(\.key))
        var measure = Measure(
            name: .dependency, level: .implementer, of: [organisation],
            value: values.first.map(Measure.Value.share),
            unknown: values.isEmpty ? silence(.donor, own) : nil,
            years: years,
            rule: rule(.donor) + "; of the projects that it, or a part of it, implements",
            items: lacksMoney ? 0 : shares.projects, itemNoun: "project",
            note: values.isEmpty
                ? "" : "on " + largest.prefix(3).compactMap { names[$0.key]?.short }.joined(separator: ", "))
        if own.isEmpty { measure.unknown = "it implements no project here" }
        measure.groups = values.isEmpty ? [] : [try holders(shares, .donor)]
        measure.groups += try leftOut(.donor, own)
        measure.remarks = remarks(.donor, own)
        if money == nil, let yearRange {
            measure.series = YearShares(own, .donor, yearRange).series(\.lead)
        }
        return measure
    }
}
