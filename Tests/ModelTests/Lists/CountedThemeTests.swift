import Testing

import class GRDB.Row

@testable import Model

@Suite("Sectors count as their category")
struct CountedThemeTests {
    private func dataset() throws -> Dataset {
        func theme(_ id: String, _ kind: String?, _ parent: String?) -> Record {
            var values: [String: [Value]] = ["name": [Value(id)]]
            if let kind { values["kind"] = [Value(kind)] }
            if let parent { values["parent"] = [Value(parent)] }
            return Record(.theme, id, values)
        }
        func project(_ id: String, _ themes: [Value]) -> Record {
            Record(
                .project, id,
                ["title": [Value(id)], "kind": ["project"], "themes": themes, "period": ["2008/2009"]])
        }
        return try IndexCompiler.compile(
            Dossier(
                id: "themes", title: "Themes", description: nil, language: "en",
                records: [
                    Record(.source, "paper", ["title": ["Paper"], "type": ["report"]], cite: []),
                    theme("dac-120", "group", nil), theme("dac-121", "category", "dac-120"),
                    theme("dac-12110", "sector", "dac-121"), theme("dac-12181", "sector", "dac-121"),
                    theme("water", nil, nil), theme("wells", nil, "water"),
                    project("one", [Value("dac-12110", share: 60), Value("wells", share: 40)]),
                    project("two", [Value("dac-12110", share: 30), Value("dac-12181", share: 70)]),
                ]))
    }

    @Test("what a project is compared by is its category, the shares of its sectors together")
    func shares() throws {
        let shares = try dataset().read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.id, t.id, round(share, 3) FROM theme_share JOIN record p ON p.key = project
                    JOIN record t ON t.key = theme ORDER BY 1, 2
                    """
            ).map { "\($0[0] as String) \($0[1] as String) \($0[2] as Double)" }
        }
        #expect(shares == ["one dac-121 0.6", "one wells 0.4", "two dac-121 1.0"])
    }

    @Test("a coverage has a row for the category, none for its sectors; other themes stay")
    func coverage() throws {
        let rows = try dataset().coverage().rows.map(\.id).sorted()
        #expect(rows == ["dac-120", "dac-121", "water", "wells"])
    }

    @Test("who asks for a sector sees it")
    func asked() throws {
        let rows = try dataset().coverage(Filter().adding(.theme, "dac-12110")).rows.map(\.id)
        #expect(rows == ["dac-12110"])
    }
}
