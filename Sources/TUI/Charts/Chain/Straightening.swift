/// Takes bends out of lines, where moving what hangs together lets more lines run level than it bends.
///
/// Sweeps over single layers get stuck where several layers would have to move at once. Here, for each joint
/// that is not level, one of its ends is moved to the row of the other, with what is joined to
/// it by level lines on one side or both, and with all that stands in the way. The move is kept if it makes the picture better.
struct Straightening {
    private(set) var rows: [Int]

    /// Slots that may be moved in all, so that a large graph takes no noticeable time.
    private var budget = 20_000

    private let graph: LayeredGraph
    private let heights: [Int]
    private let offsets: [Int]
    private let weights: [Int]
    private let joints: [[Int]]
    /// The slots above and below each slot in its layer, within the part.
    private var upper: [Int?]
    private var lower: [Int?]
    /// How far each slot goes in the move that is being tried.
    private var shift: [Int]

    init(_ graph: LayeredGraph, layers: [[Int]], rows: [Int], heights: [Int], offsets: [Int], weights: [Int])
    {
        self.graph = graph
        self.rows = rows
        self.heights = heights
        self.offsets = offsets
        self.weights = weights
        var joints: [[Int]] = Array(repeating: [], count: rows.count)
        for (index, joint) in graph.joints.enumerated() {
            joints[joint.from].append(index)
            joints[joint.to].append(index)
        }
        self.joints = joints
        upper = Array(repeating: nil, count: rows.count)
        lower = upper
        shift = Array(repeating: 0, count: rows.count)
        for layer in layers {
            for (above, below) in zip(layer, layer.dropFirst()) {
                lower[above] = below
                upper[below] = above
            }
        }
        let members = Set(layers.joined())
        let own = graph.joints.indices.filter { members.contains(graph.joints[$0].from) }
        var improved = true
        while improved && budget > 0 {
            improved = false
            for joint in own where budget > 0 {
                let distance = distance(joint, self.rows)
                guard distance != 0 else { continue }
                let ends = graph.joints[joint]
                let isBetter =
                    move(ends.from, by: distance) || move(ends.to, by: -distance)
                    || move(ends.from, by: distance, with: .left)
                    || move(ends.to, by: -distance, with: .right)
                if isBetter { improved = true }
            }
        }
    }

    private func distance(_ joint: Int, _ rows: [Int]) -> Int {
        rows[graph.joints[joint].to] + offsets[joint] - rows[graph.joints[joint].from]
    }

    /// Of two that are as good, a fan goes down from its first line; up, if a name on several lines would
    /// stand in its way below.
    private func cost(_ joint: Int, _ distance: Int) -> Int {
        if distance == 0 { return 0 }
        let source = graph.slots[graph.joints[joint].from].source
        let isDisliked = heights[source] > 1 ? distance > 0 : distance < 0
        return weights[joint] * (abs(distance) + 3) + (isDisliked ? 1 : 0)
    }

    private enum Side { case left, right, both }

    private mutating func move(_ slot: Int, by amount: Int, with side: Side = .both) -> Bool {
        let step = amount.signum()
        shift[slot] = amount
        var moved = [slot]
        var queue = [slot]
        func push(_ other: Int, by amount: Int) {
            guard amount * step > shift[other] * step else { return }
            if shift[other] == 0 { moved.append(other) }
            shift[other] = amount
            queue.append(other)
        }
        while let next = queue.popLast() {
            let amount = shift[next]
            budget -= 1
            for joint in joints[next] where distance(joint, rows) == 0 {
                let ends = graph.joints[joint]
                let isRight = ends.from == next
                if side != (isRight ? .left : .right) { push(isRight ? ends.to : ends.from, by: amount) }
            }
            guard let neighbour = step > 0 ? lower[next] : upper[next] else { continue }
            let upperOne = step > 0 ? next : neighbour
            let gap = abs(rows[neighbour] - rows[next]) - heights[upperOne]
            push(neighbour, by: step * (amount * step - gap))
        }
        var change = 0
        for slot in moved {
            for joint in joints[slot] {
                let ends = graph.joints[joint]
                let other = ends.from == slot ? ends.to : ends.from
                // A joint between two that move is seen from both; it counts at its left end.
                if shift[other] != 0 && ends.to == slot { continue }
                let before = distance(joint, rows)
                change += cost(joint, before + shift[ends.to] - shift[ends.from]) - cost(joint, before)
            }
        }
        for slot in moved {
            if change < 0 { rows[slot] += shift[slot] }
            shift[slot] = 0
        }
        return change < 0
    }
}
