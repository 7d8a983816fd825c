import Model

extension JSONValue {
    /// How organisations were recognised.
    package static func ledger(_ lines: [LedgerLine]) -> JSONValue {
        .array(
            lines.map { line in
                .object([
                    ("key", .text(line.key.description)), ("written", .string(line.written.string)),
                    ("organisation", .text(line.organisation)),
                    ("name", line.name.map { .string($0.string) } ?? .null),
                    ("reason", .string(line.reason.string)), ("count", .integer(line.count)),
                    ("undone", .bool(line.isUndone)),
                ])
            })
    }
}
