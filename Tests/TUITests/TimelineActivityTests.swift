import Model
import Testing

@testable import TUI

@Suite("Timeline rows, counts and conflicts")
struct TimelineActivityTests {
    private let chart = TimelineChart(TimelineSample.timeline)

    private func month(_ year: Int, _ month: Int) -> MonthSpan {
        MonthSpan(between: Month(year: year, month: month), and: Month(year: year, month: month))
    }

    @Test("A month's summary names what certainly and what possibly ran")
    func summary() {
        let summary = TimelineSummary(TimelineSample.timeline, in: month(2007, 6))
        #expect(summary.certain.map(\.id) == ["towards", "calm", "bomca"])
        #expect(summary.possible.map(\.id) == ["carmp"])
        #expect(summary.undated.map(\.id) == ["dialogue"])
        #expect(summary.owners == ["ILO", "IOM", "UNDP"])
        #expect(summary.clashes.map(\.id) == ["ilo-iom-1"])
        #expect(summary.possibleClashes.isEmpty)
        #expect(
            summary.counts.text
                == "3 active (+1 possible) · 3 implementers · 1 conflict · 1 undated")
    }

    @Test(
        "One of a thing and several are told apart",
        arguments: [
            (
                TimelineCounts(
                    certain: 1, possible: 0, owners: 1, clashes: 1, possibleClashes: 0, undated: 0),
                "1 active · 1 implementer · 1 conflict"
            ),
            (
                TimelineCounts(
                    certain: 2, possible: 1, owners: 2, clashes: 2, possibleClashes: 3, undated: 4),
                "2 active (+1 possible) · 2 implementers · 2 conflicts (+3 possible) · 4 undated"
            ),
            (
                TimelineCounts(
                    certain: 0, possible: 3, owners: 0, clashes: 0, possibleClashes: 1, undated: 0),
                "3 possibly active · 1 possible conflict"
            ),
            (
                TimelineCounts(
                    certain: 0, possible: 0, owners: 0, clashes: 0, possibleClashes: 0, undated: 0),
                "none active"
            ),
        ])
    func counts(counts: TimelineCounts, text: String) {
        #expect(counts.text.string == text)
        for width in 0...80 { #expect(counts.text(width: width).columns <= width) }
    }

    @Test("What was swept once agrees with going through all rows, in every month")
    func sweep() {
        var dice = SeededGenerator(seed: 8)
        var rows: [Timeline.Row] = []
        for number in 0..<60 {
            let owner = SafeText("owner \(number % 7)")
            rows.append(TimelineSample.row("\(number)", owner, "row", number % 9 == 0 ? nil : dice.period()))
        }
        let clashes = (0..<20).map { TimelineSample.clash("c\($0)", rows[$0], rows[$0 + 30]) }
        // The last ten stand in two lanes.
        let lanes = [
            Timeline.Lane(id: "1", title: "one", rows: rows),
            Timeline.Lane(id: "2", title: "two", rows: Array(rows[50...])),
        ]
        let timeline = Timeline(lanes: lanes, marks: [], clashes: clashes)
        let activity = TimelineActivity(timeline)
        for index in stride(from: 1980 * 12, to: 2040 * 12, by: 5) {
            let month = Month(index: index)
            let summary = TimelineSummary(timeline, in: MonthSpan(between: month, and: month))
            #expect(activity.counts(in: month) == summary.counts, "\(month.text)")
        }
    }

    @Test("The most of several months is the largest of their counts")
    func most() {
        var dice = SeededGenerator(seed: 9)
        let spans = (0..<40).compactMap { _ in Extent(Period(dice.period())).possibleMonths }
        let counts = MonthCounts(spans)
        for _ in 0..<200 {
            let first = Month(index: Int.random(in: 1970 * 12...2040 * 12, using: &dice))
            let last = first.advanced(by: Int.random(in: 0...200, using: &dice))
            #expect(
                counts.most(in: MonthSpan(between: first, and: last))
                    == (first...last).map { counts[$0] }.max())
        }
    }

    @Test("Next and previous conflict lead through all of them and back")
    func clashes() {
        let first = chart.clashes.next(after: Day(year: 2003, month: 1, day: 1))
        #expect(first?.clash.id == "ilo-iom-1")
        #expect(first?.month.text == "2007-06")
        let second = first.flatMap { chart.clashes.next(after: $0.month.firstDay, from: $0.clash) }
        #expect(second?.clash.id == "ilo-iom-2")
        #expect(second?.month.text == "2008-03")
        #expect(second.flatMap { chart.clashes.next(after: $0.month.firstDay) } == nil)
        #expect(second.flatMap { chart.clashes.previous(before: $0.month.firstDay) } == first)
    }

    @Test("Conflicts that begin in one month are each visited")
    func sameMonth() {
        let rows = (0..<4).map { TimelineSample.row("\($0)", "A", "row", "2005-02/2006") }
        let clashes = (1..<4).map { TimelineSample.clash("c\($0)", rows[0], rows[$0]) }
        let order = TimelineClashes(clashes)
        var place = order.next(after: Day(year: 2000, month: 1, day: 1))
        var visited: [String] = []
        while let here = place {
            visited.append(here.clash.id)
            place = order.next(after: here.month.firstDay, from: here.clash)
        }
        #expect(visited == ["c1", "c2", "c3"])
    }

    @Test("A conflict without a month in common cannot be gone to")
    func apart() {
        let clash = TimelineSample.clash(
            "c", TimelineSample.row("1", "A", "one", "2001/2002"),
            TimelineSample.row("2", "B", "two", "2005/2006"))
        #expect(TimelineClashes([clash]).places.isEmpty)
        #expect(
            chart.status(at: Day(year: 2001, month: 1, day: 1), clash: clash, width: 60)
                == "┊ 2001-01  × A – B · no month shared")
    }

    @Test("Lines and rows find each other, headings and empty lanes included")
    func lines() throws {
        let row = TimelineSample.bomca
        let lanes = [
            Timeline.Lane(id: "0", title: "none", rows: []),
            Timeline.Lane(id: "1", title: "two", rows: [row, row]),
            Timeline.Lane(id: "2", title: "", rows: []), Timeline.Lane(id: "3", title: "", rows: [row]),
        ]
        let rows = TimelineRows(lanes)
        #expect(rows.lineCount == 5)
        #expect(rows.rowCount == 3)
        #expect((0..<3).map { rows.line(ofRow: $0) } == [2, 3, 4])
        for line in -1...5 {
            switch rows.line(at: line) {
            case .row(_, let index): #expect(rows.line(ofRow: index) == line)
            case .heading: #expect([0, 1].contains(line))
            case nil: #expect([-1, 5].contains(line))
            }
        }
        #expect(try rows.index(of: "bomca") == 0)
        #expect(try rows.index(of: "nobody") == nil)
    }

    @Test("The selected row is scrolled into view, with the heading of its lane")
    func scroll() {
        let rows = chart.rows
        #expect(rows.firstLine(from: 0, showing: 2, height: 4) == 0)
        #expect(rows.firstLine(from: 0, showing: 4, height: 4) == 2)
        #expect(rows.firstLine(from: 5, showing: 0, height: 4) == 0)
        #expect(rows.firstLine(from: 0, showing: 6, height: 4) == 5)
        #expect(rows.firstLine(from: 99, showing: 6, height: 40) == 0)
        #expect(rows.firstLine(from: 3, showing: 0, height: 1) == 1)
    }

    @Test("A picture of many rows costs what a picture of few does")
    func speed() {
        func quickest(_ count: Int) -> Duration {
            let rows = Array(repeating: TimelineSample.bomca, count: count)
            let lanes = [Timeline.Lane(id: "", title: "all", rows: rows)]
            let chart = TimelineChart(Timeline(lanes: lanes, marks: [], clashes: []))
            let viewport = TimelineViewport(fitting: chart.months, width: 58)
            let clock = ContinuousClock()
            return (0..<8).map { _ in
                clock.measure {
                    var canvas = Canvas(Size(80, 24))
                    chart.draw(on: &canvas, in: canvas.bounds, viewport: viewport, firstLine: count / 2)
                }
            }.min() ?? .zero
        }
        #expect(quickest(100_000) < quickest(50) * 4)
    }
}
