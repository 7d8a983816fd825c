import Testing

@testable import TUI

@Suite("The register of conflicts by keys")
struct RegisterJourneys {
    static let all = [
        Journey(
            "Documented, computed and both go round",
            [
                .init("6", sees: ["River Trust – Hydra", "basis"]),
                .init("b", sees: ["only documented", "conflicts --documented", "River Trust – Hydra"]),
                .init("b", sees: ["only computed", "conflicts --computed", " × "]),
                .init("b", sees: ["River Trust – Hydra"], lacks: ["only computed"]),
            ]),
        Journey(
            "A higher threshold lists fewer, and says what it changed",
            [
                .init("6 b b", sees: ["score"]),
                .init(
                    "+ + + + + + + + +", sees: ["score from 0.9", "--threshold 0.9", "overlaps reach 0.9"]),
                .init("-", sees: ["score from 0.8"]),
            ]),
        Journey(
            "What the score is the product of can be chosen",
            [
                .init("6 b b p", sees: ["months: counts; leave it out", "ties: does not count; count it"]),
                .init("\"ties\" Enter", sees: ["score = months × place × theme × ties", "--components"]),
                .init("p \"ties\" Enter", lacks: ["--components"]),
            ]),
        Journey(
            "A verdict and a remark on a pair are kept and found again",
            size: Size(120, 40),
            [
                .init("6 b b d", sees: ["Your verdict on", "complement"]),
                .init("\"complement\" Enter", sees: ["complement: kept on clean-canals+village-wells"]),
                .init("M \"one field, two banks\" Enter", sees: ["noted on clean-canals+village-wells"]),
                .init("Enter", sees: ["my verdict", "complement", "one field, two banks"]),
                .init("'", sees: ["CANAL × Village Wells", "complement", "one field, two banks"]),
                .init("Enter", sees: ["MONTHS", "PLACES", "THEMES"]),
                .init("d \"take it back\" Enter", sees: ["no verdict on"], lacks: ["complement"]),
            ]),
        Journey(
            "From a pair to its timeline and to its projects",
            [
                .init(": \"show clean-canals+village-wells\" Enter", sees: ["CANAL × "]),
                .init("t", sees: ["timeline --project clean-canals --project village-wells"]),
                .init("Back Tab Enter", sees: ["Projects › "]),
            ]),
        Journey(
            "A verdict is on a conflict and on nothing else",
            [.init("2 d", sees: ["a verdict is on a conflict"])]),
    ]

    @Test("The register by keys", arguments: all)
    func journey(_ journey: Journey) throws {
        journey.make(in: try BasinDossier.explorer(notes: try BasinDossier.notes()))
    }
}
