import Foundation
import Testing

import class GRDB.Row

@testable import Model

@Suite("Writing records as they come")
struct IndexWriterTests {
    private static let description = DatasetDescription(id: "sample", title: "Sample")

    /// The rows of every table, with ids in place of keys, so that the order of the input leaves no trace.
    private func contents(_ dataset: Dataset) throws -> [String: [String]] {
        let queries = [
            "record":
                "SELECT id, class, kind, title, acronym, sort, start_earliest, end_latest, absent FROM record",
            "body": "SELECT id, json FROM record JOIN body ON record = key",
            "name": "SELECT r.id, name, folded, rank FROM name JOIN record r ON r.key = record",
            "link": """
            SELECT r.id, field, position, t.id, role, share, link.absent FROM link
            JOIN record r ON r.key = record JOIN record t ON t.key = target
            """,
            "facet": """
            SELECT facet.dimension, t.id, r.id, facet.class FROM facet_named AS facet
            JOIN record r ON r.key = record JOIN record t ON t.key = target
            """,
            "containment": """
            SELECT i.id, o.id FROM containment JOIN record i ON i.key = inner_record
            JOIN record o ON o.key = outer_record
            """,
            "citation": """
            SELECT r.id, field, position, s.id, locator, basis, b.id FROM citation JOIN record r ON r.key = record
            JOIN record s ON s.key = source LEFT JOIN record b ON b.key = said_by
            """,
            "footnote": """
            SELECT r.id, citation.field, s.id, number FROM footnote JOIN citation ON citation.key = citation
            JOIN record r ON r.key = citation.record JOIN record s ON s.key = footnote.source
            """,
            "cited_in": """
            SELECT s.id, number, c.id FROM cited_in JOIN record s ON s.key = source JOIN record c ON c.key = cited
            """,
            "amount":
                "SELECT r.id, position, value, currency, qualifier FROM amount JOIN record r ON r.key = record",
            "search": """
            SELECT r.id, names, search.title, search.body, ties, codes FROM search
            JOIN record r ON r.key = search.rowid
            """,
        ]
        return try dataset.read { db in
            try queries.mapValues { sql in
                try Row.fetchAll(db, sql: sql).map(\.description).sorted()
            }
        }
    }

    @Test("the order in which records come changes no table", arguments: [1, 2, 3] as [UInt64])
    func order(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let records = SampleDossier.dossier.records
        let inOrder = try contents(IndexCompiler.compile(SampleDossier.dossier))
        let shuffled = records.shuffled(using: &generator)
        let dataset = try IndexCompiler.compile(meta: Self.description) { writer in
            for record in shuffled { try writer.add(record) }
        }
        let other = try contents(dataset)
        for (table, rows) in inOrder {
            #expect(rows == other[table], "\(table)")
            #expect(!rows.isEmpty, "\(table)")
        }
    }

    @Test("every key names a record that is there")
    func foreignKeys() throws {
        let dataset = try SampleDossier.dataset(
            adding: Record(
                .project, "dangling",
                ["title": ["Dangling"], "kind": ["project"], "themes": ["nothing", "labour"]],
                cite: ["nowhere §1 n2"]))
        #expect(try dataset.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
    }

    @Test("nothing of the writing is left in the index")
    func noDrafts() throws {
        let dataset = try SampleDossier.dataset()
        #expect(
            try dataset.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_temp_master") } == [])
    }

    @Test("a flow is called after its ends, whether they come before it, after it, or not at all")
    func nameless() throws {
        let flow = Record(
            .flow, "f", ["kind": ["funding"], "from": ["giver"], "through": ["nobody"], "to": ["taker"]])
        let ends = [
            Record(.organisation, "giver", ["name": ["The Giver"], "acronym": ["TG"]]),
            Record(.organisation, "taker", ["name": ["The Taker"]]),
        ]
        for records in [[flow] + ends, ends + [flow]] {
            let dataset = try IndexCompiler.compile(meta: Self.description) { writer in
                for record in records { try writer.add(record) }
            }
            #expect(try dataset.record("f")?.title == "TG → nobody → The Taker")
            #expect(try dataset.find("giver").map(\.name.id).contains("f"))
        }
    }

    @Test("what is thrown while records come is passed on, and nothing is left")
    func interrupted() throws {
        let folder = try TemporaryFolder()
        #expect(throws: CancellationError.self) {
            try IndexCompiler.compile(to: "\(folder.path)/x.index", meta: Self.description) { writer in
                try writer.add(SampleDossier.dossier.records[0])
                throw CancellationError()
            }
        }
        #expect(try folder.names == [])
    }

    @Test("the body is what JSONEncoder writes", arguments: SampleDossier.dossier.records + [awkward])
    func body(_ record: Record) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = RecordBody.text(record)
        #expect(text == String(decoding: try encoder.encode(record), as: UTF8.self))
        #expect(try JSONDecoder().decode(Record.self, from: Data(text.utf8)) == record)
    }

    /// Every member set, and text that JSON escapes.
    private static let awkward = Record(
        id: "awkward", recordClass: .project,
        citations: [
            Citation(source: "s", locator: Locator("§1"), basis: .reported, from: "\"quoted\"", by: "b")
        ],
        values: [
            "title": [
                Value(
                    "a \\ \"b\" / \n\t\r\u{8}\u{c}\u{1}\u{1f}\u{7f} é 水 🙂 \u{2028}", note: "n", isAbsent: true
                )
            ],
            "amounts": [
                Value(
                    "x",
                    money: Money(
                        value: Decimal(string: "-12345678901234.05") ?? 0, currency: "EUR", qualifier: "over",
                        kind: "commitment")
                ),
                Value("y", money: Money(value: 0)),
            ],
            "participants": [
                Value(
                    "o",
                    participant: Participant(role: "funding", via: "v", period: "2001/..", activity: "XM-1"),
                    citations: [Citation(source: "s", locator: Locator(""))])
            ],
            "part-of": [Value("p", share: Decimal(string: "33.3"), code: "12220", language: "fr")],
            "footnotes": [Value("s", footnotes: ["1", "*"])], "empty": [],
        ], isAbsent: true, note: "note", origin: Origin(file: "f.yaml", line: 7))
}
