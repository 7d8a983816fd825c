import Foundation
import Testing

@Suite("A hostile dossier")
struct HostileOutputTests {
    /// Escape sequences, a title of the terminal's window, reordered, invisible and wide text, quotes and pipes.
    private static let files = [
        "dossier.yaml": #"{id: hostile, title: "Red\e[31m \u202Egnirts", description: "\e]0;owned\a"}"#,
        "sources.yaml": #"""
        - {id: s, type: article, title: "T\e[2J {\\input{x}} \u202E %", authors: ["A\e]52;c;eA==\a, B"], year: 2001}
        """#,
        "organisations.yaml": #"""
        - {id: o, name: "Org\e[31m | \"quoted\", \u009b31m \u200Bzero\r\n", acronym: "O\u2066\bB", cite: s §1}
        - {id: q, name: "=cmd()\u0007水\U000E0041", cite: s §1}
        """#,
        "projects.yaml": #"""
        - id: p
          kind: project
          title: "P\e]8;;http://x\e\\ | line\nline\u2028line"
          period: 2001/2003
          objectives: "Objective \eP1$r\e\\ \x90 \u2067"
          participants:
            - {organisation: o, role: funding}
            - {organisation: q, role: implementing}
          amounts: {value: 5, note: "\e[1mnote"}
          cite: {source: s, at: "§1 \e[5m"}
        """#,
        "relations.yaml": #"""
        - {id: r, kind: competition, title: "R\e[7m", parties: [o, q], projects: p, consequence: "\e[0m", cite: s §1}
        """#,
    ]

    private static let folder = Result {
        let folder = try Program.folder()
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder
    }

    static let lines: [String] =
        ["projects", "organisations", "conflicts"].flatMap { view in
            ["text", "json", "csv", "markdown"].map { "\(view) --format \($0)" }
        }
        + ["overview", "show p", "show r", "chain p"].flatMap { view in
            ["text", "json", "markdown"].map { "\(view) --format \($0)" }
        } + [
            "coverage --rows organisation", "coverage --rows donor --format json",
            "coverage --rows implementer --format csv", "coverage --rows organisation --format markdown",
            "sources --format csv", "timeline", "find org", "cite p", "cite s", "chain p --tree",
            "show nothing\u{1B}[31m", "show o\u{202E}", "q --ascii",
        ]

    @Test("sends nothing to the terminal but text, in any format", arguments: lines)
    func harmless(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--dataset", try Self.folder.get().path])
        #expect(!outcome.bytes.isEmpty || outcome.status == 1)
        for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" && scalar != "\r"
        {
            let category = scalar.properties.generalCategory
            #expect(
                category != .control && category != .format && category != .privateUse,
                "U+\(String(scalar.value, radix: 16)) in \(line)")
        }
        // A return without a line end after it would let a name write over the line.
        #expect(!outcome.output.replacing("\r\n", with: "").contains("\r"))
    }

    @Test("is told apart by check with harmless messages too")
    func checked() throws {
        let outcome = try Program.run(["check", try Self.folder.get().path])
        #expect(!outcome.bytes.contains(0x1B) && !outcome.errors.utf8.contains(0x1B))
    }

    @Test("is JSON and CSV that are read as such")
    func readable() throws {
        let path = try Self.folder.get().path
        let json = try Program.run(["projects", "--format", "json", "--dataset", path])
        #expect(try JSONSerialization.jsonObject(with: json.bytes) is [Any])
        let csv = try Program.run(["organisations", "--format", "csv", "--dataset", path])
        #expect(StrictCSV.rows(csv.output)?.count == 3)
    }
}
