import Foundation
import GRDB

/// Writes what is published transaction by transaction, and how an import went. Other activities are named by
/// identifier; ``resolve()`` finds their keys when all records are there.
struct TransferWriter {
    private let db: Database
    private let transfer: RowStatement
    private let participantActivity: RowStatement
    private let budget: RowStatement
    private let ledger: RowStatement
    private let file: RowStatement
    private let problem: RowStatement
    private let problemCount: RowStatement
    private let recordProblem: RowStatement

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: TransferSchema.tables)
        transfer = try RowStatement(db, into: "transfer", columns: 22)
        participantActivity = try RowStatement(db, into: "participant_activity", columns: 5)
        budget = try RowStatement(db, into: "budget", columns: 21)
        ledger = try RowStatement(db, into: "ledger", columns: 6)
        file = try RowStatement(db, into: "data_file", columns: 6)
        problem = try RowStatement(db, into: "problem", columns: 7)
        recordProblem = try RowStatement(db, into: "record_problem", columns: 4)
        // The files' reader and the mapping may report the same.
        problemCount = try RowStatement(
            db,
            sql: """
                INSERT INTO problem_count VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """)
    }

    /// SQLite gives the next key.
    private static let nextKey: Int64? = nil

    func add(_ transfer: Transfer) throws {
        let value = transfer.value.value
        // Which activity an identifier names is known when all are there.
        let activity: Int64? = nil
        try self.transfer.run(
            Self.nextKey, transfer.record, transfer.source, transfer.line, transfer.kind, transfer.code,
            transfer.date.day?.rawValue, transfer.date.text, transfer.valueDate.day?.rawValue,
            transfer.valueDate.text, value?.plainText, transfer.value.text, value.map(Self.amount),
            transfer.currency, transfer.provider.organisation, activity, transfer.provider.activity,
            transfer.receiver.organisation, activity, transfer.receiver.activity, transfer.description,
            transfer.details)
    }

    func add(_ rows: RecordRows) throws {
        // Which activity an identifier names is known when all are there.
        let activity: Int64? = nil
        for row in rows.ownActivities {
            try participantActivity.run(rows.key, row.position, row.role, row.activity, activity)
        }
    }

    func add(_ budget: Budget) throws {
        let value = budget.value.value
        try self.budget.run(
            Self.nextKey, budget.record, budget.source, budget.line, budget.kind.rawValue, budget.type,
            budget.status, budget.start.day?.rawValue, budget.start.text, budget.end.day?.rawValue,
            budget.end.text, budget.valueDate.day?.rawValue, budget.valueDate.text, value?.plainText,
            budget.value.text, value.map(Self.amount), budget.currency, budget.provider.organisation,
            budget.provider.activity, budget.receiver.organisation, budget.receiver.activity)
    }

    /// The figure as SQLite can sort it.
    private static func amount(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }

    func add(_ entry: LedgerEntry) throws {
        try ledger.run(
            entry.key.description, entry.written, entry.organisation, entry.reason, entry.count,
            entry.isUndone)
    }

    func add(_ file: DataFile) throws {
        try self.file.run(
            file.path, file.hash, file.bytes, file.version, file.activities, file.problems)
    }

    func add(_ problem: Problem) throws {
        try self.problem.run(
            Self.nextKey, problem.code, problem.severity.rawValue, problem.file, problem.line,
            problem.message, problem.mend)
    }

    func add(_ problem: RecordProblem, of record: Int64) throws {
        try recordProblem.run(record, problem.code, problem.count, problem.line)
    }

    func add(count: Int, of code: String, _ severity: Problem.Severity) throws {
        try problemCount.run(code, severity.rawValue, count)
    }

    /// Finds the activities that transfers and participants name; what names none keeps its identifier only.
    func resolve() throws {
        for (table, name) in [
            ("transfer", "provider_activity"), ("transfer", "receiver_activity"),
            ("participant_activity", "activity"),
        ] {
            try db.execute(
                sql: """
                    UPDATE \(table) SET \(name) =
                      (SELECT key FROM record WHERE id = \(name)_id AND class = 'project')
                    WHERE \(name)_id IS NOT NULL
                    """)
        }
    }
}
