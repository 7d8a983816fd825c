import Foundation
import Model
import Testing

@testable import Formats

@Suite("Checking the standard's own files", .enabled(if: OfficialFiles.areThere))
struct OfficialCheckTests {
    private static func check(_ path: String, _ measure: StandardCheck.Measure) -> [Problem] {
        var check = StandardCheck(measure: measure, today: CheckFixture.today, limit: 100_000)
        var problems: [Problem] = []
        for input in InputFinder.find([path]).inputs { check.check(input) { problems += $0 } }
        return problems
    }

    private static func errors(_ path: String, _ measure: StandardCheck.Measure) -> [Problem] {
        check(path, measure).filter { $0.severity == .error }
    }

    @Test("What should fail gives an error of the schema")
    func failing() {
        let files = OfficialFiles.files("official/tests-2.03", "should-fail")
        #expect(files.count > 200)
        for file in files { #expect(!Self.errors(file, .schema).isEmpty, "\(file)") }
    }

    @Test("What should pass gives none; its placeholders break code lists and rules only")
    func passing() {
        let files = OfficialFiles.files("official/tests-2.03", "should-pass")
        #expect(files.count > 50)
        // All their codes, types and the version are `xx`, identifiers are empty, and little else is filled in.
        let placeholders: Set = [
            "unknown-code", "unknown-version", "empty-identifier", "no-country", "no-currency", "no-language",
            "no-sector", "no-start-date", "unnamed-organisation", "no-significance", "own-code-unnamed",
            "percentage-sum", "country-missing", "sector-missing",
        ]
        for file in files {
            #expect(Self.check(file, .schema) == [], "\(file)")
            let others = Self.errors(file, .standard).filter { !placeholders.contains($0.code) }
            #expect(others == [], "\(file)")
        }
    }

    @Test("The official examples keep to the schema; what they show of every element breaks a few rules")
    func examples() {
        let explained: [String: Set<String>] = [
            // Versions 1.04 and 1.05 have no error at all.
            // Country and sector stand on the activity and on its transaction, to show both.
            "2.01": ["country-twice", "sector-twice"],
            // Two countries and a region of each vocabulary have a quarter each: 75 % in each vocabulary. The
            // policy marker of the publisher's own has no name. References stand on result and indicator.
            "2.02": ["country-twice", "sector-twice", "percentage-sum", "own-code-unnamed"],
            "2.03": [
                "country-twice", "sector-twice", "percentage-sum", "own-code-unnamed", "reference-twice",
            ],
        ]
        for version in ["1.04", "1.05", "2.01", "2.02", "2.03"] {
            let files = OfficialFiles.files("official/examples/\(version)", "activity")
            #expect(!files.isEmpty)
            for file in files {
                #expect(Self.check(file, .schema) == [], "\(file)")
                #expect(Set(Self.errors(file, .standard).map(\.code)) == explained[version] ?? [], "\(file)")
            }
        }
    }

    @Test(
        "Where the schema has something against a real file, so have we, and nowhere else",
        .enabled(if: XMLLint.isThere))
    func real() throws {
        for file in OfficialFiles.files("real") {
            let head = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: file)).prefix(4000), as: UTF8.self)
            let declared = head.firstMatch(of: /<iati-activities[^>]* version="([^"]*)"/).map { String($0.1) }
            let isTwo = head.contains("<narrative")
            let version = StandardVersion(declared ?? "")?.text ?? (isTwo ? "2.03" : "1.05")
            // Not made of activities, or not well-formed: what a parser refuses a schema does not judge.
            if head.contains("<result>") || file.contains("millenniumchallenge") { continue }
            let lines = try XMLLint.lines([file], schema: OfficialFiles.schema(version))[0]
            let ours = Self.errors(file, .schema)
            #expect(ours.isEmpty == lines.isEmpty, "\(file)")
            // The schema's own errors end with the first within an element: all of them are among ours. A missing
            // element is told there at the one that follows, here at the one that lacks it.
            let missed = Set(lines).subtracting(ours.compactMap(\.line))
            let gaps = ours.count { $0.code == "missing-element" || $0.code == "wrong-order" }
            #expect(missed.count <= gaps, "\(file): \(missed.sorted().prefix(5))")
        }
    }
}
