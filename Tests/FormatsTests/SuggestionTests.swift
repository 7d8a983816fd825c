import Testing

@testable import Formats

@Suite("What was probably meant") struct SuggestionTests {
    @Test(
        "dates",
        arguments: [
            ("March 2008", "2008-03"), ("15 March 2008", "2008-03-15"), ("March 15, 2008", "2008-03-15"),
            ("15.03.2008", "2008-03-15"), ("3/2008", "2008-03"), ("2008.3", "2008-03"),
            ("2008/3/5", "2008-03-05"),
            ("circa 2008", "2008~"), ("2000s", "200X"), ("Sept 2009", "2009-09"),
        ])
    func dates(written: String, meant: String) { #expect(DateSuggestion.date(meantBy: written) == meant) }

    @Test(
        "nothing is made up for",
        arguments: ["soon", "2008-13", "31 February 2008", "", "12", "2008 2009 2010"])
    func noDate(written: String) { #expect(DateSuggestion.date(meantBy: written) == nil) }

    @Test(
        "periods",
        arguments: [
            ("2006–2011", "2006/2011"), ("2006-2011", "2006/2011"), ("2006-11 – 2011-11", "2006-11/2011-11"),
            ("November 2006 to May 2011", "2006-11/2011-05"), ("since 2001", "2001/.."),
            ("2001 - now", "2001/.."),
            ("May 2008", "2008-05"),
        ])
    func periods(written: String, meant: String) { #expect(DateSuggestion.period(meantBy: written) == meant) }

    @Test(
        "amounts",
        arguments: [
            ("1,800,000", "1800000"), ("1.800.000", "1800000"), ("1 800 000", "1800000"),
            ("1.8 million", "1800000"),
            ("2 bn", "2000000000"),
        ])
    func amounts(written: String, meant: String) { #expect(Amount.meant(by: written) == meant) }

    @Test("figures are digits with a point", arguments: ["1,5", "1e9", "--1", "1.", ".5", "", "٣", "NaN"])
    func noAmount(written: String) { #expect(Amount.value(of: written) == nil) }

    @Test("codes of today and of former years are known") func codes() {
        for code in ["EUR", "USD", "KZT", "KGS", "UZS", "TJS", "XDR", "DEM", "XEU"] {
            #expect(Currencies.isCode(code))
        }
        for code in ["eur", "EURO", "ABC", ""] { #expect(!Currencies.isCode(code)) }
        for code in ["KZ", "KG", "GB", "XK"] { #expect(Countries.isCode(code) == (code != "XK")) }
        #expect(Countries.meant(by: "kz") == "KZ")
        #expect(Currencies.meant(by: "usd") == "USD")
    }
}
