import Foundation
import Model
import Testing

@testable import Formats

@Suite("Checking IATI")
struct StandardCheckTests {
    @Test("The tables of the standard's structure are understood to the last word")
    func tables() {
        for structure in [Structure.one, .two] {
            #expect(structure.mistakes.isEmpty)
            #expect(structure.shapes.count > 60)
        }
    }

    @Test("A sound file has nothing to tell, in either generation of the standard")
    func sound() {
        #expect(CheckFixture.check(CheckFixture.two) == [])
        #expect(CheckFixture.check(CheckFixture.one) == [])
    }

    @Test("What the schema forbids is an error at its line", arguments: CheckCase.structure)
    func structure(_ mistake: CheckCase) throws {
        try expect(mistake, CheckFixture.check(try changed(mistake), .schema))
        try expect(mistake, CheckFixture.check(try changed(mistake)))
    }

    @Test(
        "What code lists and rules ask is told at its line, and the schema has nothing against it",
        arguments: CheckCase.standard)
    func standard(_ mistake: CheckCase) throws {
        try expect(mistake, CheckFixture.check(try changed(mistake)))
        #expect(CheckFixture.check(try changed(mistake), .schema) == [])
    }

    @Test("Each problem says what is wrong and what to do, in a sentence each")
    func wording() throws {
        for mistake in CheckCase.structure + CheckCase.standard {
            for problem in CheckFixture.check(try changed(mistake)) {
                for sentence in [problem.message, problem.mend] {
                    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"), "\(sentence)")
                    #expect(sentence.first?.isLowercase == false, "\(sentence)")
                }
                #expect(problem.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
            }
        }
    }

    @Test("Of the old versions texts may hold anything, children come in any order, and dates may be words")
    func old() {
        let version = CheckFixture.one
        for (old, new, code) in [
            ("role=\"Funding\"", "role=\"1\"", "unknown-code"),
            (
                "<sector vocabulary=\"DAC\" code=\"14030\">Water</sector>",
                "<sector><narrative>Water</narrative></sector>", "unknown-element"
            ),
            ("ref=\"XM-EX-1\" ", "", "missing-attribute"),
            (
                "<value value-date=\"2012-04-01\">12</value><transaction-type code=\"D\"/>", "",
                "empty-element"
            ),
            (
                "version=\"1.05\">\n<title>", "version=\"1.05\" humanitarian=\"1\">\n<title>",
                "unknown-attribute"
            ),
        ] {
            #expect(version.contains(old))
            let problems = CheckFixture.check(version.replacing(old, with: new))
            #expect(problems.map(\.code).contains(code), "\(old): \(problems.map(\.code))")
            #expect(problems.contains { $0.severity == .error })
        }
    }

    @Test("A file that names no version is held against the generation it is written in")
    func undeclared() {
        let one = CheckFixture.one.replacing("<iati-activities version=\"1.05\"", with: "<iati-activities")
        #expect(CheckFixture.check(one) == [])
        let two = CheckFixture.two.replacing("version=\"2.03\"", with: "")
        #expect(CheckFixture.check(two).map(\.code) == ["missing-attribute"])
    }

    @Test("An identifier that another activity of the file has is told with that one's line")
    func duplicate() throws {
        let start = try #require(CheckFixture.two.range(of: "<iati-activity "))
        let end = try #require(CheckFixture.two.range(of: "</iati-activity>\n"))
        let activity = CheckFixture.two[start.lowerBound..<end.upperBound]
        let twice = CheckFixture.two.replacing("</iati-activities>", with: activity + "</iati-activities>")
        let problems = CheckFixture.check(twice)
        #expect(problems.map(\.code) == ["duplicate-identifier"])
        #expect(problems.first?.message.contains("line 4") == true)
    }

    @Test("Of one kind only so many problems are kept, and all are counted")
    func bounded() {
        var check = StandardCheck(today: CheckFixture.today, limit: 3)
        let many = CheckFixture.two.replacing(
            "<activity-status code=\"2\"/>",
            with: String(repeating: "<statuz/>", count: 1000) + "<activity-status code=\"9\"/>")
        var kept: [Problem] = []
        check.check(.bytes(Array(many.utf8), name: "many.xml")) { kept += $0 }
        #expect(
            kept.map(\.code).sorted() == [
                "unknown-code", "unknown-element", "unknown-element", "unknown-element",
            ])
        #expect(check.log.errors == 1001)
        #expect(check.log.untold.map(\.code) == ["unknown-element"])
        #expect(check.log.untold.map(\.count) == [997])
    }

    private func changed(_ mistake: CheckCase) throws -> String {
        let parts = CheckFixture.two.components(separatedBy: mistake.old)
        try #require(parts.count == 2, "\(mistake.old) stands \(parts.count - 1) times in the fixture")
        return parts.joined(separator: mistake.new)
    }

    private func expect(_ mistake: CheckCase, _ problems: [Problem]) throws {
        let text = try changed(mistake)
        let same = problems.filter { $0.code == mistake.code }
        #expect(!same.isEmpty, "\(problems)")
        let severity: Problem.Severity = mistake.isError ? .error : .warning
        #expect(same.allSatisfy { $0.severity == severity })
        // One mistake, one kind of problem; those of the schema may break a rule as well.
        if CheckCase.standard.contains(where: { $0.code == mistake.code && $0.new == mistake.new }) {
            #expect(problems.count == same.count, "\(problems)")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line: Int? =
            if let place = mistake.place {
                lines.firstIndex { $0.hasPrefix(place) }
            } else {
                CheckFixture.two.components(separatedBy: mistake.old).first.map {
                    $0.utf8.count(where: { $0 == UInt8(ascii: "\n") })
                }
            }
        #expect(same.first?.line == line.map { $0 + 1 }, "\(same)")
    }
}
