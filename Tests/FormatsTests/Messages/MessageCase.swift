import Model
import Testing

/// One row of the table of messages: what is written, and the one problem that the checker finds in it.
struct MessageCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let contents: String
    let line: Int?
    let code: String
    let message: String
    let mend: String
    let severity: Problem.Severity

    enum Input {
        case file(String, String)
        /// Lines under an organisation that takes up three.
        case organisation(String)
        /// Lines under a project that takes up four.
        case project(String)
    }

    init(
        _ name: String, _ input: Input, _ line: Int?, _ code: String, _ message: String, _ mend: String,
        severity: Problem.Severity = .error
    ) {
        testDescription = name
        switch input {
        case .file(let file, let contents): (self.file, self.contents) = (file, contents)
        case .organisation(let lines):
            file = "organisations-more.yaml"
            contents = "- id: undp\n  name: UNDP\n  cite: korneev-2013 §1\n" + lines
        case .project(let lines):
            file = "projects.yaml"
            contents = "- id: bomca\n  kind: programme\n  title: BOMCA\n  cite: korneev-2013 §1\n" + lines
        }
        self.line = line
        self.code = code
        self.message = message
        self.mend = mend
        self.severity = severity
    }
}
