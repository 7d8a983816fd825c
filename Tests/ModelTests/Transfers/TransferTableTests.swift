import Foundation
import Testing

import class GRDB.Row

@testable import Model

@Suite("The tables of transfers")
struct TransferTableTests {
    private func row(_ dataset: Dataset, _ sql: String) throws -> String? {
        try dataset.read { try Row.fetchOne($0, sql: sql)?.description }
    }

    @Test("a transfer finds the activity that it names, also one that comes later")
    func activities() throws {
        let dataset = try IndexCompiler.compile(meta: DatasetDescription(id: "d", title: "D")) { writer in
            let payer = writer.reserveKey()
            let activity = writer.reserveKey()
            try writer.add(
                Transfer(
                    record: activity, line: 12, kind: "disbursement", code: "3",
                    date: PublishedDay(day: Day(year: 2012, month: 3, day: 1)),
                    value: PublishedValue(value: Decimal(string: "1000.50")), currency: "EUR",
                    provider: TransferEnd(organisation: payer, activity: "later"),
                    receiver: TransferEnd(activity: "nowhere")))
            try writer.add(
                Record(.project, "x", ["title": ["X"], "kind": ["project"]]), at: activity)
            try writer.add(Record(.organisation, "payer", ["name": ["Payer"]]), at: payer)
            try writer.add(Record(.project, "later", ["title": ["Later"], "kind": ["project"]]))
        }
        #expect(
            try row(
                dataset,
                """
                SELECT r.id AS record, p.id AS provider, a.id AS activity, receiver_activity, receiver_activity_id,
                  value, amount, date(date * 86400, 'unixepoch') AS date
                FROM transfer t JOIN record r ON r.key = t.record JOIN record p ON p.key = provider
                JOIN record a ON a.key = provider_activity
                """)
                    == """
                    [record:"x" provider:"payer" activity:"later" receiver_activity:NULL receiver_activity_id:"nowhere" \
                    value:"1000.5" amount:1000.5 date:"2012-03-01"]
                    """)
    }

    @Test("what a project names as its parts is part of it, once")
    func parts() throws {
        let dataset = try SampleDossier.dataset(
            adding:
                Record(
                    .project, "whole",
                    ["title": ["W"], "kind": ["programme"], "parts": ["part", "own", "whole"]]),
            Record(.project, "part", ["title": ["P"], "kind": ["project"]]),
            Record(.project, "own", ["title": ["O"], "kind": ["project"], "part-of": ["other", "whole"]]),
            Record(.project, "other", ["title": ["T"], "kind": ["project"]]))
        let links = try dataset.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.id || ' ' || position || ' ' || t.id AS tie FROM link JOIN record r ON r.key = record
                    JOIN record t ON t.key = target WHERE field = 'part-of' AND t.id IN ('whole', 'other')
                    ORDER BY 1
                    """
            ).map { $0["tie"] as String }
        }
        #expect(links == ["own 0 other", "own 1 whole", "part 0 whole"])
    }
}
