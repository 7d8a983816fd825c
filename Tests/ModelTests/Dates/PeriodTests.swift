import Model
import Testing

@Suite("Periods")
struct PeriodTests {
    struct Reading: Sendable {
        let text: String
        let start: String?
        let end: String?

        init(_ text: String, _ start: String?, _ end: String?) {
            (self.text, self.start, self.end) = (text, start, end)
        }
    }

    @Test(
        "a period has a start and an end; nil is what is not said",
        arguments: [
            Reading("2006-11/2011-11", "2006-11", "2011-11"), Reading("2008", "2008", "2008"),
            Reading("2008-03?", "2008-03?", "2008-03?"), Reading("2007-06/", "2007-06", nil),
            Reading("/2011-05", nil, "2011-05"), Reading("2001/..", "2001", ".."),
            Reading("../2011-05", "..", "2011-05"), Reading("2003?/2011~", "2003?", "2011~"),
            Reading("2009-21/2010-24", "2009-21", "2010-24"), Reading("200X/201X", "200X", "201X"),
        ])
    func reads(_ reading: Reading) throws {
        let period = try #require(Period(reading.text))
        #expect(period.text == reading.text)
        #expect(period.startText == reading.start)
        #expect(period.endText == reading.end)
    }

    @Test(
        "what dates nothing or has more than two ends is refused",
        arguments: [
            "", "/", "../..", "../", "/..", "..", "2006/2007/2008", "2006//2008", "2006/x", "x/2006",
            "2006/ ",
            "2006-11 - 2011-11", "2006-11–2011-11", "2006/...", "now",
        ])
    func refuses(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test(
        "an end before the start is told, unless the days could still be in order",
        arguments: [
            ("2011/2008", true), ("2008-04/2008-03", true), ("2008-03-16/2008-03-15", true),
            ("2008/2008-01", false), ("2008-03-15/2008-03-15", false), ("2008-04/2008-03?", false),
            ("2011/", false), ("../2001", false), ("2008", false),
        ])
    func endBeforeStart(_ text: String, isReversed: Bool) throws {
        #expect(try #require(Period(text)).endsBeforeStart == isReversed)
    }

    @Test("an end that is not said is not the same as going on")
    func unknownIsNotOpen() throws {
        let unknown = Extent(Period("2007-06/"))
        let open = Extent(Period("2007-06/.."))
        let later = try #require(MonthSpan(Month(year: 2020, month: 1), Month(year: 2020, month: 1)))
        #expect(unknown.runs(in: later) == .possible)
        #expect(open.runs(in: later) == .certain)
    }
}
