/// The lines between a layer and the next: which vertical strokes there are, and in which order they stand
/// from left to right.
///
/// Sources with the same targets share one stroke, a net. Lines run only rightwards when they are level, and
/// pass under the strokes of other nets; so the line of a net may be followed without doubt if no other net
/// leads to a row before the net that comes from that row has left it. That order is kept; within it
/// crossings are few (compare U. Eiglsperger, G. Sander and others on orthogonal routing between layers; the
/// rule is the vertical constraint of channel routing, A. Hashimoto and J. Stevens 1971, turned on its side).
struct GutterRouting {
    /// A line from a row on the left to a row on the right.
    struct Wire {
        let entry: Int
        let exit: Int
    }

    /// Wires that share a stroke: each entry leads to each exit.
    struct Net {
        let entries: [Int]
        let exits: [Int]

        var top: Int { min(entries[0], exits[0]) }
        var bottom: Int { max(entries[entries.count - 1], exits[exits.count - 1]) }
        /// A net on one row has no stroke.
        var isLevel: Bool { top == bottom }

        /// Where its lines come from and lead to.
        var rows: Set<Int> { Set(entries).union(exits) }

        func overlaps(_ other: Net) -> Bool { top <= other.bottom && other.top <= bottom }
    }

    private(set) var nets: [Net] = []
    /// The net of each wire.
    private(set) var netOf: [Int] = []
    /// Nets that have a stroke, those further left first; of two that share a row the order must be kept.
    private(set) var order: [Int] = []
    /// Rows on which a source and a target stand that must be moved apart, since no order serves.
    private(set) var rowsToSplit: Set<Int> = []

    /// For each net, those that must stand left of it.
    private var before: [Set<Int>] = []

    init(_ wires: [Wire]) {
        gather(wires)
        constrain()
        sort()
    }

    private mutating func gather(_ wires: [Wire]) {
        var exits: [Int: Set<Int>] = [:]
        for wire in wires { exits[wire.entry, default: []].insert(wire.exit) }
        var entries: [Set<Int>: [Int]] = [:]
        for (entry, targets) in exits { entries[targets, default: []].append(entry) }
        nets = entries.map { Net(entries: $1.sorted(), exits: $0.sorted()) }
        nets.sort { $0.entries[0] < $1.entries[0] }
        var netOfEntry: [Int: Int] = [:]
        for (index, net) in nets.enumerated() {
            for entry in net.entries { netOfEntry[entry] = index }
        }
        netOf = wires.map { netOfEntry[$0.entry] ?? 0 }
    }

    private mutating func constrain() {
        before = Array(repeating: [], count: nets.count)
        var leadingTo: [Int: [Int]] = [:]
        for (index, net) in nets.enumerated() where !net.isLevel {
            for exit in net.exits { leadingTo[exit, default: []].append(index) }
        }
        for (index, net) in nets.enumerated() where !net.isLevel {
            for entry in net.entries {
                for other in leadingTo[entry] ?? [] where other != index { before[other].insert(index) }
            }
        }
    }

    /// Of the nets that may come next, the one that saves most crossings by standing left of the others.
    private mutating func sort() {
        var rest = nets.indices.filter { !nets[$0].isLevel }
        var gain = Array(repeating: 0, count: nets.count)
        for one in rest {
            for other in rest where one < other && nets[one].overlaps(nets[other]) {
                let saved = crossings(left: other, right: one) - crossings(left: one, right: other)
                gain[one] += saved
                gain[other] -= saved
            }
        }
        while !rest.isEmpty {
            let waiting = Set(rest)
            let free = rest.indices.filter { before[rest[$0]].isDisjoint(with: waiting) }
            guard let place = free.max(by: { (gain[rest[$0]], -$0) < (gain[rest[$1]], -$1) }) else {
                loosen(waiting)
                continue
            }
            let net = rest.remove(at: place)
            order.append(net)
            for other in rest where nets[net].overlaps(nets[other]) {
                let saved = crossings(left: net, right: other) - crossings(left: other, right: net)
                gain[other] -= saved
            }
        }
    }

    /// Level lines of one net that pass under the stroke of the other.
    private func crossings(left: Int, right: Int) -> Int {
        let (left, right) = (nets[left], nets[right])
        let incoming = right.entries.count { $0 >= left.top && $0 <= left.bottom }
        let outgoing = left.exits.count { $0 >= right.top && $0 <= right.bottom && !right.exits.contains($0) }
        return incoming + outgoing
    }

    /// Undoes a knot of nets each of which must stand left of another, at the lowest row that ties it, and
    /// rather at one on which no line runs straight.
    private mutating func loosen(_ waiting: Set<Int>) {
        var knot = waiting
        while let loose = knot.first(where: { net in !knot.contains { before[$0].contains(net) } }) {
            knot.remove(loose)
        }
        var ties: [(isStraight: Bool, row: Int)] = []
        for net in knot {
            for other in before[net].intersection(knot) {
                let isStraight = Set(nets[other].exits)
                ties += binding(other, net).map { (isStraight.contains($0), $0) }
            }
        }
        let tie = ties.max { ($0.isStraight ? 0 : 1, $0.row) < ($1.isStraight ? 0 : 1, $1.row) }
        guard let row = tie?.row else { return before = Array(repeating: [], count: nets.count) }
        rowsToSplit.insert(row)
        for net in knot {
            before[net] = before[net].filter { !binding($0, net).isEmpty }
        }
    }

    /// The rows, not yet to be split, for which one net must stand left of the other.
    private func binding(_ left: Int, _ right: Int) -> [Int] {
        nets[left].entries.filter { nets[right].exits.contains($0) && !rowsToSplit.contains($0) }
    }
}
