import Model
import Testing

@Suite("Gaps between two periods")
struct MonthGapTests {
    private static func gap(_ first: String, _ second: String) -> MonthGap {
        MonthGap(from: Extent(Period(first)), to: Extent(Period(second)))
    }

    /// Periods of two projects, the least and the greatest number of months between them, and the words.
    static let known: [(String, String, Int?, Int?, String)] = [
        ("2004-01/2004-06", "2004-12/2005", 5, 5, "gap 5 months"),
        ("2004-01/2004-06", "2004-08/2005", 1, 1, "gap 1 month"),
        ("2004-01/2004-06", "2004-07/2005", 0, 0, "no gap"),
        ("2004-01/2004-06", "2004-06/2005", -1, -1, "overlap 1 month"),
        // Ended in a month of 2004, began in April 2005.
        ("2003-01/2004", "2005-04/2006", 3, 14, "gap 3–14 months"),
        ("2003-01/2004", "2005-01/2006", 0, 11, "gap up to 11 months"),
        ("2003-01/2004", "2004-12/2006-01", -1, 10, "overlap up to 1 month, or gap up to 10"),
        ("2009/2011", "2009/2013", -36, -14, "overlap 14–36 months"),
        // The second ended first: only the months of both count.
        ("2006-11/2011-11", "2008-03/2011-05", -39, -39, "overlap 39 months"),
        // The second had ended when the first began.
        ("2006/2008", "2001/2003", 0, 0, "the second ended before the first began"),
        ("2005/", "2007-06/", nil, 28, "gap up to 28 months, or overlap"),
        // It began no later than it ended.
        ("2005/2006-03", "/2009-05", -15, 37, "overlap up to 15 months, or gap up to 37"),
        ("2001/..", "2005-01/2005-06", -6, -6, "overlap 6 months"),
        ("2001-01/..", "2005-01/..", nil, nil, "overlap, both going on"),
    ]

    @Test("least and greatest are met by the days nearest to and farthest from each other", arguments: known)
    func bounds(first: String, second: String, least: Int?, greatest: Int?, words: String) {
        let gap = Self.gap(first, second)
        #expect(gap.greatest == greatest)
        #expect(gap.words.string == words)
        #expect(gap.least == least)
    }

    @Test("where a side has no date, nothing is known, and nothing is taken for zero")
    func unknown() {
        for gap in [
            MonthGap(from: .unknown, to: Extent(Period("2005"))),
            MonthGap(from: Extent(Period("2005/")), to: .unknown),
            MonthGap(from: .unknown, to: .unknown),
        ] {
            #expect(gap.words == "unknown" && gap.isUnknown)
            #expect(gap.possibleGap == nil && gap.possibleOverlap == nil)
        }
    }

    // MARK: Properties

    /// Month bounds of a random project; starts and ends may meet.
    private static func bounds(_ random: inout SeededGenerator) -> [Int] {
        let start = random.number(0...10)
        let startLatest = start + random.number(0...4)
        let end = max(start, startLatest + random.number(-2...4))
        return [start, startLatest, end, max(end, startLatest) + random.number(0...4)]
    }

    private static func extent(_ bounds: [Int]) -> Extent {
        let months = bounds.map { Month(index: 24_000 + $0) }
        return Extent(
            startEarliest: months[0].firstDay, startLatest: months[1].lastDay,
            endEarliest: months[2].firstDay, endLatest: months[3].lastDay)
    }

    /// Start and end of every way in which the project may truly have run.
    private static func truths(_ bounds: [Int]) -> [(start: Int, end: Int)] {
        (bounds[0]...bounds[1]).flatMap { start in
            (bounds[2]...bounds[3]).filter { $0 >= start }.map { (start, $0) }
        }
    }

    private static func months(_ first: (start: Int, end: Int), _ second: (start: Int, end: Int)) -> Int {
        if second.start > first.end { return second.start - first.end - 1 }
        return -max(0, min(first.end, second.end) - max(first.start, second.start) + 1)
    }

    @Test("no truth lies outside the bounds, and the bounds of a gap are met by one")
    func bruteForce() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            let (one, other) = (Self.bounds(&random), Self.bounds(&random))
            let gap = MonthGap(from: Self.extent(one), to: Self.extent(other))
            let values = Self.truths(one).flatMap { first in
                Self.truths(other).map { Self.months(first, $0) }
            }
            let (least, greatest) = (try #require(gap.least), try #require(gap.greatest))
            #expect(values.min() == least, "\(one) \(other)")
            #expect(values.allSatisfy { $0 <= greatest }, "\(one) \(other)")
            if greatest > 0 { #expect(values.max() == greatest, "\(one) \(other)") }
        }
    }

    @Test("widening a date never narrows the range")
    func widening() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<2000 {
            let (one, other) = (Self.bounds(&random), Self.bounds(&random))
            let narrow = MonthGap(from: Self.extent(one), to: Self.extent(other))
            func widened(_ bounds: [Int]) -> [Int] {
                zip(bounds, [-1, 1, -1, 1]).map { $0 + $1 * random.number(0...3) }
            }
            let wide = MonthGap(from: Self.extent(widened(one)), to: Self.extent(widened(other)))
            let (least, wideLeast) = (try #require(narrow.least), try #require(wide.least))
            let (greatest, wideGreatest) = (try #require(narrow.greatest), try #require(wide.greatest))
            #expect(wideLeast <= least && greatest <= wideGreatest, "\(one) \(other)")
        }
    }

    @Test("a qualifier, or a bound that is not said, never narrows the range")
    func doubt() {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<1000 {
            let years = [random.number(2000...2004), random.number(2004...2008), random.number(2003...2009)]
            let end = years[2] + random.number(0...3)
            let sure = Self.gap("\(years[0])/\(years[1])", "\(years[2])/\(end)")
            let doubtful =
                random.once(in: 2)
                ? Self.gap("\(years[0])?/\(years[1])~", "\(years[2])?/\(end)")
                : Self.gap("\(years[0])/", "\(years[2])/")
            #expect((doubtful.least ?? .min) <= (sure.least ?? .min))
            #expect((doubtful.greatest ?? .max) >= (sure.greatest ?? .max))
        }
    }

    @Test("certain is never more than possible")
    func certain() throws {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<1000 {
            let gap = MonthGap(
                from: Self.extent(Self.bounds(&random)), to: Self.extent(Self.bounds(&random)))
            #expect(gap.certainGap <= (try #require(gap.possibleGap)))
            #expect(try #require(gap.certainOverlap) <= (try #require(gap.possibleOverlap)))
            #expect(gap.certainGap == 0 || gap.certainOverlap == 0)
        }
    }
}
