import Model
import Testing

/// Each property is tried on extents made from random periods; the seed makes them the same in every run.
@Suite("Extents, by properties")
struct ExtentPropertyTests {
    /// A random date from 2000 to 2012, of any precision.
    private static func date(_ random: inout SeededGenerator, qualified: Bool = true) -> String {
        let year = random.number(2000...2012)
        let month = random.number(101...112) % 100
        let plain = random.pick(
            [
                "\(year)", "\(year)-\(month < 10 ? "0" : "")\(month)",
                "\(year)-\(month < 10 ? "0" : "")\(month)-\(random.number(10...28))",
                "\(year)-2\(random.number(1...4))", "200X",
            ], or: "2008")
        return plain + (qualified && random.once(in: 4) ? random.pick(["?", "~", "%"], or: "?") : "")
    }

    private static func period(_ random: inout SeededGenerator, qualified: Bool = true) -> Period {
        while true {
            let ends = (0..<2).map { _ in
                random.once(in: 5)
                    ? random.pick(["", ".."], or: "") : date(&random, qualified: qualified)
            }
            let text = random.once(in: 5) ? ends[0] : ends.joined(separator: "/")
            if let period = Period(text), !period.endsBeforeStart { return period }
        }
    }

    private static func periods(_ seed: UInt64, _ count: Int, qualified: Bool = true) -> [Period] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in period(&random, qualified: qualified) }
    }

    private func lies(_ inner: MonthSpan?, in outer: MonthSpan?) -> Bool {
        guard let inner else { return true }
        return outer?.intersection(inner) == inner
    }

    @Test("what is certain is possible")
    func certainIsPossible() {
        var random = SeededGenerator(seed: 1)
        for period in Self.periods(2, 1000) {
            let seen = (0..<random.number(0...3)).map { _ in Self.period(&random) }
            let extent = Extent(period, seen: seen)
            #expect(
                lies(extent.certainMonths, in: extent.possibleMonths), "\(period.text) \(seen.map(\.text))")
            #expect(extent.startEarliest <= extent.startLatest, "\(period.text) \(seen.map(\.text))")
            #expect(extent.endEarliest <= extent.endLatest, "\(period.text) \(seen.map(\.text))")
        }
    }

    @Test("shared months are the same from both sides, certain ones among the possible")
    func sharingIsSymmetric() {
        for (one, other) in zip(Self.periods(3, 1000), Self.periods(4, 1000)) {
            let shared = Extent(one).shared(with: Extent(other))
            #expect(shared == Extent(other).shared(with: Extent(one)), "\(one.text) \(other.text)")
            #expect(lies(shared.certain, in: shared.possible), "\(one.text) \(other.text)")
        }
    }

    @Test("a qualifier never takes a possible month away nor makes one certain")
    func qualifiersOnlyWiden() {
        var random = SeededGenerator(seed: 5)
        for period in Self.periods(6, 1000, qualified: false) {
            let ends = period.text.split(separator: "/", omittingEmptySubsequences: false).map { end in
                EDTFDate(String(end)) != nil && random.once(in: 2) ? "\(end)?" : String(end)
            }
            guard let doubtful = Period(ends.joined(separator: "/")) else {
                Issue.record("\(ends) is no period")
                continue
            }
            let (before, after) = (Extent(period), Extent(doubtful))
            #expect(lies(before.possibleMonths, in: after.possibleMonths), "\(doubtful.text)")
            #expect(lies(after.certainMonths, in: before.certainMonths), "\(doubtful.text)")
        }
    }

    @Test("a sighting takes no certain month away and makes none possible")
    func sightingsOnlyNarrow() {
        for (period, sighting) in zip(Self.periods(7, 1000), Self.periods(8, 1000)) {
            let (before, after) = (Extent(period), Extent(period, seen: [sighting]))
            #expect(lies(before.certainMonths, in: after.certainMonths), "\(period.text) \(sighting.text)")
            #expect(lies(after.possibleMonths, in: before.possibleMonths), "\(period.text) \(sighting.text)")
        }
    }

    @Test("months and spans agree with trying every start and end that the dates allow")
    func agreesWithTrying() {
        for (period, other) in zip(Self.periods(9, 150), Self.periods(10, 150)) {
            let extent = Extent(period)
            guard let runs = Self.everyRun(extent), let span = Extent(other).possibleMonths else { continue }
            let months = Month(year: 1985, month: 1)...Month(year: 2025, month: 12)
            let certain = months.filter { month in runs.allSatisfy { $0.contains(month) } }
            let possible = months.filter { month in runs.contains { $0.contains(month) } }
            #expect(certain.first == extent.certainMonths?.first, "\(period.text)")
            #expect(certain.last == extent.certainMonths?.last, "\(period.text)")
            #expect(possible.first == extent.possibleMonths?.first, "\(period.text)")
            #expect(possible.last == extent.possibleMonths?.last, "\(period.text)")
            let hits = runs.map { $0.intersection(span) != nil }
            let certainty: Certainty =
                hits.allSatisfy { $0 } ? .certain : hits.contains(true) ? .possible : .none
            #expect(extent.runs(in: span) == certainty, "\(period.text) in \(span.text)")
        }
    }

    /// All spans of months that the bounds allow; nil when one of them is missing.
    private static func everyRun(_ extent: Extent) -> [MonthSpan]? {
        let bounds = [extent.startEarliest, extent.startLatest, extent.endEarliest, extent.endLatest]
        guard bounds.allSatisfy(\.isBounded) else { return nil }
        return (bounds[0].month...bounds[1].month).flatMap { start in
            (bounds[2].month...bounds[3].month).compactMap { MonthSpan(start, $0) }
        }
    }
}
