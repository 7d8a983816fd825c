import Foundation

/// An amount as a source gives it. Amounts of different or unknown currencies are never added.
package struct Money: Hashable, Codable, Sendable {
    /// How exact the source says the figure is; `almost` and `up to` bound it from above, `over` from below.
    package static let qualifiers = ["almost", "around", "over", "up to"]

    package var value: Decimal
    /// ISO 4217 code; nil when the source does not say.
    package var currency: String?
    package var qualifier: String?
    /// A term of ``Vocabulary/flowKind``, where the source says it. Amounts of different kinds are never added.
    package var kind: String?

    package init(
        value: Decimal, currency: String? = nil, qualifier: String? = nil, kind: String? = nil
    ) {
        self.value = value
        self.currency = currency
        self.qualifier = qualifier
        self.kind = kind
    }

    /// `almost 1,800,000 USD`; an unknown currency is said.
    package var text: String {
        let parts = [qualifier, Self.grouped(value), currency ?? "(currency unknown)"]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    /// `≈€2.0m`, for charts.
    package var short: String {
        let sign =
            switch qualifier {
            case "almost", "up to": "≲"
            case "over": "≳"
            case "around": "≈"
            default: ""
            }
        let symbols = ["EUR": "€", "USD": "$", "GBP": "£"]
        let prefix = currency.map { symbols[$0] ?? "\($0) " } ?? "¤"
        return sign + (value < 0 ? "-" : "") + prefix + Self.abbreviated(abs(value))
    }

    /// Digits grouped by thousands, decimals kept as they are: `1,800,000.5`.
    package static func grouped(_ value: Decimal) -> String {
        let plain = value.plainText
        let unsigned = plain.drop { $0 == "-" }
        let whole = unsigned.prefix { $0 != "." }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0 && (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (plain.hasPrefix("-") ? "-" : "") + grouped + unsigned.dropFirst(whole.count)
    }

    private static func abbreviated(_ value: Decimal) -> String {
        // What would round to a thousand of one unit is told in the next.
        let units: [(size: Decimal, least: Decimal, letter: String)] = [
            (1_000_000_000, 999_950_000, "bn"), (1_000_000, 999_950, "m"), (1000, 1000, "k"),
        ]
        for (size, least, letter) in units where value >= least {
            var quotient = value / size
            var rounded = Decimal()
            NSDecimalRound(&rounded, &quotient, 1, .plain)
            let text = rounded.description
            return (text.contains(".") ? text : text + ".0") + letter
        }
        return value.description
    }
}
