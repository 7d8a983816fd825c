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
    /// Months shared by the months of the shorter, for one choice of the true dates.
    package struct Share: Hashable, Sendable {
        package let shared: Int
        package let shorter: Int

        /// From 0 to 1. Where the shorter has no bound, what it comes to in the limit.
        package var value: Double {
            if !isBounded { return shared > Self.endless ? 1 : 0 }
            return shared <= 0 ? 0 : Double(shared) / Double(shorter)
        }

        /// Whether the months can be counted.
        package var isBounded: Bool { shorter <= Self.endless }

        /// More months than any bounded dates lie apart.
        private static let endless = 1_000_000

        fileprivate init(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) {
            shared = max(0, min(end, otherEnd) - max(start, otherStart) + 1)
            shorter = min(end - start, otherEnd - otherStart) + 1
        }

        fileprivate init(shared: Int, shorter: Int) {
            self.shared = shared
            self.shorter = shorter
        }
    }

    package let months: SharedMonths
    /// The choice of true dates within the bounds that shares least, and the one that shares most.
    package let leastShare: Share
    package let greatestShare: Share
    package let least: Double
    package let greatest: Double

    /// Whether some month is shared whatever the true dates are, even if none can be named.
    package var certainty: Certainty { months.certain != nil || least > 0 ? .certain : .possible }

    /// How many months are shared whatever the true dates are; nil without a bound. Where some month is, but not
    /// always the same, it is one.
    package var certainMonths: Int? {
        guard let certain = months.certain else { return least > 0 ? 1 : 0 }
        return certain.count
    }

    /// How many months may be shared; nil without a bound.
    package var possibleMonths: Int? { months.possible.map(\.count) ?? 0 }

    /// Nil when the two cannot have run in one month.
    package init?(_ first: MonthExtent, _ second: MonthExtent) {
        guard max(first.startEarliest, second.startEarliest) <= min(first.endLatest, second.endLatest) else {
            return nil
        }
        months = SharedMonths(
            certain: first.certain.flatMap { mine in second.certain.flatMap(mine.intersection) },
            possible: first.possible.flatMap { mine in second.possible.flatMap(mine.intersection) })
        leastShare = Self.least(first, second)
        greatestShare = Self.greatest(first, second)
        least = leastShare.value
        greatest = greatestShare.value
    }

    /// The least and the greatest share alone; nil when the two cannot have run in one month.
    static func shares(_ first: MonthExtent, _ second: MonthExtent) -> (least: Double, greatest: Double)? {
        guard max(first.startEarliest, second.startEarliest) <= min(first.endLatest, second.endLatest) else {
            return nil
        }
        return (least(first, second).value, greatest(first, second).value)
    }

    /// The share grows and then falls as one date moves while the others stand, so that it is least where each
    /// date lies at one of its bounds.
    private static func least(_ first: MonthExtent, _ second: MonthExtent) -> Share {
        if first.endEarliest < second.startLatest || second.endEarliest < first.startLatest {
            return Share(shared: 0, shorter: 1)
        }
        // Most dates are exact.
        if first.isExact && second.isExact {
            return Share(first.startEarliest, first.endEarliest, second.startEarliest, second.endEarliest)
        }
        var least: Share?
        for (start, end) in first.corners {
            for (otherStart, otherEnd) in second.corners {
                let share = Share(start, end, otherStart, otherEnd)
                // Of equal shares that of the fewest months, whichever of the two comes first.
                if least.map({ (share.value, share.shorter) < ($0.value, $0.shorter) }) ?? true {
                    least = share
                }
            }
        }
        return least ?? Share(shared: 0, shorter: 1)
    }

    /// Where one can lie within the other, the whole of it is shared. Otherwise one certainly begins and ends
    /// before the other: most is shared when it begins and ends as late as it can, and the other as early.
    private static func greatest(_ first: MonthExtent, _ second: MonthExtent) -> Share {
        if first.fits(in: second) || second.fits(in: first) { return Share(shared: 1, shorter: 1) }
        let (earlier, later) = first.startLatest < second.startEarliest ? (first, second) : (second, first)
        return Share(earlier.startLatest, earlier.endLatest, later.startEarliest, later.endEarliest)
    }
}

extension MonthExtent {
    /// Starts and ends at their bounds, as far as the start comes before the end.
    fileprivate var corners: [(Int, Int)] {
        if isExact { return [(startEarliest, endEarliest)] }
        return [
            (startEarliest, endEarliest), (startEarliest, endLatest), (startLatest, endEarliest),
            (startLatest, endLatest),
        ].filter { $0.0 <= $0.1 }
    }

    /// Whether both months are known.
    fileprivate var isExact: Bool { startEarliest == startLatest && endEarliest == endLatest }

    fileprivate func fits(in other: MonthExtent) -> Bool {
        startLatest >= other.startEarliest && endEarliest <= other.endLatest
    }
}
