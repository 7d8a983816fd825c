/// Gives each slot of a layered graph a row, so that lines run straight where they can and a node stands
/// near the median of its neighbours.
///
/// Each layer in turn is placed at the least total weighted length of its lines while its neighbours stand
/// still: an isotonic regression in the L1 norm, solved by pooling adjacent violators (R. Barlow and others,
/// "Statistical inference under order restrictions", 1972). Lines between bends weigh most (Gansner and
/// others 1993, section 4.1).
struct RowAssignment {
    /// First row of each slot, from 0.
    private(set) var rows: [Int]

    private static let sweeps = 10

    private let graph: LayeredGraph
    private let heights: [Int]
    private let offsets: [Int]
    private var joints: (above: [[Int]], below: [[Int]])

    /// - Parameters:
    ///   - heights: rows that each slot takes, at least 1.
    ///   - offsets: for each joint, how far below its target's first row it comes in.
    init(_ graph: LayeredGraph, heights: [Int], offsets: [Int]) {
        self.graph = graph
        self.heights = heights
        self.offsets = offsets
        rows = Array(repeating: 0, count: graph.slots.count)
        joints = (Array(repeating: [], count: rows.count), Array(repeating: [], count: rows.count))
        for (index, joint) in graph.joints.enumerated() {
            joints.above[joint.to].append(index)
            joints.below[joint.from].append(index)
        }
        var top = 0
        var previousIsSingle = true
        for part in 0...(graph.parts.max() ?? 0) {
            let layers = graph.layers.map { $0.filter { graph.parts[$0] == part } }.filter { !$0.isEmpty }
            guard !layers.isEmpty else { continue }
            let isSingle = layers.count == 1
            if !(isSingle && previousIsSingle) && top > 0 { top += 1 }
            place(layers)
            top = compact(layers, at: top)
            previousIsSingle = isSingle
        }
    }

    private mutating func place(_ layers: [[Int]]) {
        for layer in layers {
            var row = 0
            for slot in layer {
                rows[slot] = row
                row += heights[slot]
            }
        }
        guard layers.count > 1 else { return }
        var best = rows
        var least = Int.max
        let weighed = layers.joined().flatMap { joints.below[$0] }
        for sweep in 0..<Self.sweeps {
            let isLate = sweep >= Self.sweeps - 4
            let goesRight = sweep.isMultiple(of: 2)
            for layer in goesRight ? layers : layers.reversed() {
                place(layer, above: goesRight || isLate, below: !goesRight || isLate)
            }
            let cost = weighed.reduce(0) { $0 + weight($1) * abs(distance($1)) }
            if cost < least {
                least = cost
                best = rows
            }
        }
        let weights = graph.joints.indices.map { weight($0) }
        rows =
            Straightening(
                graph, layers: layers, rows: best, heights: heights, offsets: offsets, weights: weights
            ).rows
    }

    private func distance(_ joint: Int) -> Int {
        rows[graph.joints[joint].to] + offsets[joint] - rows[graph.joints[joint].from]
    }

    private func weight(_ joint: Int) -> Int {
        let (from, to) = (graph.joints[joint].from, graph.joints[joint].to)
        if graph.slots[from].node != nil || joints.below[from].count > 1 { return 2 }
        return graph.slots[to].node == nil ? 16 : 4
    }

    private typealias Wish = (row: Int, weight: Int)

    /// Slots that touch, moved as one: first row, slots, height, and where each would like the block to be.
    private struct Block {
        var row: Int
        var slots: [Int]
        var height: Int
        var wishes: [Wish]
    }

    private mutating func place(_ layer: [Int], above: Bool, below: Bool) {
        var blocks: [Block] = []
        for slot in layer {
            var wishes: [Wish] = []
            if above {
                for joint in joints.above[slot] {
                    wishes.append((rows[graph.joints[joint].from] - offsets[joint], weight(joint)))
                }
            }
            if below {
                for joint in joints.below[slot] {
                    wishes.append((rows[graph.joints[joint].to] + offsets[joint], weight(joint)))
                }
            }
            if wishes.isEmpty { wishes = [(rows[slot], 1)] }
            wishes.sort { $0.row < $1.row }
            var block = Block(row: Self.median(wishes), slots: [slot], height: heights[slot], wishes: wishes)
            while let last = blocks.last, last.row + last.height > block.row {
                blocks.removeLast()
                let moved = block.wishes.map { ($0.row - last.height, $0.weight) }
                let wishes = Self.merged(last.wishes, moved)
                block = Block(
                    row: Self.median(wishes), slots: last.slots + block.slots,
                    height: last.height + block.height, wishes: wishes)
            }
            blocks.append(block)
        }
        for block in blocks {
            var row = block.row
            for slot in block.slots {
                rows[slot] = row
                row += heights[slot]
            }
        }
    }

    private static func merged(_ first: [Wish], _ second: [Wish]) -> [Wish] {
        var merged: [Wish] = []
        merged.reserveCapacity(first.count + second.count)
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            if j == second.count || i < first.count && first[i].row <= second[j].row {
                merged.append(first[i])
                i += 1
            } else {
                merged.append(second[j])
                j += 1
            }
        }
        return merged
    }

    /// The upper weighted median of wishes sorted by row.
    private static func median(_ wishes: [Wish]) -> Int {
        let total = wishes.reduce(0) { $0 + $1.weight }
        var sum = 0
        for wish in wishes {
            sum += wish.weight
            if 2 * sum >= total { return wish.row }
        }
        return 0
    }

    /// Closes rows in which nothing stands, moves the part to `top`, and gives the row after it.
    private mutating func compact(_ layers: [[Int]], at top: Int) -> Int {
        var used: Set<Int> = []
        for slot in layers.joined() { used.formUnion(rows[slot]..<rows[slot] + heights[slot]) }
        let place = Dictionary(uniqueKeysWithValues: used.sorted().enumerated().map { ($1, top + $0) })
        for slot in layers.joined() { rows[slot] = place[rows[slot]] ?? top }
        return top + used.count
    }
}
