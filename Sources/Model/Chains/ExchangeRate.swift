import Foundation

/// What one unit of a currency was worth in another on a date: `USD:EUR=0.76@2010-06-30`. Given by the user;
/// without one, currencies are never added.
package struct ExchangeRate: Hashable, Sendable {
    /// ISO 4217.
    package let from: String
    package let to: String
    /// Units of ``to`` for one of ``from``; above zero.
    package let rate: Decimal
    package let date: EDTFDate

    /// Why a text gives no rate, or several rates do not go together. Plain data; the wording is ``words``.
    package enum Fault: Error, Hashable, Sendable {
        case malformed(String)
        case noCurrency(String, code: String)
        case noDate(String, date: String)
        case notAboveZero(String)
        case sameCurrency(String)
        case twoTargets(String, String)
        case twice(String)
    }

    /// - Throws: ``Fault``.
    package init(_ text: String) throws {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let sides = parts[0].split(separator: "=", omittingEmptySubsequences: false)
        let codes = sides[0].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, sides.count == 2, codes.count == 2 else { throw Fault.malformed(text) }
        for code in codes where !Self.isCode(code) { throw Fault.noCurrency(text, code: String(code)) }
        guard let rate = Self.number(sides[1]) else { throw Fault.malformed(text) }
        guard rate > 0 else { throw Fault.notAboveZero(text) }
        guard let date = EDTFDate(String(parts[1])) else {
            throw Fault.noDate(text, date: String(parts[1]))
        }
        guard codes[0] != codes[1] else { throw Fault.sameCurrency(text) }
        from = String(codes[0])
        to = String(codes[1])
        self.rate = rate
        self.date = date
    }

    /// The form that ``init(_:)`` reads.
    package var text: String { "\(from):\(to)=\(rate)@\(date.text)" }

    /// `1 USD = 0.76 EUR on 2010-06-30`.
    package var words: SafeText { "1 \(from) = \(rate.description) \(to) on \(date.text)" }

    private static func isCode(_ text: Substring) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// Digits with at most one point between them: no sign, no exponent, no grouping.
    private static func number(_ text: Substring) -> Decimal? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard (1...2).contains(parts.count), isPlain, text.utf8.count <= 30 else { return nil }
        return Decimal(string: String(text), locale: Locale(identifier: "en_US_POSIX"))
    }
}

extension ExchangeRate.Fault {
    package var words: SafeText {
        let form = "write it as USD:EUR=0.76@2010-06-30, which says that one USD was 0.76 EUR on that day"
        return switch self {
        case .malformed(let text): "--rate «\(text)» is no rate: \(form)"
        case .noCurrency(let text, let code):
            "--rate «\(text)»: «\(code)» is no currency code of ISO 4217; \(form)"
        case .noDate(let text, let date): "--rate «\(text)»: «\(date)» is no EDTF date; \(form)"
        case .notAboveZero(let text): "--rate «\(text)»: a rate is above zero"
        case .sameCurrency(let text): "--rate «\(text)»: both currencies are the same"
        case .twoTargets(let first, let second):
            "--rate: «\(first)» and «\(second)» lead to two currencies; give all rates to one"
        case .twice(let code): "--rate: there are two rates for \(code); give one"
        }
    }
}

/// Rates that all lead to one currency.
package struct ExchangeRates: Hashable, Sendable {
    package let target: String
    package let rates: [ExchangeRate]

    /// Nil without rates.
    ///
    /// - Throws: ``ExchangeRate/Fault``.
    package init?(_ texts: [String]) throws {
        rates = try texts.map { try ExchangeRate($0) }
        guard let first = rates.first else { return nil }
        target = first.to
        var seen: Set<String> = []
        for rate in rates {
            guard rate.to == target else { throw ExchangeRate.Fault.twoTargets(first.text, rate.text) }
            guard seen.insert(rate.from).inserted else { throw ExchangeRate.Fault.twice(rate.from) }
        }
    }

    /// The amount in the target, to the hundredth, halves away from zero; nil without a rate for it.
    package func converted(_ money: Money) -> Decimal? {
        if money.currency == target { return money.value }
        guard let rate = rates.first(where: { $0.from == money.currency }) else { return nil }
        var product = money.value * rate.rate
        var rounded = Decimal()
        NSDecimalRound(&rounded, &product, 2, .plain)
        return rounded
    }
}
