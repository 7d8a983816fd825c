import Testing

@testable import Model

@Suite("Days")
struct DayTests {
    @Test(
        "a day is counted from 1970-01-01",
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (1, 1, 1, -719_162), (1670, 1, 1, -109_572),
            (1700, 2, 28, -98_557), (1700, 3, 1, -98_556), (1800, 3, 1, -62_032), (1900, 2, 28, -25_509),
            (1900, 3, 1, -25_508), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2008, 3, 15, 13_953),
            (2100, 2, 28, 47_540), (2100, 3, 1, 47_541), (2270, 12, 31, 109_937), (9999, 12, 31, 2_932_896),
        ])
    func countsDays(year: Int, month: Int, day: Int, count: Int) {
        #expect(Day(year: year, month: month, day: day).rawValue == count)
        let civil = Day(rawValue: count).civil
        #expect(civil == (year, month, day))
    }

    @Test("six hundred years of days follow each other without a gap and come back as they went in")
    func roundTrip() {
        var count = Day(year: 1670, month: 1, day: 1).rawValue
        var wrong: [String] = []
        for year in 1670...2270 {
            for month in 1...12 {
                for day in 1...Day.daysIn(year: year, month: month) {
                    let made = Day(year: year, month: month, day: day)
                    if made.rawValue != count || made.civil != (year, month, day) { wrong.append(made.text) }
                    count += 1
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("days before year 0 count on backwards")
    func beforeYearZero() {
        let newYear = Day(year: 0, month: 1, day: 1)
        #expect(newYear.advanced(by: -1).civil == (-1, 12, 31))
        #expect(newYear.advanced(by: -1).text == "-0001-12-31")
        #expect(Day(year: 0, month: 2, day: 29).advanced(by: 1).civil == (0, 3, 1))
    }

    @Test(
        "only days of the calendar are real",
        arguments: [
            (2008, 2, 29, true), (2000, 2, 29, true), (1900, 2, 29, false), (2100, 2, 29, false),
            (2007, 2, 29, false), (2008, 4, 31, false), (2008, 12, 31, true), (2008, 13, 1, false),
            (2008, 0, 1, false), (2008, 1, 0, false), (2008, 1, 32, false),
        ])
    func reality(year: Int, month: Int, day: Int, isReal: Bool) {
        #expect(Day.isReal(year: year, month: month, day: day) == isReal)
    }

    @Test("the far ends have no date and do not move")
    func farEnds() {
        for end in [Day.distantPast, .distantFuture] {
            #expect(!end.isBounded)
            #expect(end.text == "..")
            #expect(end.advanced(by: 400) == end)
            #expect(!end.month.isBounded)
            #expect(end.month.firstDay == end)
            #expect(end.month.lastDay == end)
        }
        #expect(Day.distantPast < Day(year: -9999, month: 1, day: 1))
        #expect(Day(year: 99_999, month: 1, day: 1) < .distantFuture)
    }

    @Test("quotients are rounded downwards")
    func floors() {
        #expect(floorDivide(7, 2) == 3)
        #expect(floorDivide(-7, 2) == -4)
        #expect(floorDivide(-8, 2) == -4)
    }
}
