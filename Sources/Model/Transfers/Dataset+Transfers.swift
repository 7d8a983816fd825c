import Foundation
import GRDB

extension Dataset {
    /// The transactions of an activity, the latest first; without a date last. All of them without a limit.
    package func transfers(of id: String, limit: Int? = nil) throws -> [TransferLine] {
        try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT t.*, s.id AS source_id, \(sql: Self.ends) FROM transfer t
                    LEFT JOIN record s ON s.key = t.source \(sql: Self.joins("t"))
                    LEFT JOIN record pa ON pa.key = t.provider_activity
                    LEFT JOIN record ra ON ra.key = t.receiver_activity
                    WHERE t.record = (SELECT key FROM record WHERE id = \(id))
                    ORDER BY t.date IS NULL, t.date DESC, t.key LIMIT \(limit ?? -1)
                    """
            ).fetchCursor(db)
            var lines: [TransferLine] = []
            while let row = try rows.next() { lines.append(TransferLine(row)) }
            return lines
        }
    }

    /// How many transactions an activity has.
    package func transferCount(of id: String) throws -> Int {
        try read { db in
            try SQLRequest<Int>(
                literal: """
                    SELECT count(*) FROM transfer WHERE record = (SELECT key FROM record WHERE id = \(id))
                    """
            ).fetchOne(db) ?? 0
        }
    }

    /// The budgets and planned disbursements of an activity, in the order of time.
    package func budgets(of id: String) throws -> [BudgetLine] {
        try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT t.*, s.id AS source_id, \(sql: Self.ends) FROM budget t
                    LEFT JOIN record s ON s.key = t.source \(sql: Self.joins("t"))
                    LEFT JOIN record pa ON pa.id = t.provider_activity_id AND pa.class = 'project'
                    LEFT JOIN record ra ON ra.id = t.receiver_activity_id AND ra.class = 'project'
                    WHERE t.record = (SELECT key FROM record WHERE id = \(id))
                    ORDER BY t.kind, t.start IS NULL, t.start, t.key
                    """
            ).fetchAll(db)
            return rows.map(BudgetLine.init)
        }
    }

    /// What is wrong with what is published of a record, by code.
    package func problems(of id: String) throws -> [RecordProblem] {
        try read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT code, count, line FROM record_problem
                    WHERE record = (SELECT key FROM record WHERE id = \(id)) ORDER BY code
                    """
            ).fetchAll(db).map { RecordProblem(code: $0["code"], count: $0["count"], line: $0["line"]) }
        }
    }

    private static let ends = [("provider", "p", "pa"), ("receiver", "r", "ra")].map {
        end, record, activity in
        [(record, end), (activity, "\(end)_own")].map { table, name in
            """
            \(table).id AS \(name)_id, \(table).class AS \(name)_class, \(table).kind AS \(name)_kind,
            \(table).title AS \(name)_title, \(table).acronym AS \(name)_acronym
            """
        }.joined(separator: ", ")
    }.joined(separator: ", ")

    private static func joins(_ table: String) -> String {
        "LEFT JOIN record p ON p.key = \(table).provider LEFT JOIN record r ON r.key = \(table).receiver"
    }
}

extension TransferLine {
    fileprivate init(_ row: Row) {
        self.init(
            source: row["source_id"], line: row["line"], kind: row["kind"], code: row["code"],
            date: PublishedDay(row, "date"), valueDate: PublishedDay(row, "value_date"),
            value: PublishedValue(row), currency: row["currency"], provider: End(row, "provider"),
            receiver: End(row, "receiver"),
            description: (row["description"] as String?).map { SafeText($0) }, details: row["details"])
    }
}

extension BudgetLine {
    fileprivate init(_ row: Row) {
        self.init(
            source: row["source_id"], line: row["line"], kind: Budget.Kind(rawValue: row["kind"]) ?? .budget,
            type: row["type"], status: row["status"], start: PublishedDay(row, "start"),
            end: PublishedDay(row, "end"), valueDate: PublishedDay(row, "value_date"),
            value: PublishedValue(row), currency: row["currency"],
            provider: TransferLine.End(row, "provider"), receiver: TransferLine.End(row, "receiver"))
    }
}

extension TransferLine.End {
    fileprivate init(_ row: Row, _ end: String) {
        organisation = Self.name(row, end)
        activity = row["\(end)_activity_id"]
        activityName = Self.name(row, "\(end)_own")
    }

    private static func name(_ row: Row, _ prefix: String) -> RecordName? {
        guard let id = row["\(prefix)_id"] as String?,
            let recordClass = RecordClass(rawValue: row["\(prefix)_class"])
        else { return nil }
        return RecordName(
            id: id, recordClass: recordClass, title: SafeText(row["\(prefix)_title"] as String),
            acronym: (row["\(prefix)_acronym"] as String?).map { SafeText($0) },
            kind: row["\(prefix)_kind"])
    }
}

extension PublishedDay {
    fileprivate init(_ row: Row, _ column: String) {
        self.init(day: (row[column] as Int?).map { Day(rawValue: $0) }, text: row["\(column)_text"])
    }
}

extension PublishedValue {
    fileprivate init(_ row: Row) {
        self.init(value: (row["value"] as String?).flatMap { Decimal(string: $0) }, text: row["value_text"])
    }
}
