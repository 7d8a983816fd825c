import Model
import Testing

@Suite("EDTF dates")
struct EDTFDateTests {
    struct Reading: Sendable {
        let text: String
        let earliest: String
        let latest: String
        let precision: EDTFDate.Precision
        let qualifier: EDTFDate.Qualifier?

        init(
            _ text: String, _ earliest: String, _ latest: String, _ precision: EDTFDate.Precision,
            _ qualifier: EDTFDate.Qualifier? = nil
        ) {
            (self.text, self.earliest, self.latest) = (text, earliest, latest)
            (self.precision, self.qualifier) = (precision, qualifier)
        }
    }

    private static let readings = [
        Reading("2008", "2008-01-01", "2008-12-31", .year),
        Reading("2008-03", "2008-03-01", "2008-03-31", .month),
        Reading("2008-02", "2008-02-01", "2008-02-29", .month),
        Reading("2008-03-15", "2008-03-15", "2008-03-15", .day),
        Reading("0000", "0000-01-01", "0000-12-31", .year),
        Reading("9999", "9999-01-01", "9999-12-31", .year),
        // Seasons of the northern hemisphere; winter is the one that begins in the year.
        Reading("2009-21", "2009-03-01", "2009-05-31", .season),
        Reading("2009-22", "2009-06-01", "2009-08-31", .season),
        Reading("2009-23", "2009-09-01", "2009-11-30", .season),
        Reading("2007-24", "2007-12-01", "2008-02-29", .season),
        // Digits that are not specified.
        Reading("200X", "2000-01-01", "2009-12-31", .decade),
        Reading("20XX", "2000-01-01", "2099-12-31", .century),
        Reading("2008-XX", "2008-01-01", "2008-12-31", .year),
        Reading("2008-XX-XX", "2008-01-01", "2008-12-31", .year),
        Reading("2008-02-XX", "2008-02-01", "2008-02-29", .month),
        // A qualifier widens by one unit of the date's own precision.
        Reading("2003?", "2002-01-01", "2004-12-31", .year, .uncertain),
        Reading("2011~", "2010-01-01", "2012-12-31", .year, .approximate),
        Reading("2008-01?", "2007-12-01", "2008-02-29", .month, .uncertain),
        Reading("2008-03-01%", "2008-02-29", "2008-03-02", .day, .both),
        Reading("2009-21~", "2008-12-01", "2009-08-31", .season, .approximate),
        Reading("200X?", "1990-01-01", "2019-12-31", .decade, .uncertain),
        Reading("20XX~", "1900-01-01", "2199-12-31", .century, .approximate),
    ]

    @Test("a date stands for the days from its earliest to its latest", arguments: readings)
    func reads(_ reading: Reading) throws {
        let date = try #require(EDTFDate(reading.text))
        #expect(date.text == reading.text)
        #expect(date.earliest.text == reading.earliest)
        #expect(date.latest.text == reading.latest)
        #expect(date.precision == reading.precision)
        #expect(date.qualifier == reading.qualifier)
    }

    @Test(
        "what is no date of level 1, or no day of the calendar, is refused",
        arguments: [
            "", "?", "~", "abc", "08", "208", "20081", "2008-3", "2008-3-5", "2008-03-5", "2008-00",
            "2008-13",
            "2008-20", "2008-25", "2008-02-30", "2007-02-29", "1900-02-29", "2008-04-31", "2008-04-00",
            "2008-", "-2008", "2008--03", "2008-03-", "2008-03-15-", "2008-03-15T12:00", "2008/2009", "..",
            "XXXX", "2XXX", "20X8", "X008", "2008-XX-15", "2008-X", "2008-1X", "2009-21-XX", "2009-21-01",
            "2008??", "?2008", "2008-?03", " 2008", "2008 ", "2008\n", "+2008", "+008", "2008-+3", "Y20080",
            "２００８", "٢٠٠٨", "2008-03\u{301}", "200x", "March 2008", "2008.03",
        ])
    func refuses(_ text: String) {
        #expect(EDTFDate(text) == nil)
    }

    @Test(
        "only a day without a qualifier is exact",
        arguments: ["2008", "2008-03", "2008-03-15?", "2008-03-XX"])
    func exactness(_ text: String) throws {
        #expect(try #require(EDTFDate("2008-03-15")).isExact)
        #expect(try #require(EDTFDate(text)).isExact == false)
    }
}
