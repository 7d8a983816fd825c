import Foundation
import Model
import Testing

@testable import Formats

/// Files made from a sound one by random changes: the schema and the check must agree on each whether it is valid.
@Suite("Checking against the schema itself", .enabled(if: OfficialFiles.areThere && XMLLint.isThere))
struct MutantTests {
    @Test("On a thousand broken files our verdict is that of IATI's schema", arguments: ["2.03", "1.05"])
    func agree(version: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var numbers = SeededGenerator(seed: version == "2.03" ? 11 : 7)
        let sound = version == "2.03" ? CheckFixture.two : CheckFixture.one
        var mutants: [String] = []
        for _ in 0..<500 {
            var mutant = Mutant(sound)
            for _ in 0...numbers.number(0...1) { mutant.change(&numbers) }
            mutants.append(mutant.text)
        }
        let paths = mutants.indices.map { folder.appendingPathComponent("\($0).xml").path }
        for (path, mutant) in zip(paths, mutants) {
            try Data(mutant.utf8).write(to: URL(fileURLWithPath: path))
        }
        let verdicts = try XMLLint.lines(paths, schema: OfficialFiles.schema(version))
        #expect(verdicts.count { !$0.isEmpty } > 100)
        for (mutant, lines) in zip(mutants, verdicts) {
            let ours = CheckFixture.check(mutant, .schema).filter { $0.severity == .error }
            let changed = zip(mutant.split(separator: "\n"), sound.split(separator: "\n"))
                .filter { $0 != $1 }.map { $0.0 }.prefix(3)
            #expect(ours.isEmpty == lines.isEmpty, "\(lines) \(ours.map(\.message)) \(changed)")
        }
    }

    @Test("The cases of the other tests are judged as the schema judges them")
    func cases() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (cases, isValid) in [(CheckCase.structure, false), (CheckCase.standard, true)] {
            // That an element is too new for its version only that version's schema sees.
            for mistake in cases where mistake.code != "not-in-version" {
                let path = folder.appendingPathComponent("case.xml").path
                let text = CheckFixture.two.replacing(mistake.old, with: mistake.new)
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                let lines = try XMLLint.lines([path], schema: OfficialFiles.schema("2.03"))[0]
                #expect(lines.isEmpty == isValid, "\(mistake.testDescription) \(lines)")
            }
        }
    }
}

/// The lines of a sound file, tag by tag, to be changed at random.
private struct Mutant {
    /// Tags and what stands between them.
    private var pieces: [String]

    init(_ xml: String) {
        pieces = []
        var piece = ""
        for character in xml {
            if character == "<" && !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            if character == ">" {
                pieces.append(piece)
                piece = ""
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
    }

    var text: String { pieces.joined() }

    private static let values = [
        "", " ", "1", "0", "-3", "1.5", "+7", ".5", "1e3", "true", "yes", "en", "x-klingon", "de-CH-1996",
        "abc def",
        "2012-01-01", "2012-13-01", "2012-02-30", "2012-01-01Z", "2012-01-01+14:00", "2012-01-01+15:00",
        "12-01-01",
        "2012-01-01T10:00:00", "2012-01-01T24:00:00", "2012-01-01T10:00", "2012-01-01T10:00:00.5-03:00",
        "https://example.org/ä", "http://[x", "a:b", "1a:b", "%41", "%4", "a#b#c", "http://x:y/",
        "99999999999",
    ]

    mutating func change(_ numbers: inout SeededGenerator) {
        // The declaration and the outermost element stay.
        let starts = pieces.indices.filter { index in
            let piece = pieces[index]
            return index > 3 && piece.hasPrefix("<") && !piece.hasPrefix("</")
                && !piece.hasPrefix("<iati-activities")
                // Namespaces are the reader's concern, which goes on where the schema gives up.
                && !piece.contains("xmlns")
        }
        let start = starts[numbers.number(0...starts.count - 1)]
        let end = self.end(of: start)
        switch numbers.number(0...6) {
        case 0 where !pieces[start].hasPrefix("<iati-activity"): pieces.removeSubrange(start...end)
        case 1: pieces.insert(contentsOf: Array(pieces[start...end]), at: end + 1)
        case 2: moveBehindNext(start, end)
        case 3: pieces[start] = pieces[start].replacing(/\s[A-Za-z:-]+="[^"]*"/, with: "", maxReplacements: 1)
        case 4:
            pieces[start] = pieces[start].replacing(/\s[A-Za-z-]+="/, with: " colour=\"", maxReplacements: 1)
        case 5:
            let value = Self.values[numbers.number(0...Self.values.count - 1)]
            let attributes = pieces[start].matches(of: /="[^"]*"/)
            guard !attributes.isEmpty else { return }
            pieces[start].replaceSubrange(
                attributes[numbers.number(0...attributes.count - 1)].range, with: "=\"\(value)\"")
        default:
            guard start != end else { return }
            let value = Self.values[numbers.number(0...Self.values.count - 1)]
            if end == start + 2 { pieces[start + 1] = value } else { pieces.insert(value, at: start + 1) }
        }
    }

    private func end(of start: Int) -> Int {
        if pieces[start].hasSuffix("/>") { return start }
        var depth = 0
        for index in start..<pieces.count {
            let piece = pieces[index]
            if piece.hasPrefix("</") {
                depth -= 1
            } else if piece.hasPrefix("<") && !piece.hasSuffix("/>") {
                depth += 1
            }
            if depth == 0 { return index }
        }
        return pieces.count - 1
    }

    private mutating func moveBehindNext(_ start: Int, _ end: Int) {
        guard let next = pieces.indices.first(where: { $0 > end && pieces[$0].hasPrefix("<") }),
            !pieces[next].hasPrefix("</")
        else { return }
        let last = self.end(of: next)
        pieces[start...last] = pieces[(end + 1)...last] + pieces[start...end]
    }
}
