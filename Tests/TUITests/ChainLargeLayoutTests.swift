import Model
import Testing

@testable import TUI

/// Chains of up to two hundred nodes, each shaped by its seed: deep or shallow, sparse or dense, with loops,
/// cycles, several flows between the same two, and what is denied.
@Suite("Chains of up to two hundred nodes")
struct ChainLargeLayoutTests {
    private static func chain(_ seed: Int) -> Chain {
        var dice = SeededGenerator(seed: UInt64(seed + 77))
        let nodes = [60, 120, 200][seed % 3]
        return dice.chain(nodes: nodes, flows: nodes * [6, 10, 14][seed / 3 % 3] / 10)
    }

    private static let seeds = 0..<6

    @Test("no two nodes share a cell, and no line runs through a name", arguments: seeds)
    func apart(seed: Int) {
        let layout = ChainLayout(Self.chain(seed), width: 200)
        var taken: Set<Point> = []
        var twice = 0
        var crossed = 0
        for node in layout.nodes {
            for y in node.rect.y..<node.rect.bottom {
                for x in node.rect.x..<node.rect.right where !taken.insert(Point(x, y)).inserted {
                    twice += 1
                }
            }
            for (line, text) in node.lines.enumerated() {
                for x in 0..<text.columns
                where layout.picture.glyph(Point(node.rect.x + x, node.rect.y + line)) != nil {
                    crossed += 1
                }
            }
        }
        #expect(layout.nodes.count == Self.chain(seed).nodes.count)
        #expect(twice == 0 && crossed == 0)
    }

    @Test("a reader who follows the lines arrives where the flows go", arguments: [1, 5])
    func lines(seed: Int) {
        let layout = ChainLayout(Self.chain(seed), width: 200)
        var tracer = ChainTracer(layout)
        for node in layout.nodes.indices {
            let expected = Set(layout.edges.filter { $0.left == node }.map(\.right))
            #expect(tracer.reached(from: node) == expected, "from \(layout.nodes[node].node.id)")
        }
        #expect(tracer.problems == [])
    }

    @Test("the same chain gives the same picture", arguments: [2])
    func repeatable(seed: Int) {
        let pictures = (0..<2).map { _ in ChainLayout(Self.chain(seed), width: 200) }
        #expect(pictures[0].nodes.map(\.rect) == pictures[1].nodes.map(\.rect))
        #expect(pictures[0].labels.map(\.origin) == pictures[1].labels.map(\.origin))
    }

    @Test("what is denied turns no other line round", arguments: 0..<20)
    func denied(seed: Int) {
        var dice = SeededGenerator(seed: UInt64(seed))
        let chain = dice.chain(nodes: 12, flows: 20)
        var real = chain
        real.flows.removeAll(where: \.isAbsent)
        func back(_ chain: Chain) -> Set<[String]> {
            let layout = ChainLayout(chain, width: 100)
            return Set(
                layout.edges.filter { $0.kind == .back }.map { edge in
                    [edge.left, edge.right].map { layout.nodes[$0].node.id }
                })
        }
        #expect(back(chain) == back(real))
        #expect(chain.cycles == real.cycles)
    }

    @Test("a fan of a hundred, a line past ten layers, and rings that share a node are drawn")
    func shapes() {
        let donor = ChainSample.node("d", "Donor", .donor)
        let fan = Chain(
            subject: "d",
            nodes: [donor] + (0..<100).map { ChainSample.node("n\($0)", "Agency \($0)", .implementer) },
            flows: (0..<100).map { ChainSample.flow("d", "n\($0)", "funding") })
        #expect(ChainLayout(fan, width: 80).layers.map(\.count) == [1, 100])
        let long = Chain(
            subject: "n0", nodes: (0..<11).map { ChainSample.node("n\($0)", "N\($0)", .implementer) },
            flows: (0..<10).map { ChainSample.flow("n\($0)", "n\($0 + 1)", "funding") } + [
                ChainSample.flow("n0", "n10", "funding")
            ])
        var tracer = ChainTracer(ChainLayout(long, width: 200))
        #expect(tracer.reached(from: 0) == [1, 10] && tracer.problems == [])
        let rings = Chain(
            subject: "a", nodes: "abcde".map { ChainSample.node("\($0)", "\($0)", .implementer) },
            flows: ["ab", "ba", "ac", "cd", "da", "ce", "ea"].map {
                ChainSample.flow("\($0.prefix(1))", "\($0.suffix(1))", "funding")
            })
        // Of the seven lines no fewer than two can be turned round: those into or out of what the rings share.
        #expect(ChainLayout(rings, width: 80).edges.filter { $0.kind == .back }.count <= 2)
        #expect(rings.cycles.allSatisfy { $0.contains("a") })
    }
}
