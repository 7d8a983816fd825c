import Foundation
import GRDB

/// Writes what is published transaction by transaction, and how an import went. Other activities are named by
/// identifier; ``resolve()`` finds their keys when all records are there.
struct TransferWriter {
    private let db: Database
    private let transfer: Statement
    private let budget: Statement
    private let ledger: Statement
    private let file: Statement
    private let problem: Statement
    private let problemCount: Statement
    private let recordProblem: Statement

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: TransferSchema.tables)
        func insertion(_ table: String, _ columns: Int) throws -> Statement {
            let marks = Array(repeating: "?", count: columns).joined(separator: ",")
            return try db.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        }
        transfer = try insertion("transfer", 22)
        budget = try insertion("budget", 21)
        ledger = try insertion("ledger", 6)
        file = try insertion("data_file", 6)
        problem = try insertion("problem", 7)
        recordProblem = try insertion("record_problem", 4)
        // The files' reader and the mapping may report the same.
        problemCount = try db.makeStatement(
            sql: """
                INSERT INTO problem_count VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """)
    }

    func add(_ transfer: Transfer) throws {
        let value = transfer.value.value?.description
        try self.transfer.execute(arguments: [
            nil, transfer.record, transfer.source, transfer.line, transfer.kind, transfer.code,
            transfer.date.day?.rawValue, transfer.date.text, transfer.valueDate.day?.rawValue,
            transfer.valueDate.text, value, transfer.value.text,
            value.flatMap(Double.init), transfer.currency, transfer.provider.organisation, nil,
            transfer.provider.activity, transfer.receiver.organisation, nil, transfer.receiver.activity,
            transfer.description, transfer.details,
        ])
    }

    func add(_ budget: Budget) throws {
        let value = budget.value.value?.description
        try self.budget.execute(arguments: [
            nil, budget.record, budget.source, budget.line, budget.kind.rawValue, budget.type,
            budget.status, budget.start.day?.rawValue, budget.start.text, budget.end.day?.rawValue,
            budget.end.text, budget.valueDate.day?.rawValue, budget.valueDate.text,
            value, budget.value.text, value.flatMap(Double.init), budget.currency,
            budget.provider.organisation, budget.provider.activity, budget.receiver.organisation,
            budget.receiver.activity,
        ])
    }

    func add(_ entry: LedgerEntry) throws {
        try ledger.execute(arguments: [
            entry.key.description, entry.written, entry.organisation, entry.reason, entry.count,
            entry.isUndone,
        ])
    }

    func add(_ file: DataFile) throws {
        try self.file.execute(arguments: [
            file.path, file.hash, file.bytes, file.version, file.activities, file.problems,
        ])
    }

    func add(_ problem: Problem) throws {
        try self.problem.execute(arguments: [
            nil, problem.code, problem.severity.rawValue, problem.file, problem.line, problem.message,
            problem.mend,
        ])
    }

    func add(_ problem: RecordProblem, of record: Int64) throws {
        try recordProblem.execute(arguments: [record, problem.code, problem.count, problem.line])
    }

    func add(count: Int, of code: String, _ severity: Problem.Severity) throws {
        try problemCount.execute(arguments: [code, severity.rawValue, count])
    }

    /// Finds the activities that transfers name; what names none keeps its identifier only.
    func resolve() throws {
        for end in ["provider", "receiver"] {
            try db.execute(
                sql: """
                    UPDATE transfer SET \(end)_activity =
                      (SELECT key FROM record WHERE id = \(end)_activity_id AND class = 'project')
                    WHERE \(end)_activity_id IS NOT NULL
                    """)
        }
    }
}
