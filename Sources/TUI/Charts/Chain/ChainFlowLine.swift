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
            parts.append("did not flow")
        } else if !flow.amounts.isEmpty {
            parts.append(SafeText(flow.amounts.map(\.text).joined(separator: " / ")))
        } else if !unpaidRoles.contains(flow.role.string) {
            parts.append("amount unknown")
        }
        let citations = flow.citations.map { SafeText("\($0.source) \($0.locator)") }
        parts.append(
            citations.isEmpty ? flow.known : flow.known + " [" + citations.joined(separator: "; ") + "]")
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Roles of which nobody expects an amount.
    private static let unpaidRoles: Set<String> = [
        "beneficiary", "partner", "in-kind", "where", "implementing", "accountable",
    ]
}

extension Chain {
    /// Names of the nodes by id, for ``ChainFlowLine``.
    package var names: [String: SafeText] {
        Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
