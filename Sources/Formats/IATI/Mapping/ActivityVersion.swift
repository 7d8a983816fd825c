import Foundation
import Model

/// An activity as one file has it.
package struct SourcedActivity: Sendable {
    package let element: Element
    /// As messages call it: `archive.zip/member.xml`.
    package let file: String
    /// The version of the standard that the file declares.
    package let version: String?

    package init(element: Element, file: String, version: String?) {
        self.element = element
        self.file = file
        self.version = version
    }
}

/// An activity as one file has it, in the terms of the model.
struct ActivityVersion {
    /// As published, without white space around it; nil when there is none.
    var identifier: String?
    /// Where it stands.
    var citation: Citation
    /// Key of its source's record.
    var source: Int64
    var origin: Origin
    var values: [String: [Value]] = [:]
    var transfers: [Transfer] = []
    var budgets: [Budget] = []
    var defaultCurrency: String?
    var updated: Day?
    /// What was published and fits no field.
    var remarks: [String] = []

    mutating func append(_ value: Value, to field: String) { values[field, default: []].append(value) }

    /// A value of a list, unless it is there.
    mutating func appendOnce(_ value: Value, to field: String) {
        if values[field]?.contains(value) != true { append(value, to: field) }
    }
}

extension Transfer {
    /// Totals by kind and currency, in the order of the kinds; what has no kind or no figure is in none.
    static func totals(_ transfers: [Transfer]) -> [Value] {
        var totals: [(kind: String, currency: String?, sum: Decimal)] = []
        for transfer in transfers {
            guard let kind = transfer.kind, let value = transfer.value.value else { continue }
            if let index = totals.firstIndex(where: { $0.kind == kind && $0.currency == transfer.currency }) {
                totals[index].sum += value
            } else {
                totals.append((kind, transfer.currency, value))
            }
        }
        let order = Vocabulary.flowKind.terms
        func place(_ total: (kind: String, currency: String?, sum: Decimal)) -> (Int, String) {
            (order.firstIndex(of: total.kind) ?? order.count, total.currency ?? "~")
        }
        return totals.sorted { place($0) < place($1) }.map { total in
            let money = Money(value: total.sum, currency: total.currency, kind: total.kind)
            return Value(money.text, money: money)
        }
    }
}
