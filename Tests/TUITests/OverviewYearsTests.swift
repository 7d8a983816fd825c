import Model
import Testing

@testable import TUI

@Suite("The overview's years")
struct OverviewYearsTests {
    /// The picture of an overview of one project that ran from year to year.
    private static func text(_ first: Int, _ last: Int, width: Int) throws -> String {
        let project = Record(
            id: "long", recordClass: .project,
            values: [
                "title": [Value("Long")], "kind": [Value("project")], "period": [Value("\(first)/\(last)")],
            ])
        let dataset = try IndexCompiler.compile(Dossier(id: "x", title: "X", records: [project]))
        let document = OverviewDocument.document(try dataset.overview(), title: "X", description: nil)
        return DocumentLayout(document, width: width).canvas.text
    }

    @Test("Bars too narrow for their years have a year every so often, within the width")
    func narrow() throws {
        let one = try Self.text(1950, 2049, width: 78)
        #expect(one.contains("1980      1990      2000      2010      2020      2030      2040"))
        #expect(!one.contains("  1970") && !one.contains("2050"))
        #expect(one.contains("no room for 1950 to 1971: in none of these years more than 1"))
        #expect(try Self.text(1991, 2025, width: 78).contains("1995      2000      2005"))
    }

    @Test("Wide bars have each its year")
    func wide() throws {
        let text = try Self.text(2010, 2014, width: 78)
        #expect(text.contains("2010  2011  2012  2013  2014") && !text.contains("no room"))
    }
}
