import Model
import Testing

@Suite("Months")
struct MonthTests {
    @Test(
        "a month knows its first and last day", arguments: [(2008, 29), (2007, 28), (1900, 28), (2000, 29)])
    func ends(year: Int, lastOfFebruary: Int) {
        let february = Month(year: year, month: 2)
        #expect(february.firstDay == Day(year: year, month: 2, day: 1))
        #expect(february.lastDay == Day(year: year, month: 2, day: lastOfFebruary))
    }

    @Test("every month ends on the day before the next begins")
    func noGaps() {
        let months = Month(year: -5, month: 1)...Month(year: 2270, month: 12)
        #expect(months.allSatisfy { $0.lastDay.advanced(by: 1) == $0.advanced(by: 1).firstDay })
        #expect(months.allSatisfy { $0.firstDay.month == $0 && $0.lastDay.month == $0 })
    }

    @Test("a month is written as EDTF writes it")
    func wording() {
        #expect(Month(year: 2008, month: 3).text == "2008-03")
        #expect(Month(year: 2008, month: 12).advanced(by: 1).text == "2009-01")
        #expect(Month(year: 2008, month: 1).advanced(by: -1).text == "2007-12")
        #expect(Month(year: 0, month: 1).advanced(by: -1).text == "-0001-12")
        #expect(Month.distantPast.text == "..")
        #expect(Month.distantFuture.advanced(by: -5) == .distantFuture)
    }

    @Test("a span is never empty")
    func spans() throws {
        let march = Month(year: 2008, month: 3)
        let may = Month(year: 2008, month: 5)
        #expect(MonthSpan(may, march) == nil)
        #expect(MonthSpan(between: may, and: march) == MonthSpan(march, may))
        #expect(MonthSpan(march, march)?.count == 1)
        let span = try #require(MonthSpan(march, may))
        #expect(span.count == 3)
        #expect(span.contains(march) && span.contains(may) && !span.contains(may.advanced(by: 1)))
    }

    @Test("spans meet where both have a month")
    func meeting() throws {
        func span(_ first: Int, _ last: Int) throws -> MonthSpan {
            try #require(MonthSpan(Month(year: 2008, month: first), Month(year: 2008, month: last)))
        }
        #expect(try span(1, 5).intersection(span(5, 9)) == span(5, 5))
        #expect(try span(1, 4).intersection(span(5, 9)) == nil)
        #expect(try span(1, 9).intersection(span(3, 4)) == span(3, 4))
    }

    @Test("a span without a bound has no count, and says so in its text")
    func unboundedSpans() throws {
        let march = Month(year: 2008, month: 3)
        #expect(MonthSpan(march, march)?.text == "2008-03")
        let since = try #require(MonthSpan(march, .distantFuture))
        #expect(since.count == nil)
        #expect(since.text == "2008-03/..")
        #expect(MonthSpan(.distantPast, march)?.text == "../2008-03")
    }
}
