/// Who pays whom: a directed graph without weights, of organisations and instruments. An edge stands once,
/// however many projects and flows say it.
package struct FundingGraph: Sendable {
    /// Keys, ascending.
    package let nodes: [Int64]
    /// By the place of who pays, whom it pays.
    package let successors: Neighbours
    package let predecessors: Neighbours
    package var edges: Int { successors.targets.count }
    private let places: [Int64: Int]

    /// By the place of a node the places of others, ascending.
    package struct Neighbours: RandomAccessCollection, Sendable {
        /// Where those of each node begin, and where the last ones end.
        fileprivate let starts: [Int32]
        fileprivate let targets: [Int32]

        package var startIndex: Int { 0 }
        package var endIndex: Int { starts.count - 1 }

        package subscript(place: Int) -> ArraySlice<Int32> {
            targets[Int(starts[place])..<Int(starts[place + 1])]
        }
    }

    /// Who pays whom, as it is found; who pays itself is left out.
    struct Pairs {
        /// Who pays in the upper half, who is paid in the lower.
        fileprivate var packed: [UInt64] = []
        private var limit = 1 << 16

        mutating func add(_ payer: Int64, _ paid: Int64) {
            guard payer != paid else { return }
            packed.append(UInt64(payer) << 32 | UInt64(paid))
            guard packed.count >= limit else { return }
            packed.sortUniquely()
            limit = max(limit, packed.count + packed.count / 4)
        }
    }

    /// From pairs of a payer and a paid one.
    package init(_ pairs: some Sequence<(Int64, Int64)>) {
        var found = Pairs()
        for (payer, paid) in pairs { found.add(payer, paid) }
        self.init(found)
    }

    init(_ pairs: consuming Pairs) {
        var packed = pairs.packed
        packed.sortUniquely()
        let nodes = packed.reduce(into: Set<Int64>()) { nodes, pair in
            nodes.insert(Int64(pair >> 32))
            nodes.insert(Int64(pair & 0xffff_ffff))
        }.sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
        func ends(_ pair: UInt64) -> (payer: Int, paid: Int) {
            (places[Int64(pair >> 32)] ?? 0, places[Int64(pair & 0xffff_ffff)] ?? 0)
        }
        var paying = [Int32](repeating: 0, count: nodes.count + 1)
        var paid = paying
        for pair in packed {
            let ends = ends(pair)
            paying[ends.payer + 1] += 1
            paid[ends.paid + 1] += 1
        }
        for place in nodes.indices {
            paying[place + 1] += paying[place]
            paid[place + 1] += paid[place]
        }
        var next = paid
        var payers = [Int32](repeating: 0, count: packed.count)
        // In the order of who pays, so that those who pay one come in this order, too.
        let targets = packed.map { pair in
            let ends = ends(pair)
            payers[Int(next[ends.paid])] = Int32(ends.payer)
            next[ends.paid] += 1
            return Int32(ends.paid)
        }
        self.nodes = nodes
        self.places = places
        successors = Neighbours(starts: paying, targets: targets)
        predecessors = Neighbours(starts: paid, targets: payers)
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
                for target in successors[node].lazy.map(Int.init) {
                    if distance[target] < 0 {
                        distance[target] = distance[node] + 1
                        order.append(target)
                    }
                    if distance[target] == distance[node] + 1 { paths[target] += paths[node] }
                }
            }
            for node in order.reversed() {
                // Whatever stands one step before it on the way from the source.
                for before in predecessors[node].lazy.map(Int.init) where distance[before] >= 0 {
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
