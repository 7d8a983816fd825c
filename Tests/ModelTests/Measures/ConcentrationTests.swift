import Model
import Testing

@Suite("Indices of concentration")
struct ConcentrationTests {
    /// Shares that add up to 1.
    private func shares(_ generator: inout SeededGenerator) -> [Double] {
        let weights = (0..<generator.number(1...12)).map { _ in Double(generator.number(1...1000)) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    @Test("by hand: a half and two quarters")
    func byHand() throws {
        let shares = [0.25, 0.5, 0.25]
        #expect(Concentration.herfindahl(shares) == 0.375)
        #expect(try #require(Concentration.effectiveNumber(shares)) == 1 / 0.375)
        #expect(Concentration.top(1, shares) == 0.5)
        #expect(Concentration.top(3, shares) == 1)
    }

    @Test("nobody has no index: that is not zero")
    func empty() {
        #expect(Concentration.herfindahl([]) == nil)
        #expect(Concentration.effectiveNumber([]) == nil)
        #expect(Concentration.top(1, []) == nil)
    }

    @Test("the index lies between 1/n and 1, and is the lowest for equal shares", arguments: 1...60)
    func bounds(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let shares = shares(&generator)
        let index = try #require(Concentration.herfindahl(shares))
        let least = 1 / Double(shares.count)
        #expect(index >= least - 1e-12 && index <= 1)
        let equal = [Double](repeating: least, count: shares.count)
        #expect(abs(try #require(Concentration.herfindahl(equal)) - least) < 1e-12)
        #expect(abs(try #require(Concentration.effectiveNumber(equal)) - Double(shares.count)) < 1e-9)
    }

    @Test("the order of the shares does not matter, to the last digit", arguments: 1...60)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let shares = shares(&generator)
        let shuffled = shares.shuffled(using: &generator)
        #expect(Concentration.herfindahl(shares) == Concentration.herfindahl(shuffled))
        #expect(Concentration.top(3, shares) == Concentration.top(3, shuffled))
    }

    @Test("the lead has no more than the top three, and no more than the whole", arguments: 1...60)
    func tops(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let shares = shares(&generator)
        let (lead, three) = (Concentration.top(1, shares), Concentration.top(3, shares))
        #expect(try #require(lead) <= #require(three))
        #expect(try #require(three) <= 1)
    }
}
