/// A funding chain: who gives through what to whom for what, as a graph in tiers.
package struct Chain: Sendable {
    /// The column that a node belongs to, left to right.
    package enum Tier: Int, CaseIterable, Comparable, Sendable {
        case donor, channel, implementer, project, beneficiary

        package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

        package var title: SafeText {
            switch self {
            case .donor: "donor"
            case .channel: "instrument / channel"
            case .implementer: "implementer"
            case .project: "project"
            case .beneficiary: "for"
            }
        }
    }

    package struct Node: Hashable, Sendable {
        /// Id of the record; unique within the chain.
        package var id: String
        package var recordClass: RecordClass
        /// Short name.
        package var name: SafeText
        package var tier: Tier

        package init(id: String, recordClass: RecordClass, name: SafeText, tier: Tier) {
            self.id = id
            self.recordClass = recordClass
            self.name = name
            self.tier = tier
        }
    }

    /// One edge. Several edges may join the same two nodes.
    package struct Flow: Hashable, Sendable {
        /// Id of the flow's record; for an edge that comes from a project's participants, the project's id.
        package var record: String
        package var from: String
        package var to: String
        /// What the edge says: `funding`, `extending`, `implementing`, `beneficiary`, or a flow's kind.
        package var role: SafeText
        /// Id of the project for which it is, if any.
        package var project: String?
        /// Amounts as attested, each figure a source gives for the same flow side by side; empty: unknown.
        package var amounts: [Money]
        /// How it is known: `stated`, `inferred`, `reported`.
        package var known: SafeText
        /// The source says that it did not flow.
        package var isAbsent: Bool
        package var citations: [Citation]

        package init(
            record: String, from: String, to: String, role: SafeText, project: String?, amounts: [Money],
            known: SafeText, isAbsent: Bool, citations: [Citation]
        ) {
            self.record = record
            self.from = from
            self.to = to
            self.role = role
            self.project = project
            self.amounts = amounts
            self.known = known
            self.isAbsent = isAbsent
            self.citations = citations
        }
    }

    /// Id of the record that the chain is about.
    package var subject: String
    package var nodes: [Node]
    package var flows: [Flow]

    package init(subject: String, nodes: [Node], flows: [Flow]) {
        self.subject = subject
        self.nodes = nodes
        self.flows = flows
    }
}

extension Chain {
    /// Rings of nodes through which what is given comes back to the giver: the strongly connected parts of
    /// more than one node, by R. Tarjan, *Depth-first search and linear graph algorithms* (1972).
    package var cycles: [[String]] {
        let successors = Dictionary(grouping: flows.filter { !$0.isAbsent }, by: \.from).mapValues {
            $0.map(\.to)
        }
        var search = RingSearch(successors: successors)
        for node in nodes { search.visit(node.id) }
        return search.rings
    }
}

private struct RingSearch {
    let successors: [String: [String]]
    var rings: [[String]] = []
    private var order: [String: Int] = [:]
    private var lowest: [String: Int] = [:]
    private var path: [String] = []

    init(successors: [String: [String]]) { self.successors = successors }

    mutating func visit(_ node: String) {
        guard order[node] == nil else { return }
        order[node] = order.count
        lowest[node] = order[node]
        path.append(node)
        for next in successors[node] ?? [] {
            if order[next] == nil {
                visit(next)
                lowest[node] = min(lowest[node] ?? 0, lowest[next] ?? 0)
            } else if path.contains(next) {
                lowest[node] = min(lowest[node] ?? 0, order[next] ?? 0)
            }
        }
        guard lowest[node] == order[node], let start = path.lastIndex(of: node) else { return }
        if path.count - start > 1 { rings.append(Array(path[start...])) }
        path.removeSubrange(start...)
    }
}
