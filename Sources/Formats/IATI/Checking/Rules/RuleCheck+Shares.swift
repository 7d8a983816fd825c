import Foundation
import Model

extension RuleCheck {
    /// Rules 2.1.1, 2.1.2, 2.1.4, 3.1.1 to 3.4.4, 7.9.1 to 7.9.4, 12.1.1 to 12.3.1.
    mutating func checkShares(_ parts: ActivityParts) {
        let standard = version.isTwo ? "1" : "DAC"
        for (vocabulary, sectors) in Self.grouped(parts[.sector], standard) {
            let others = parts[.sector].contains { ($0.value(.vocabulary) ?? standard) != vocabulary }
            checkShares(
                of: sectors, others ? "the sectors of vocabulary \(vocabulary)" : "the sectors", sinceTwo)
        }
        checkPlaceShares(parts)
        for items in parts[.countryBudgetItems] {
            checkShares(of: Array(items.children(.budgetItem)), "the budget items", .warning)
        }
        for element in parts[.capitalSpend] { checkRange([element]) }
    }

    /// Regions add up with the countries, within each vocabulary of regions.
    private mutating func checkPlaceShares(_ parts: ActivityParts) {
        let countries = parts[.recipientCountry]
        let regions = Self.grouped(parts[.recipientRegion], "1")
        if regions.isEmpty { return checkShares(of: countries, "the countries", sinceTwo) }
        for (vocabulary, regions) in regions {
            let words = countries.isEmpty ? "the regions" : "the countries and regions"
            let of = self.regionVocabularies(parts) > 1 ? "\(words) of vocabulary \(vocabulary)" : words
            checkShares(of: countries + regions, of, sinceTwo)
        }
    }

    private func regionVocabularies(_ parts: ActivityParts) -> Int {
        Set(parts[.recipientRegion].map { $0.value(.vocabulary) ?? "1" }).count
    }

    private static func grouped(_ elements: [Element], _ standard: String) -> [(String, [Element])] {
        Dictionary(grouping: elements) { $0.value(.vocabulary) ?? standard }.sorted { $0.key < $1.key }
    }

    /// One alone may go without a share or have all; of several each has one, and together they are all.
    private mutating func checkShares(of elements: [Element], _ what: String, _ severity: Problem.Severity) {
        guard let first = elements.first else { return }
        checkRange(elements)
        let shares = elements.map { $0.value(.percentage).flatMap(Self.decimal) }
        if elements.count == 1 {
            if let share = shares[0], share != 100 {
                note(
                    severity, "percentage-sum", first,
                    "The only one of \(what) has a share of \(share) per cent.",
                    "Take the percentage out, or name the others.")
            }
            return
        }
        // A share that is no number is told elsewhere.
        guard zip(elements, shares).allSatisfy({ $0[.percentage] == nil || $1 != nil }) else { return }
        let missing = zip(elements, shares).filter { $1 == nil }.map(\.0)
        if let element = missing.first {
            let count = missing.count == 1 ? "One" : "\(missing.count)"
            note(
                severity, "percentage-missing", element,
                "\(count) of \(what) has no percentage.".grammatical(missing.count),
                "Add '@percentage' to each.")
            return
        }
        let sum = shares.reduce(Decimal(0)) { $0 + ($1 ?? 0) }
        if sum != 100 {
            note(
                severity, "percentage-sum", first, "The percentages of \(what) add up to \(sum), not to 100.",
                "Set the shares right.")
        }
    }

    private mutating func checkRange(_ elements: [Element]) {
        for element in elements {
            guard let share = element.value(.percentage).flatMap(Self.decimal), share < 0 || share > 100
            else {
                continue
            }
            note(
                sinceTwo, "percentage-range", element,
                "The share of '\(element.name)', \(share), is not between 0 and 100.", "Set it right.")
        }
    }

    private static func decimal(_ text: String) -> Decimal? {
        ValueType.isDecimal(text) ? Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) : nil
    }
}

extension String {
    /// With the verb in the plural when several are told of.
    fileprivate func grammatical(_ count: Int) -> String {
        count == 1 ? self : replacing(" has no ", with: " have no ")
    }
}
