import Model
import Testing

@Suite("Betweenness and degree")
struct FundingGraphTests {
    private func betweenness(_ pairs: [(Int64, Int64)]) -> [Int64: Double] {
        let graph = FundingGraph(pairs)
        return Dictionary(uniqueKeysWithValues: zip(graph.nodes, graph.betweenness()))
    }

    @Test("a path of four: each of the inner two lies on two of the six ways")
    func path() {
        #expect(betweenness([(1, 2), (2, 3), (3, 4)]) == [1: 0, 2: 2, 3: 2, 4: 0])
    }

    @Test("a star of two givers and three receivers: all six ways go through its middle")
    func star() {
        let pairs: [(Int64, Int64)] = [(1, 9), (2, 9), (9, 3), (9, 4), (9, 5)]
        #expect(betweenness(pairs) == [1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 9: 6])
    }

    @Test("a diamond of two ways: half of the one way goes through each side")
    func diamond() {
        #expect(betweenness([(1, 2), (1, 3), (2, 4), (3, 4)]) == [1: 0, 2: 0.5, 3: 0.5, 4: 0])
    }

    @Test("an edge counts once however often it is said, and nobody pays itself")
    func edges() throws {
        let graph = FundingGraph([(1, 2), (1, 2), (2, 2), (2, 3)])
        #expect(graph.nodes == [1, 2, 3])
        #expect(graph.edges == 2)
        let two = try #require(graph.place(2))
        #expect(graph.predecessors[two].count == 1 && graph.successors[two].count == 1)
        #expect(graph.place(7) == nil)
    }

    @Test("in a ring of three each lies on one way")
    func ring() {
        #expect(betweenness([(1, 2), (2, 3), (3, 1)]) == [1: 1, 2: 1, 3: 1])
    }

    @Test("Brandes's sums are those of counting every shortest way one by one", arguments: 1...40)
    func counted(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pairs = (0..<generator.number(1...24)).map { _ in
            (Int64(generator.number(1...8)), Int64(generator.number(1...8)))
        }
        let graph = FundingGraph(pairs)
        let found = graph.betweenness()
        for (place, expected) in Self.byEnumeration(graph).enumerated() {
            #expect(abs(found[place] - expected) < 1e-9)
        }
        let shuffled = FundingGraph(pairs.shuffled(using: &generator))
        #expect(shuffled.nodes == graph.nodes && shuffled.betweenness() == found)
    }

    /// Follows every shortest way from every node to every other.
    private static func byEnumeration(_ graph: FundingGraph) -> [Double] {
        var sums = [Double](repeating: 0, count: graph.nodes.count)
        for start in graph.nodes.indices {
            for end in graph.nodes.indices where end != start {
                let ways = shortestWays(graph, start, end)
                for way in ways {
                    for node in way.dropFirst().dropLast() { sums[node] += 1 / Double(ways.count) }
                }
            }
        }
        return sums
    }

    private static func shortestWays(_ graph: FundingGraph, _ start: Int, _ end: Int) -> [[Int]] {
        var ways = [[start]]
        for _ in graph.nodes {
            let arrived = ways.filter { $0.last == end }
            if !arrived.isEmpty { return arrived }
            ways = ways.flatMap { way in
                graph.successors[way[way.count - 1]].map(Int.init).filter { !way.contains($0) }.map {
                    way + [$0]
                }
            }
        }
        return []
    }
}
