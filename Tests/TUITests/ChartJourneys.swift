import Testing

@testable import TUI

@Suite("Timeline and chain by keys")
struct ChartJourneys {
    static let all = [
        Journey(
            "Zooming keeps the cursor's date and is written into the command",
            [
                .init("4 g \"2010-04\" Enter", sees: ["┊ 2010-04"]),
                .init("+", sees: ["┊ 2010-04", "timeline --window"]),
                .init("+ +", sees: ["┊ 2010-04"]),
                .init("- - - - -", sees: ["┊ 2010-04"]),
                .init("0", sees: ["DELTA", "│   ·"], lacks: ["--window"]),
            ]),
        Journey(
            "A date is asked for, and what is none is refused",
            [
                .init("4 g", sees: ["date (2008, 2008-06, jun 2008):"]),
                .init("\"jun 2011\" Enter", sees: ["┊ 2011-06"]),
                .init("g \"someday\" Enter", sees: ["«someday» is no date", "┊ 2011-06"]),
                .init("g \"2008\" Esc", sees: ["┊ 2011-06"], lacks: ["date ("]),
            ]),
        Journey(
            "The first conflict is met even when the cursor is in its month",
            [
                .init("4", sees: ["┊ 2009-06"]),
                .init("n", sees: [">RT     CANAL"]),
                .init("n", sees: ["no dated conflict after this date; 6 lists all of them"]),
                .init("g \"2016\" Enter N", sees: [">RT     CANAL", "┊ 2009-06"]),
                .init("N", sees: ["no dated conflict before this date"]),
                .init("Enter", sees: ["Conflicts › River Trust – Hydra"]),
                .init("Back", sees: ["Timeline", ">RT     CANAL"]),
            ]),
        Journey(
            "Lanes go round, and the selection stays",
            [
                .init("2 j j 4 v", sees: ["lanes by kind", "--lanes kind", ">RT     CANAL"]),
                .init("v", sees: ["lanes by donor", "── Northern Union", ">RT     CANAL"]),
                .init("v", sees: ["lanes by implementer"]),
                .init("v", sees: ["lanes by theme", "── Irrigation"]),
                .init("v", sees: ["lanes by country", "── Velm"]),
                .init("v", sees: ["lanes by succession", "── Village Wells → DELTA", ">RT     CANAL"]),
                .init("v", sees: [">RT     CANAL"], lacks: ["lanes by"]),
            ]),
        Journey(
            "What ran in the cursor's month is listed",
            [
                .init(
                    "4 g \"2010-10\" Enter a",
                    sees: ["[from: 2010-10 ×] [to: 2010-10 ×]", "CANAL", "certain"]),
                .init("Back", sees: ["┊ 2010-10"]),
            ]),
        Journey(
            "A bar is fitted, and everything again",
            [
                .init("2 j j 4 .", sees: [">RT     CANAL", "--window 200"]),
                .init("0", lacks: ["--window"]),
                .init("H", sees: ["--window"]), .init("0 L", sees: ["--window"]),
                .init("0 l l h", sees: ["┊ "], lacks: ["--window"]),
            ]),
        Journey(
            "Bars are walked, opened and left",
            [
                .init("4 G", sees: ["6 of 6"]),
                .init("k", sees: ["5 of 6", "> AquaN"].dropLast() + ["DELTA"]),
                .init("Enter", sees: ["Projects › DELTA"]), .init("Back", sees: ["5 of 6"]),
            ]),
        Journey(
            "A chain is walked along its flows and turned into a tree",
            [
                .init(": \"chain clean canals\" Enter", sees: [">CANAL", "8 nodes"]),
                .init("h", sees: [">RT"]),
                .init("l", sees: [">CANAL"]),
                .init("l", lacks: [">CANAL"]),
                .init("h", sees: [">CANAL"]),
                .init("Tab", sees: ["└── RT", "implementing"]),
                .init("Up", sees: ["commitment"]),
                .init("Tab", sees: ["TOTAL AS REPORTED", "1,800,000 EUR"]),
                .init("u", sees: ["TOTAL ENTRY MONEY", "no total changes"]),
                .init("u u u Tab", sees: [">RT", "total as reported"]),
                .init("Enter", sees: ["Organisations › RT"]),
                .init("Back", sees: [">RT", "Chain › CANAL"]),
                .init(".", sees: ["→ RT · commitment, CANAL · almost 1,", "reported by a third"]),
                .init("G", lacks: [">RT"]), .init("<", sees: [">NU"]),
            ]),
        Journey(
            "A chain of a flow is that of its project",
            [.init(": \"flows\" Enter", sees: ["Flows"]), .init("5", sees: ["Chain › Village Wells"])]),
    ]

    @Test("Each journey shows what it should", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer())
    }
}
