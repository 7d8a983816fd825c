import Model

/// Where everything in the picture of a chain stands, for names already broken into lines.
///
/// Names of a layer stand below one another, their first lines on rows of the layered graph. Between a layer
/// and the next come the strokes of ``GutterRouting``, then the labels, then the next names. A line that has a
/// label but shares its target with others comes in on a row of its own, so that the label is its alone.
struct ChainGeometry {
    /// How the picture uses its width.
    struct Form {
        var detail = ChainDetail.full
        /// Whether all strokes between two layers stand behind the longest name of the first; else each
        /// stands as far left as its own rows allow.
        var isAligned = true
        /// Columns by which the lines between layers are lengthened.
        var spread = 0
    }

    struct Stroke {
        let x: Int
        let top: Int
        let bottom: Int
    }

    /// The text of a joint, ending before column `right`.
    struct Label {
        let joint: Int
        let right: Int
        let row: Int
        let lines: [SafeText]
        /// Whether it interrupts the line, or stands below the name.
        let isOnLine: Bool
    }

    let graph: LayeredGraph
    let names: [[SafeText]]
    /// First row of each slot.
    private(set) var rows: [Int]
    /// The row on which each joint reaches its target.
    private(set) var exits: [Int]
    /// For a node, the column of its name; for a bend, a column that its line crosses.
    private(set) var columns: [Int]
    /// The stroke of each joint; nil if it is level.
    private(set) var strokes: [Stroke?]
    private(set) var labels: [Label] = []
    private(set) var width = 0
    private(set) var height = 0

    private var form: Form
    private var texts: [[SafeText]]
    /// Amounts below a node's name.
    private var notes: [[SafeText]]
    private var incoming: [[Int]]
    private var jointsAfter: [[Int]]
    private var gutters: [GutterRouting] = []
    /// For each row, the first column that is still free.
    private var front: [Int] = []
    /// For each row, where the last name ends that covers it; names keep apart as blocks.
    private var covered: [Int] = []

    init(_ graph: LayeredGraph, edges: [ChainEdge], names: [[SafeText]], form: Form) {
        self.graph = graph
        self.names = names
        self.form = form
        let joints = graph.joints
        incoming = Array(repeating: [], count: graph.slots.count)
        jointsAfter = Array(repeating: [], count: graph.layers.count)
        for (index, joint) in joints.enumerated() {
            incoming[joint.to].append(index)
            jointsAfter[graph.slots[joint.from].layer].append(index)
        }
        let incoming = incoming
        var texts = joints.map { joint in
            graph.slots[joint.to].node == nil
                ? [] : edges[joint.links[0]].label(form.detail, isOnly: incoming[joint.to].count == 1)
        }
        notes = incoming[..<graph.nodeCount].map { incoming in
            form.detail == .below && incoming.count == 1 ? edges[joints[incoming[0]].links[0]].figures : []
        }
        columns = Array(repeating: 0, count: graph.slots.count)
        strokes = Array(repeating: nil, count: joints.count)
        var offsets = Array(repeating: 0, count: joints.count)
        var heights = Array(repeating: 1, count: graph.slots.count)
        var place = heights
        for layer in graph.layers {
            for (index, slot) in layer.enumerated() { place[slot] = index }
        }
        for node in 0..<graph.nodeCount {
            let sorted = incoming[node].sorted { (place[joints[$0].from], $0) < (place[joints[$1].from], $1) }
            let ports = Self.ports(sorted, edges, graph, &texts)
            var offset = 0
            for port in ports {
                for joint in port { offsets[joint] = offset }
                offset += max(1, port.map { texts[$0].count }.max() ?? 1)
            }
            heights[node] = max(offset, names[node].count + notes[node].count)
        }
        for layer in graph.layers {
            // A name on several lines keeps its distance, or the next would be taken for a part of it.
            for (slot, next) in zip(layer, layer.dropFirst())
            where heights[slot] > 1 && graph.slots[next].node != nil { heights[slot] += 1 }
        }
        let rows = RowAssignment(graph, heights: heights, offsets: offsets).rows
        self.rows = rows
        self.texts = texts
        exits = zip(joints, offsets).map { rows[$0.to] + $1 }
        route()
    }

    /// Lines that come in on one row: they are drawn alike and say the same.
    private struct Company: Hashable {
        let kind: ChainEdge.Kind
        let text: [SafeText]
    }

    /// The joints that come in on the same row, from top to bottom. A label that they share stands once; a line
    /// that a reader concludes never runs into one that a source states.
    private static func ports(
        _ sorted: [Int], _ edges: [ChainEdge], _ graph: LayeredGraph, _ texts: inout [[SafeText]]
    ) -> [[Int]] {
        var ports: [[Int]] = []
        var portOf: [Company: Int] = [:]
        for joint in sorted {
            let edge = edges[graph.joints[joint].links[0]]
            let company = Company(kind: edge.kind, text: texts[joint])
            if edge.isLabelled && !texts[joint].isEmpty {
                ports.append([joint])
            } else if let port = portOf[company] {
                ports[port].append(joint)
                texts[joint] = []
            } else {
                portOf[company] = ports.count
                ports.append([joint])
            }
        }
        return ports
    }

    // MARK: Rows

    private func routing(_ layer: Int) -> GutterRouting {
        GutterRouting(
            jointsAfter[layer].map { GutterRouting.Wire(entry: rows[graph.joints[$0].from], exit: exits[$0]) }
        )
    }

    private mutating func route() {
        for layer in graph.layers.indices.dropLast() {
            // From the bottom up, so that a split does not move the next row.
            for row in routing(layer).rowsToSplit.sorted(by: >) { split(row, after: layer) }
        }
        for slot in graph.slots.indices { height = max(height, bottom(slot)) }
        gutters = graph.layers.indices.dropLast().map { routing($0) }
        placeAll()
    }

    /// Lengthens the lines between layers by so many columns.
    mutating func spread(by columns: Int) {
        guard columns != form.spread else { return }
        form.spread = columns
        placeAll()
    }

    private mutating func placeAll() {
        labels = []
        front = Array(repeating: 1, count: height)
        covered = Array(repeating: 0, count: height)
        for layer in graph.layers.indices {
            place(layer)
            if layer < gutters.count { draw(gutters[layer], layer) }
        }
        width = graph.layers.joined().map { rightEnd($0) }.max() ?? 0
        front = []
        covered = []
    }

    /// Moves what stands right of the layer from the row on, and everything below it, down by one.
    private mutating func split(_ row: Int, after layer: Int) {
        for (index, joint) in graph.joints.enumerated() {
            let isLeft = graph.slots[joint.to].layer <= layer
            if isLeft ? exits[index] > row : exits[index] >= row { exits[index] += 1 }
        }
        for slot in graph.slots.indices {
            let isLeft = graph.slots[slot].layer <= layer
            if isLeft ? rows[slot] > row : rows[slot] >= row { rows[slot] += 1 }
        }
    }

    /// The row after the slot's name, ports and labels.
    private func bottom(_ slot: Int) -> Int {
        var bottom = rows[slot] + 1
        if let node = graph.slots[slot].node {
            bottom = max(bottom, rows[slot] + names[node].count + notes[node].count)
        }
        for joint in incoming[slot] { bottom = max(bottom, exits[joint] + max(1, texts[joint].count)) }
        return bottom
    }

    // MARK: Columns

    private func rightEnd(_ slot: Int) -> Int {
        guard let node = graph.slots[slot].node else { return columns[slot] }
        return columns[slot] + ((names[node] + notes[node]).map(\.columns).max() ?? 0)
    }

    private mutating func place(_ layer: Int) {
        let nodes = graph.layers[layer].filter { graph.slots[$0].node != nil }
        var column = 1
        if layer > 0 {
            for node in nodes {
                for row in rows[node]..<bottom(node) {
                    column = max(column, front[row] + 1, covered[row] + 1)
                }
                for joint in incoming[node] {
                    column = max(column, front[exits[joint]] + 2)
                    for (line, text) in texts[joint].enumerated() {
                        let space = line == 0 ? 5 : 4
                        column = max(column, front[exits[joint] + line] + text.columns + space)
                    }
                }
            }
            if form.isAligned {
                column = max(column, (front.max() ?? 0) + 2)
            } else if graph.layerTiers[layer] != graph.layerTiers[layer - 1] {
                let earlier = graph.layers[..<layer].joined().filter { graph.slots[$0].node != nil }
                column = max(column, (earlier.map { rightEnd($0) }.max() ?? 0) + 2)
            }
            column += form.spread
        }
        for slot in graph.layers[layer] {
            guard let node = graph.slots[slot].node else {
                columns[slot] = front[rows[slot]]
                continue
            }
            columns[slot] = column
            for row in rows[slot]..<bottom(slot) {
                front[row] = max(front[row], column)
                covered[row] = rightEnd(slot)
            }
            for (line, text) in (names[node] + notes[node]).enumerated() {
                front[rows[slot] + line] = column + text.columns + 1
            }
            for joint in incoming[slot] where !texts[joint].isEmpty {
                labels.append(
                    Label(
                        joint: joint, right: column - 3, row: exits[joint], lines: texts[joint],
                        isOnLine: true))
            }
            for (line, text) in notes[node].enumerated() {
                labels.append(
                    Label(
                        joint: incoming[node][0], right: column + text.columns,
                        row: rows[node] + names[node].count + line, lines: [text], isOnLine: false))
            }
        }
        if form.isAligned, let last = front.max() { front = front.map { _ in last + 1 } }
    }

    /// The column at which lines leave a slot.
    func leavingColumn(_ slot: Int) -> Int {
        guard let node = graph.slots[slot].node else { return columns[slot] }
        return columns[slot] + (names[node].first?.columns ?? 0) + 1
    }

    private mutating func draw(_ routing: GutterRouting, _ layer: Int) {
        var strokeOf: [Int: Stroke] = [:]
        // How many nets come from each row or lead to it.
        var touching = Array(repeating: 0, count: front.count)
        for net in routing.nets { for row in net.rows { touching[row] += 1 } }
        for net in routing.order {
            let (top, bottom) = (routing.nets[net].top, routing.nets[net].bottom)
            let (entries, rows) = (Set(routing.nets[net].entries), routing.nets[net].rows)
            let x =
                (top...bottom).map { row in
                    // A line that passes under the stroke is seen to come out of something.
                    let passes = !entries.contains(row) && touching[row] > (rows.contains(row) ? 1 : 0)
                    return front[row] + (passes ? 1 : 0)
                }.max() ?? 0
            strokeOf[net] = Stroke(x: x, top: top, bottom: bottom)
            for row in top...bottom { front[row] = x + 1 }
        }
        for (wire, joint) in jointsAfter[layer].enumerated() {
            strokes[joint] = strokeOf[routing.netOf[wire]]
        }
    }

    /// The rows on which lines come in at a node, if there are several.
    func ports(_ node: Int) -> ClosedRange<Int>? {
        let rows = incoming[node].map { exits[$0] }
        guard let first = rows.min(), let last = rows.max(), first < last else { return nil }
        return first...last
    }
}
