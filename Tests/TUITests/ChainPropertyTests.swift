import Model
import Testing

@testable import TUI

@Suite("Chains of any shape")
struct ChainPropertyTests {
    /// Sparse and dense, small and large, each at several widths.
    private static func layout(_ seed: Int) -> ChainLayout {
        ChainLayout(chain(seed), width: [40, 80, 120, 1000][seed / 2 % 4])
    }

    private static func chain(_ seed: Int) -> Chain {
        var dice = SeededGenerator(seed: UInt64(seed))
        let nodes = 1 + seed % 15 + (seed % 20 == 19 ? 20 : 0)
        return dice.chain(nodes: nodes, flows: nodes * (1 + seed % 4) / 2)
    }

    @Test(
        "a reader who follows the lines from a node arrives where its flows go, and nowhere else",
        arguments: 0..<80)
    func lines(seed: Int) {
        let layout = Self.layout(seed)
        var tracer = ChainTracer(layout)
        for node in layout.nodes.indices {
            let expected = Set(layout.edges.filter { $0.left == node }.map(\.right))
            #expect(tracer.reached(from: node) == expected, "from \(layout.nodes[node].node.id)")
        }
        #expect(tracer.problems == [])
    }

    @Test("no name, label or line stands on another", arguments: 0..<25)
    func overlaps(seed: Int) {
        let layout = Self.layout(seed)
        var taken: Set<Point> = []
        var twice: [Point] = []
        func take(_ text: SafeText, _ origin: Point) {
            for x in 0..<text.columns {
                let point = Point(origin.x + x, origin.y)
                if !taken.insert(point).inserted || layout.picture.glyph(point) != nil { twice.append(point) }
            }
        }
        for node in layout.nodes {
            for (line, text) in node.lines.enumerated() { take(text, Point(node.rect.x, node.rect.y + line)) }
        }
        for label in layout.labels { take(label.text, label.origin) }
        #expect(twice == [])
        for (index, node) in layout.nodes.enumerated() {
            #expect(layout.nodes[..<index].allSatisfy { $0.rect.intersection(node.rect).isEmpty })
        }
        #expect(taken.allSatisfy { Rect(layout.size).contains($0) })
    }

    @Test("each flow belongs to one line, or leads from a node to itself", arguments: 0..<25)
    func flows(seed: Int) {
        let layout = Self.layout(seed)
        let loops = layout.chain.flows.indices.filter {
            layout.chain.flows[$0].from == layout.chain.flows[$0].to
        }
        let drawn = layout.edges.flatMap(\.flows) + loops
        #expect(drawn.sorted() == Array(layout.chain.flows.indices))
        for edge in layout.edges {
            let ends = Set([edge.left, edge.right].map { layout.nodes[$0].node.id })
            #expect(
                edge.flows.allSatisfy {
                    Set([layout.chain.flows[$0].from, layout.chain.flows[$0].to]) == ends
                })
            #expect(layout.nodes[edge.left].rect.x < layout.nodes[edge.right].rect.x)
        }
    }

    @Test(
        "every cycle that is named runs along flows, and there is none only where there is none",
        arguments: 0..<25)
    func cycles(seed: Int) {
        let chain = Self.chain(seed)
        let steps = Set(chain.flows.filter { !$0.isAbsent }.map { [$0.from, $0.to] })
        for cycle in chain.cycles {
            #expect(Set(cycle).count == cycle.count)
            for (from, to) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
                #expect(steps.contains([from, to]))
            }
        }
        var rest = Set(chain.nodes.map(\.id))
        while let last = rest.first(where: { node in !rest.contains { steps.contains([node, $0]) } }) {
            rest.remove(last)
        }
        #expect(rest.isEmpty == chain.cycles.isEmpty)
    }

    @Test("the same chain gives the same picture", arguments: 0..<15)
    func repeatable(seed: Int) {
        let pictures = (0..<3).map { _ in ChainChart.print(Self.chain(seed), width: 200).lines }
        #expect(pictures[0] == pictures[1] && pictures[1] == pictures[2])
    }

    @Test("the order of flows changes neither which nodes nor which lines there are", arguments: 0..<25)
    func order(seed: Int) {
        let layout = Self.layout(seed)
        var shuffled = layout.chain
        var dice = SeededGenerator(seed: UInt64(seed + 1000))
        shuffled.flows.shuffle(using: &dice)
        let other = ChainLayout(shuffled, width: 120)
        func pairs(_ layout: ChainLayout) -> Set<Set<Int>> { Set(layout.edges.map { [$0.left, $0.right] }) }
        #expect(other.nodes.map(\.node) == layout.nodes.map(\.node))
        #expect(pairs(other) == pairs(layout))
    }

    @Test("every node can be walked to, and stays in view", arguments: 0..<25)
    func walk(seed: Int) {
        let layout = Self.layout(seed)
        var cursor = ChainCursor(layout.chain)
        while cursor.move(.up, in: layout) {}
        var visited = [cursor.node]
        while cursor.move(.down, in: layout) {
            visited.append(cursor.node)
            cursor.keepInView(layout, Size(40, 8))
            let index = layout.index(of: cursor.node) ?? 0
            let seen = Rect(cursor.offset.x, cursor.offset.y, 40, 8)
            #expect(seen.contains(Point(layout.nodes[index].rect.x, layout.nodes[index].rect.y)))
        }
        #expect(visited.sorted() == layout.nodes.map(\.node.id).sorted())
    }

    @Test("the tree names every node in full once and draws every flow", arguments: 0..<25)
    func tree(seed: Int) {
        let chain = Self.chain(seed)
        let tree = ChainTree(chain)
        let full = tree.lines.filter { !$0.isRepeated && !$0.isAbsent }.map(\.node)
        #expect(full.sorted() == chain.nodes.map(\.id).sorted())
        #expect(Set(tree.lines.flatMap(\.flows)) == Set(chain.flows.indices))
    }
}
