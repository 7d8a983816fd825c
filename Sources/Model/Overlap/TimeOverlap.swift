/// The four months that bound when something ran, counted as ``Month/index``: the months of an ``Extent``.
package struct MonthExtent: Hashable, Sendable {
    package let startEarliest: Int
    package let startLatest: Int
    package let endEarliest: Int
    package let endLatest: Int

    package init(startEarliest: Int, startLatest: Int, endEarliest: Int, endLatest: Int) {
        self.startEarliest = startEarliest
        self.startLatest = startLatest
        self.endEarliest = endEarliest
        self.endLatest = endLatest
    }

    package init(_ extent: Extent) {
        self.init(
            startEarliest: extent.startEarliest.month.index, startLatest: extent.startLatest.month.index,
            endEarliest: extent.endEarliest.month.index, endLatest: extent.endLatest.month.index)
    }

    /// Whether nothing at all is said of the time.
    package var isUnknown: Bool {
        startEarliest <= Month.distantPast.index && endLatest >= Month.distantFuture.index
            && startLatest >= Month.distantFuture.index && endEarliest <= Month.distantPast.index
    }

    /// The months in which it certainly ran.
    package var certain: MonthSpan? { MonthSpan(Month(index: startLatest), Month(index: endEarliest)) }

    /// The months in which it may have run.
    package var possible: MonthSpan? { MonthSpan(Month(index: startEarliest), Month(index: endLatest)) }
}

/// The months that two projects share, and how much of the shorter of the two they make up.
package struct TimeOverlap: Hashable, Sendable {
    package let months: SharedMonths
    /// The least share over all true dates within the bounds, from 0 to 1.
    package let least: Double
    /// The greatest share over all true dates within the bounds, from 0 to 1.
    package let greatest: Double

    /// Nil when the two cannot have run in one month.
    package init?(_ first: MonthExtent, _ second: MonthExtent) {
        guard max(first.startEarliest, second.startEarliest) <= min(first.endLatest, second.endLatest) else {
            return nil
        }
        months = SharedMonths(
            certain: first.certain.flatMap { mine in second.certain.flatMap(mine.intersection) },
            possible: first.possible.flatMap { mine in second.possible.flatMap(mine.intersection) })
        least = Self.least(first, second)
        greatest = Self.greatest(first, second)
    }

    /// Shared months by the months of the shorter, for two runs whose ends are known.
    private static func share(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) -> Double {
        let shared = min(end, otherEnd) - max(start, otherStart) + 1
        let shorter = min(end - start, otherEnd - otherStart) + 1
        return shared <= 0 ? 0 : Double(shared) / Double(shorter)
    }

    /// The share grows and then falls as one date moves while the others stand, so that it is least where each
    /// date lies at one of its bounds.
    private static func least(_ first: MonthExtent, _ second: MonthExtent) -> Double {
        if first.endEarliest < second.startLatest || second.endEarliest < first.startLatest { return 0 }
        var least = 1.0
        for (start, end) in first.corners {
            for (otherStart, otherEnd) in second.corners {
                least = min(least, share(start, end, otherStart, otherEnd))
            }
        }
        return least
    }

    /// Where one can lie within the other, the whole of it is shared. Otherwise one certainly begins and ends
    /// before the other: most is shared when it begins and ends as late as it can, and the other as early.
    private static func greatest(_ first: MonthExtent, _ second: MonthExtent) -> Double {
        if first.fits(in: second) || second.fits(in: first) { return 1 }
        let (earlier, later) = first.startLatest < second.startEarliest ? (first, second) : (second, first)
        return share(earlier.startLatest, earlier.endLatest, later.startEarliest, later.endEarliest)
    }
}

extension MonthExtent {
    /// Starts and ends at their bounds, as far as the start comes before the end.
    fileprivate var corners: [(Int, Int)] {
        if startEarliest == startLatest && endEarliest == endLatest { return [(startEarliest, endEarliest)] }
        return [
            (startEarliest, endEarliest), (startEarliest, endLatest), (startLatest, endEarliest),
            (startLatest, endLatest),
        ].filter { $0.0 <= $0.1 }
    }

    fileprivate func fits(in other: MonthExtent) -> Bool {
        startLatest >= other.startEarliest && endEarliest <= other.endLatest
    }
}
