import Model

/// A funding chain laid out from left to right: names in tiers, lines between them. A node stands once,
/// however many flows reach it. The picture may be wider and higher than the screen; it is panned.
package struct ChainLayout: Sendable {
    /// A node with the place of its name.
    package struct Node: Sendable {
        package let node: Chain.Node
        /// The name, broken into lines; cut only where the width asks for it.
        package let lines: [SafeText]
        package let rect: Rect
        package let layer: Int
    }

    package struct Heading: Sendable {
        package let text: SafeText
        package let x: Int
    }

    /// Text on a line.
    package struct Label: Sendable {
        package let text: SafeText
        package let origin: Point
        package let edge: Int
    }

    package let chain: Chain
    package private(set) var nodes: [Node] = []
    package private(set) var edges: [ChainEdge] = []
    /// Nodes of each layer, from top to bottom.
    package private(set) var layers: [[Int]] = []
    package private(set) var labels: [Label] = []
    /// Titles of the tiers; they stand above the picture.
    package private(set) var headings: [Heading] = []
    /// Size of the picture, without headings.
    package private(set) var size = Size(0, 0)
    let picture: ChainPicture

    /// Lays a chain out, within `width` columns if that can be done with readable names.
    ///
    /// Flows from or to nodes that the chain does not name are left out.
    package init(_ chain: Chain, width: Int) {
        self.chain = chain
        var numbers: [String: Int] = [:]
        var members: [Chain.Node] = []
        for node in chain.nodes where numbers[node.id] == nil {
            numbers[node.id] = members.count
            members.append(node)
        }
        var pairs: [(from: Int, to: Int)] = []
        var flows: [Int] = []
        for (index, flow) in chain.flows.enumerated() {
            guard let from = numbers[flow.from], let to = numbers[flow.to] else { continue }
            pairs.append((from, to))
            flows.append(index)
        }
        let denied = Set(flows.indices.filter { chain.flows[flows[$0]].isAbsent })
        let graph = LayeredGraph(edges: pairs, tiers: members.map(\.tier.rawValue), denied: denied)
        let scale = ChainScale(chain)
        edges = graph.links.map { ChainEdge($0, flows: chain.flows, numbers: flows, scale: scale) }
        let looped = Set(graph.loops.map { pairs[$0].from })
        let names = members.indices.map { looped.contains($0) ? members[$0].name + " ↺" : members[$0].name }
        let geometry = ChainFit(graph, edges: edges, names: names, width: width).geometry
        picture = ChainPicture(geometry, edges: edges)
        arrange(geometry, members, width)
    }

    private mutating func arrange(_ geometry: ChainGeometry, _ members: [Chain.Node], _ width: Int) {
        let graph = geometry.graph
        size = Size(geometry.width, geometry.height)
        nodes = members.indices.map { node in
            let lines = geometry.names[node]
            return Node(
                node: members[node], lines: lines,
                rect: Rect(
                    geometry.columns[node], geometry.rows[node], lines.map(\.columns).max() ?? 0, lines.count),
                layer: graph.slots[node].layer)
        }
        layers = graph.layers.map { $0.compactMap { graph.slots[$0].node } }
        for label in geometry.labels {
            for (line, text) in label.lines.enumerated() {
                labels.append(
                    Label(
                        text: text, origin: Point(label.right - text.columns, label.row + line),
                        edge: graph.joints[label.joint].links[0]))
            }
        }
        var starts: [(tier: Chain.Tier, x: Int)] = []
        for (layer, tier) in graph.layerTiers.enumerated() where starts.last?.tier.rawValue != tier {
            guard let tier = Chain.Tier(rawValue: tier), let first = layers[layer].first else { continue }
            starts.append((tier, nodes[first].rect.x))
        }
        for (index, start) in starts.enumerated() {
            let isLast = index == starts.count - 1
            let end = isLast ? (size.width > width ? Int.max : width) : starts[index + 1].x - 1
            let room = end - start.x
            headings.append(Heading(text: Self.heading(start.tier, room), x: start.x))
        }
        if let last = headings.last { size = Size(max(size.width, last.x + last.text.columns), size.height) }
    }

    /// The tier's title, or its last part if there is no room for all of it.
    private static func heading(_ tier: Chain.Tier, _ room: Int) -> SafeText {
        let title = tier.title.string.uppercased()
        if title.count <= room { return SafeText(title) }
        let last = title.split(separator: "/").last.map { $0.drop { $0 == " " } } ?? ""
        return SafeText(String(last)).fitted(to: room)
    }
}
