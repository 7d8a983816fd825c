import Model
import Testing

@testable import TUI

@Suite("Pictures of successions")
struct SuccessionPictureTests {
    /// Two projects and what lies between them, drawn from 2002 to 2010; the row between alone.
    private static func between(_ first: String, _ second: String, width: Int = 100) -> [String] {
        let projects = [
            TimelineSample.row("a", "A", "first", first), TimelineSample.row("b", "B", "second", second),
        ]
        var row = TimelineSample.row("a+b", "", "", nil)
        let between = Timeline.Between(
            first: "a", second: "b", from: projects[0].extent, to: projects[1].extent,
            title: "first → second")
        row.between = between
        row.name = between.gap.words
        let timeline = Timeline(
            lanes: [Timeline.Lane(id: "a", title: "", rows: [projects[0], row, projects[1]])], marks: [],
            clashes: [])
        let canvas = TimelineChart.print(timeline, window: TimelineKinds.window, width: width)
        return canvas.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).prefix(3)
            .map(String.init)
    }

    @Test("a certain gap runs from the end of the one to the start of the next")
    func gap() {
        #expect(
            Self.between("2003-01/2005-06", "2007-01/2009-06") == [
                " A first                           ┝━━━━━━━━━━━━━━━━━━┥",
                "  gap 18 months                                        ╍╍╍╍╍╍╍╍╍╍╍╍",
                " B second                                                          ┝━━━━━━━━━━━━━━━━━━┥",
            ])
    }

    @Test("what may be a gap or more is drawn lighter on both sides of the certain one")
    func possible() {
        #expect(
            Self.between("2003-01/2005", "2007/2009-06") == [
                " A first                           ┝━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄",
                "  gap 12–34 months                                  ╶╶╶╶╶╶╶╍╍╍╍╍╍╍╍╶╶╶╶╶╶╶╶",
                " B second                                                          ┄┄┄┄┄┄┄━━━━━━━━━━━━┥",
            ])
    }

    @Test("months that both ran in have a glyph of their own")
    func overlap() {
        #expect(
            Self.between("2003-01/2007", "2006/2009-06") == [
                " A first                           ┝━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄",
                "  overlap 2–24 months                                      ╶╶╶╶╶╶╶≡≡╶╶╶╶╶╶╶",
                " B second                                                  ┄┄┄┄┄┄┄━━━━━━━━━━━━━━━━━━━━┥",
            ])
    }

    @Test("an end that is not said leaves a question")
    func unsaid() {
        #expect(
            Self.between("2004-01/", "2007-01/") == [
                " A first                                   ┝?·······················································",
                "  gap 0–35 or overlap                       ╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶?",
                " B second                                                          ┝?·······························",
            ])
    }

    @Test("a gap shorter than a column is seen")
    func brief() {
        #expect(
            Self.between("2003-01/2005-06", "2005-08/2009-06", width: 60) == [
                " A first             ┝━━━━━━━━━━┥",
                " gap 1 month                     ╍",
                " B second                        ┝━━━━━━━━━━━━━━━━━┥",
            ])
    }

    @Test("every glyph has a stand-in of its own")
    func standIns() {
        let glyphs = [
            TimelineGlyph.gap, TimelineGlyph.shared, TimelineGlyph.possiblyBetween, TimelineGlyph.certain,
            TimelineGlyph.possible, TimelineGlyph.planned, TimelineGlyph.clash, TimelineGlyph.unknown,
            TimelineGlyph.guaranteed, TimelineGlyph.refused, TimelineGlyph.endorsed, TimelineGlyph.noFollowUp,
        ]
        #expect(Set(glyphs.map(\.asciiStandIn)).count == glyphs.count)
        #expect(glyphs.allSatisfy { $0.asciiStandIn.isASCII })
    }
}
