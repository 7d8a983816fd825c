import Model
import Testing

@Suite("Months shared, as a share of the shorter")
struct TimeOverlapTests {
    private func extent(_ text: String) throws -> MonthExtent {
        let period = try #require(Period(text))
        return MonthExtent(Extent(period))
    }

    private func overlap(_ one: String, _ other: String) throws -> TimeOverlap? {
        TimeOverlap(try extent(one), try extent(other))
    }

    @Test("exact dates give one share")
    func exact() throws {
        let overlap = try #require(try overlap("2006-01/2006-12", "2006-10/2007-06"))
        #expect(overlap.months.certain?.count == 3)
        // Three months of the nine of the shorter.
        #expect(overlap.least == 3.0 / 9 && overlap.greatest == 3.0 / 9)
    }

    @Test("an end that is not said leaves the share open, but not everything")
    func endNotSaid() throws {
        let overlap = try #require(try overlap("2006-11/2011-11", "2007-06/"))
        #expect(overlap.months.certain?.count == 1)
        #expect(overlap.months.possible?.count == 54)
        // If the second went on for 61 months or more, 54 of the first's 61 are shared; if it was over sooner,
        // more of it.
        #expect(overlap.least == 54.0 / 61 && overlap.greatest == 1)
    }

    @Test("two that may not have met share nothing for certain")
    func mayNotHaveMet() throws {
        let overlap = try #require(try overlap("2000/2005~", "2006/2008"))
        #expect(overlap.least == 0 && overlap.greatest > 0)
        #expect(try self.overlap("2000/2003", "2006/2008") == nil)
    }

    @Test("two that go on share the whole of the later one")
    func open() throws {
        let overlap = try #require(try overlap("2001/..", "2004-01/.."))
        #expect(overlap.least == 1 && overlap.greatest == 1)
        // Whoever runs on for ever shares nothing to speak of with what may end.
        let vague = try #require(try self.overlap("2001/", "2004/.."))
        #expect(vague.least == 0 && vague.greatest == 1)
    }

    /// Bounds within two years, in order.
    private static func random(_ random: inout SeededGenerator) -> MonthExtent {
        let start = random.number(0...12)
        let startLatest = start + random.number(0...4)
        let end = max(start, startLatest + random.number(-3...6))
        let endLatest = max(startLatest, end) + random.number(0...4)
        return MonthExtent(
            startEarliest: start, startLatest: startLatest, endEarliest: end, endLatest: endLatest)
    }

    /// All true runs within the bounds.
    private static func runs(_ extent: MonthExtent) -> [(Int, Int)] {
        (extent.startEarliest...extent.startLatest).flatMap { start in
            (extent.endEarliest...extent.endLatest).filter { $0 >= start }.map { (start, $0) }
        }
    }

    private static func share(_ one: (Int, Int), _ other: (Int, Int)) -> Double {
        let shared = min(one.1, other.1) - max(one.0, other.0) + 1
        return shared <= 0 ? 0 : Double(shared) / Double(min(one.1 - one.0, other.1 - other.0) + 1)
    }

    @Test("the least and the greatest share are those of some true dates", arguments: 0..<20)
    func bruteForce(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            let (one, other) = (Self.random(&random), Self.random(&random))
            let shares = Self.runs(one).flatMap { first in
                Self.runs(other).map { Self.share(first, $0) }
            }
            let overlap = TimeOverlap(one, other)
            #expect((overlap?.least ?? 0) == (shares.min() ?? 0), "\(one) \(other)")
            #expect((overlap?.greatest ?? 0) == (shares.max() ?? 0), "\(one) \(other)")
        }
    }

    @Test("which of the two comes first makes no difference", arguments: 0..<10)
    func symmetric(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let (one, other) = (Self.random(&random), Self.random(&random))
            #expect(TimeOverlap(one, other) == TimeOverlap(other, one))
        }
    }

    @Test("widening a date never takes a possible overlap away nor adds a certain one", arguments: 0..<10)
    func widening(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let (one, other) = (Self.random(&random), Self.random(&random))
            let wider = MonthExtent(
                startEarliest: one.startEarliest - random.number(0...3),
                startLatest: min(one.startLatest + random.number(0...3), one.endLatest),
                endEarliest: max(one.endEarliest - random.number(0...3), one.startEarliest),
                endLatest: one.endLatest + random.number(0...3))
            guard let narrow = TimeOverlap(one, other) else { continue }
            let wide = try #require(TimeOverlap(wider, other))
            #expect(wide.least <= narrow.least && wide.greatest >= narrow.greatest)
            #expect((wide.months.certain?.count ?? 0) <= (narrow.months.certain?.count ?? 0))
            #expect((wide.months.possible?.count ?? 0) >= (narrow.months.possible?.count ?? 0))
        }
    }
}
