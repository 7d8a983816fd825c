import Foundation
import Model

/// A chain's account: totals under a rule with what they left out and why, the other rules beside them, what
/// each node gets, gives on and keeps, and the cycles.
package enum ChainAccountDocument {
    package static func document(
        _ account: ChainAccount, rule: CountingRule, names: [String: SafeText]
    ) -> Document {
        var document = Document()
        let summary = ChainSummary(account, names: names)
        let name = names[account.chain.subject] ?? SafeText(account.chain.subject)
        document.add(.title([Document.Span("Account of the chain of " + name)]))
        document.heading("total \(rule.title.string)")
        document.add(.paragraph([Document.Span("It counts \(rule.explanation.string).", .dim)], indent: 0))
        addTotals(account, rule, names, to: &document)
        document.heading("the other rules")
        for other in CountingRule.allCases where other != rule {
            let sums = summary.sums(account.totals(other))
            document.field(other.title, sums.isEmpty ? "no flow of money" : sums.joined(separator: " · "))
        }
        document.heading("rates")
        if let rates = account.rates {
            for rate in rates.rates { document.add(.item([Document.Span(rate.words)], indent: 0)) }
        } else {
            let text: SafeText =
                "None are given, so currencies are not added: --rate USD:EUR=0.76@2010-06-30."
            document.add(.paragraph([Document.Span(text, .dim)], indent: 0))
        }
        addHops(account, names, to: &document)
        document.heading("cycles")
        let cycles = summary.cycles
        if cycles.isEmpty { document.add(.paragraph([Document.Span("none", .dim)], indent: 0)) }
        for cycle in cycles { document.add(.item([Document.Span(cycle)], indent: 0)) }
        return document
    }

    /// A long title is cut: the link leads to all of it.
    private static let longestName = 40

    // MARK: Totals

    private static func addTotals(
        _ account: ChainAccount, _ rule: CountingRule, _ names: [String: SafeText],
        to document: inout Document
    ) {
        let totals = account.totals(rule)
        if totals.isEmpty {
            document.add(.paragraph([Document.Span("No flow of money is told.")], indent: 0))
        }
        for total in totals {
            let amount = ChainSummary.amount(total)
            var spans = [Document.Span(amount, .bold)]
            if total.isConverted, let rates = account.rates {
                let words = rates.rates.map(\.words).joined(separator: ", ")
                spans = [Document.Span("converted: "), spans[0], Document.Span(" at " + words, .dim)]
            }
            document.add(.field(SafeText(total.kind), spans))
            for counted in total.counted where !total.isConverted {
                let figure = figure(account, counted, total.currency)
                document.add(.item(flow(account, counted.flow, names) + [figure], indent: 2))
            }
        }
        addLeftOut(account, totals, names, to: &document)
    }

    /// ` almost 1,800,000 USD`. A part of an inexact figure is no more exact.
    private static func figure(
        _ account: ChainAccount, _ counted: ChainTotal.Counted, _ currency: String?
    ) -> Document.Span {
        let qualifier = account.chain.flows[counted.flow].carried.first?.qualifier
        let amount = ChainSummary.amount(counted.value, currency).string
        return Document.Span(SafeText(" " + [qualifier, amount].compactMap { $0 }.joined(separator: " ")))
    }

    private struct Exclusion: Hashable {
        let flow: Int
        let reason: ChainTotal.Reason
        let money: Money?
    }

    /// Flow by flow, grouped by the reason; what tells of no money, or of money on its way, is counted.
    private static func addLeftOut(
        _ account: ChainAccount, _ totals: [ChainTotal], _ names: [String: SafeText],
        to document: inout Document
    ) {
        var seen: Set<Exclusion> = []
        let ruled = totals.filter { !$0.isConverted }.flatMap(\.leftOut)
        let leftOut = (account.leftOut + ruled).filter {
            seen.insert(Exclusion(flow: $0.flow, reason: $0.reason, money: $0.money)).inserted
        }
        for reason in ChainTotal.Reason.allCases where !ChainSummary.usual.contains(reason) {
            let own = leftOut.filter { $0.reason == reason }.sorted { $0.flow < $1.flow }
            guard !own.isEmpty else { continue }
            document.add(.field("left out", [Document.Span(reason.words, .dim)]))
            for entry in own {
                let figure = entry.money.map { Document.Span(SafeText(" " + $0.text)) }
                document.add(
                    .item(flow(account, entry.flow, names) + (figure.map { [$0] } ?? []), indent: 2))
            }
        }
        let flows = account.chain.flows
        let passing = flows.count { $0.kind != nil && !$0.isAbsent && !$0.isLastHop }
        let silent = flows.count { $0.kind == nil && !$0.isInKind }
        var remarks: [String] = []
        if passing > 0 {
            remarks.append("\(passing) are the same money on its way, counted where it arrives")
        }
        if silent > 0 { remarks.append("\(silent) say who takes part, and not money") }
        guard !remarks.isEmpty else { return }
        let text = "Of \(flows.count) lines of the chain, " + remarks.joined(separator: "; ") + "."
        document.add(.paragraph([Document.Span(SafeText(text), .dim)], indent: 0))
    }

    /// `European Commission → ILO`, a link to the record that says so.
    private static func flow(_ account: ChainAccount, _ index: Int, _ names: [String: SafeText])
        -> [Document.Span]
    {
        let flow = account.chain.flows[index]
        func name(_ id: String) -> SafeText { (names[id] ?? SafeText(id)).fitted(to: longestName) }
        var text = name(flow.giver) + " → " + name(flow.receiver)
        if let project = flow.project, project != flow.giver, project != flow.receiver {
            text += ", " + name(project)
        }
        return [.link(text, flow.record)]
    }

    // MARK: Hops

    private static func addHops(
        _ account: ChainAccount, _ names: [String: SafeText], to document: inout Document
    ) {
        struct Heap: Hashable {
            let kind: String
            let currency: String?
            let isConverted: Bool
        }
        var heaps: [Heap] = []
        var hops: [Heap: [HopAccount]] = [:]
        for hop in account.hops {
            let heap = Heap(kind: hop.kind, currency: hop.currency, isConverted: hop.isConverted)
            if hops[heap] == nil { heaps.append(heap) }
            hops[heap, default: []].append(hop)
        }
        for kind in Vocabulary.flowKind.terms {
            let own = heaps.filter { $0.kind == kind }.sorted { left, right in
                let last = "\u{10FFFF}"
                return (left.isConverted ? 1 : 0, left.currency ?? last)
                    < (right.isConverted ? 1 : 0, right.currency ?? last)
            }
            for heap in own {
                let currency = heap.currency ?? "no amount known"
                document.heading("hop by hop: \(kind), \(currency)\(heap.isConverted ? " converted" : "")")
                let table = ChainHopTable(hops[heap] ?? [], names: names)
                document.add(.figure { table.canvas(width: $0) })
            }
        }
        guard !heaps.isEmpty else { return }
        let text: SafeText =
            "Unexplained is what is received less what is given on less what is kept; ? is a flow without a known amount."
        document.add(.paragraph([Document.Span(text, .dim)], indent: 0))
    }
}

extension ChainSummary {
    /// The account as a page.
    func document(_ rule: CountingRule) -> Document {
        ChainAccountDocument.document(account, rule: rule, names: names)
    }
}
