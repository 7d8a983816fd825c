import Foundation
import Model
import Testing

@testable import Formats

/// Files that are made to break a reader, or look as if they were. Each gives one clear problem, and fast.
@Suite("Hostile dossiers") struct HostileDossierTests {
    private func codes(_ yaml: String) -> [String] {
        DossierFixture.reading("themes.yaml", yaml).problems.map { "\($0.line ?? 0) \($0.code)" }
    }

    /// Nine lists, each of nine aliases of the one before: a billion words from less than 500 bytes.
    private var bomb: String {
        let letters = "abcdefghi".map(String.init)
        var lines = ["a: &a [w, w, w, w, w, w, w, w, w]"]
        for (before, letter) in zip(letters, letters.dropFirst()) {
            let aliases = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
            lines.append("\(letter): &\(letter) [\(aliases)]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("an alias bomb is not unfolded", .timeLimit(.minutes(1))) func aliasBomb() {
        #expect(bomb.utf8.count < 500)
        let problems = DossierFixture.reading("themes.yaml", bomb).problems
        #expect(problems.filter { $0.code == "alias" }.count == 72)
        #expect(Set(problems.map(\.code)) == ["alias", "anchor", "wrong-shape"])
    }

    @Test("an alias bomb in a key is not unfolded either", .timeLimit(.minutes(1))) func aliasBombAsKey() {
        #expect(codes(bomb + "? *i\n: x\n? [*h, *h]\n: y\n").contains("10 alias"))
    }

    @Test("an asterisk within a text is text") func asterisk() {
        let reading = DossierFixture.reading(
            "themes.yaml", "- {id: a, name: \"*starred* & 2*3\", cite: korneev-2013 n*}")
        #expect(reading.problems.isEmpty)
        #expect(reading.dossier.records.last?.title == "*starred* & 2*3")
        #expect(reading.dossier.records.last?.citations.first?.locator.footnotes == ["*"])
    }

    @Test("each alias and each anchor is told at its line") func aliasLines() {
        #expect(
            codes("- id: &x a\n  name: A\n  cite: korneev-2013 §1\n  aliases:\n    - *x\n    - b\n    - *y\n")
                == ["1 anchor", "5 alias", "7 alias"])
    }

    @Test("deep nesting is refused", .timeLimit(.minutes(1)), arguments: [40, 900, 2000, 100_000])
    func deepNesting(levels: Int) {
        let head = "- id: a\n  name: A\n  cite: korneev-2013 §1\n  aliases: "
        let brackets = head + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(codes(brackets) == ["4 too-deep"])
        let dashes = head + "\n    " + String(repeating: "- ", count: levels) + "a\n"
        #expect(codes(dashes) == ["5 too-deep"])
    }

    @Test("nesting in keys is refused", .timeLimit(.minutes(1))) func deepKeys() {
        #expect(codes("- " + String(repeating: "? ", count: 500) + "a").contains("1 too-deep"))
    }

    @Test("a file over 4 MiB is refused before it is parsed") func hugeFile() {
        let bytes = Data(repeating: UInt8(ascii: "["), count: (4 << 20) + 1)
        let problems = DossierFixture.reading("themes.yaml", bytes: bytes).problems
        #expect(problems.map(\.code) == ["too-large"])
        #expect(problems.first?.message == "The file holds 4.1 MiB; at most 4 MiB are read.")
        #expect(problems.first?.mend.hasPrefix("Split it into files") == true)
    }

    @Test("a dossier over 64 MiB is refused before it is read") func hugeDossier() {
        let bytes = Data(repeating: UInt8(ascii: "#"), count: 4 << 20)
        let files = (1...17).map { (name: "themes-\($0).yaml", contents: bytes) }
        let problems = DossierReader.read(DossierFiles(files)).problems
        #expect(problems.map(\.code) == ["too-large"])
        #expect(problems.first?.message == "The folder holds 68 MiB of YAML; at most 64 MiB are read.")
    }

    @Test("a file within the limit that is all one list is read in seconds", .timeLimit(.minutes(1)))
    func longList() {
        let problems = DossierFixture.reading("themes.yaml", String(repeating: "- \n", count: 100_000))
            .problems
        #expect(problems.count == DossierReader.mostProblems + 1)
        #expect(problems.first?.code == "too-many")
    }

    @Test("NULs and control characters give one problem, and the rest is read") func controlCharacters() {
        let reading = DossierFixture.reading(
            "themes.yaml",
            "- {id: a, name: A, cite: korneev-2013 §1}\n- {id: b, name: \"B\0\0\u{7}\", cite: korneev-2013 §1}"
        )
        #expect(reading.problems.map { "\($0.line ?? 0) \($0.code)" } == ["2 control-character"])
        #expect(reading.dossier.records.last?.title == "B\u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test("bytes that are no UTF-8 give one problem, and the rest is read") func invalidUTF8() {
        let bytes =
            Data("- {id: a, name: Mart".utf8) + [0xED, 0x6E]
            + Data(", cite: korneev-2013 §1}\n- {id: b}".utf8)
        let problems = DossierFixture.reading("themes.yaml", bytes: bytes).problems
        #expect(
            problems.map { "\($0.line ?? 0) \($0.code)" } == [
                "1 bad-encoding", "2 missing-citation", "2 missing-key",
            ])
    }

    @Test("UTF-16 is named") func utf16() throws {
        let bytes = try #require("- {id: a}".data(using: .utf16))
        let problems = DossierFixture.reading("themes.yaml", bytes: bytes).problems
        #expect(problems.map(\.message) == ["The file is written in UTF-16."])
    }

    @Test("a byte-order mark, CR LF and no line end at the end are no problem") func lineEnds() {
        let text = "\u{FEFF}- id: a\r\n  name: A\r\n  colour: red\r\n  cite: korneev-2013 §1"
        #expect(codes(text) == ["3 unknown-key"])
    }

    @Test("a key that stands twice is told with both lines") func duplicateKeys() {
        let problems = DossierFixture.reading(
            "themes.yaml", "- id: a\n  name: A\n  cite: korneev-2013 §1\n  name: B\n- {id: b, id: b}\n"
        ).problems
        #expect(problems.map { "\($0.line ?? 0) \($0.code)" } == ["4 duplicate-key", "5 duplicate-key"])
        #expect(problems.first?.message == "The key 'name' stands twice; it stood already in line 2.")
    }

    @Test("random bytes never break the reader", .timeLimit(.minutes(1)), arguments: 1...40)
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = Data((0..<500).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        for name in ["themes.yaml", "dossier.yaml"] {
            #expect(!DossierFixture.reading(name, bytes: bytes).problems.isEmpty)
        }
    }

    @Test("random YAML never breaks the reader", .timeLimit(.minutes(1)), arguments: 1...200)
    func randomYAML(seed: UInt64) {
        let pieces = [
            "- ", "id: a", "name", ": ", "\n", "\n  ", "[", "]", "{", "}", ", ", "&a ", "*a", "!!str ", "!",
            "|", ">-",
            "\"", "'", "? ", "#", "---\n", "...\n", "%TAG ! x\n", "cite: korneev-2013 §1", "\t", "\u{2028}",
            "\u{85}", "é",
            "\u{E000}", "@", "`", "value: 1", "<<: ",
        ]
        var random = SeededGenerator(seed: seed)
        let yaml = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        for name in ["projects.yaml", "dossier.yaml"] {
            let reading = DossierFixture.reading(name, "- id: x\n  " + yaml)
            #expect(reading.problems.allSatisfy { !$0.message.isEmpty && !$0.mend.isEmpty })
        }
    }
}
