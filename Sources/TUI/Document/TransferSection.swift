import Foundation
import Model

/// On the page of a project: its budgets, its latest transactions, and what is wrong with what is published.
enum TransferSection {
    /// How many transactions a page lists.
    static let listed = 50

    static func blocks(
        _ transfers: [TransferLine], of count: Int, budgets: [BudgetLine], problems: [RecordProblem]
    ) -> [Document.Block] {
        var document = Document()
        if !budgets.isEmpty {
            document.heading(SafeText("budgets (\(grouped(budgets.count)))"))
            for budget in budgets.prefix(listed) { document.add(.item(line(budget), indent: 0)) }
            if budgets.count > listed { document.add(more(budgets.count - listed)) }
        }
        if count > 0 {
            let latest = count > transfers.count ? ", the latest \(transfers.count)" : ""
            document.heading(SafeText("transactions (\(grouped(count))\(latest))"))
            for transfer in transfers { document.add(.item(line(transfer), indent: 0)) }
            if count > transfers.count { document.add(more(count - transfers.count)) }
        }
        if !problems.isEmpty {
            document.heading("problems of what is published")
            for problem in problems {
                let times = problem.count == 1 ? "" : ", \(problem.count) times"
                document.add(
                    .item(
                        [
                            Document.Span(SafeText(problem.code.replacing("-", with: " "))),
                            Document.Span(SafeText("  line \(problem.line)\(times)"), .dim),
                        ], indent: 0))
            }
        }
        return document.blocks.isEmpty ? [] : [.blank] + document.blocks
    }

    private static func grouped(_ count: Int) -> String { Money.grouped(Decimal(count)) }

    private static func more(_ count: Int) -> Document.Block {
        let text = "and \(grouped(count)) more: show with --format json gives all"
        return .paragraph([Document.Span(SafeText(text), .dim)], indent: 2)
    }

    private static func line(_ transfer: TransferLine) -> [Document.Span] {
        let kind = transfer.kind ?? "kind '\(transfer.code)'"
        var spans = [
            Document.Span(day(transfer.date), .dim), Document.Span(SafeText("  \(kind)  ")),
            Document.Span(money(transfer.value, transfer.currency), .bold),
        ]
        spans += ends(transfer.provider, transfer.receiver)
        if let description = transfer.description {
            spans.append(Document.Span(SafeText("  \(description.string)"), .dim))
        }
        return spans
    }

    private static func line(_ budget: BudgetLine) -> [Document.Span] {
        let kind = budget.kind == .budget ? "" : "planned disbursement  "
        let start = day(budget.start)
        let end = day(budget.end)
        var spans = [
            Document.Span(SafeText("\(start.string) – \(end.string)  "), .dim), Document.Span(SafeText(kind)),
            Document.Span(money(budget.value, budget.currency), .bold),
        ]
        spans += ends(budget.provider, budget.receiver)
        let terms = [budget.type, budget.status].compactMap { $0 }.joined(separator: ", ")
        if !terms.isEmpty { spans.append(Document.Span(SafeText("  \(terms)"), .dim)) }
        return spans
    }

    private static func day(_ day: PublishedDay) -> SafeText {
        SafeText(day.day?.text ?? day.text ?? "no date")
    }

    private static func money(_ value: PublishedValue, _ currency: String?) -> SafeText {
        guard let number = value.value else {
            return SafeText(value.text.map { "'\($0)' \(currency ?? "")" } ?? "no value")
        }
        return SafeText(Money(value: number, currency: currency).text)
    }

    /// `  A → B`; an end's own activity stands after it.
    private static func ends(_ provider: TransferLine.End, _ receiver: TransferLine.End) -> [Document.Span] {
        let (from, to) = (spans(provider), spans(receiver))
        if from.isEmpty && to.isEmpty { return [] }
        // Who pays is who reports, where nobody is named.
        return ["  "] + (from.isEmpty ? ["→ "] : from + [" → "])
            + (to.isEmpty ? [Document.Span("?", .dim)] : to)
    }

    private static func spans(_ end: TransferLine.End) -> [Document.Span] {
        var spans = end.organisation.map { [Document.Span.link($0.short, $0.id)] } ?? []
        // Some files name the organisation again.
        guard let activity = end.activity, activity != end.organisation?.id else { return spans }
        if !spans.isEmpty { spans.append(", ") }
        if let known = end.activityName {
            spans.append(.link(SafeText(activity), known.id))
        } else {
            spans.append(Document.Span(SafeText("\(activity), not in the dataset"), .dim))
        }
        return spans
    }
}
