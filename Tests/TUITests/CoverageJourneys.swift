import Model
import Testing

@testable import TUI

@Suite("Coverage by keys")
struct CoverageJourneys {
    static let all = [
        Journey(
            "The first overlap is looked at, its list is opened and left",
            [
                .init("7", sees: ["Coverage › theme × year", "> Water", "Water × 2009 · 3 projects"]),
                .init("Enter", sees: ["[theme: Water ×] [from: 2009 ×] [to: 2009 ×]", "1 of 3"]),
                .init("Back", sees: ["Water × 2009", "1 of 4 × 5 of 10"]),
            ]),
        Journey(
            "The cross moves by keys and stops at the edges",
            [
                .init("7 l", sees: ["Water × 2010", "1 of 4 × 6 of 10"]),
                .init("h h", sees: ["Water × 2008 · 2 projects · 1 implementer"]),
                .init("j", sees: ["> Irrigation", "Irrigation × 2008"]),
                .init("Home", sees: ["Irrigation × 2005 · gap: no project", "no project in this cell"]),
                .init("Enter", sees: ["a gap: there is no project to list"]),
                .init("End", sees: ["2 of 4 × 10 of 10"]), .init("Right", sees: ["2 of 4 × 10 of 10"]),
                .init("G", sees: ["> Water data"]), .init("g", sees: ["> Water  "]),
                .init("H H H", sees: ["1 of 4 × 1 of 10"]), .init("L", lacks: ["× 1 of 10"]),
                .init("PgDn", sees: ["> Water data"]),
            ]),
        Journey(
            "A gap that may be none says what is not known",
            [.init("7 G j k Home", sees: ["no project known", "of the row without a date"])]),
        Journey(
            "Overlaps are gone through in reading order, there and back",
            [
                .init("7 n", sees: ["Water × 2010"]), .init("n n", sees: ["Irrigation × 2009"]),
                .init("n n n", sees: ["no overlap after this cell", "Irrigation × 2011"]),
                .init("N N N", sees: ["Water × 2011"]),
                .init("N N N", sees: ["no overlap before this cell", "Water × 2009"]),
            ]),
        Journey(
            "Axes and counts go round, and are written into the command",
            [
                .init("7 v", sees: ["theme × country", "coverage --rows theme --columns country"]),
                .init("v", sees: ["country × year", "> Orda basin"]),
                .init("v", sees: ["organisation × theme"]),
                .init(
                    "i",
                    sees: [
                        "implementers", "coverage --rows organisation --columns theme --count implementers",
                    ]
                ),
                .init("i", sees: ["--count donors"]), .init("i", lacks: ["--count"]),
                .init("v v v v v v v v v v", sees: ["theme × year"], lacks: ["--rows"]),
            ]),
        Journey(
            "Rows are put in another order, and the cross stays where it was",
            [
                .init("7 l l l s", sees: ["Order rows by", "conflicts: rows that overlap"]),
                .init(
                    "\"name\" Enter",
                    sees: ["rows by name", "coverage --sort=name", "> Water ", "Water × 2012"]),
                .init("s \"confl\" Enter", sees: ["rows by conflicts", "Water × 2012"]),
            ]),
        Journey(
            "From a theme's record its row is found; from the row, the record's other views",
            [
                .init(": \"show irrigation\" Enter 7", sees: ["> Irrigation", "Irrigation × 2009"]),
                .init("t", sees: ["Timeline", "[theme: Irrigation ×]"]),
                .init("Back c", sees: ["Chain › Irrigation"]),
                // Which of the cell's projects overlap.
                .init("Back x", sees: ["only computed", "[theme: Irrigation ×]", "CANAL × "]),
                .init("Back", sees: ["> Irrigation", "Irrigation × 2009"]),
            ]),
        Journey(
            "Filters narrow the grid and are lifted",
            [
                .init("7 f \"theme irrig\" Enter", sees: ["[theme: Irrigation ×]", "1 of 1 ×"]),
                .init("F", sees: ["> Irrigation", "2 of 4 ×"], lacks: ["[theme"]),
                .init(
                    "/ \"wells\" Enter",
                    sees: ["[text: wells ×]", "2 of 3 × 1 of 1", "Irrigation × 2009 · 1 project"]),
                .init("Esc", lacks: ["[text"]),
                .init("f \"2009/2010\" Enter", sees: ["[from: 2009 ×]", "× 1 of 2"]),
            ]),
        Journey(
            "What empties the grid is said",
            [
                .init(
                    "7 / \"zzz\" Enter",
                    sees: ["No projects. Nothing passes the filter «text: zzz». F lifts it."])
            ]),
        Journey(
            "The help lists the glyphs", size: Size(100, 60),
            [.init("7 ? \"legend\"", sees: ["! overlap: different implementers in one year", "▓ 3 to 4"])]),
    ]

    @Test("Each journey shows what it should", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer())
    }

    @Test("A press of the mouse selects a cell, and opens the selected one")
    func mouse() throws {
        var explorer = try BasinDossier.explorer()
        explorer.press("7")
        let lines = explorer.screen.split(separator: "\n", omittingEmptySubsequences: false)
        let y = try #require(lines.firstIndex { $0.contains("Irrigation") })
        // The cell of the cross, one row down.
        let cursor = try #require(explorer.render(Size(80, 24)).cursor)
        _ = explorer.update(.mouse(.press, Point(cursor.x, y)))
        #expect(explorer.screen.contains("Irrigation × 2009"))
        _ = explorer.update(.mouse(.press, Point(cursor.x + 2, y)))
        #expect(explorer.screen.contains("Irrigation × 2010"))
        _ = explorer.update(.mouse(.press, Point(cursor.x + 2, y)))
        #expect(explorer.screen.contains("Projects"))
    }

    @Test("The list that Enter opens has as many rows as the cell counts", arguments: Coverage.Axes.all)
    func lists(axes: Coverage.Axes) throws {
        var view = View(.coverage)
        view.axes = axes
        let dataset = try BasinDossier.dataset.get()
        let grid = try dataset.coverage(view)
        var pane = try CoveragePane(view: view, dataset: dataset)
        try pane.prepare(Size(78, 19))
        for row in grid.rows.indices {
            _ = pane.perform(.top)
            for _ in 0..<row { _ = pane.perform(.down) }
            _ = pane.perform(.firstColumn)
            for column in grid.columns.indices {
                let count = grid.rows[row].cell(column)?.tally.projects
                switch pane.perform(.open) {
                case .go(let list): #expect(try dataset.list(list)?.count() == count)
                default: #expect(count == nil)
                }
                _ = pane.perform(.right)
            }
        }
    }
}
