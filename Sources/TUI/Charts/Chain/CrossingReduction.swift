/// Orders the slots of each layer so that few lines cross: sweeps by the weighted median of the neighbours,
/// each followed by swaps of neighbouring slots (Gansner and others 1993, section 3). The number of rounds is
/// fixed, the best order seen is kept, and connected parts never mix.
struct CrossingReduction {
    private(set) var layers: [[Int]]

    private static let rounds = 12
    /// In a graph with more slots, a third of the rounds has to do.
    private static let manySlots = 2000
    private static let swapPasses = 4

    private let layerOf: [Int]
    private var above: [[Int]]
    private var below: [[Int]]
    private var position: [Int]

    init(_ graph: LayeredGraph) {
        layers = Array(repeating: [], count: graph.layerTiers.count)
        layerOf = graph.slots.map(\.layer)
        above = Array(repeating: [], count: graph.slots.count)
        below = above
        position = Array(repeating: 0, count: graph.slots.count)
        for joint in graph.joints {
            above[joint.to].append(joint.from)
            below[joint.from].append(joint.to)
        }
        var members: [[Int]] = Array(repeating: [], count: (graph.parts.max() ?? -1) + 1)
        for slot in graph.slots.indices { members[graph.parts[slot]].append(slot) }
        for part in members {
            let ordered = reduced(initialOrder(part))
            for layer in layers.indices { layers[layer] += ordered[layer] }
        }
    }

    /// Each slot below the one that leads to it, in the order of the input.
    private func initialOrder(_ part: [Int]) -> [[Int]] {
        var order: [[Int]] = Array(repeating: [], count: layers.count)
        var isSeen: Set<Int> = []
        let roots = part.sorted { (layerOf[$0], $0) < (layerOf[$1], $1) }
        for root in roots where above[root].isEmpty {
            var stack = [root]
            while let slot = stack.popLast() {
                guard isSeen.insert(slot).inserted else { continue }
                order[layerOf[slot]].append(slot)
                stack += below[slot].reversed()
            }
        }
        return order
    }

    private mutating func reduced(_ start: [[Int]]) -> [[Int]] {
        var order = start
        index(order)
        var best = order
        var fewest = crossings(order)
        let rounds = layerOf.count > Self.manySlots ? Self.rounds / 3 : Self.rounds
        for round in 0..<rounds where fewest > 0 {
            let goesRight = round.isMultiple(of: 2)
            let sweep = goesRight ? Array(order.indices) : Array(order.indices.reversed())
            for layer in sweep {
                sortByMedian(&order[layer], goesRight ? above : below)
            }
            swapNeighbours(&order)
            let count = crossings(order)
            if count < fewest {
                fewest = count
                best = order
            }
        }
        return best
    }

    private mutating func index(_ order: [[Int]]) {
        for layer in order {
            for (place, slot) in layer.enumerated() { position[slot] = place }
        }
    }

    /// Slots without neighbours on that side stay where they are.
    private mutating func sortByMedian(_ layer: inout [Int], _ neighbours: [[Int]]) {
        let medians = layer.map { slot in Self.median(neighbours[slot].map { position[$0] }.sorted()) }
        let movable = layer.indices.filter { medians[$0] != nil }
        let sorted = movable.sorted { (medians[$0] ?? 0, $0) < (medians[$1] ?? 0, $1) }
        let before = layer
        for (place, from) in zip(movable, sorted) { layer[place] = before[from] }
        for (place, slot) in layer.enumerated() { position[slot] = place }
    }

    private static func median(_ places: [Int]) -> Double? {
        guard let first = places.first, let last = places.last else { return nil }
        let middle = places.count / 2
        if places.count % 2 == 1 { return Double(places[middle]) }
        if places.count == 2 { return Double(first + last) / 2 }
        let left = Double(places[middle - 1] - first)
        let right = Double(last - places[middle])
        if left + right == 0 { return Double(places[middle - 1] + places[middle]) / 2 }
        return (Double(places[middle - 1]) * right + Double(places[middle]) * left) / (left + right)
    }

    private mutating func swapNeighbours(_ order: inout [[Int]]) {
        for _ in 0..<Self.swapPasses {
            var improved = false
            for layer in order.indices where order[layer].count > 1 {
                for place in 0..<order[layer].count - 1 {
                    let upper = order[layer][place]
                    let lower = order[layer][place + 1]
                    let now = inversions(above[upper], above[lower]) + inversions(below[upper], below[lower])
                    guard now > 0 else { continue }
                    let swapped =
                        inversions(above[lower], above[upper]) + inversions(below[lower], below[upper])
                    guard swapped < now else { continue }
                    order[layer].swapAt(place, place + 1)
                    position[upper] = place + 1
                    position[lower] = place
                    improved = true
                }
            }
            if !improved { return }
        }
    }

    /// Pairs of lines that cross when the slot with the first neighbours stands above the other.
    private func inversions(_ first: [Int], _ second: [Int]) -> Int {
        var count = 0
        for one in first {
            for other in second where position[one] > position[other] { count += 1 }
        }
        return count
    }

    /// All crossings, with a tree of partial sums: W. Barth, M. Jünger and P. Mutzel, "Simple and efficient
    /// bilayer cross counting" (2002).
    private func crossings(_ order: [[Int]]) -> Int {
        var total = 0
        for (layer, slots) in order.enumerated().dropLast() {
            let width = order[layer + 1].count
            var sums = Array(repeating: 0, count: width + 1)
            var seen = 0
            for slot in slots {
                let targets = below[slot].map { position[$0] }
                for target in targets {
                    var notBelow = 0
                    var node = target + 1
                    while node > 0 {
                        notBelow += sums[node]
                        node -= node & -node
                    }
                    total += seen - notBelow
                }
                for target in targets {
                    var node = target + 1
                    while node <= width {
                        sums[node] += 1
                        node += node & -node
                    }
                }
                seen += targets.count
            }
        }
        return total
    }
}
