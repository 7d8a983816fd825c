import Foundation
import Model
import Testing

@Suite("Exchange rates")
struct ExchangeRateTests {
    @Test("a rate says currencies, rate and date, and is written as it is read")
    func reads() throws {
        let rate = try ExchangeRate("USD:EUR=0.76@2010-06-30")
        #expect(rate.from == "USD" && rate.to == "EUR" && rate.rate == Decimal(string: "0.76"))
        #expect(rate.text == "USD:EUR=0.76@2010-06-30")
        #expect(rate.words == "1 USD = 0.76 EUR on 2010-06-30")
        #expect(try ExchangeRate("GBP:EUR=1.2@2010~").date.text == "2010~")
    }

    @Test(
        "what is no rate says what is wrong with it",
        arguments: [
            ("USD:EUR", "is no rate"), ("USD:EUR=0.76", "is no rate"), ("USD=0.76@2010", "is no rate"),
            ("USD:EUR=0,76@2010", "is no rate"), ("USD:EUR=-1@2010", "is no rate"),
            ("USD:EUR=1e3@2010", "is no rate"), ("USD:EUR=@2010", "is no rate"), ("", "is no rate"),
            ("usd:EUR=1@2010", "no currency code"), ("DOLLAR:EUR=1@2010", "no currency code"),
            ("USD:EUR=0@2010", "above zero"), ("USD:EUR=0.0@2010", "above zero"),
            ("USD:EUR=1@yesterday", "no EDTF date"), ("USD:EUR=1@", "no EDTF date"),
            ("EUR:EUR=1@2010", "the same"),
        ])
    func refuses(text: String, words: String) throws {
        let fault = try #require(throws: ExchangeRate.Fault.self) {
            try ExchangeRate(text)
        }
        #expect(fault.words.string.contains(words), "\(fault.words.string)")
    }

    @Test("rates lead to one currency, one rate for each")
    func together() throws {
        #expect(try ExchangeRates([]) == nil)
        let two = #expect(throws: ExchangeRate.Fault.self) {
            try ExchangeRates(["USD:EUR=0.76@2010", "GBP:USD=1.5@2010"])
        }
        #expect(two?.words.string.contains("two currencies") == true)
        let twice = #expect(throws: ExchangeRate.Fault.self) {
            try ExchangeRates(["USD:EUR=0.76@2010", "USD:EUR=0.8@2011"])
        }
        #expect(twice?.words.string.contains("two rates for USD") == true)
    }

    @Test("amounts are converted to the hundredth, and the target stays as it is")
    func converts() throws {
        let rates = try #require(try ExchangeRates(["USD:EUR=0.333@2010", "GBP:EUR=1.2@2010"]))
        #expect(rates.target == "EUR")
        #expect(rates.converted(Money(value: 10, currency: "USD")) == Decimal(string: "3.33"))
        #expect(
            rates.converted(Money(value: Decimal(string: "0.05") ?? 0, currency: "USD"))
                == Decimal(string: "0.02"))
        #expect(
            rates.converted(Money(value: Decimal(string: "0.005") ?? 0, currency: "EUR"))
                == Decimal(string: "0.005"))
        #expect(rates.converted(Money(value: 1, currency: "KZT")) == nil)
        #expect(rates.converted(Money(value: 1)) == nil)
    }
}

@Suite("Whose word a flow is")
struct ReportingTests {
    private func reporting(_ citations: [Citation], _ flow: Record? = nil) throws -> [Reporting] {
        var told = flow ?? Record(.flow, "told", ["kind": ["funding"], "from": ["ec"], "to": ["iom"]])
        told.citations = citations
        let report = Record(
            .source, "report-ec",
            ["title": ["Report"], "type": ["report"], "publisher": ["European Commission"]])
        let interview = Record(
            .source, "interview-iom",
            [
                "title": ["Interview"], "type": ["interview"],
                "speaker": [.speaks("iom-kyrgyzstan", "head of office")],
            ])
        let chain = try SampleDossier.dataset(adding: told, report, interview).chain("iom")
        return chain.flows.filter { $0.record == told.id }.map(\.reporting)
    }

    private func by(_ source: String) -> Citation {
        Citation(short: "paper §1", basis: .reported, by: source)
    }

    @Test("the payer's, the receiver's or a part's of one of them, both's, a third's, or nobody's")
    func sides() throws {
        #expect(try reporting([by("report-ec")]) == [.payer])
        #expect(try reporting([by("interview-iom")]) == [.receiver])
        #expect(try reporting([by("interview-iom"), by("report-ec")]) == [.both])
        #expect(try reporting([Citation(short: "paper §1")]) == [.neither])
        #expect(try reporting([by("interview-ilo")]) == [.neither])
        #expect(try reporting([Citation(short: "paper §1", basis: .inferred)]) == [.inferred])
        // Who writes it himself says it as much as who is quoted.
        #expect(try reporting([Citation(short: "report-ec p.3")]) == [.payer])
    }

    @Test("at every hop of a flow its giver and its receiver are the two sides")
    func hops() throws {
        let flow = Record(
            .flow, "told",
            ["kind": ["funding"], "from": ["ec"], "through": ["aeneas", "ilo"], "to": ["iom"]])
        #expect(try reporting([by("interview-ilo")], flow) == [.receiver, .receiver, .payer])
        #expect(try reporting([by("report-ec")], flow) == [.payer, .payer, .payer])
    }
}
