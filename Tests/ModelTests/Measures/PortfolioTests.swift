import Model
import Testing

@Suite("Overlap of portfolios")
struct PortfolioTests {
    private func portfolio(_ weights: [Int64: Double]) -> Portfolio {
        Portfolio(weights: weights, projects: weights.count)
    }

    private func portfolio(_ generator: inout SeededGenerator) -> Portfolio {
        var weights: [Int64: Double] = [:]
        for _ in 0..<generator.number(1...8) {
            weights[Int64(generator.number(1...10))] = Double(generator.number(1...100))
        }
        return portfolio(weights)
    }

    @Test("by hand: all in one theme against half in it")
    func byHand() throws {
        let (whole, half) = (portfolio([1: 2]), portfolio([1: 1, 2: 1]))
        #expect(whole.overlap(half) == 0.5)
        // 0.5 / √(1 · 0.5)
        #expect(abs(try #require(whole.nicheOverlap(half)) - 0.5.squareRoot()) < 1e-12)
    }

    @Test("nothing in common is zero; nothing known is no number")
    func zeroAndUnknown() {
        #expect(portfolio([1: 1]).overlap(portfolio([2: 1])) == 0)
        #expect(portfolio([1: 1]).nicheOverlap(portfolio([2: 1])) == 0)
        #expect(portfolio([1: 1]).overlap(portfolio([:])) == nil)
        #expect(portfolio([:]).nicheOverlap(portfolio([1: 1])) == nil)
    }

    @Test("both overlaps are symmetric and lie between 0 and 1", arguments: 1...80)
    func symmetry(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (one, other) = (portfolio(&generator), portfolio(&generator))
        #expect(one.overlap(other) == other.overlap(one))
        #expect(one.nicheOverlap(other) == other.nicheOverlap(one))
        #expect((0...1).contains(try #require(one.overlap(other))))
        #expect((0...1).contains(try #require(one.nicheOverlap(other))))
    }

    @Test("of equal portfolios both are 1, whatever the number of projects", arguments: 1...40)
    func equal(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let one = portfolio(&generator)
        let twice = portfolio(one.shares.mapValues { $0 * 2 })
        #expect(abs(try #require(one.overlap(twice)) - 1) < 1e-12)
        #expect(abs(try #require(one.nicheOverlap(twice)) - 1) < 1e-12)
    }

    @Test("Σ min is 1 − ½ Σ |p − q|", arguments: 1...40)
    func twoForms(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (one, other) = (portfolio(&generator), portfolio(&generator))
        let keys = Set(one.shares.keys).union(other.shares.keys)
        let distance = keys.reduce(0) { $0 + abs((one.shares[$1] ?? 0) - (other.shares[$1] ?? 0)) }
        #expect(abs(try #require(one.overlap(other)) - (1 - distance / 2)) < 1e-12)
    }
}
