import GRDB
import Testing

@testable import Model

@Suite("Writing facets")
struct FacetWriterTests {
    @Test(
        "However few ties are sorted at once, the facets and their counts are the same",
        arguments: [1, 5, 100])
    func limits(limit: Int) throws {
        let dataset = try SampleDossier.dataset()
        try dataset.queue.write { db in
            func told() throws -> [[Row]] {
                [
                    try Row.fetchAll(db, sql: "SELECT * FROM facet ORDER BY 1, 2, 3, 4"),
                    try Row.fetchAll(db, sql: "SELECT * FROM facet_count ORDER BY 1, 2, 3"),
                ]
            }
            let expected = try told()
            #expect(expected.allSatisfy { $0.count > 50 })
            try db.execute(sql: "DELETE FROM facet; DELETE FROM facet_count")
            try FacetWriter(db, limit: limit).write()
            #expect(try told() == expected)
        }
    }

    @Test("What money comes from is a donor only where it is an organisation")
    func donors() throws {
        let dossier = Dossier(
            id: "flow", title: "A flow from a fund",
            records: [
                Record(.project, "fund", ["title": ["A fund"], "kind": ["instrument"]]),
                Record(.organisation, "giver", ["name": ["Giver"]]),
                Record(.organisation, "taker", ["name": ["Taker"]]),
                Record(.flow, "one", ["from": ["fund"], "to": ["taker"]]),
                Record(.flow, "two", ["from": ["giver"], "to": ["taker"]]),
            ])
        let donors = try IndexCompiler.compile(dossier).read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT subject.id, target.id FROM facet_named facet
                    JOIN record subject ON subject.key = facet.record JOIN record target ON target.key = facet.target
                    WHERE dimension = 'donor' AND facet.class = 'flow' ORDER BY 1, 2
                    """
            ).map { "\($0[0] as String) \($0[1] as String)" }
        }
        #expect(donors == ["two giver"])
    }

    @Test("The counts are those of the facets")
    func counts() throws {
        let difference = try SampleDossier.dataset().read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT dimension, class, target, records FROM facet_count
                    EXCEPT SELECT dimension, class, target, count(*) FROM facet GROUP BY 1, 2, 3
                    """)
        }
        #expect(difference == [])
    }
}
