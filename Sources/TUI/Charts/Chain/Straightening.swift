/// Takes bends out of lines, where moving what hangs together lets more lines run level than it bends.
///
/// Sweeps over single layers get stuck where several layers would have to move at once. Here, for each joint
/// that is not level, one of its ends is moved to the row of the other, with what is joined to
/// it by level lines on one side or both, and with all that stands in the way. The move is kept if it makes the picture better.
struct Straightening {
    private(set) var rows: [Int]

    /// Slots that may be moved in all, so that a large graph takes no noticeable time.
    private var budget = 40_000

    private let graph: LayeredGraph
    private let heights: [Int]
    private let offsets: [Int]
    private let weights: [Int]
    private let joints: [[Int]]
    /// The slots above and below each slot in its layer, within the part.
    private var upper: [Int?]
    private var lower: [Int?]

    init(_ graph: LayeredGraph, layers: [[Int]], rows: [Int], heights: [Int], offsets: [Int], weights: [Int]) {
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
        for layer in layers {
            for (above, below) in zip(layer, layer.dropFirst()) {
                lower[above] = below
                upper[below] = above
            }
        }
        let own = graph.joints.indices.filter { index in
            layers.contains { $0.contains(graph.joints[index].from) }
        }
        var improved = true
        while improved && budget > 0 {
            improved = false
            for joint in own where budget > 0 {
                let distance = distance(joint, self.rows)
                guard distance != 0 else { continue }
                let ends = graph.joints[joint]
                let isBetter =
                    move(ends.from, by: distance) || move(ends.to, by: -distance)
                    || move(ends.from, by: distance, with: .left) || move(ends.to, by: -distance, with: .right)
                if isBetter { improved = true }
            }
        }
    }

    private func distance(_ joint: Int, _ rows: [Int]) -> Int {
        rows[graph.joints[joint].to] + offsets[joint] - rows[graph.joints[joint].from]
    }

    /// Of two that are as good, a fan goes down from its first line; up, if a name on several lines would
    /// stand in its way below.
    private func cost(_ joint: Int, _ rows: [Int]) -> Int {
        let distance = distance(joint, rows)
        if distance == 0 { return 0 }
        let source = graph.slots[graph.joints[joint].from].source
        let isDisliked = heights[source] > 1 ? distance > 0 : distance < 0
        return weights[joint] * (abs(distance) + 3) + (isDisliked ? 1 : 0)
    }

    private enum Side { case left, right, both }

    private mutating func move(_ slot: Int, by amount: Int, with side: Side = .both) -> Bool {
        let step = amount.signum()
        var shift = [slot: amount]
        var queue = [slot]
        while let next = queue.popLast() {
            guard let amount = shift[next] else { continue }
            budget -= 1
            for joint in joints[next] where distance(joint, rows) == 0 {
                let ends = graph.joints[joint]
                let isRight = ends.from == next
                if side == (isRight ? .left : .right) { continue }
                let other = isRight ? ends.to : ends.from
                if amount * step > shift[other, default: 0] * step {
                    shift[other] = amount
                    queue.append(other)
                }
            }
            guard let neighbour = step > 0 ? lower[next] : upper[next] else { continue }
            let gap =
                step > 0
                ? rows[neighbour] - rows[next] - heights[next] : rows[next] - rows[neighbour] - heights[neighbour]
            let push = step * (amount * step - gap)
            if push * step > shift[neighbour, default: 0] * step {
                shift[neighbour] = push
                queue.append(neighbour)
            }
        }
        var moved = rows
        for (slot, amount) in shift { moved[slot] += amount }
        let touched = Set(shift.keys.flatMap { joints[$0] })
        let change = touched.reduce(0) { $0 + cost($1, moved) - cost($1, rows) }
        guard change < 0 else { return false }
        rows = moved
        return true
    }
}
