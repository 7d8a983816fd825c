import Model
import Testing

@testable import TUI

@Suite("Layered graph")
struct ChainGraphTests {
    private func layerOf(_ graph: LayeredGraph) -> [Int] {
        (0..<graph.nodeCount).map { graph.slots[$0].layer }
    }

    @Test("a tier is where a node stands at the earliest, and an edge within it leads one layer on")
    func tiers() {
        let graph = LayeredGraph(edges: [(0, 1), (1, 2), (0, 3)], tiers: [0, 0, 2, 2])
        #expect(layerOf(graph) == [0, 1, 2, 2])
        #expect(graph.layerTiers == [0, 0, 2])
    }

    @Test("what is reached from a later tier moves on to it")
    func backwardTier() {
        let graph = LayeredGraph(edges: [(0, 1)], tiers: [3, 1])
        #expect(layerOf(graph) == [0, 1])
        #expect(graph.layerTiers == [3, 3])
    }

    @Test("a line passes each layer between on a bend, and lines from one node share it")
    func bends() {
        let graph = LayeredGraph(edges: [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2)], tiers: [0, 1, 2, 3])
        #expect(graph.bendCount == 2)
        #expect(graph.joints.allSatisfy { graph.slots[$0.to].layer == graph.slots[$0.from].layer + 1 })
    }

    @Test("edges between the same two are one line, and loops are set aside")
    func merged() {
        let graph = LayeredGraph(edges: [(0, 1), (0, 1), (1, 1), (1, 0)], tiers: [0, 0])
        #expect(graph.links.count == 1)
        #expect(graph.links[0].forward == [0, 1])
        #expect(graph.links[0].backward == [3])
        #expect(graph.loops == [2])
    }

    @Test("two cycles that share an edge are broken at that edge")
    func shared() {
        // 0 → 1 → 2 → 0 and 0 → 1 → 3 → 0.
        let breaking = CycleBreaking(
            arcs: [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0)], ranks: [0, 0, 0, 0])
        #expect(breaking.reversed == [0])
        #expect(breaking.cycles == [[1, 2, 0]])
    }

    @Test("cycles of cycles are broken in each part by itself", arguments: [2, 3, 7])
    func nested(size: Int) {
        // Rings of the same size, each linked to the next.
        var arcs: [(from: Int, to: Int)] = []
        for ring in 0..<4 {
            for node in 0..<size { arcs.append((ring * size + node, ring * size + (node + 1) % size)) }
            if ring > 0 { arcs.append(((ring - 1) * size, ring * size)) }
        }
        let breaking = CycleBreaking(arcs: arcs, ranks: Array(repeating: 0, count: 4 * size))
        #expect(breaking.reversed.count == 4)
        #expect(breaking.cycles.allSatisfy { $0.count == size })
    }

    @Test("two bundles that start in the wrong order do not cross")
    func crossings() {
        let graph = LayeredGraph(edges: [(0, 3), (1, 2), (0, 5), (1, 4)], tiers: [0, 0, 1, 1, 1, 1])
        let place = Dictionary(uniqueKeysWithValues: graph.layers[1].enumerated().map { ($1, $0) })
        #expect(graph.layers[0] == [0, 1])
        #expect([3, 5].allSatisfy { (place[$0] ?? 9) < 2 })
    }

    @Test("a row serves each node, and a chain runs straight")
    func rows() {
        let graph = LayeredGraph(edges: [(0, 1), (0, 2), (0, 3), (2, 4)], tiers: [0, 1, 1, 1, 2])
        let rows = RowAssignment(
            graph, heights: graph.slots.map { _ in 1 }, offsets: graph.joints.map { _ in 0 }
        ).rows
        #expect(rows == [1, 0, 1, 2, 1])
    }

    @Test("parts that are not connected stand below one another")
    func parts() {
        let graph = LayeredGraph(edges: [(0, 1), (2, 3)], tiers: [0, 1, 0, 1])
        let rows = RowAssignment(
            graph, heights: graph.slots.map { _ in 1 }, offsets: graph.joints.map { _ in 0 }
        ).rows
        #expect(rows == [0, 0, 2, 2])
    }

    @Test("strokes that would bind each other are freed by a row")
    func knot() {
        // Row 0 leads to 1 and row 1 to 0, each with another target besides.
        let wires = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 5)].map {
            GutterRouting.Wire(entry: $0.0, exit: $0.1)
        }
        let routing = GutterRouting(wires)
        #expect(routing.rowsToSplit == [1])
        #expect(routing.order.count == 2)
    }

    @Test("two hundred nodes are laid out")
    func large() {
        var dice = SeededGenerator(seed: 7)
        let chain = dice.chain(nodes: 200, flows: 220)
        let layout = ChainLayout(chain, width: 120)
        #expect(layout.nodes.count == 200)
        #expect(layout.size.width > 120)
    }
}
