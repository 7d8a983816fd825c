import Model

/// Where one is in a chain: a node, one of its flows, and the part of the picture that is seen.
package struct ChainCursor: Hashable, Sendable {
    package enum Move: Sendable {
        case left, right, up, down

        fileprivate var opposite: Move {
            switch self {
            case .left: .right
            case .right: .left
            case .up: .down
            case .down: .up
            }
        }
    }

    /// Id of the selected node.
    package private(set) var node: String
    /// Which of the node's flows is looked at; nil for none.
    package private(set) var flow: Int?
    /// The cell of the picture in the upper left corner.
    package private(set) var offset = Point(0, 0)

    private struct Step: Hashable {
        let from: String
        let move: Move
    }

    /// The way taken along the lines, so that it can be walked back.
    private var trail: [Step] = []

    /// Starts at `node`, else at the chain's subject, else at the first node.
    package init(_ chain: Chain, at node: String? = nil) {
        let candidates = [node, chain.subject].compactMap { $0 }
        self.node = candidates.first(where: chain.hasNode) ?? chain.nodes.first?.id ?? ""
    }

    /// Left and right walk along the lines to the nearest neighbour, and back the way one came; up and down
    /// go through the layer and on to the next one or the one before. False if there is nothing there.
    @discardableResult
    package mutating func move(_ move: Move, in layout: ChainLayout) -> Bool {
        guard let here = layout.index(of: node) else { return false }
        switch move {
        case .left, .right:
            if let step = trail.last, step.move == move.opposite, layout.index(of: step.from) != nil {
                trail.removeLast()
                select(step.from)
                return true
            }
            let row = layout.nodes[here].rect.y
            let neighbours = layout.neighbours(of: here, onTheRight: move == .right)
            func distance(_ node: Int) -> (Int, Int, Int) {
                let other = layout.nodes[node]
                return (abs(other.rect.y - row), abs(other.layer - layout.nodes[here].layer), other.rect.y)
            }
            guard let next = neighbours.min(by: { distance($0) < distance($1) }) else { return false }
            trail.append(Step(from: node, move: move))
            select(layout.nodes[next].node.id)
        case .up, .down:
            let order = layout.layers.joined().map { $0 }
            guard let place = order.firstIndex(of: here) else { return false }
            let next = move == .down ? place + 1 : place - 1
            guard order.indices.contains(next) else { return false }
            trail = []
            select(layout.nodes[order[next]].node.id)
        }
        return true
    }

    /// Goes to a node by id, as when it is clicked on or chosen in the tree.
    package mutating func go(to id: String, in chain: Chain) {
        guard chain.hasNode(id), id != node else { return }
        trail = []
        select(id)
    }

    private mutating func select(_ id: String) {
        node = id
        flow = nil
    }

    /// Looks at the next of the node's flows, after the last at none.
    package mutating func nextFlow(in chain: Chain) {
        let count = chain.flows(at: node).count
        let next = (flow ?? -1) + 1
        flow = next < count ? next : nil
    }

    /// Index of the flow that is looked at.
    package func selectedIndex(in chain: Chain) -> Int? {
        let flows = chain.flows(at: node)
        guard let flow, flows.indices.contains(flow) else { return nil }
        return flows[flow]
    }

    /// The flow that is looked at.
    package func selectedFlow(in chain: Chain) -> Chain.Flow? {
        selectedIndex(in: chain).map { chain.flows[$0] }
    }

    /// What ``ChainChart`` is to set off.
    package func selection(in layout: ChainLayout) -> ChainChart.Selection? {
        guard let index = layout.index(of: node) else { return nil }
        let edge = selectedIndex(in: layout.chain).flatMap { number in
            layout.edges.firstIndex { $0.flows.contains(number) }
        }
        return ChainChart.Selection(node: index, edge: edge)
    }

    /// Pans as little as brings the selected name into a picture of `size`, headings not counted, with some
    /// cells around it where there is room.
    package mutating func keepInView(_ layout: ChainLayout, _ size: Size) {
        guard let index = layout.index(of: node) else { return }
        let rect = layout.nodes[index].rect
        offset.x = Self.shifted(offset.x, rect.x - 1, rect.right, size.width, layout.size.width, margin: 8)
        offset.y = Self.shifted(offset.y, rect.y, rect.bottom, size.height, layout.size.height, margin: 2)
    }

    private static func shifted(
        _ offset: Int, _ start: Int, _ end: Int, _ room: Int, _ whole: Int, margin: Int
    ) -> Int {
        let margin = max(0, min(margin, (room - (end - start)) / 2))
        var offset = max(offset, end + margin - room)
        offset = min(offset, start - margin)
        return max(0, min(offset, whole - room))
    }

    /// Pans without moving the selection.
    package mutating func pan(_ columns: Int, _ rows: Int, in layout: ChainLayout, _ size: Size) {
        offset.x = max(0, min(offset.x + columns, layout.size.width - size.width))
        offset.y = max(0, min(offset.y + rows, layout.size.height - size.height))
    }
}

extension ChainLayout {
    package func index(of id: String) -> Int? { nodes.firstIndex { $0.node.id == id } }

    /// The node whose name covers a cell of the picture.
    package func node(at point: Point) -> Int? { nodes.firstIndex { $0.rect.contains(point) } }

    fileprivate func neighbours(of node: Int, onTheRight: Bool) -> [Int] {
        edges.compactMap { edge in
            if onTheRight { return edge.left == node ? edge.right : nil }
            return edge.right == node ? edge.left : nil
        }
    }
}

extension Chain {
    fileprivate func hasNode(_ id: String) -> Bool { nodes.contains { $0.id == id } }

    /// Indices of a node's flows: first what it gets, then what it gives.
    fileprivate func flows(at id: String) -> [Int] {
        flows.indices.filter { flows[$0].to == id && flows[$0].from != id }
            + flows.indices.filter { flows[$0].from == id }
    }
}
