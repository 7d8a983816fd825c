import Foundation
import Model

extension Value: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

/// Short words for the values that are more than text.
extension Value {
    static func takesPart(
        _ organisation: String, _ role: String, via: String? = nil, absent: Bool = false
    ) -> Value {
        Value(organisation, participant: Participant(role: role, via: via), isAbsent: absent)
    }

    static func speaks(_ organisation: String, _ function: String) -> Value {
        Value(organisation, participant: Participant(role: function))
    }

    static func amount(_ value: Int, _ currency: String?, _ qualifier: String? = nil) -> Value {
        let money = Money(value: Decimal(value), currency: currency, qualifier: qualifier)
        return Value(money.text, money: money)
    }

    /// In which footnotes of `source` the record is cited.
    static func notes(_ source: String, _ numbers: String...) -> Value {
        Value(source, footnotes: numbers)
    }

    func cited(_ citations: String...) -> Value {
        var value = self
        value.citations = citations.map { Citation(short: $0) }
        return value
    }
}

extension Citation {
    /// `paper §1 n2`: a source and a locator.
    init(short: String, basis: Basis = .stated, by: String? = nil) {
        let words = short.split(separator: " ", maxSplits: 1).map(String.init)
        self.init(
            source: words[0], locator: Locator(words.count > 1 ? words[1] : ""), basis: basis, by: by)
    }
}

extension Record {
    init(
        _ recordClass: RecordClass, _ id: String, _ values: [String: [Value]], cite: [String] = ["paper §1"],
        absent: Bool = false
    ) {
        self.init(
            id: id, recordClass: recordClass, citations: cite.map { Citation(short: $0) }, values: values,
            isAbsent: absent)
    }
}
