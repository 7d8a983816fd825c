import Model

extension FixedRows {
    /// How organisations were recognised.
    package static func ledger(_ lines: [LedgerLine]) -> FixedRows {
        let columns = [
            TableColumn("name", "taken for", 20, flexible: true),
            TableColumn("written", "written", 20, flexible: true),
            TableColumn("count", "times", 6), TableColumn("reason", "recognised by", 16, flexible: true),
            TableColumn("undone", "undone", 6, rank: 1), TableColumn("key", "key", 20, flexible: true),
            TableColumn("organisation", "organisation", 12, flexible: true, rank: 2),
        ]
        return FixedRows(
            columns: columns,
            rows: lines.map { line in
                TableRow(
                    line.organisation ?? line.key.description,
                    [
                        line.name ?? "?", line.written, SafeText("\(line.count)"), line.reason,
                        line.isUndone ? "yes" : "", SafeText(line.key.description),
                        SafeText(line.organisation ?? "?"),
                    ])
            })
    }
}
