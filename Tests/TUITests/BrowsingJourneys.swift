import Testing

@testable import TUI

@Suite("Browsing by keys")
struct BrowsingJourneys {
    static let all = [
        Journey(
            "A record is opened and left again, the cursor where it was",
            [
                .init("2 j j", sees: ["3 of 6", ">  CANAL"]),
                .init("Enter", sees: ["Projects › CANAL", "March 2008 to May 2011"]),
                .init("Back", sees: ["3 of 6", ">  CANAL"]),
                .init("]", sees: ["Projects › CANAL"]),
                .init("[", sees: ["3 of 6"]),
                .init("[", sees: ["Overview"]),
                .init("[", sees: ["this is where you began", "Overview"]),
                .init("]", sees: ["3 of 6"]),
                .init("] ]", sees: ["you have not been further", "Projects › CANAL"]),
            ]),
        Journey(
            "What lay ahead is forgotten when one goes elsewhere",
            [.init("2 3 [ 6", sees: ["Conflicts"]), .init("]", sees: ["you have not been further"])]),
        Journey(
            "A list on a low screen is scrolled, and comes back scrolled", size: Size(80, 7),
            [
                .init("2 G", sees: ["6 of 6", "> ", "Gauges"], lacks: ["Basin Facility"]),
                .init("k", sees: ["5 of 6", ">  DELTA", "Gauges"]),
                .init("Enter Back", sees: ["5 of 6", ">  DELTA", "Gauges"], lacks: ["Basin Facility"]),
                .init("<", sees: ["1 of 6", "Basin Facility"]),
                .init("PgDn", sees: ["4 of 6"]),
                .init("PgUp", sees: ["1 of 6"]),
                .init("End Home", sees: ["1 of 6"]),
            ]),
        Journey(
            "The selection follows from view to view and back",
            [
                .init("2 j j", sees: [">  CANAL"]),
                .init("4", sees: ["Timeline", ">RT     CANAL"]),
                .init("2", sees: ["3 of 6", ">  CANAL"]),
                .init("t", sees: ["Timeline", ">RT     CANAL"]),
                .init("c", sees: ["Chain › CANAL", "≲€1.8m", "chain clean-canals"]),
                .init("x", sees: ["Conflicts", "River Trust – Hydra", "conflicts clean-canals"]),
                .init("[ [ [", sees: ["3 of 6", ">  CANAL"]),
                .init("e", sees: ["Projects › CANAL", "CITATIONS", "[1] reed-2014 §1 ¶4"]),
                .init("5", sees: ["Chain › "]),
            ]),
        Journey(
            "A conflict's timeline shows its projects, and its chain the first of them",
            [
                .init("6", sees: [">⚔ River Trust"]),
                .init("t", sees: ["[project: CANAL ×] [project: Village Wells ×]", "Village Wel"]),
                .init("[ c", sees: ["Chain › CANAL"]),
                .init("[ e", sees: ["EVIDENCE", "the word of Interview"]),
                .init("[ x", sees: ["Conflicts › River Trust – Hydra", "a party's own word"]),
            ]),
        Journey(
            "An organisation's timeline and conflicts are its own",
            [
                .init("3", sees: [">  NU"]),
                .init("t", sees: ["[organisation: NU ×]", "Basin Facil"], lacks: ["DELTA"]),
                .init("[ x", sees: ["Conflicts › NU", "Grants or loans"]),
            ]),
        Journey(
            "Links on a page are walked and followed",
            [
                .init(": \"show clean-canals\" Enter", sees: ["Projects › CANAL"]),
                .init("Tab Tab S-Tab Enter", lacks: ["Projects › CANAL"]),
                .init("Back", sees: ["Projects › CANAL", "period"]),
                .init("G", sees: ["100 %", "CITATIONS"]),
                .init("Home", sees: ["period"], lacks: ["100 %"]),
            ]),
        Journey(
            "On a record's page, keys mean the record until a link is gone to",
            [
                .init("2 j j Enter c", sees: ["Chain › CANAL"]),
                .init("Back x", sees: ["conflicts clean-canals"]),
                .init("Back Enter", sees: ["nothing is selected: Tab goes to a link"]),
                .init("Tab Enter", sees: ["Themes › Irrigation"]),
            ]),
        Journey(
            "The preview can be walked and followed, and closed again",
            [
                .init("2 j j Tab", sees: ["Enter follow"]),
                .init("G", sees: ["MEASURES", ">  CANAL"]),
                .init("Tab", sees: ["Enter follow"]),
                .init("Esc", sees: ["Enter open"]),
                .init("j", sees: ["4 of 6"]),
                .init("Tab Home Tab Enter", sees: ["Themes › Irrigation"]),
                .init("Back", sees: ["4 of 6"]),
            ]),
        Journey(
            "Where there is no room for a preview, Tab says so", size: Size(60, 10),
            [.init("2 Tab", sees: ["there is no room for the preview"]), .init("j", sees: ["2 of 6"])]),
        Journey(
            "Escape clears a message and is never needed",
            [
                .init("%", sees: ["% does nothing here; ? lists the keys"]),
                .init("Esc", lacks: ["does nothing here"]),
                .init("%", sees: ["does nothing here"]),
                .init("2", sees: ["1 of 6"], lacks: ["does nothing here"]),
            ]),
        Journey(
            "Keys under a Cyrillic layout do what the Latin ones at their places do",
            [
                .init("2 о о", sees: ["3 of 6"]),
                .init("л", sees: ["2 of 6"]),
                .init("о е", sees: ["Timeline", ">RT     CANAL"]),
                .init("х", sees: ["3 of 6"]),
                .init("ъ", sees: ["Timeline"]),
                .init("П", sees: ["6 of 6"]),
            ]),
        Journey(
            "Cyrillic typed into a line stays Cyrillic",
            [
                .init("/ \"Речной\"", sees: ["find: Речной", "River Trust"]),
                .init("Esc 2", sees: ["Projects"]),
            ]),
    ]

    @Test("Each journey shows what it should", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer())
    }

    @Test("Two presses of the mouse open a row, the wheel walks")
    func mouse() throws {
        var explorer = try BasinDossier.explorer()
        explorer.press("2")
        _ = explorer.update(.mouse(.wheelDown, Point(5, 5)))
        #expect(explorer.screen.contains("2 of 6"))
        _ = explorer.update(.mouse(.press, Point(12, 5)))
        #expect(explorer.marked.contains("CANAL"))
        _ = explorer.update(.mouse(.press, Point(12, 5)))
        #expect(explorer.screen.contains("Projects › CANAL"))
        _ = explorer.update(.mouse(.press, Point(500, -3)))
        #expect(explorer.screen.contains("Projects › CANAL"))
    }
}
