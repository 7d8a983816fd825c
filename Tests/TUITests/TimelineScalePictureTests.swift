import Model
import Testing

@testable import TUI

@Suite("Timeline pictures by scale")
struct TimelineScalePictureTests {
    private static let june = Day(year: 2008, month: 6, day: 1)

    @Test("By month, quarters stand under years and bars that leave the window say so")
    func month() {
        let picture = TimelineSample.picture(by: .month, at: Self.june)
        #expect(
            picture.text == """
                 by month             2006  2007        2008        2009        2010        2011
                                      Q3 Q4 Q1 Q2 Q3 Q4   2008-06   Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1
                 events                          ◆ EU Strategy for Central Asia       ◇       ◆
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta…     ┝━━━━━━▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
                 ILO   Regulating La…                     ┝▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
                 IOM   CALM                      ┝?░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                 IOM   CARMP          ·······················┊·····························?┄┄┄▶
                 OSCE  Dialogue on l…  no date in the sources┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA          ◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
                 ICMPD Prague Process                        ┊      ┄┄┄┄┄┄┄┄┄┄┄━━━━━━━━━━━━━━┄┄▶
                 overlap  most 4      ▁▁▁▁▂▂▂▂▂▂▂▃▂▂▂▂▂▂▂▂▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▄▄▄▄▄▄▄▄▄▄▄▄▄▄▃▃▃
                 ┊ 2008-06  3 active (+2 possible) · 3 implementers · 2 possible conflicts
                """)
    }

    @Test("By week, months stand under years and a month is less exact than a column")
    func week() {
        let picture = TimelineSample.picture(by: .week, at: Day(year: 2011, month: 3, day: 14))
        #expect(
            picture.text == """
                 by week              2010                  2011
                                      Aug  Sep Oct  Nov Dec Jan   2011-03-14 May  Jun Jul  Aug
                 events                                                ◆ ◆ study tour to Moscow
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta… ◀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
                 ILO   Regulating La… ◀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░
                 IOM   CALM           ◀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                 IOM   CARMP          ·····················?┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄○┄┄┄┄┄┄┄┄▶
                 OSCE  Dialogue on l…  no date in the sources          ┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA          ◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄○┄┄?·················
                 ICMPD Prague Process ◀━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▶
                 overlap  most 4      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▃▃▃▃▃▃▃▃▃▃▃▃▂▂▂▂▂▁▁▁▁▁▁▁▁▁▁▁▁▁
                 ┊ 2011-03  3 active (+3 possible) · 4 implementers · 2 possible conflicts
                """)
    }

    @Test("By day, Mondays stand under months and the cursor has its day")
    func day() {
        let picture = TimelineSample.picture(by: .day, at: Day(year: 2011, month: 3, day: 14))
        #expect(
            picture.text == """
                 by day               Feb 2011            Mar 2011
                                           14     21     28       2011-03-14  21     28      4
                 events                                                ◆ study tour… ◆ study to…
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta… ◀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
                 ILO   Regulating La… ◀▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▶
                 IOM   CALM           ◀░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                 IOM   CARMP          ◀┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▶
                 OSCE  Dialogue on l…  no date in the sources          ┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA          ◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄▶
                 ICMPD Prague Process ◀┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▶
                 overlap  most 4      ▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃
                 ┊ 2011-03  3 active (+3 possible) · 4 implementers · 2 possible conflicts
                """)
    }

    @Test("By year, labels have room beside the bars")
    func year() {
        let picture = TimelineSample.picture(by: .year, at: Self.june)
        #expect(
            picture.text == """
                 by year              1985 1990 1995 2000 2005 2010 2015 2020 2025 2030 2035
                                      │    │    │    │    2008-06   │    │    │    │    │    │
                 events                                     ◆┊ ◆◆ ×2 study tour to Italy
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta…                      ┝▓▒▒▒┥ Towards Sustainable Partnersh…
                 ILO   Regulating La…                        ┝▒▒┥ Regulating Labour Migration a…
                 IOM   CALM                                 ┝?░░░·······························
                 IOM   CARMP          ·······················┊·?•?······························
                 OSCE  Dialogue on l…  no date in the sources┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA                            ┝━━━━━━━•?······························
                 ICMPD Prague Process                        ┊┝━┥╞═══╡
                 overlap  most 4      ··················▁▁▁▂▃▃▄▄▄·······························
                 ┊ 2008-06  3 active (+2 possible) · 3 implementers · 2 possible conflicts
                """)
    }

    @Test("By decade, every bar still has a cell")
    func decade() {
        let picture = TimelineSample.picture(by: .decade, at: Self.june)
        #expect(
            picture.text == """
                 by decade               1800 1850 1900 1950 2000 2050 2100 2150 2200 2250 2300
                                         │    │    │    │ 2008-06 │    │    │    │    │    │
                 events                                      ◆◆ ×3 new technical adviser
                 ── labour migration ───────────────────────────────────────────────────────────
                >ILO   Towards Susta…                        ┝┥ Towards Sustainable Partnership…
                 ILO   Regulating La…                        ┝┥ Regulating Labour Migration as…
                 IOM   CALM                                  ┝?·································
                 IOM   CARMP          ·······················?•?································
                 OSCE  Dialogue on l…  no date in the sources┊
                 ── border management ──────────────────────────────────────────────────────────
                 UNDP  BOMCA                                 ┝•?································
                 ICMPD Prague Process                        ┝┥
                 overlap  most 4      ·······················▄▄·································
                 ┊ 2008-06  3 active (+2 possible) · 3 implementers · 2 possible conflicts
                """)
    }
}
