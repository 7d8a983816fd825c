/// One thing to be written into an index.
package enum IndexEntry: Sendable {
    /// A record under the key that is its.
    case record(Record, at: Int64)
    case transfer(Transfer)
    case budget(Budget)
    case ledger(LedgerEntry)
    case file(DataFile)
    /// A problem to be listed; how many there are of its code is said apart.
    case problem(Problem)
    /// What is wrong with what is published of the record of a key.
    case recordProblem(RecordProblem, of: Int64)
    /// How many problems of a code there are, listed or not.
    case problemCount(Int, code: String, Problem.Severity)
}

/// Takes what is to be written into an index: the writer itself, or a queue before it.
package protocol IndexSink: AnyObject {
    /// Keeps a key for a record that is written later, as it must be.
    func reserveKey() -> Int64
    func write(_ entry: IndexEntry) throws
}

extension IndexSink {
    /// Writes a record. An id that another record bears already is refused by the table.
    package func add(_ record: Record) throws { try add(record, at: reserveKey()) }

    /// Writes a record under a key that was kept for it.
    package func add(_ record: Record, at key: Int64) throws {
        try write(.record(record, at: key))
    }

    package func add(_ transfer: Transfer) throws { try write(.transfer(transfer)) }

    package func add(_ budget: Budget) throws { try write(.budget(budget)) }

    package func add(_ entry: LedgerEntry) throws { try write(.ledger(entry)) }

    package func add(_ file: DataFile) throws { try write(.file(file)) }

    package func add(_ problem: Problem) throws { try write(.problem(problem)) }

    package func add(_ problem: RecordProblem, of record: Int64) throws {
        try write(.recordProblem(problem, of: record))
    }

    package func add(count: Int, of code: String, _ severity: Problem.Severity) throws {
        try write(.problemCount(count, code: code, severity))
    }
}

/// Keeps entries until somebody takes them to the writer.
package final class EntryQueue: IndexSink {
    private var entries: [IndexEntry] = []
    /// How many keys are given out, by the writer and since.
    package private(set) var count: Int

    /// Gives out the keys that come after those of a writer.
    package init(after writer: IndexWriter) { count = writer.count }

    package func reserveKey() -> Int64 {
        count += 1
        return Int64(count)
    }

    package func write(_ entry: IndexEntry) { entries.append(entry) }

    /// What has been added since it was asked last.
    package func take() -> [IndexEntry] {
        defer { entries.removeAll() }
        return entries
    }
}
