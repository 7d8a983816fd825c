import Foundation
import Testing

@testable import Model

@Suite("Decimals as text")
struct PlainDecimalTests {
    @Test(
        "What does not fit a machine word, has no digits or only zeros is written as Foundation writes it",
        arguments: [
            "0", "-0", "1", "-1", "10", "1000", "0.1", "-0.05", "100.50", "18446744073709551615",
            "18446744073709551616", "99999999999999999999999999999999999999", "0.00000000000000000001",
            "1e30",
            "-123456789.123456789",
        ])
    func edges(text: String) throws {
        let value = try #require(Decimal(string: text))
        #expect(value.plainText == value.description)
    }

    @Test("Any figure is written as Foundation writes it", arguments: 0..<200)
    func any(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let value = Decimal(
            sign: random.once(in: 2) ? .minus : .plus, exponent: random.number(-12...12),
            significand: Decimal(random.next() >> UInt64(random.number(0...63))))
        #expect(value.plainText == value.description)
    }

    @Test("What is no number says so")
    func none() { #expect(Decimal.nan.plainText == "NaN") }
}
