import Model
import Testing

@testable import TUI

@Suite("Timeline viewport and scale")
struct TimelineViewportTests {
    private let months = MonthSpan(between: Month(year: 2003, month: 1), and: Month(year: 2016, month: 12))

    private func anyViewport(_ dice: inout SeededGenerator) -> TimelineViewport {
        var viewport = TimelineViewport(fitting: months, width: Int.random(in: 1...200, using: &dice))
        viewport.go(to: Day(rawValue: Int.random(in: 0...20_000, using: &dice)))
        for _ in 0..<Int.random(in: 0...6, using: &dice) {
            viewport.zoom(Bool.random(using: &dice) ? .in : .out)
        }
        viewport.moveCursor(Int.random(in: -300...300, using: &dice))
        return viewport
    }

    @Test("Each named step of the zoom is a whole period of the calendar")
    func ladder() {
        let date = Day(year: 2008, month: 6, day: 18)
        let starts = [
            TimelineScale.decade, .fiveYears, .year, .quarter, .month, .week, .day,
        ].map { $0.firstDay(of: $0.column(of: date)).text }
        #expect(
            starts == [
                "2000-01-01", "2005-01-01", "2008-01-01", "2008-04-01", "2008-06-01", "2008-06-16",
                "2008-06-18",
            ])
        let steps = TimelineScale.ladder.map(\.daysPerColumn)
        #expect(steps == steps.sorted(by: >))
    }

    @Test("The columns of every scale follow one another without gap, and each day lies in its own")
    func columns() {
        var dice = SeededGenerator(seed: 1)
        let fits = (1...60).map { TimelineScale.fitting(months, width: $0 * 7) }
        for scale in TimelineScale.ladder + fits {
            for _ in 0..<40 {
                let day = Day(rawValue: Int.random(in: -800_000...1_000_000, using: &dice))
                let column = scale.column(of: day)
                #expect(scale.firstDay(of: column) <= day && day <= scale.lastDay(of: column))
                #expect(scale.lastDay(of: column).rawValue + 1 == scale.firstDay(of: column + 1).rawValue)
                #expect(scale.column(of: scale.firstDay(of: column)) == column)
            }
        }
    }

    @Test("What is fitted fits, at any width, and no coarser than it must")
    func fitting() {
        for width in 1...300 {
            var viewport = TimelineViewport(fitting: nil, width: width)
            viewport.show(months)
            #expect(viewport.column(of: months.first.firstDay) >= 0)
            #expect(viewport.column(of: months.last.lastDay) < width || width == 1)
            #expect(Double(viewport.columns(of: months).count) >= Double(width) * 0.5 - 2)
        }
    }

    @Test("Zooming keeps the cursor's date and column")
    func zoom() {
        var dice = SeededGenerator(seed: 2)
        for _ in 0..<400 {
            var viewport = anyViewport(&dice)
            let before = (viewport.cursor, viewport.cursorColumn)
            viewport.zoom(Bool.random(using: &dice) ? .in : .out)
            #expect((viewport.cursor, viewport.cursorColumn) == before)
        }
    }

    @Test("The cursor never leaves the window, whatever is done")
    func cursor() {
        var dice = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            var viewport = anyViewport(&dice)
            for _ in 0..<6 {
                switch Int.random(in: 0...5, using: &dice) {
                case 0: viewport.pan(Int.random(in: -400...400, using: &dice))
                case 1: viewport.moveCursor(Int.random(in: -400...400, using: &dice))
                case 2: viewport.resize(Int.random(in: 0...200, using: &dice))
                case 3: viewport.zoom(.out)
                case 4: viewport.go(to: Day(rawValue: Int.random(in: -900_000...4_000_000, using: &dice)))
                default: viewport.fit(Extent(Period(dice.period())))
                }
                #expect((0..<viewport.width).contains(viewport.cursorColumn))
                #expect(viewport.firstDay <= viewport.cursor && viewport.cursor <= viewport.lastDay)
            }
        }
    }

    @Test("Panning there and back changes nothing while the cursor is in view")
    func pan() {
        var viewport = TimelineViewport(fitting: months, width: 60)
        viewport.zoom(.in)
        let before = viewport
        viewport.pan(7)
        #expect(viewport.firstDay == before.firstDay(of: 7))
        #expect(viewport.cursor == before.cursor)
        viewport.pan(-7)
        #expect(viewport == before)
    }

    @Test("The farthest pan stops at the ends of the calendar")
    func farthest() {
        var viewport = TimelineViewport(fitting: months, width: 60)
        viewport.pan(.max)
        #expect(viewport.window.last.text == "9999-12")
        viewport.pan(.min)
        #expect(viewport.window.first.text == "0001-01")
        viewport.moveCursor(.max)
        #expect(viewport.cursor.month.text <= "9999-12")
    }

    @Test("Moving the cursor over the edge takes the window along")
    func scroll() {
        var viewport = TimelineViewport(fitting: months, width: 60)
        let before = viewport
        viewport.moveCursor(60 - 1 - viewport.cursorColumn)
        #expect(viewport.firstDay == before.firstDay)
        viewport.moveCursor(3)
        #expect(viewport.cursorColumn == 59)
        #expect(viewport.firstDay == before.firstDay(of: 3))
    }

    @Test("What was fitted is fitted again to a new width; a chosen scale is kept")
    func resize() {
        var viewport = TimelineViewport(fitting: months, width: 60)
        viewport.resize(120)
        #expect(viewport.scale == TimelineViewport(fitting: months, width: 120).scale)
        viewport.zoom(.in)
        let scale = viewport.scale
        viewport.resize(60)
        #expect(viewport.scale == scale)
    }

    @Test("The window is told in months, and shown again from them")
    func window() {
        var viewport = TimelineViewport(fitting: months, width: 60)
        viewport.show(MonthSpan(between: Month(year: 2005, month: 1), and: Month(year: 2009, month: 12)))
        #expect(viewport.window.text == "2005-01/2009-12")
        viewport.fit(Extent(Period("2007-06/")))
        #expect(viewport.window.contains(Month(year: 2007, month: 6)))
        let unchanged = viewport
        viewport.fit(Extent.unknown)
        #expect(viewport == unchanged)
    }

    @Test(
        "A date typed in a hurry is understood",
        arguments: [
            ("2008", "2008-01-01"), ("2008-06", "2008-06-01"), ("2008-06-15", "2008-06-15"),
            ("2008-6", "2008-06-01"), ("6/2008", "2008-06-01"), ("06.2008", "2008-06-01"),
            ("jun 2008", "2008-06-01"), ("June, 2008", "2008-06-01"), ("2008 Jun", "2008-06-01"),
            ("jun2008", "2008-06-01"), ("sept 2008", "2008-09-01"), ("200806", "2008-06-01"),
            ("20080615", "2008-06-15"), ("15 june 2008", "2008-06-15"), ("june 15, 2008", "2008-06-15"),
            ("15.6.2008", "2008-06-15"), ("2008/6/15", "2008-06-15"), ("2003?", "2003-01-01"),
            ("200X", "2000-01-01"), ("2009-21", "2009-03-01"), ("2006-11/2011-11", "2006-11-01"),
            ("/2011-05", "2011-05-01"), ("  2008  ", "2008-01-01"),
        ])
    func date(text: String, day: String) {
        #expect(TimelineViewport.day(from: text)?.text == day)
    }

    @Test(
        "What is no date is not guessed at",
        arguments: [
            "", " ", "soon", "13/2008", "2008-13", "2008-02-30", "june", "ju 2008", "12", "20081",
            "2008 2009",
            "1 2 3 2008", "jun jul 2008", "2008-06-15-01", "٢٠٠٨", "2008;6",
        ])
    func noDate(text: String) {
        #expect(TimelineViewport.day(from: text) == nil)
    }
}
