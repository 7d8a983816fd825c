/// Chooses the arcs of a directed graph to turn round so that no cycle is left.
///
/// Finding the fewest is NP-hard. In a strongly connected part of at most ``exactNodes`` nodes the fewest are
/// found (``FewestBackArcs``); in a larger one the order of P. Eades, X. Lin and W. F. Smyth, "A fast and
/// effective heuristic for the feedback arc set problem", Information Processing Letters 47 (1993), is taken,
/// and each arc that need not have been turned is turned back.
package struct CycleBreaking {
    /// Indices of the arcs to turn round.
    package private(set) var reversed: Set<Int> = []
    /// For each arc turned round, the nodes of a shortest cycle that it closes, in the direction of the arcs.
    package private(set) var cycles: [[Int]] = []

    package static let exactNodes = 12

    private let arcs: [(from: Int, to: Int)]
    private var out: [[Int]]

    /// - Parameters:
    ///   - arcs: without self loops and without two from the same node to the same.
    ///   - ranks: of two nodes that serve equally, the one of lower rank goes left; then that of lower index.
    package init(arcs: [(from: Int, to: Int)], ranks: [Int]) {
        self.arcs = arcs
        out = Array(repeating: [], count: ranks.count)
        for (index, arc) in arcs.enumerated() { out[arc.from].append(index) }
        let parts = stronglyConnectedParts()
        var position = Array(repeating: 0, count: ranks.count)
        var part = Array(repeating: 0, count: ranks.count)
        for (number, members) in parts.enumerated() {
            for node in members { part[node] = number }
            for (place, node) in order(members, ranks).enumerated() { position[node] = place }
        }
        for (index, arc) in arcs.enumerated()
        where part[arc.from] == part[arc.to] && position[arc.from] > position[arc.to] {
            reversed.insert(index)
        }
        for index in reversed.sorted() where path(from: arcs[index].to, to: arcs[index].from) == nil {
            reversed.remove(index)
        }
        for index in reversed.sorted() {
            if let cycle = path(from: arcs[index].to, to: arcs[index].from) { cycles.append(cycle) }
        }
    }

    /// The order within one strongly connected part.
    private func order(_ members: [Int], _ ranks: [Int]) -> [Int] {
        guard members.count > 1 else { return members }
        var rest = members.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        if rest.count <= Self.exactNodes {
            let place = Dictionary(uniqueKeysWithValues: rest.enumerated().map { ($1, $0) })
            let targets = rest.map { node in out[node].compactMap { place[arcs[$0].to] } }
            return FewestBackArcs.order(targets).map { rest[$0] }
        }
        var outDegree: [Int: Int] = [:]
        var inDegree: [Int: Int] = [:]
        let inside = Set(members)
        var incoming: [Int: [Int]] = [:]
        for node in members {
            for arc in out[node] where inside.contains(arcs[arc].to) {
                outDegree[node, default: 0] += 1
                inDegree[arcs[arc].to, default: 0] += 1
                incoming[arcs[arc].to, default: []].append(node)
            }
        }
        var head: [Int] = []
        var tail: [Int] = []
        while !rest.isEmpty {
            let place: Int
            if let sink = rest.firstIndex(where: { outDegree[$0, default: 0] == 0 }) {
                place = sink
                tail.append(rest[place])
            } else if let source = rest.firstIndex(where: { inDegree[$0, default: 0] == 0 }) {
                place = source
                head.append(rest[place])
            } else {
                let surplus = rest.map { outDegree[$0, default: 0] - inDegree[$0, default: 0] }
                place =
                    surplus.indices.max { surplus[$0] < surplus[$1] || surplus[$0] == surplus[$1] && $0 > $1 }
                    ?? 0
                head.append(rest[place])
            }
            let node = rest.remove(at: place)
            for arc in out[node] where inside.contains(arcs[arc].to) {
                inDegree[arcs[arc].to, default: 0] -= 1
            }
            for other in incoming[node] ?? [] { outDegree[other, default: 0] -= 1 }
        }
        return head + tail.reversed()
    }

    /// The nodes of a shortest path along arcs that are not turned round.
    private func path(from start: Int, to end: Int) -> [Int]? {
        var cameFrom = Array(repeating: -1, count: out.count)
        cameFrom[start] = start
        var queue = [start]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            if node == end {
                var path = [end]
                while let first = path.last, first != start { path.append(cameFrom[first]) }
                return path.reversed()
            }
            for arc in out[node] where !reversed.contains(arc) && cameFrom[arcs[arc].to] < 0 {
                cameFrom[arcs[arc].to] = node
                queue.append(arcs[arc].to)
            }
        }
        return nil
    }

    /// R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own, so that a
    /// long chain cannot exhaust the program's.
    private func stronglyConnectedParts() -> [[Int]] {
        var parts: [[Int]] = []
        var number = Array(repeating: -1, count: out.count)
        var low = number
        var isOpen = Array(repeating: false, count: out.count)
        var open: [Int] = []
        var count = 0
        for root in out.indices where number[root] < 0 {
            var visits = [(node: root, next: 0)]
            while let visit = visits.last {
                let node = visit.node
                if visit.next == 0 {
                    number[node] = count
                    low[node] = count
                    count += 1
                    open.append(node)
                    isOpen[node] = true
                }
                if visit.next < out[node].count {
                    visits[visits.count - 1].next += 1
                    let target = arcs[out[node][visit.next]].to
                    if number[target] < 0 {
                        visits.append((target, 0))
                    } else if isOpen[target] {
                        low[node] = min(low[node], number[target])
                    }
                    continue
                }
                visits.removeLast()
                if let parent = visits.last?.node { low[parent] = min(low[parent], low[node]) }
                if low[node] == number[node], let first = open.lastIndex(of: node) {
                    let part = Array(open[first...])
                    for member in part { isOpen[member] = false }
                    open.removeSubrange(first...)
                    parts.append(part)
                }
            }
        }
        return parts
    }
}
