/// The funding graph of a field with what is computed on the whole of it.
struct GraphFacts: Sendable {
    let graph: FundingGraph
    /// Nil when the graph is too large for it.
    let betweenness: [Double]?

    /// About a second's work.
    static let most = 60_000_000

    init(_ graph: FundingGraph) {
        self.graph = graph
        betweenness = graph.work <= Self.most ? graph.betweenness() : nil
    }
}

extension MeasureBuilder {
    private static let rule: SafeText =
        "who pays whom, each edge once: flows through their channels, and donor → channel → implementer of each project; nothing denied, nothing in kind"

    /// Degree and betweenness of one node.
    func centrality(of actor: Actor, _ facts: GraphFacts) throws -> [Measure] {
        try [.inDegree, .outDegree, .betweenness].map { try centrality($0, of: actor, facts) }
    }

    func centrality(_ name: MeasureName, of actor: Actor, _ facts: GraphFacts) throws -> Measure {
        let graph = facts.graph
        let place = graph.place(actor.key)
        var measure = Measure(
            name: name, level: .graph, of: [actor.name], value: value(name, place, facts),
            unknown: silence(name, place, facts), years: years, rule: Self.rule, items: graph.edges,
            itemNoun: "edge", itemRemark: " between \(graph.nodes.count) organisations and instruments")
        guard let place else { return measure }
        let others = name == .outDegree ? [graph.successors[place]] : [graph.predecessors[place]]
        let neighbours = name == .betweenness ? [graph.predecessors[place], graph.successors[place]] : others
        let headings: [SafeText] =
            switch name {
            case .outDegree: ["whom it pays"]
            case .betweenness: ["who pays it", "whom it pays"]
            default: ["who pays it"]
            }
        let names = try dataset.names(ofKeys: neighbours.flatMap { $0 }.map { graph.nodes[Int($0)] })
        measure.groups = zip(headings, neighbours).map { heading, places in
            let items = places.compactMap { names[graph.nodes[Int($0)]] }.sorted { $0.title < $1.title }
            return Measure.Group(
                heading: heading,
                items: items.prefix(Self.listed).map {
                    Measure.Ingredient(records: [$0], figures: [], text: ($0.kind ?? "").safe)
                }, more: max(0, items.count - Self.listed))
        }
        addStanding(name, place, facts, to: &measure)
        return measure
    }

    private func value(_ name: MeasureName, _ place: Int?, _ facts: GraphFacts) -> Measure.Value? {
        guard let place else { return nil }
        switch name {
        case .inDegree: return .count(facts.graph.predecessors[place].count)
        case .outDegree: return .count(facts.graph.successors[place].count)
        default: return facts.betweenness.map { .number($0[place]) }
        }
    }

    private func silence(_ name: MeasureName, _ place: Int?, _ facts: GraphFacts) -> SafeText? {
        if place == nil { return "it neither pays nor is paid, as far as is said" }
        guard name == .betweenness, facts.betweenness == nil else { return nil }
        return
            "not computed: the graph has \(facts.graph.nodes.count) nodes and \(facts.graph.edges) edges; a filter makes it smaller"
    }

    /// The normalised form and the rank.
    private func addStanding(
        _ name: MeasureName, _ place: Int, _ facts: GraphFacts, to measure: inout Measure
    ) {
        let graph = facts.graph
        let all: [Double]
        switch name {
        case .inDegree: all = graph.predecessors.map { Double($0.count) }
        case .outDegree: all = graph.successors.map { Double($0.count) }
        default: all = facts.betweenness ?? []
        }
        guard all.indices.contains(place) else { return }
        let n = Double(graph.nodes.count)
        let pairs = name == .betweenness ? (n - 1) * (n - 2) : n - 1
        let normalised = pairs > 0 ? all[place] / pairs : 0
        // Sums of fractions differ in the last digits; ranks must not.
        let rank = all.count { $0 > all[place] + 1e-9 } + 1
        measure.note = "rank \(rank) of \(graph.nodes.count); normalised \(Decimals.text(normalised, 4))".safe
        measure.working = SafeText(
            "\(Decimals.short(all[place], 6)) / \(Decimals.short(pairs, 0)) = \(Decimals.text(normalised, 6)), n = \(graph.nodes.count)"
        )
        measure.normalised = normalised
    }

    /// The nodes with the largest values of a measure, zero left out.
    func leaders(_ name: MeasureName, _ count: Int, _ facts: GraphFacts) throws -> [Measure] {
        let graph = facts.graph
        let values: [Double]
        switch name {
        case .inDegree: values = graph.predecessors.map { Double($0.count) }
        case .outDegree: values = graph.successors.map { Double($0.count) }
        default: values = facts.betweenness ?? []
        }
        let ranked = zip(graph.nodes, values).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
        return try dataset.ranked(ranked, count).map { try centrality(name, of: $0, facts) }
    }
}
