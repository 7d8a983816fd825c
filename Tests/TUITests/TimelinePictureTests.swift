import Model
import Testing

@testable import TUI

@Suite("Timeline pictures")
struct TimelinePictureTests {
    private static let june = Day(year: 2008, month: 6, day: 1)

    private static var conflict: Canvas {
        let chart = TimelineChart(TimelineSample.timeline)
        var viewport = TimelineViewport(fitting: chart.months, width: TimelineChart.plotWidth(of: 80))
        let place = chart.clashes.next(after: Day(year: 2007, month: 12, day: 1))
        if let place { viewport.go(to: place.month.firstDay) }
        viewport.zoom(.in)
        var canvas = Canvas(Size(80, 24))
        chart.draw(on: &canvas, in: canvas.bounds, viewport: viewport, firstLine: 0, clash: place?.clash)
        return canvas
    }

    @Test("At 80 × 24 all rows, the overlap and the cursor date are in view")
    func eighty() {
        let picture = TimelineSample.picture(80, 24) { $0.go(to: Self.june) }
        #expect(
            picture.text == """
                 by ≈3 months               2004    2006   2008    2010   2012    2014   2016
                                         ·  │   ·   │   · 2008-06  │   ·  │   ·   │   ·  │   ·
                 events                                  ◆ EU Strat… ◇ ◆ ×2 study tour to Italy
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta…                  ┝━▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┥
                 ILO   Regulating La…                       ┝▒▒▒▒▒▒▒▒▒▒▒┥
                 IOM   CALM                              ┝?░░░░░░░░░░░░░░░░·····················
                 IOM   CARMP          ·······················┊········?┄○┄┄?····················
                 OSCE  Dialogue on l…  no date in the sources┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA             ┄┄┄━━━━━━━━━━━━━━━━━━━━━━━━━━━━•?······················
                 ICMPD Prague Process                        ┊ ┄┄┄┄━━━━━┄┄┄═══════════════════
                 overlap  most 4      ······▁▁▁▁▁▁▁▁▁▁▁▂▂▃▂▂▃▃▃▃▃▃▃▄▄▄▄▄▃▁▁·····················
                 ┊ 2008-06  3 active (+2 possible) · 3 implementers · 2 possible conflicts
                """)
    }

    @Test("At 120 × 40 names and years have more room")
    func wide() {
        let picture = TimelineSample.picture(120, 40) { $0.go(to: Self.june) }
        #expect(
            picture.text == """
                 by ≈2 months                        2003 2004  2005  2006 2007  2008  2009 2010  2011  2012 2013  2014  2015 2016  2017
                                                     │    │     │     │    │    2008-06     │     │     │    │     │     │    │     │
                 events                                                       ◆ EU Strategy f… ◇   ◆ ×2 study tour to Italy
                 ── labour migration ───────────────────────────────────────────────────────────────────────────────────────────────────
                >ILO   Towards Sustainable Part…                          ┝━━━▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┥
                 ILO   Regulating Labour Migrat…                                  ┝▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┥
                 IOM   CALM                                                   ┝?░░░░░░░░░░░░░░░░░░░░░░░░································
                 IOM   CARMP                     ··································┊·············?┄┄○┄┄┄?·······························
                 OSCE  Dialogue on labour migra…  no date in the sources           ┊
                 ── border management ──────────────────────────────────────────────────────────────────────────────────────────────────
                 UNDP  BOMCA                         ┄┄┄┄┄━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━•?···································
                 ICMPD Prague Process                                              ┊   ┄┄┄┄┄━━━━━━━┄┄┄┄┄═════════════════════════════
                 overlap  most 4                 ·········▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▂▂▂▂▃▂▂▂▃▃▃▃▃▃▃▃▃▃▄▄▄▄▄▄▄▃▂▁▁▁································
                 ┊ 2008-06  3 active (+2 possible) · 3 implementers · 2 possible conflicts · 1 undated
                """)
    }

    @Test("At 40 × 10 the owners go and the rest stays readable")
    func narrow() {
        let picture = TimelineSample.picture(40, 10) {
            $0.go(to: Self.june)
            $0.selection = 1
        }
        #expect(
            picture.text == """
                 ≈7 months       2005     2010     2015
                            ·  · │  2008-06  ·   · │ ·
                 events              ◆ ┊   ◇◆ ×2 study…
                 ── labour migration ───────────────────
                 Towards S…         ┝▓▒▒▒▒▒▒▒┥
                >Regulatin…            ┝▒▒▒▒┥
                 CALM                ┝?░░░░░░░··········
                 CARMP      ···········┊···?○┄?·········
                 overlap    ···▁▁▁▁▁▂▃▂▃▃▃▄▄▄▁··········
                 ┊ 2008-06  3 active (+2 possible)
                """)
    }

    @Test("Under 30 columns the names move to the bars")
    func bare() {
        let picture = TimelineSample.picture(28, 14) { $0.go(to: Self.june) }
        #expect(
            picture.text == """
                      2005    2010     2015
                 ·  · │· 2008-06  ·  · │ ·
                          ◆ ┊  ◇◆ ×2 study…
                 ── labour migration ───────
                >        ┝▓▒▒▒▒▒▒┥ ILO Towa…
                           ┝▒▒▒▒▒┥ ILO Regu…
                  IOM CA… ┝?░░░░░░··········
                 ·· IOM CARMP ·?┄○┄?········
                  Dialogue on labour migra…
                 ── border management ──────
                  ┄┄━━ UNDP B… ━•?··········
                  ICMPD Pra…┊┄━━━┄┄════════
                 ···▁▁▁▁▁▂▃▃▃▃▄▄▄▂··········
                 ┊ 2008-06  3 active (+2 p…
                """)
    }

    @Test("Away from all bars, arrows and dates say where they are")
    func away() {
        let picture = TimelineSample.picture(by: .month, at: Day(year: 2030, month: 3, day: 14))
        #expect(
            picture.text == """
                 by month                2028        2029        2030        2031        2032
                                      Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3   2030-03   Q4 Q1 Q2 Q3 Q4 Q1 Q2
                 events                                            ┊
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta… ◀ 2006-11/2011-11 Towards Sustainable Partnerships for th…
                 ILO   Regulating La… ◀ 2008-03/2011-05 Regulating Labour Migration as an Instr…
                 IOM   CALM           ◀····························┊····························
                 IOM   CARMP          ◀····························┊····························
                 OSCE  Dialogue on l…  no date in the sources      ┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA          ◀····························┊····························
                 ICMPD Prague Process ◀ 2009/2011, planned 2012-01/2016-12
                 overlap  most 4      ··························································
                 ┊ 2030-03  3 possibly active · 2 implementers · 1 undated
                """)
    }

    @Test("Every way of knowing dates looks different")
    func kinds() {
        let picture = TimelineChart.print(TimelineKinds.timeline, window: TimelineKinds.window, width: 80)
        #expect(
            picture.text == """
                 by ≈1.9 months       2002   2003  2004  2005   2006  2007  2008   2009  2010
                                      │   ·  │  ·  │  ·  │   ·  │  ·  │  ·  │   ·  │  ·  │  ·  │
                 A overrun                   ┝━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╪━━━━━━━━┥
                 A cut short                 ┝━━━━━━━━━━━━┄┄┄┄┄┄════════════╡
                 A goes on                         ┄┄┄┄┄┄━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━→
                 A always was         ←━━━━━━━━━━━━━━━━━━━━━━━━━━┥
                 A end before start                            ┄┄┄┄┄┄┄┄┄┄┄┄┄┄
                 A both doubtful             ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
                 A start not said     ·································?┥
                 A end not said                                         ┝?······················
                 A one month                                       ▬
                 A one day                                         ▬
                 A some time in 2006                            ┄┄┄┄┄┄
                 A only planned                           ╞══════════════════╡
                 A seen twice         ··············?•━━━━━━━━━━━━━━━━━•?·······················
                 A seen after doubt          ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄━━━━━━━━•?·······················
                 A long ago           ◀ 19XX
                 A not dated           no date in the sources
                 overlap  most 6      ▁▁▁▁▁▁▁▃▃▃▃▃▃▃▃▄▄▄▄▅▄▄▄▄▄▆▆▅▄▆▄▄▄▄▄▂▂▂▂▂▂▂▂▂▂▂▂▂▁▁▁▁▁▁▁▁▁▁
                 ━ certain  ┄ possible  ?· not said  ═ planned  ▓ conflict  ▒░ possible  • seen
                """)
    }

    @Test("Printed, it has every row, a legend and no cursor")
    func printed() {
        let picture = TimelineChart.print(TimelineSample.timeline, width: 80, hasStatus: true)
        #expect(
            picture.text == """
                 by ≈3 months               2004    2006   2008    2010   2012    2014   2016
                                         ·  │   ·   │   ·  │   ·   │   ·  │   ·   │   ·  │   ·
                 events                                  ◆ EU Strat… ◇ ◆ ×2 study tour to Italy
                 ── labour migration ───────────────────────────────────────────────────────────
                 ILO   Towards Susta…                  ┝━▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┥
                 ILO   Regulating La…                       ┝▒▒▒▒▒▒▒▒▒▒▒┥
                 IOM   CALM                              ┝?░░░░░░░░░░░░░░░░·····················
                 IOM   CARMP          ································?┄○┄┄?····················
                 OSCE  Dialogue on l…  no date in the sources
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA             ┄┄┄━━━━━━━━━━━━━━━━━━━━━━━━━━━━•?······················
                 ICMPD Prague Process                          ┄┄┄┄━━━━━┄┄┄═══════════════════
                 overlap  most 4      ······▁▁▁▁▁▁▁▁▁▁▁▂▂▃▂▂▃▃▃▃▃▃▃▄▄▄▄▄▃▁▁·····················
                 2003-01/2016-12  5 active (+1 possible) · 1 conflict (+1 possible)
                 ━ certain  ┄ possible  ?· not said  ═ planned  ▓ conflict  ▒░ possible  • seen
                """)
    }

    @Test("In ASCII every meaning keeps a glyph of its own")
    func ascii() {
        let picture = TimelineChart.print(TimelineKinds.timeline, window: TimelineKinds.window, width: 80)
            .ascii
        #expect(
            picture.text == """
                 by ~1.9 months       2002   2003  2004  2005   2006  2007  2008   2009  2010
                                      |   .  |  .  |  .  |   .  |  .  |  .  |   .  |  .  |  .  |
                 A overrun                   +==============================+========+
                 A cut short                 +============------~~~~~~~~~~~~]
                 A goes on                         ------======================================>
                 A always was         <==========================+
                 A end before start                            --------------
                 A both doubtful             ------------------==------------------
                 A start not said     .................................?+
                 A end not said                                         +?......................
                 A one month                                       =
                 A one day                                         =
                 A some time in 2006                            ------
                 A only planned                           [~~~~~~~~~~~~~~~~~~]
                 A seen twice         ..............?o=================o?.......................
                 A seen after doubt          ------------------========o?.......................
                 A long ago           < 19XX
                 A not dated           no date in the sources
                 overlap  most 6      1111111333333334444544444665464444422222222222221111111111
                 = certain  - possible  ?. not said  ~ planned  # conflict  %: possible  o seen
                """)
    }

    @Test("At a conflict its two rows are set off and the status says what it is")
    func setOff() {
        let picture = Self.conflict
        #expect(
            picture.text == """
                 by quarter                 2004    2006    2008    2010    2012    2014    2016
                                        ·   │   ·   │    2008-03    │   ·   │   ·   │   ·   │
                 events                                  ◆ EU Strate… ◇ ◆ ×2 study tour to Italy
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta…                  ┝━▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┥
                ×ILO   Regulating La…                       ┝▒▒▒▒▒▒▒▒▒▒▒▒┥
                ×IOM   CALM                              ┝?░░░░░░░░░░░░░░░░░····················
                 IOM   CARMP          ······················┊··········?┄○┄┄?···················
                 OSCE  Dialogue on l…  no date in the sources
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA            ┄┄┄━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━•?·····················
                 ICMPD Prague Process                       ┊   ┄┄┄━━━━━━┄┄┄════════════════════
                 overlap  most 4      ·····▁▁▁▁▁▁▁▁▁▁▁▁▂▂▃▂▂▃▃▃▃▃▃▃▄▄▄▄▄▄▃▁▁····················
                 ┊ 2008-03  × ILO – IOM · perhaps shared, at most 39 months
                """)
    }
}

extension TimelinePictureTests {
    @Test("Any size is harmless, with and without rows, and nothing is drawn outside the rectangle")
    func anySize() {
        let empty = Timeline(lanes: [], marks: [], clashes: [])
        for timeline in [TimelineSample.timeline, TimelineKinds.timeline, empty] {
            let chart = TimelineChart(timeline)
            for width in [0, 1, 2, 5, 6, 7, 29, 30, 31, 59, 60, 61] {
                for height in 0...12 {
                    var canvas = Canvas(Size(width + 4, height + 4))
                    let rect = Rect(2, 2, width, height)
                    let viewport = TimelineViewport(fitting: chart.months, width: 7)
                    chart.draw(on: &canvas, in: rect, viewport: viewport, firstLine: height - 3)
                    canvas.fill(rect)
                    #expect(canvas.text == "", "\(width) × \(height)")
                }
                _ = TimelineChart.print(timeline, width: width, hasStatus: true)
                #expect(TimelineChart.legend(width: width).columns <= width)
            }
        }
    }

    @Test("What is drawn differs in glyph, not in ink alone, and in ASCII too")
    func glyphs() {
        let meanings: [Character] = [
            TimelineGlyph.certain, TimelineGlyph.possible, TimelineGlyph.planned, TimelineGlyph.clash,
            TimelineGlyph.possibleClash, TimelineGlyph.doubtfulClash, TimelineGlyph.unknown,
            TimelineGlyph.seen, TimelineGlyph.seenAbout, TimelineGlyph.start, TimelineGlyph.before,
            TimelineGlyph.after,
        ]
        #expect(Set(meanings).count == meanings.count)
        #expect(Set(meanings.map(\.asciiStandIn)).count == meanings.count)
    }

    @Test("A pan of one column leaves most cells as they were")
    func pan() {
        let before = TimelineSample.picture(80, 24) { $0.go(to: Day(year: 2008, month: 6, day: 1)) }
        let after = TimelineSample.picture(80, 24) {
            $0.go(to: Day(year: 2008, month: 6, day: 1))
            $0.pan(1)
        }
        var changed = 0
        for y in 0..<24 { for x in 0..<80 where before[x, y] != after[x, y] { changed += 1 } }
        #expect(changed > 0)
        #expect(changed < 200)
    }
}

extension TimelinePictureTests {
    @Test("Conflict is the only thing in its ink, the cursor is accented, the selected row bold")
    func inks() {
        let picture = TimelineSample.picture(80, 24) { $0.go(to: Day(year: 2008, month: 6, day: 1)) }
        let clashed: Set<Character?> = [
            TimelineGlyph.clash, TimelineGlyph.possibleClash, TimelineGlyph.doubtfulClash,
        ]
        for y in 0..<24 {
            for x in 22..<80 {
                let cell = picture[x, y]
                if clashed.contains(cell.glyph) { #expect(cell.style.ink == .conflict) }
                if cell.glyph == TimelineGlyph.cursor { #expect(cell.style.ink == .accent) }
                if cell.glyph == TimelineGlyph.possible { #expect(cell.style.ink == .dim) }
            }
        }
        #expect(picture[0, 4].glyph == ">")
        #expect(picture[1, 4].style.isBold && !picture[1, 5].style.isBold)
        #expect(picture.cursor == Point(0, 4))
        #expect((22..<80).contains { picture[$0, 1].style.isReversed })
    }
}
