import Model

/// A dataset as tables of comma-separated values: one a class, one of who takes part in what, one of transactions
/// and one of budgets.
package enum CSVTable: String, CaseIterable, Sendable {
    case projects, organisations, flows, relations, events, findings, discrepancies, sources, themes, places
    case participants, transactions, budgets

    /// The class whose records are its rows; nil for what hangs on projects.
    package var recordClass: RecordClass? { RecordClass.allCases.first { $0.plural == rawValue } }

    private var columns: [String] {
        switch self {
        case .participants:
            ["project", "organisation", "name", "role", "via", "period", "activity", "denied"]
        case .transactions:
            [
                "project", "kind", "code", "date", "value", "currency", "value-date", "provider",
                "provider-activity", "receiver", "receiver-activity", "description", "source", "line",
            ]
        case .budgets:
            [
                "project", "kind", "type", "status", "start", "end", "value", "currency", "value-date",
                "provider", "receiver", "source", "line",
            ]
        default:
            ["id"] + (recordClass?.fields.map(\.key) ?? []) + ["denied", "note", "citations"]
        }
    }

    /// Writes the table, piece by piece; gives the number of its rows.
    package func write(
        _ dataset: Dataset, _ filter: Filter, limit: Int = -1, put: (String) throws -> Void
    ) throws -> Int {
        var writer = CSVWriter(columns: columns.map { SafeText($0) })
        var rows = 0
        let list = dataset.list(recordClass ?? .project, filter: filter)
        try list.walk(limit: recordClass == nil ? -1 : limit) { records in
            let names = try self.names(of: records, dataset)
            for record in records {
                for row in try self.rows(of: record, names, dataset) {
                    guard limit < 0 || rows < limit else { return }
                    writer.append(row.map { SafeText($0 ?? "") })
                    rows += 1
                }
                if writer.text.utf8.count > 1 << 16 { try put(writer.take()) }
            }
        }
        try put(writer.take())
        return rows
    }

    private func names(of records: [Record], _ dataset: Dataset) throws -> [String: RecordName] {
        guard self == .participants else { return [:] }
        return try dataset.names(of: records.flatMap { $0.values("participants").map(\.text) })
    }

    private func rows(
        of record: Record, _ names: [String: RecordName], _ dataset: Dataset
    ) throws -> [[String?]] {
        switch self {
        case .participants: Self.participants(record, names)
        case .transactions: try dataset.transfers(of: record.id).map { Self.row($0, record.id) }
        case .budgets: try dataset.budgets(of: record.id).map { Self.row($0, record.id) }
        default: [Self.row(record)]
        }
    }

    // MARK: Rows

    private static func row(_ record: Record) -> [String?] {
        let cells = record.recordClass.fields.map { field in
            record.values(field.key).map(cell).joined(separator: "; ")
        }
        let citations = record.citations.map { "\($0.source) \($0.locator)".spaceless }
        return [record.id] + cells + [
            record.isAbsent ? "1" : "0", record.note, citations.joined(separator: "; "),
        ]
    }

    /// A value in one cell, with what belongs to it.
    private static func cell(_ value: Value) -> String {
        var text = value.text
        if let role = value.participant?.role { text = "\(role): \(text)" }
        if let share = value.share { text += " \(share)%" }
        return value.isAbsent ? "not \(text)" : text
    }

    private static func participants(_ record: Record, _ names: [String: RecordName]) -> [[String?]] {
        record.values("participants").map { value in
            [
                record.id, value.text, names[value.text]?.title.string, value.participant?.role,
                value.participant?.via, value.participant?.period, value.participant?.activity,
                value.isAbsent || record.isAbsent ? "1" : "0",
            ]
        }
    }

    private static func row(_ line: TransferLine, _ project: String) -> [String?] {
        [
            project, line.kind, line.code, line.date.day?.text ?? line.date.text,
            line.value.value?.plainText ?? line.value.text, line.currency,
            line.valueDate.day?.text ?? line.valueDate.text, line.provider.organisation?.id,
            line.provider.activity, line.receiver.organisation?.id, line.receiver.activity,
            line.description?.string, line.source, "\(line.line)",
        ]
    }

    private static func row(_ line: BudgetLine, _ project: String) -> [String?] {
        [
            project, line.kind.rawValue, line.type, line.status, line.start.day?.text ?? line.start.text,
            line.end.day?.text ?? line.end.text, line.value.value?.plainText ?? line.value.text,
            line.currency, line.valueDate.day?.text ?? line.valueDate.text, line.provider.organisation?.id,
            line.receiver.organisation?.id, line.source, "\(line.line)",
        ]
    }
}

extension String {
    /// Without a space at its end.
    fileprivate var spaceless: String { hasSuffix(" ") ? String(dropLast()) : self }
}
