import Model
import Testing

@Suite("Properties of the computed register")
struct OverlapPropertyTests {
    /// Every pair of projects compared one by one: what the sweep must find.
    private static func naive(_ dataset: Dataset, _ projects: Int) throws -> [String: Overlap.Score] {
        let ids = (0..<projects).map { "p\($0)" }
        var found: [String: Overlap.Score] = [:]
        for (index, one) in ids.enumerated() {
            for other in ids[(index + 1)...] {
                guard let comparison = try dataset.comparison(one, other), comparison.reasons.isEmpty,
                    let overlap = comparison.overlap
                else { continue }
                let score = overlap.score(Overlap.Component.usual)
                if score.possible > 0 { found[overlap.id] = score }
            }
        }
        return found
    }

    @Test("the sweep finds each pair that meets, once", arguments: 1...4)
    func complete(seed: UInt64) throws {
        let dataset = try RandomField(seed: seed, projects: 16).dataset()
        let register = try dataset.overlaps()
        let ids = register.pairs.map(\.overlap.id)
        #expect(Set(ids).count == ids.count)
        let naive = try Self.naive(dataset, 16)
        #expect(Set(ids) == Set(naive.keys))
        for pair in register.pairs { #expect(pair.score == naive[pair.overlap.id]) }
        #expect(register.isComplete && register.found == ids.count)
    }

    @Test("the order of the records changes nothing", arguments: 1...4)
    func order(seed: UInt64) throws {
        var field = RandomField(seed: seed, projects: 40)
        let before = try field.dataset().overlaps()
        var random = SeededGenerator(seed: seed + 100)
        field.records.shuffle(using: &random)
        let after = try field.dataset().overlaps()
        #expect(before.pairs.map(\.overlap.id) == after.pairs.map(\.overlap.id))
        #expect(
            zip(before.pairs, after.pairs).allSatisfy { abs($0.score.certain - $1.score.certain) < 1e-12 })
        #expect(before.donors.map(\.id) == after.donors.map(\.id))
        #expect(before.census == after.census)
    }

    @Test("fewer are the best of more", arguments: 1...3)
    func capacity(seed: UInt64) throws {
        let dataset = try RandomField(seed: seed, projects: 60).dataset()
        let all = try dataset.overlaps().pairs.map(\.overlap.id)
        var request = OverlapRegister.Request()
        request.capacity = 5
        #expect(try dataset.overlaps(request).pairs.map(\.overlap.id) == Array(all.prefix(5)))
    }

    @Test("a score is a product of parts from 0 to 1: one part more never raises it", arguments: 1...3)
    func monotone(seed: UInt64) throws {
        for pair in try RandomField(seed: seed, projects: 40).dataset().overlaps().pairs {
            let overlap = pair.overlap
            #expect((0...1).contains(overlap.place.share) && (0...1 + 1e-12).contains(overlap.theme))
            for component in Overlap.Component.allCases {
                let without = Overlap.Component.usual.subtracting([component])
                let with = without.union([component])
                #expect(overlap.score(with).possible <= overlap.score(without).possible + 1e-12)
                #expect(overlap.score(with).certain <= overlap.score(without).certain + 1e-12)
            }
            #expect(pair.score.certain <= pair.score.possible)
        }
    }

    @Test("shares are brought to a sum of one", arguments: 1...3)
    func shares(seed: UInt64) throws {
        for pair in try RandomField(seed: seed, projects: 40).dataset().overlaps().pairs {
            for profile in [pair.overlap.first, pair.overlap.second] {
                #expect(abs(profile.themes.reduce(0) { $0 + $1.share } - 1) < 1e-9)
            }
        }
    }
}
