import Model

extension FixedRows {
    /// Successions and what is said of follow-ups, a row a step; Enter leads to the page of the step.
    package static func continuity(_ steps: [ContinuityStep]) -> FixedRows {
        let columns = [
            TableColumn("from", "project", 10, flexible: true),
            TableColumn("to", "followed by", 11, flexible: true),
            TableColumn("kind", "kind", 20),
            TableColumn("between", "months between", 18, flexible: true),
            TableColumn("handOver", "implementers", 14, flexible: true, rank: 2),
            TableColumn("saidBy", "said by", 17, rank: 3),
        ]
        let rows = steps.map { step in
            TableRow(
                step.address,
                [
                    step.from.short, step.to?.short ?? "", step.kind.words,
                    step.gap.map { $0.isUnknown ? "?" : $0.shortWords } ?? "",
                    step.to == nil ? "" : step.handOver?.words ?? "?", step.to == nil ? "" : step.saidWords,
                ], isAbsent: step.isAbsent, target: View(.continuity, step.address))
        }
        return FixedRows(columns: columns, rows: rows)
    }
}
