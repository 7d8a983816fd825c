import Testing

@testable import TUI

@Suite("Narrowing, sorting and the palette by keys")
struct NarrowingJourneys {
    static let all = [
        Journey(
            "A list narrows while one types, and Escape restores it",
            [
                .init("2 j j /", sees: ["narrow projects:"]),
                .init("\"d\"", sees: ["narrow projects: d", "[text: d ×]"]),
                .init("\"elta\"", sees: ["1 of 1", ">  DELTA", "projects --text delta"], lacks: ["CANAL"]),
                .init("\"x\"", sees: ["none", "Nothing passes the filter «text: deltax». F lifts it."]),
                .init("Esc", sees: ["of 6", "CANAL"], lacks: ["[text:"]),
            ]),
        Journey(
            "What was typed stays after Enter, and F lifts it",
            [
                .init("2 / \"wells\" Enter", sees: ["[text: wells ×]", "of 2"], lacks: ["narrow projects:"]),
                .init("/", sees: ["narrow projects: wells"]),
                .init("Esc", sees: ["[text: wells ×]", "of 2"]),
                .init("F", sees: ["of 6"], lacks: ["[text:"]),
                .init("F", sees: ["no filter is set; f sets one"]),
            ]),
        Journey(
            "The cursor stays on its record while the list narrows",
            [.init("2 j j j", sees: ["4 of 6"]), .init("/ \"wells\" Enter F", sees: ["4 of 6"])]),
        Journey(
            "The list is walked while it is narrowed",
            [
                .init("2 / \"wells\" Down", sees: ["2 of 2", ">  DELTA", "narrow projects: wells"]),
                .init("Enter Enter", sees: ["Projects › DELTA"]),
            ]),
        Journey(
            "A line is edited with the usual keys",
            [
                .init("2 / \"wxlls\" Left Left Left Back \"e\"", sees: ["narrow projects: wells"]),
                .init("Home Del \"w\" End", sees: ["narrow projects: wells"]),
                .init("\" foo\" C-w Back", sees: ["narrow projects: wells", "of 2"]),
                .init("C-u", sees: ["of 6", "narrow projects:"], lacks: ["wells ×"]),
                .init("Back", sees: ["Enter open"], lacks: ["narrow projects:"]),
            ]),
        Journey(
            "A filter is chosen from values with their counts, carried along, and lifted",
            [
                .init("2 f", sees: ["Filter:", "donor: Kestrel Foundation"]),
                .init("\"donor kestrel\" Enter", sees: ["[donor: Kestrel Foundation ×]", "of 2"]),
                .init("4", sees: ["[donor: Kestrel Foundation ×]", "DELTA"], lacks: ["CANAL"]),
                .init("2 f \"lift\" Enter", sees: ["of 6"], lacks: ["[donor:"]),
            ]),
        Journey(
            "A time is typed into the filter",
            [
                .init("2 f \"2009-07\"", sees: ["time: 2009-07 to 2009-07"]),
                .init("Enter", sees: ["[from: 2009-07 ×] [to: 2009-07 ×]", "CANAL"], lacks: ["DELTA"]),
                .init("F F f \"2012/\" Enter", sees: ["[from: 2012 ×]"], lacks: ["CANAL", "[to:"]),
                .init("F f \"/2006\" Enter", sees: ["[to: 2006 ×]", "Basin Facility"], lacks: ["CANAL"]),
                .init("f \"2010/1990x\"", sees: ["Nothing matches."]),
            ]),
        Journey(
            "An empty view says which filter emptied it and which key lifts it",
            [
                .init(
                    "2 f \"1990\" Enter",
                    sees: ["none", "Nothing passes «from: 1990» and «to: 1990». F lifts the last."]),
                .init("4", sees: ["No projects.", "F lifts it."]),
                .init("F", sees: ["Basin Facil"]),
            ]),
        Journey(
            "A list is sorted by a chosen column, the cursor on its record",
            [
                .init("2 j j s", sees: ["Sort by", "title ▼"]),
                .init("\"title\" Enter", sees: ["sorted by title ▲", "--sort=title", ">  CANAL"]),
                .init("s \"title\" Down Enter", sees: ["sorted by title ▼", "--sort=-title", ">  CANAL"]),
                .init("Home", sees: ["1 of 6", "> ", "Village Wells"]),
            ]),
        Journey(
            "A list with an order of its own says so",
            [.init("6 s", sees: ["this list has an order of its own"])]),
        Journey(
            "The palette runs an action, a command line, a date and a name",
            [
                .init("2 : \"sort\" Enter", sees: ["Sort by"]),
                .init("Esc :", sees: ["Command, action, date or name"]),
                .init("\"conflicts river trust\"", sees: ["conflicts river-trust"]),
                .init("Enter", sees: ["Conflicts › RT", "over the canals"], lacks: ["Grants or loans"]),
                .init(": \"2009-07\" Enter", sees: ["[from: 2009-07 ×] [to: 2009-07 ×]", "Projects"]),
                .init(": \"hydra\" Enter", sees: ["Organisations › Hydra"]),
                .init(": \"orgs\" Enter", sees: ["of 7"]),
                .init(": \"qqqqq\"", sees: ["Nothing matches."]),
                .init("Enter", sees: ["Nothing matches."]),
                .init("Esc", sees: ["of 7"]),
                .init(": Back", sees: ["of 7"], lacks: ["Command, action"]),
            ]),
        Journey(
            "The keys are listed and searched, and Enter does one",
            [
                .init("2 ?", sees: ["Keys: type to search", "Open the selected record"]),
                .init("\"copy this view\"", sees: ["> Y"]),
                .init("Esc ? \"sources\" Enter", sees: ["Sources", "of 3"]),
                .init("F1 \"zoom in\" Enter", sees: ["that key does something in another view"]),
            ]),
        Journey(
            "Everything is searched from a page that is no list",
            [
                .init("/ \"canal\"", sees: ["find: canal", "Find › «canal»", "of 6"]),
                .init("Enter Enter", sees: ["Projects › CANAL"]),
                .init("Back", sees: ["Find › «canal»", "1 of 6"]),
                .init("/ C-u \"orda\" Enter", sees: ["Find › «orda»"]),
            ]),
    ]

    @Test("Each journey shows what it should", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer())
    }
}
