import Foundation
import Model

/// What is published of an activity transaction by transaction.
struct JSONTransfers {
    let dataset: Dataset

    /// Keys that the page of a project has beside its record's.
    func members(of id: String) throws -> [(String, JSONValue)] {
        [
            ("transactions", .array(try dataset.transfers(of: id).map(transaction))),
            ("budgets", .array(try dataset.budgets(of: id).map(budget))),
            (
                "problems",
                .array(
                    try dataset.problems(of: id).map { problem in
                        .object([
                            ("code", .text(problem.code)), ("count", .integer(problem.count)),
                            ("line", .integer(problem.line)),
                        ])
                    })
            ),
        ]
    }

    private func transaction(_ line: TransferLine) -> JSONValue {
        .object(
            [
                ("kind", .text(line.kind)), ("code", .text(line.code)), ("date", day(line.date)),
                ("valueDate", day(line.valueDate)),
            ] + figure(line.value, line.currency) + [
                ("from", end(line.provider)), ("to", end(line.receiver)),
                ("description", .text(line.description?.string)),
                ("details", line.details.flatMap(JSONValue.init(parsing:)) ?? .null),
                ("source", .text(line.source)), ("line", .integer(line.line)),
            ])
    }

    private func budget(_ line: BudgetLine) -> JSONValue {
        .object(
            [
                ("kind", .text(line.kind.rawValue)), ("type", .text(line.type)),
                ("status", .text(line.status)),
                ("start", day(line.start)), ("end", day(line.end)),
            ] + figure(line.value, line.currency) + [
                ("from", end(line.provider)), ("to", end(line.receiver)),
                ("source", .text(line.source)), ("line", .integer(line.line)),
            ])
    }

    /// What is no date is given as it was published.
    private func day(_ day: PublishedDay) -> JSONValue { .text(day.day?.text ?? day.text) }

    /// What is no number is given as it was published, under a key of its own.
    private func figure(_ value: PublishedValue, _ currency: String?) -> [(String, JSONValue)] {
        [("value", value.value.map(JSONValue.decimal) ?? .null), ("currency", .text(currency))]
            + (value.text.map { [("valueAsPublished", .text($0))] } ?? [])
    }

    private func end(_ end: TransferLine.End) -> JSONValue {
        guard end.organisation != nil || end.activity != nil else { return .null }
        return .object([
            ("organisation", .text(end.organisation?.id)), ("name", .text(end.organisation?.title.string)),
            ("activity", .text(end.activity)), ("isKnown", .bool(end.activityName != nil)),
        ])
    }
}

extension JSONValue {
    /// A value from JSON that the index holds; nil when it is none.
    init?(parsing text: String) {
        guard let parsed = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return nil }
        self.init(parsed)
    }

    private init(_ parsed: Any) {
        switch parsed {
        case let text as String: self = .text(text)
        case let members as [String: Any]:
            self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
        case let items as [Any]: self = .array(items.map(JSONValue.init))
        case let flag as Bool: self = .bool(flag)
        default: self = .null
        }
    }
}
