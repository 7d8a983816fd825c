import Model
import Testing

@testable import TUI

@Suite("Chains of any shape")
struct ChainPropertyTests {
    /// Sparse and dense, small and large, each at several widths.
    static let layouts: [(seed: Int, width: Int, chain: Chain)] = (0..<300).map { seed in
        var dice = Dice(seed)
        let nodes = 1 + seed % 15 + (seed % 10 == 9 ? 25 : 0)
        let chain = dice.chain(nodes: nodes, flows: nodes * (1 + seed % 4) / 2)
        return (seed, [40, 80, 120, 1000][seed % 4], chain)
    }

    @Test("a reader who follows the lines from a node arrives where its flows go, and nowhere else", arguments: 0..<300)
    func lines(seed: Int) {
        let (_, width, chain) = Self.layouts[seed]
        let layout = ChainLayout(chain, width: width)
        var tracer = ChainTracer(layout)
        for node in layout.nodes.indices {
            let expected = Set(layout.edges.filter { $0.left == node }.map(\.right))
            #expect(tracer.reached(from: node) == expected, "from \(layout.nodes[node].node.id)")
        }
        #expect(tracer.problems == [])
    }
}

@Test("peek") func peek() {
    let (_, width, chain) = ChainPropertyTests.layouts[26]
    let layout = ChainLayout(chain, width: width)
    var canvas = Canvas(Size(layout.size.width + 2, layout.size.height + ChainChart.headingRows))
    ChainChart.draw(layout, on: &canvas, in: canvas.bounds)
    print(canvas.text)
}
