import Model
import Testing

@testable import TUI

@Suite("Timeline bars")
struct TimelineBarTests {
    private func viewports(_ dice: inout SeededGenerator) -> [TimelineViewport] {
        let months = MonthSpan(between: Month(year: 1985, month: 1), and: Month(year: 2030, month: 12))
        return [TimelineScale.decade, .year, .quarter, .month, .week, .day].map { scale in
            var viewport = TimelineViewport(fitting: months, width: Int.random(in: 1...120, using: &dice))
            viewport.go(to: Day(rawValue: Int.random(in: 7000...17_000, using: &dice)))
            viewport.zoom(to: scale)
            return viewport
        }
    }

    @Test("Every dated row has a cell in every window, if only an arrow")
    func atLeastOneCell() {
        var dice = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let row = TimelineSample.row("a", "A", "a", dice.period())
            for viewport in viewports(&dice) {
                let strip = TimelineStrip(row, clashes: [], in: viewport)
                #expect(strip.cells.contains { $0 != nil }, "\(row.start ?? "")/\(row.end ?? "")")
            }
        }
    }

    @Test("Where it certainly ran it possibly ran, and what is said of it lies about both")
    func subset() {
        var dice = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let extent = Extent(Period(dice.period()))
            for viewport in viewports(&dice) {
                let bar = TimelineBar(extent, in: viewport)
                guard let certain = bar.certain else { continue }
                #expect(certain.clamped(to: bar.possible) == certain)
                #expect(certain.clamped(to: bar.body) == certain)
            }
        }
    }

    @Test("A date made less certain never makes more columns certain, nor fewer possible")
    func widening() {
        var dice = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let year = Int.random(in: 1990...2010, using: &dice)
            let end = year + Int.random(in: 0...9, using: &dice)
            let exact = ["\(year)-03-15", "\(year)-03", "\(year)", "\(year)?", "\(year / 10)X?"]
            let ends = ["\(end)-11-15", "\(end)-11", "\(end)", "\(end)~", "\(end / 10)X~"]
            for viewport in viewports(&dice) {
                let bars = zip(exact, ends).map { TimelineBar(Extent(Period("\($0)/\($1)")), in: viewport) }
                for (sure, less) in zip(bars, bars.dropFirst()) {
                    #expect(less.possible.clamped(to: sure.possible) == sure.possible)
                    guard let certain = less.certain else { continue }
                    #expect(sure.certain?.clamped(to: certain) == certain)
                }
            }
        }
    }

    @Test("A column is certain where one of its months is; by month, exactly there")
    func months() {
        var dice = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            let extent = Extent(Period(dice.period()))
            for viewport in viewports(&dice).prefix(4) {
                let bar = TimelineBar(extent, in: viewport)
                for column in 0..<viewport.width {
                    guard let months = viewport.months(of: column) else { continue }
                    let isCertain = bar.certain?.contains(column) == true
                    let expected = extent.runs(in: months)
                    // Some time in 2006 is certainly in 2006, though in none of its months.
                    #expect(isCertain || expected != .certain)
                    #expect(bar.possible.contains(column) == (expected != .none))
                    if viewport.scale == .month { #expect(isCertain == (expected == .certain)) }
                }
            }
        }
    }

    @Test("A conflict is drawn on both rows, in the same months")
    func clash() {
        let one = TimelineSample.row("one", "A", "one", "2006-11/2011-11")
        let other = TimelineSample.row("other", "B", "other", "2008-03/2013-05")
        let clash = TimelineSample.clash("c", one, other)
        var viewport = TimelineViewport(fitting: nil, width: 130)
        viewport.show(MonthSpan(between: Month(year: 2005, month: 1), and: Month(year: 2014, month: 12)))
        let shaded = [one, other].map { row in
            TimelineStrip(row, clashes: [clash], in: viewport).cells.indices.filter {
                TimelineStrip(row, clashes: [clash], in: viewport).cells[$0]?.style.ink == .conflict
            }
        }
        #expect(shaded[0] == shaded[1])
        #expect(shaded[0] == Array(viewport.columns(of: clash.months.certain ?? viewport.window)))
    }

    @Test("A label never hides a conflict, an end or a sighting")
    func label() {
        var viewport = TimelineViewport(fitting: nil, width: 60)
        viewport.show(MonthSpan(between: Month(year: 2003, month: 1), and: Month(year: 2012, month: 12)))
        for row in [
            TimelineSample.towards, TimelineSample.bomca, TimelineSample.carmp, TimelineSample.prague,
        ] {
            let clashes = TimelineSample.timeline.clashes.filter { $0.first == row.id }
            let plain = TimelineStrip(row, clashes: clashes, in: viewport)
            var labelled = plain
            labelled.label("a label of some length", atLeast: 4)
            let free: Set<Character?> = [
                nil, TimelineGlyph.certain, TimelineGlyph.possible, TimelineGlyph.unsaid,
            ]
            for (before, after) in zip(plain.cells, labelled.cells) where before != after {
                #expect(free.contains(before?.glyph))
                #expect(before?.style.ink != .conflict)
            }
            #expect(labelled.cells.contains { $0?.glyph == "l" })
        }
    }
}
