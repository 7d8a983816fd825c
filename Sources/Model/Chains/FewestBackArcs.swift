/// The order of a small graph's nodes in which the fewest arcs run backwards.
///
/// By dynamic programming over sets of nodes, as M. Held and R. Karp, "A dynamic programming approach to
/// sequencing problems" (1962): the best order of a set ends with the node whose arcs into the rest of the set,
/// which then run backwards, are fewest when the rest is in its best order. Takes 2ⁿ·n steps.
enum FewestBackArcs {
    /// - Parameter targets: for each node those to which its arcs lead.
    /// - Returns: the nodes in order; of orders that are as good, one in which lower numbers come first.
    static func order(_ targets: [[Int]]) -> [Int] {
        let count = targets.count
        let reach = targets.map { $0.reduce(0) { $0 | 1 << $1 } }
        var fewest = Array(repeating: 0, count: 1 << count)
        var last = Array(repeating: 0, count: 1 << count)
        for set in 1..<max(1, 1 << count) {
            var best = Int.max
            for node in (0..<count).reversed() where set & (1 << node) != 0 {
                let rest = set & ~(1 << node)
                let backwards = fewest[rest] + (reach[node] & rest).nonzeroBitCount
                if backwards < best {
                    best = backwards
                    last[set] = node
                }
            }
            fewest[set] = best
        }
        var order: [Int] = []
        var set = (1 << count) - 1
        while set != 0 {
            order.append(last[set])
            set &= ~(1 << last[set])
        }
        return order.reversed()
    }
}
