import Model

extension JSONValue {
    /// What came of an import.
    package static func importing(_ summary: ImportSummary) -> JSONValue {
        .object([
            ("files", .integer(summary.files)), ("read", .integer(summary.read)),
            ("unchanged", .integer(summary.unchanged)), ("removed", .integer(summary.removed)),
            ("activities", .integer(summary.activities)), ("merged", .integer(summary.merged)),
            ("transactions", .integer(summary.transactions)),
            ("organisations", .integer(summary.organisations)),
            ("skipped", .integer(summary.skippedFiles.count)),
            ("faulty", .integer(summary.faulty)), ("errors", .integer(summary.errors)),
            ("warnings", .integer(summary.warnings)), ("seconds", .double(rounded(summary.seconds))),
            ("bytes", .integer(summary.bytes)), ("upToDate", .bool(summary.isUpToDate)),
            (
                "skippedFiles",
                .array(
                    summary.skippedFiles.map { skipped in
                        .object([("file", .text(skipped.file)), ("reason", .text(skipped.reason))])
                    })
            ),
            ("problems", .array(summary.problems.map(kind))),
        ])
    }

    private static func kind(_ kind: ImportSummary.Kind) -> JSONValue {
        .object([
            ("code", .text(kind.code)), ("severity", .text(kind.isError ? "error" : "warning")),
            ("count", .integer(kind.count)),
            (
                "examples",
                .array(
                    kind.examples.map { example in
                        .object([
                            ("file", .text(example.file)),
                            ("line", example.line.map(JSONValue.integer) ?? .null),
                            ("message", .text(example.message)), ("mend", .text(example.mend)),
                        ])
                    })
            ),
        ])
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
