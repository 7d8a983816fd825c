import Foundation
import Model
import Testing

@Suite("Money")
struct MoneyTests {
    struct Amount: Sendable {
        let money: Money
        let text: String
        let short: String

        init(
            _ value: String, _ currency: String?, _ qualifier: String?, _ text: String, _ short: String
        ) {
            money = Money(value: Decimal(string: value) ?? .nan, currency: currency, qualifier: qualifier)
            self.text = text
            self.short = short
        }
    }

    private static let amounts = [
        Amount("1800000", "USD", "almost", "almost 1,800,000 USD", "≲$1.8m"),
        Amount("2000000", "EUR", "around", "around 2,000,000 EUR", "≈€2.0m"),
        Amount("50000000", "GBP", "over", "over 50,000,000 GBP", "≳£50.0m"),
        Amount("1500", "EUR", "up to", "up to 1,500 EUR", "≲€1.5k"),
        Amount("999", "EUR", nil, "999 EUR", "€999"),
        Amount("1000", "EUR", nil, "1,000 EUR", "€1.0k"),
        Amount("0", "EUR", nil, "0 EUR", "€0"),
        Amount("12345678.5", "USD", nil, "12,345,678.5 USD", "$12.3m"),
        Amount("0.25", "USD", nil, "0.25 USD", "$0.25"),
        Amount("7200000000", "CHF", nil, "7,200,000,000 CHF", "CHF 7.2bn"),
        Amount("1800000", nil, nil, "1,800,000 (currency unknown)", "¤1.8m"),
        // Corrections and repayments are negative.
        Amount("-1234567", "EUR", nil, "-1,234,567 EUR", "-€1.2m"),
        Amount("-123", "EUR", nil, "-123 EUR", "-€123"),
        // Rounding may carry into the next unit.
        Amount("999960", "EUR", nil, "999,960 EUR", "€1.0m"),
        Amount("999999999", "EUR", nil, "999,999,999 EUR", "€1.0bn"),
        Amount("999940", "EUR", nil, "999,940 EUR", "€999.9k"),
    ]

    @Test("an amount is told in full and in short", arguments: amounts)
    func wording(_ amount: Amount) {
        #expect(amount.money.text == amount.text)
        #expect(amount.money.short == amount.short)
    }

    @Test("an amount comes out of JSON as it went in")
    func roundTrip() throws {
        for amount in Self.amounts {
            let body = try JSONEncoder().encode(amount.money)
            #expect(try JSONDecoder().decode(Money.self, from: body) == amount.money)
        }
    }
}
