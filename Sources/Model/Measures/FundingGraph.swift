/// Who pays whom: a directed graph without weights, of organisations and instruments. An edge stands once,
/// however many projects and flows say it.
package struct FundingGraph: Sendable {
    package let nodes: [Int64]
    package let successors: [[Int]]
    package let predecessors: [[Int]]
    package let edges: Int
    private let places: [Int64: Int]

    /// Who pays whom, as it is found; who pays itself is left out.
    struct Pairs {
        fileprivate var outgoing: [Int64: Set<Int64>] = [:]
        fileprivate var all = Set<Int64>()

        mutating func add(_ payer: Int64, _ paid: Int64) {
            guard payer != paid else { return }
            outgoing[payer, default: []].insert(paid)
            all.insert(payer)
            all.insert(paid)
        }
    }

    /// From pairs of a payer and a paid one.
    package init(_ pairs: some Sequence<(Int64, Int64)>) {
        var found = Pairs()
        for (payer, paid) in pairs { found.add(payer, paid) }
        self.init(found)
    }

    init(_ pairs: Pairs) {
        let (outgoing, all) = (pairs.outgoing, pairs.all)
        let nodes = all.sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
        let successors = nodes.map { node in
            (outgoing[node] ?? []).compactMap { places[$0] }.sorted()
        }
        var predecessors = [[Int]](repeating: [], count: nodes.count)
        for (node, targets) in successors.enumerated() {
            for target in targets { predecessors[target].append(node) }
        }
        self.nodes = nodes
        self.places = places
        self.successors = successors
        self.predecessors = predecessors
        edges = successors.reduce(0) { $0 + $1.count }
    }

    /// The place of a node in ``nodes``.
    package func place(_ key: Int64) -> Int? { places[key] }

    /// Steps that ``betweenness()`` takes.
    package var work: Int { nodes.count * (edges + nodes.count) }

    /// For each node the sum, over pairs of others, of the part of their shortest paths that go through it;
    /// ends are not counted. Divide by (n − 1)(n − 2) for the normalised form.
    ///
    /// Source: U. Brandes, *A faster algorithm for betweenness centrality* (2001), for unweighted graphs.
    package func betweenness() -> [Double] {
        var centrality = [Double](repeating: 0, count: nodes.count)
        var paths = [Double](repeating: 0, count: nodes.count)
        var distance = [Int](repeating: -1, count: nodes.count)
        var dependency = [Double](repeating: 0, count: nodes.count)
        for source in nodes.indices where !successors[source].isEmpty {
            var order = [source]
            (distance[source], paths[source]) = (0, 1)
            var next = 0
            while next < order.count {
                let node = order[next]
                next += 1
                for target in successors[node] {
                    if distance[target] < 0 {
                        distance[target] = distance[node] + 1
                        order.append(target)
                    }
                    if distance[target] == distance[node] + 1 { paths[target] += paths[node] }
                }
            }
            for node in order.reversed() {
                // Whatever stands one step before it on the way from the source.
                for before in predecessors[node] where distance[before] >= 0 {
                    guard distance[before] + 1 == distance[node] else { continue }
                    dependency[before] += paths[before] / paths[node] * (1 + dependency[node])
                }
                if node != source { centrality[node] += dependency[node] }
            }
            for node in order { (distance[node], paths[node], dependency[node]) = (-1, 0, 0) }
        }
        return centrality
    }
}
