import Model

/// A directed graph in layers, for drawing from left to right: which layer each node stands in, in which
/// order from top to bottom, and where long lines bend past the layers between.
///
/// The method is that of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of
/// hierarchical system structures" (1981), with the refinements of E. Gansner, E. Koutsofios, S. North and
/// K.-P. Vo, "A technique for drawing directed graphs" (1993). The same input gives the same picture.
package struct LayeredGraph: Sendable {
    /// All edges between two nodes, drawn as one line from `left` to `right`.
    package struct Link: Sendable {
        package let left: Int
        package let right: Int
        /// Indices of the edges that run from left to right.
        package fileprivate(set) var forward: [Int] = []
        /// Indices of the edges that run from right to left, since they close a cycle.
        package fileprivate(set) var backward: [Int] = []
    }

    /// A place in a layer: a node, or the bend of the lines that pass from one node to layers further right.
    package struct Slot: Sendable {
        package let layer: Int
        /// Nil for a bend.
        package let node: Int?
        /// The node itself, or the one from which the lines come that bend here.
        package let source: Int
    }

    /// The part of one or more links that lies between a layer and the next.
    package struct Joint: Sendable {
        /// Index of the slot in the left layer.
        package let from: Int
        /// Index of the slot in the right layer.
        package let to: Int
        package fileprivate(set) var links: [Int]
    }

    package let nodeCount: Int
    package private(set) var links: [Link] = []
    /// Indices of the edges from a node to itself; they are not drawn.
    package private(set) var loops: [Int] = []
    /// The tier to which each layer belongs, never falling.
    package private(set) var layerTiers: [Int] = []
    /// A node's slot has the node's index; bends follow.
    package private(set) var slots: [Slot] = []
    package private(set) var joints: [Joint] = []
    /// Slots of each layer, from top to bottom.
    package private(set) var layers: [[Int]] = []
    /// For each slot the connected part of the graph to which it belongs, counted from 0.
    package private(set) var parts: [Int] = []

    /// Lays out a graph.
    ///
    /// - Parameters:
    ///   - edges: pairs of nodes; several may join the same two, and a node may be joined to itself.
    ///   - tiers: for each node the tier before which it must not stand. A node that is reached from a later
    ///     tier moves on to that one; within a tier each edge leads one layer further.
    ///   - denied: indices of edges on which nothing flowed: they turn no other edge round.
    package init(edges: [(from: Int, to: Int)], tiers: [Int], denied: Set<Int> = []) {
        nodeCount = tiers.count
        merge(edges, tiers, denied)
        let layerOf = assignLayers(tiers)
        slots = layerOf.indices.map { Slot(layer: layerOf[$0], node: $0, source: $0) }
        bend(layerOf)
        findParts()
        layers = CrossingReduction(self).layers
    }

    package var bendCount: Int { slots.count - nodeCount }

    private mutating func merge(_ edges: [(from: Int, to: Int)], _ tiers: [Int], _ denied: Set<Int>) {
        struct Pair: Hashable { let from, to: Int }
        var arcs: [(from: Int, to: Int)] = []
        var arcOf: [Pair: Int] = [:]
        var members: [[Int]] = []
        for (index, edge) in edges.enumerated() {
            if edge.from == edge.to {
                loops.append(index)
                continue
            }
            let arc = arcOf[Pair(from: edge.from, to: edge.to), default: arcs.count]
            if arc == arcs.count {
                arcOf[Pair(from: edge.from, to: edge.to)] = arc
                arcs.append(edge)
                members.append([])
            }
            members[arc].append(index)
        }
        let isReal = members.map { $0.contains { !denied.contains($0) } }
        let real = arcs.indices.filter { isReal[$0] }
        let breaking = CycleBreaking(arcs: real.map { arcs[$0] }, ranks: tiers)
        var backward = Set(breaking.reversed.map { real[$0] })
        let position = order(arcs, real, backward, tiers)
        for (index, arc) in arcs.enumerated() where !isReal[index] && position[arc.from] > position[arc.to] {
            backward.insert(index)
        }
        var linkOf: [Pair: Int] = [:]
        for (index, arc) in arcs.enumerated() {
            let isBack = backward.contains(index)
            let pair = isBack ? Pair(from: arc.to, to: arc.from) : Pair(from: arc.from, to: arc.to)
            let link = linkOf[pair, default: links.count]
            if link == links.count {
                linkOf[pair] = link
                links.append(Link(left: pair.from, right: pair.to))
            }
            if isBack {
                links[link].backward += members[index]
            } else {
                links[link].forward += members[index]
            }
        }
    }

    /// The place of each node in an order in which real arcs lead forwards; of nodes that may come next the one
    /// of the lowest tier does.
    private func order(
        _ arcs: [(from: Int, to: Int)], _ real: [Int], _ backward: Set<Int>, _ tiers: [Int]
    ) -> [Int] {
        var outgoing: [[Int]] = Array(repeating: [], count: nodeCount)
        var waiting = Array(repeating: 0, count: nodeCount)
        for index in real {
            let isBack = backward.contains(index)
            let (from, to) = isBack ? (arcs[index].to, arcs[index].from) : arcs[index]
            outgoing[from].append(to)
            waiting[to] += 1
        }
        var ready = Array(repeating: [Int](), count: (tiers.max() ?? 0) + 1)
        for node in (0..<nodeCount).reversed() where waiting[node] == 0 { ready[tiers[node]].append(node) }
        var position = Array(repeating: 0, count: nodeCount)
        for place in 0..<nodeCount {
            guard let tier = ready.firstIndex(where: { !$0.isEmpty }) else { break }
            let node = ready[tier].removeLast()
            position[node] = place
            for target in outgoing[node] {
                waiting[target] -= 1
                if waiting[target] == 0 { ready[tiers[target]].append(target) }
            }
        }
        return position
    }

    /// Tiers first, then the longest path within each.
    private mutating func assignLayers(_ tiers: [Int]) -> [Int] {
        var tier = tiers
        var step = Array(repeating: 0, count: nodeCount)
        var outgoing: [[Int]] = Array(repeating: [], count: nodeCount)
        var waiting = Array(repeating: 0, count: nodeCount)
        for link in links {
            outgoing[link.left].append(link.right)
            waiting[link.right] += 1
        }
        var ready = (0..<nodeCount).filter { waiting[$0] == 0 }
        var next = 0
        while next < ready.count {
            let node = ready[next]
            next += 1
            for target in outgoing[node] {
                if tier[node] > tier[target] {
                    tier[target] = tier[node]
                    step[target] = 0
                }
                if tier[node] == tier[target] { step[target] = max(step[target], step[node] + 1) }
                waiting[target] -= 1
                if waiting[target] == 0 { ready.append(target) }
            }
        }
        struct Place: Hashable { let tier, step: Int }
        let places = (0..<nodeCount).map { Place(tier: tier[$0], step: step[$0]) }
        let used = Set(places).sorted { ($0.tier, $0.step) < ($1.tier, $1.step) }
        layerTiers = used.map(\.tier)
        let layerOf = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
        return places.map { layerOf[$0] ?? 0 }
    }

    /// One line leads from a node past the layers in which it has no target, and forks as late as it can.
    private mutating func bend(_ layerOf: [Int]) {
        var outgoing: [[Int]] = Array(repeating: [], count: nodeCount)
        for (index, link) in links.enumerated() { outgoing[link.left].append(index) }
        for node in 0..<nodeCount {
            let far = outgoing[node].map { layerOf[links[$0].right] }.max() ?? 0
            var here = node
            for layer in layerOf[node]..<max(layerOf[node], far) {
                let passing = outgoing[node].filter { layerOf[links[$0].right] > layer + 1 }
                for link in outgoing[node] where layerOf[links[link].right] == layer + 1 {
                    joints.append(Joint(from: here, to: links[link].right, links: [link]))
                }
                if passing.isEmpty { continue }
                slots.append(Slot(layer: layer + 1, node: nil, source: node))
                joints.append(Joint(from: here, to: slots.count - 1, links: passing))
                here = slots.count - 1
            }
        }
    }

    private mutating func findParts() {
        var neighbours: [[Int]] = Array(repeating: [], count: slots.count)
        for joint in joints {
            neighbours[joint.from].append(joint.to)
            neighbours[joint.to].append(joint.from)
        }
        parts = Array(repeating: -1, count: slots.count)
        var count = 0
        for start in slots.indices where parts[start] < 0 {
            parts[start] = count
            var stack = [start]
            while let slot = stack.popLast() {
                for other in neighbours[slot] where parts[other] < 0 {
                    parts[other] = count
                    stack.append(other)
                }
            }
            count += 1
        }
    }
}
