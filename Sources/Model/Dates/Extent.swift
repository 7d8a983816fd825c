/// The four days that bound when something ran: it started from ``startEarliest`` to ``startLatest`` and
/// ended from ``endEarliest`` to ``endLatest``. Everything computed from dates is computed from these.
package struct Extent: Hashable, Sendable {
    package var startEarliest: Day
    package var startLatest: Day
    package var endEarliest: Day
    package var endLatest: Day

    package init(startEarliest: Day, startLatest: Day, endEarliest: Day, endLatest: Day) {
        self.startEarliest = startEarliest
        self.startLatest = startLatest
        self.endEarliest = endEarliest
        self.endLatest = endLatest
    }

    /// What is known of the days when nothing is said.
    package static let unknown = Extent(
        startEarliest: .distantPast, startLatest: .distantFuture,
        endEarliest: .distantPast, endLatest: .distantFuture)

    /// The extent of `period`, narrowed by dates at which the thing was seen running.
    ///
    /// Whoever ran on a day started no later and ended no earlier: a sighting never widens an extent, and one
    /// that contradicts the period narrows nothing. A period that ends before it starts leaves nothing certain
    /// and everything between its dates possible.
    package init(_ period: Period?, seen: [Period] = []) {
        self = .unknown
        if let period {
            switch period.start {
            case .date(let date): (startEarliest, startLatest) = (date.earliest, date.latest)
            case .open: (startEarliest, startLatest) = (.distantPast, .distantPast)
            case .unknown: break
            }
            switch period.end {
            case .date(let date): (endEarliest, endLatest) = (date.earliest, date.latest)
            case .open: (endEarliest, endLatest) = (.distantFuture, .distantFuture)
            case .unknown: break
            }
        }
        if endLatest < startEarliest {
            (startEarliest, endLatest) = (endLatest, startEarliest)
            (startLatest, endEarliest) = (endLatest, startEarliest)
        }
        for sighting in seen {
            let (first, last) = (sighting.start.date, sighting.end.date)
            if let latest = (first ?? last)?.latest, latest >= startEarliest {
                startLatest = min(startLatest, latest)
            }
            if let earliest = (last ?? first)?.earliest, earliest <= endLatest {
                endEarliest = max(endEarliest, earliest)
            }
        }
        // It cannot have started after its end, nor ended before its start.
        startLatest = min(startLatest, endLatest)
        endEarliest = max(endEarliest, startEarliest)
    }

    package init(_ date: EDTFDate) {
        self.init(
            startEarliest: date.earliest, startLatest: date.latest,
            endEarliest: date.earliest, endLatest: date.latest)
    }

    /// What holds whichever of the two is right.
    package func union(_ other: Extent) -> Extent {
        Extent(
            startEarliest: min(startEarliest, other.startEarliest),
            startLatest: max(startLatest, other.startLatest),
            endEarliest: min(endEarliest, other.endEarliest), endLatest: max(endLatest, other.endLatest))
    }

    /// Whether nothing at all is said.
    package var isUnknown: Bool { self == .unknown }

    /// The months in which it certainly ran on at least one day.
    package var certainMonths: MonthSpan? { MonthSpan(startLatest.month, endEarliest.month) }

    /// The months in which it may have run.
    package var possibleMonths: MonthSpan? { MonthSpan(startEarliest.month, endLatest.month) }
}

/// Whether something holds whatever the true days are, or for some of them, or for none.
package enum Certainty: String, Sendable, Comparable {
    case none, possible, certain

    package static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }

    /// 0 to 2; what the tables of an index call it, too.
    var rank: Int { self == .certain ? 2 : self == .possible ? 1 : 0 }
}

extension Extent {
    /// Whether it ran in `months`, on at least one day. What ran on some day of 2008 certainly ran in 2008, even
    /// if no month can be named.
    package func runs(in months: MonthSpan) -> Certainty {
        if startLatest.month <= months.last && endEarliest.month >= months.first { return .certain }
        return possibleMonths?.intersection(months) != nil ? .possible : .none
    }

    /// Months in which both ran. Months are the unit: two that ran in the same month share it.
    package func shared(with other: Extent) -> SharedMonths {
        func meet(_ a: MonthSpan?, _ b: MonthSpan?) -> MonthSpan? {
            guard let a, let b else { return nil }
            return a.intersection(b)
        }
        return SharedMonths(
            certain: meet(certainMonths, other.certainMonths),
            possible: meet(possibleMonths, other.possibleMonths))
    }
}

/// The months that two extents share.
package struct SharedMonths: Hashable, Sendable {
    package let certain: MonthSpan?
    package let possible: MonthSpan?

    package init(certain: MonthSpan?, possible: MonthSpan?) {
        self.certain = certain
        self.possible = possible
    }

    package var certainty: Certainty { certain != nil ? .certain : possible != nil ? .possible : .none }
}

extension Extent {
    /// From its days, half as long as here, for who holds a million: the earliest and the latest start, the earliest
    /// and the latest end.
    init(_ days: SIMD4<Int32>) {
        self.init(
            startEarliest: Day(rawValue: Int(days[0])), startLatest: Day(rawValue: Int(days[1])),
            endEarliest: Day(rawValue: Int(days[2])), endLatest: Day(rawValue: Int(days[3])))
    }

    /// What it can be made of again.
    var days: SIMD4<Int32> {
        SIMD4(
            Int32(startEarliest.rawValue), Int32(startLatest.rawValue), Int32(endEarliest.rawValue),
            Int32(endLatest.rawValue))
    }
}
