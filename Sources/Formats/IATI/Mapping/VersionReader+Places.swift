import Foundation
import Model

/// Sums of percentages by what they divide: countries and regions, sectors of one vocabulary.
struct ShareSums {
    /// By a name for messages: the sum, how many shares there are, and how many lack one.
    private(set) var sums: [(name: String, sum: Decimal, given: Int, missing: Int)] = []

    mutating func add(_ share: Decimal?, to name: String) {
        let index = sums.firstIndex { $0.name == name } ?? sums.count
        if index == sums.count { sums.append((name, 0, 0, 0)) }
        if let share {
            sums[index].sum += share
            sums[index].given += 1
        } else {
            sums[index].missing += 1
        }
    }
}

extension VersionReader {
    mutating func country(_ element: Element, inTransaction: Bool) {
        guard let written = element.value(.code) ?? element.plainText else {
            return report(.emptyCode("recipient-country"), element.line)
        }
        let place = registers.places.country(
            written, name: texts(element).first, version.citation, registers.writer)
        if !place.isKnown { report(.unknownCode(written, "recipient-country"), element.line) }
        add(place: place.id, code: written, element, inTransaction)
    }

    mutating func region(_ element: Element, inTransaction: Bool) {
        guard let written = element.value(.code) ?? element.plainText else {
            return report(.emptyCode("recipient-region"), element.line)
        }
        let place = registers.places.region(
            written, vocabulary: element.value(.vocabulary) ?? "1", name: texts(element).first,
            version.citation, registers.writer)
        if !place.isKnown { report(.unknownCode(written, "recipient-region"), element.line) }
        add(place: place.id, code: written, element, inTransaction)
    }

    private mutating func add(place: String, code: String, _ element: Element, _ inTransaction: Bool) {
        if inTransaction {
            if version.values["places"]?.contains(where: { $0.text == place }) == true { return }
            return version.append(Value(place, code: code, note: "in its transactions"), to: "places")
        }
        let share = percentage(element)
        shares.add(share, to: "countries and regions")
        version.append(Value(place, share: share, code: code), to: "places")
    }

    /// What part of the activity something makes up. What is no percentage is reported and left out.
    mutating func percentage(_ element: Element) -> Decimal? {
        guard let written = element.value(.percentage) else { return nil }
        guard let share = Figures.percentage(written), share >= 0 else {
            report(.notAPercentage(written), element.line)
            return nil
        }
        return share
    }

    mutating func finishShares() {
        for sum in shares.sums where sum.given > 0 {
            let isWhole = abs(sum.sum - 100) <= Decimal(sum.given) / 100
            if !isWhole || sum.missing > 0 {
                report(.sharesNotWhole(sum.sum, sum.name, missing: sum.missing), root.line)
            }
        }
    }

    /// A site: its name, and where it lies.
    mutating func location(_ element: Element) {
        let names = (element.first(.name).map(texts) ?? []).map(\.text)
        let point =
            element.first(.point)?.first(.pos)?.text.singleSpaced
            ?? element.first(.coordinates).flatMap { coordinates in
                guard let latitude = coordinates.value(.latitude),
                    let longitude = coordinates.value(.longitude)
                else { return nil }
                return "\(latitude) \(longitude)"
            }
        let description =
            element.first(.activityDescription)?.plainText ?? element.first(.description)?.plainText
        let administrative = element.first(.administrative)?.plainText
        guard let text = names.first ?? administrative ?? description ?? point else { return }
        version.appendOnce(Value(text, code: point == text ? nil : point), to: "locations")
    }
}
