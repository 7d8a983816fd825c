import Testing

@testable import Model

@Suite("Shares of a project's themes")
struct ThemeShareTests {
    /// Percentages as said, and the shares that they are.
    private static let cases: [([Int64: Double?], [Int64: Double])] = [
        ([:], [:]),
        ([1: nil], [1: 1]),
        ([1: nil, 2: nil], [1: 0.5, 2: 0.5]),
        ([1: 60, 2: 40], [1: 0.6, 2: 0.4]),
        ([1: 50, 2: nil, 3: nil], [1: 0.5, 2: 0.25, 3: 0.25]),
        ([1: 30, 2: 30], [1: 0.5, 2: 0.5]),
        ([1: 150, 2: nil], [1: 1, 2: 0]),
        ([1: 0, 2: 0], [1: 0.5, 2: 0.5]),
    ]

    @Test("Percentages are brought to one; what is unsaid shares the rest", arguments: cases)
    func fills(said: [Int64: Double?], expected: [Int64: Double]) {
        let shares = ThemeShare.shares(of: said.map { ($0.key, $0.value) }) { $0 }
        #expect(shares.map(\.theme) == expected.keys.sorted())
        for part in shares {
            #expect(abs(part.share - expected[part.theme, default: -1]) < 1e-12)
            #expect(part.isAssumed == (said[part.theme] == .some(nil)))
        }
    }

    @Test("A theme that is said twice is one, with both percentages")
    func addsWhatIsSaidTwice() {
        let shares = ThemeShare.shares(of: [(2, 20), (1, 60), (2, 20), (1, nil)]) { $0 }
        #expect(shares.map(\.theme) == [1, 2])
        #expect(abs(shares[0].share - 0.6) < 1e-12)
        #expect(shares.allSatisfy { !$0.isAssumed })
    }

    @Test("Themes that count as one have the sum, assumed if a part is")
    func addsWhatCountsAsOne() {
        let shares = ThemeShare.shares(of: [(11, 25), (12, nil), (20, 50)]) { $0 / 10 }
        #expect(shares.map(\.theme) == [1, 2])
        #expect(abs(shares[0].share - 0.5) < 1e-12)
        #expect(shares[0].isAssumed && !shares[1].isAssumed)
    }
}
