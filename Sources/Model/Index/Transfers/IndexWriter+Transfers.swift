extension IndexWriter {
    package func add(_ transfer: Transfer) throws { try transfers.add(transfer) }

    package func add(_ budget: Budget) throws { try transfers.add(budget) }

    package func add(_ entry: LedgerEntry) throws { try transfers.add(entry) }

    package func add(_ file: DataFile) throws { try transfers.add(file) }

    /// A problem to be listed; how many there are of its code is said with ``add(count:of:_:)``.
    package func add(_ problem: Problem) throws { try transfers.add(problem) }

    /// What is wrong with what is published of a record.
    package func add(_ problem: RecordProblem, of record: Int64) throws {
        try transfers.add(problem, of: record)
    }

    /// How many problems of a code there are, listed or not.
    package func add(count: Int, of code: String, _ severity: Problem.Severity) throws {
        try transfers.add(count: count, of: code, severity)
    }
}
