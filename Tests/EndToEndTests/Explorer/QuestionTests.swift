import Testing

/// What a new user asks of the bundled dossier, in under ten keys from the start screen.
@Suite("Questions of a new user", .serialized)
struct QuestionTests {
    /// A question: keys (one an element, by tmux's names) and what the screen must then say.
    struct Question: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let keys: [String]
        let answers: [String]
    }

    static let questions = [
        Question(
            testDescription: "who funded CALM, and through which channel",
            keys: ["/", "c", "a", "l", "m", "Enter", "Enter"],
            answers: ["(CALM)", "European Commission", "AENEAS"]),
        Question(
            testDescription: "why ILO and IOM clash, in which months, who says so",
            keys: ["6", "Enter"],
            answers: [
                "ILO – IOM over labour migration", "months shared", "June 2007", "what came of it",
                "who says so",
            ]),
        Question(
            testDescription: "which Commission projects were running in June 2008",
            keys: [":", "2", "0", "0", "8", "-", "6", "Enter"],
            answers: ["[from: 2008-06 ×]", "ran th", "certain", "possible", "EC", "BOMCA"]),
        Question(
            testDescription: "what the sources disagree about",
            keys: [":", "d", "i", "s", "Enter"],
            answers: ["Discrepancies", "contradiction"]),
        Question(
            testDescription: "what footnote 44 supports",
            keys: ["8", "/", "n", "4", "4", "Enter", "Enter"],
            answers: ["four", "n44", "who speaks"]),
        Question(
            testDescription: "who works on labour migration in one year, and whether several do at once",
            keys: ["7", "j", "Enter"],
            answers: ["[theme: Labour migration ×]", "CARMP", "ILO"]),
    ]

    @Test("is answered in under ten keys", arguments: questions, [(80, 24), (120, 40)])
    func answered(question: Question, size: (Int, Int)) async throws {
        #expect(question.keys.count < 10)
        let home = try TemporaryHome()
        let session = try await TmuxSession.explorer(home, width: size.0, height: size.1)
        try await session.waitFor("projects")
        for key in question.keys { try session.keys(key) }
        try await session.waitFor("all of \(question.answers)") { screen in
            let text = screen.joined(separator: "\n")
            return question.answers.allSatisfy(text.contains)
        }
        try session.keys("q")
        #expect(try await session.exitStatus() == 0)
    }
}
