import Foundation

extension Decimal {
    /// As ``description`` writes it, `-1800000.5`, some thirty times faster for what fits a machine word: an import
    /// writes millions.
    package var plainText: String {
        guard isFinite, significand <= Self.longestWord else { return description }
        var digits = Array(String(NSDecimalNumber(decimal: significand).uint64Value).utf8)
        let zero = UInt8(ascii: "0")
        if exponent >= 0 {
            if digits != [zero] { digits += Array(repeating: zero, count: exponent) }
        } else {
            let missing = 1 - exponent - digits.count
            if missing > 0 { digits.insert(contentsOf: Array(repeating: zero, count: missing), at: 0) }
            digits.insert(UInt8(ascii: "."), at: digits.count + exponent)
            while digits.last == zero { digits.removeLast() }
            if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        }
        if sign == .minus, digits != [zero] { digits.insert(UInt8(ascii: "-"), at: 0) }
        return String(decoding: digits, as: UTF8.self)
    }

    private static let longestWord = Decimal(UInt64.max)
}
