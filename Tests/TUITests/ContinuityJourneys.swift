import Testing

@testable import TUI

@Suite("Continuity by keys")
struct ContinuityJourneys {
    static let all = [
        Journey(
            "From a project to what came after it, to both projects and back",
            [
                .init("2 / \"wells\" Enter o", sees: ["Continuity › Village Wells", "DELTA", "1 of 1"]),
                .init(
                    "Enter",
                    sees: ["Continuity › Village Wells → DELTA", "succession", "cannot be told", "AquaNet"]),
                .init("Tab Enter", sees: ["Projects › Village Wells"]),
                .init("Back", sees: ["Village Wells → DELTA"]),
                .init("Back Back", sees: ["narrow"]),
            ]),
        Journey(
            "What is said of a follow-up has a page of its own",
            [
                .init(": \"continuity\" Enter", sees: ["follow-up refused", "1 of 2"]),
                .init("Enter", sees: ["CANAL: what came after", "no project named", "follow-up: refused"]),
                .init("o", sees: ["Continuity › CANAL"]),
            ]),
        Journey(
            "A project without either says so",
            [.init("2 / \"gauges\" Enter o", sees: ["The sources name nothing that came before or after"])]),
        Journey(
            "An organisation has the steps of its projects", size: Size(120, 40),
            [
                .init(
                    "3 / \"hydra\" Enter o",
                    sees: ["Continuity › Hydra", "DELTA", "1 of 1", "hand over"])
            ]),
        Journey(
            "A row between two bars is said on the status line and opens their page",
            [
                .init("4 v v v v v v", sees: ["── Village Wells → DELTA", "lanes by succession"]),
                .init(
                    "g \"2009\" Enter < j", sees: [">unknown", "┊ 2009-01  unknown · Village Wells → DELTA"]),
                .init("Enter", sees: ["Continuity › Village Wells → DELTA"]),
                .init("t", sees: ["Timeline", ">unknown", "--lanes succession"]),
                .init("v", sees: [">Hydra… Village"], lacks: ["lanes by"]),
            ]),
        Journey(
            "A refused follow-up is marked at the end of its bar",
            [
                .init("4 v v v v v v", sees: ["a follow-up is spoken of", "✗ follow-up refused"]),
                .init("v", lacks: ["✗"]),
            ]),
        Journey(
            "A filter leaves the steps of which either project meets it, words too",
            [
                .init(": \"continuity\" Enter / \"delta\" Enter", sees: ["1 of 1 (2 in all)", "DELTA"]),
                .init("F", sees: ["2 of 2"]),
                .init("f \"1990\" Enter", sees: ["Nothing passes", "none (2 in all)"]),
            ]),
        Journey(
            "The page of a step takes no filter, and its words search everything",
            [
                .init(": \"continuity\" Enter Enter f", sees: ["one record is what it is"]),
                .init("/", sees: ["find:"]),
            ]),
    ]

    @Test("Each journey shows what it should", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer())
    }

    @Test("A step can be marked, and is found again among the marks")
    func marks() throws {
        var explorer = try BasinDossier.explorer(notes: try BasinDossier.notes())
        explorer.press(": \"continuity\" Enter j m")
        #expect(explorer.screen.contains("★ marked village-wells+delta-programme"))
        explorer.press("'")
        #expect(explorer.screen.contains("1 of 1"))
        explorer.press("Enter")
        // The marks are those of the pair.
        #expect(explorer.screen.contains("Conflicts › DELTA × Village Wells"))
        #expect(explorer.screen.contains("★ my note"))
    }

    @Test("A step leads to chain, conflicts and evidence of its first project")
    func travel() throws {
        for (keys, seen) in [
            ("c", "Chain › Village Wells"), ("x", "Conflicts › Village Wells"), ("e", "CITATIONS"),
        ] {
            var explorer = try BasinDossier.explorer()
            explorer.press(": \"continuity\" Enter j " + keys)
            #expect(explorer.screen.contains(seen), "\(explorer.screen)")
        }
    }
}
