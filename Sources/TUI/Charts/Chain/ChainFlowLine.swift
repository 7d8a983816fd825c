import Foundation
import Model

/// A flow in one line of words.
package enum ChainFlowLine {
    /// `European Commission → IOM Kazakhstan · extending, CALM · amount unknown · stated [korneev-2013 §3.1 n36]`.
    ///
    /// - Parameter names: names of nodes and projects by id; an id that is not among them stands for itself.
    package static func describe(_ flow: Chain.Flow, names: [String: SafeText]) -> SafeText {
        func name(_ id: String) -> SafeText { names[id] ?? SafeText(id) }
        var role = flow.role
        if let project = flow.project, project != flow.from, project != flow.to {
            role += ", " + name(project)
        }
        var parts = [name(flow.from) + (flow.isAbsent ? " ✗ " : " → ") + name(flow.to), role]
        if flow.isAbsent {
            parts.append(flow.kind == nil && !flow.isInKind ? "denied" : "did not flow")
        } else if !flow.carried.isEmpty {
            let figures = SafeText(flow.carried.map(\.text).joined(separator: " / "))
            parts.append(flow.isLastHop ? figures : figures + " on its way")
        } else if flow.kind != nil {
            parts.append("amount unknown")
        }
        if let transfers = flow.transfers { parts += described(transfers) }
        let citations = flow.citations.map { SafeText("\($0.source) \($0.locator)") }
        parts.append(
            citations.isEmpty ? flow.known : flow.known + " [" + citations.joined(separator: "; ") + "]")
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// `12 transactions, 2010-03-01 to 2012-06-30`, and what does not match.
    private static func described(_ transfers: Chain.Transfers) -> [SafeText] {
        let count = transfers.count == 1 ? "1 transaction" : "\(transfers.count) transactions"
        let days = [transfers.first, transfers.last].compactMap { $0?.text }
        let span = days.first == days.last ? days.prefix(1) : days[...]
        let dates = span.isEmpty ? "" : ", " + span.joined(separator: " to ")
        return [SafeText(count + dates)] + transfers.remarks
    }

    /// What is reckoned of a flow: `64 % of what EC gives in USD · 100 % of what ILO gets · reported by the
    /// payer`, and the figures that do not count.
    package static func reckoning(
        _ account: ChainAccount, _ index: Int, names: [String: SafeText]
    ) -> [SafeText] {
        let flow = account.chain.flows[index]
        var parts: [SafeText] = []
        for share in account.shares(of: index) {
            let at = share.isConverted ? " converted" : ""
            let giver = names[flow.from] ?? SafeText(flow.from)
            let receiver = names[flow.to] ?? SafeText(flow.to)
            if let part = share.ofGiver {
                let known: SafeText = share.isGiverKnown ? "what" : "the known part of what"
                parts.append(
                    "\(percent(part)) of \(known.string) \(giver.string) gives in \(share.currency)\(at)")
            }
            if let part = share.ofReceiver {
                let known: SafeText = share.isReceiverKnown ? "what" : "the known part of what"
                parts.append("\(percent(part)) of \(known.string) \(receiver.string) gets\(at)")
            }
        }
        parts.append(flow.reporting.words)
        var lines = [parts.joined(separator: " · ")]
        if flow.carried.count > 1 {
            let others = flow.carried.dropFirst().map(\.text).joined(separator: "; ")
            lines.append(SafeText("counted: \(flow.carried[0].text) · told otherwise: \(others)"))
        }
        return lines
    }

    /// `64.3 %`.
    static func percent(_ share: Decimal) -> String {
        var hundredfold = share * 100
        var rounded = Decimal()
        NSDecimalRound(&rounded, &hundredfold, 1, .plain)
        return "\(rounded) %"
    }
}

extension Chain {
    /// Names of the nodes by id, for ``ChainFlowLine``.
    package var names: [String: SafeText] {
        Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
