extension MeasureBuilder {
    /// What loses its only named support when a donor leaves.
    func withdrawal(of donor: Actor) throws -> Measure {
        let withdrawal = Withdrawal(donor.key, field, listed: Self.listed)
        return try measure(
            withdrawal, of: donor,
            withdrawal.lost == 0 ? FieldCells() : dataset.cells(field.projects, filter))
    }

    private func measure(_ withdrawal: Withdrawal, of donor: Actor, _ all: FieldCells) throws
        -> Measure
    {
        let cells = lostCells(withdrawal, all)
        var measure = Measure(
            name: .withdrawal, level: .donor, of: [donor.name],
            value: withdrawal.funded > 0 ? .count(withdrawal.lost) : nil,
            unknown: withdrawal.funded > 0 ? nil : "it funds no project here, as far as is said",
            years: years,
            rule: "projects whose named donors are all this donor or parts of it; channels count as no donor",
            items: withdrawal.funded, itemNoun: "project", itemRemark: " that it funds")
        guard withdrawal.funded > 0 else { return measure }
        let whole = withdrawal.implementers.filter(\.losesAll).count
        measure.note =
            SafeText(
                "of \(withdrawal.funded) it funds; \(Decimals.counted(withdrawal.implementers.count, "implementer")) lose work, \(whole) all; \(Decimals.counted(cells.lost.count, "cell"))"
            )
        let silent = field.projects.silent(.donor)
        if silent > 0 {
            measure.remarks.append(
                "of \(Decimals.counted(silent, "project")) no donor is named: what they would lose is not known"
                    .safe)
        }
        if cells.open > 0 {
            measure.remarks.append(
                "\(Decimals.counted(cells.open, "cell")) more would keep only projects of which no donor is named"
                    .safe)
        }
        measure.remarks += remarks(nil, field.projects)
        measure.groups = [
            try projects(withdrawal), try implementers(withdrawal), try group(cells.lost),
        ]
        if let yearRange {
            let lost = field.projects.lazy.filter(withdrawal.isLost)
            measure.series = YearShares(lost, nil, yearRange).series { Double($0.projects) }
        }
        return measure
    }

    private func projects(_ withdrawal: Withdrawal) throws -> Measure.Group {
        let names = try dataset.names(ofKeys: withdrawal.first)
        return Measure.Group(
            heading: "projects that lose their only named support",
            items: withdrawal.first.compactMap { names[$0] }.sorted { $0.title < $1.title }.map {
                Measure.Ingredient(records: [$0], figures: [], text: "")
            }, more: max(0, withdrawal.lost - Self.listed))
    }

    private func implementers(_ withdrawal: Withdrawal) throws -> Measure.Group {
        let listed = withdrawal.implementers.prefix(Self.listed)
        let names = try dataset.names(ofKeys: listed.map(\.key))
        let items = listed.compactMap { loser -> Measure.Ingredient? in
            guard let name = names[loser.key] else { return nil }
            let rest = loser.unknown == 0 ? "" : "; of \(loser.unknown) more no donor is named"
            let text = "loses \(loser.lost) of \(loser.supported) supported projects\(rest)"
            return Measure.Ingredient(
                records: [name],
                figures: [Double(loser.lost), Double(loser.supported), Double(loser.unknown)],
                text: SafeText(text + (loser.losesAll ? ": all" : "")))
        }
        return Measure.Group(
            heading: "implementers that lose projects",
            items: items.sorted {
                ($1.figures[0], $0.records[0].title) < ($0.figures[0], $1.records[0].title)
            }, more: max(0, withdrawal.implementers.count - Self.listed))
    }

    private func group(_ lost: [FieldCell]) throws -> Measure.Group {
        let listed = lost.prefix(Self.listed)
        let names = try dataset.names(ofKeys: listed.flatMap { [$0.theme, $0.country] })
        let items = listed.compactMap { cell -> Measure.Ingredient? in
            guard let theme = names[cell.theme], let country = names[cell.country] else { return nil }
            return Measure.Ingredient(records: [theme, country], figures: [], text: "")
        }
        return Measure.Group(
            heading: "cells, theme × country, in which no supported project stays",
            items: items.sorted {
                $0.records.map(\.title.string).lexicographicallyPrecedes($1.records.map(\.title.string))
            },
            more: max(0, lost.count - Self.listed))
    }

    /// Cells all of whose projects are lost; and how many would keep only projects without a named donor.
    private func lostCells(_ withdrawal: Withdrawal, _ cells: FieldCells) -> (
        lost: [FieldCell], open: Int
    ) {
        guard withdrawal.lost > 0 else { return ([], 0) }
        // By the number of a cell.
        var isTouched = [Bool](repeating: false, count: cells.cells.count)
        var (isKept, isOpen) = (isTouched, isTouched)
        for (project, own) in zip(field.projects, cells) {
            let isLost = withdrawal.isLost(project)
            for cell in own {
                if isLost {
                    isTouched[Int(cell)] = true
                } else if project.donors.isEmpty {
                    isOpen[Int(cell)] = true
                } else {
                    isKept[Int(cell)] = true
                }
            }
        }
        let touched = cells.cells.indices.filter { isTouched[$0] && !isKept[$0] }
        return (
            touched.filter { !isOpen[$0] }.map { cells.cells[$0] }.sorted(), touched.count { isOpen[$0] }
        )
    }

    /// The donors whose leaving would end the support of most projects.
    func withdrawals(_ count: Int) throws -> [Measure] {
        let counts = Withdrawal.counts(field)
        // A whole that is named nowhere itself says nothing beside its part.
        let named = field.named(.donor)
        let ranked = counts.filter { named.contains($0.key) }.map { ($0.key, Double($0.value)) }
        let donors = try dataset.ranked(ranked, count)
        let cells = donors.isEmpty ? FieldCells() : try dataset.cells(field.projects, filter)
        return try donors.map { try measure(Withdrawal($0.key, field, listed: Self.listed), of: $0, cells) }
    }
}
