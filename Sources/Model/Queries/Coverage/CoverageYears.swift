/// The columns of a coverage in time: years, and where dates lie far apart one column for all before and one
/// for all after.
///
/// A year is shown because a date that bounds a project lies in it or before and after it. An open end and an
/// unknown one go as far as these dates, or as far as the filter's.
struct CoverageYears {
    /// More single years than this would bury those that matter among empty ones.
    static let most = 60

    private(set) var columns: [Coverage.Column] = []
    /// First and last day of each column.
    private(set) var days: [(first: Day, last: Day)] = []

    /// - Parameter extents: of the projects that the filter lets through.
    init(_ extents: some Sequence<Extent>, filter: Filter) {
        guard let span = Self.years(of: extents, within: filter.months) else { return }
        let limits = (
            first: filter.months?.first ?? .distantPast, last: filter.months?.last ?? .distantFuture
        )
        if span.all.lowerBound < span.single.lowerBound {
            append(nil, span.single.lowerBound - 1, filter, limits)
        }
        for year in span.single { append(year, year, filter, limits) }
        if span.all.upperBound > span.single.upperBound {
            append(span.single.upperBound + 1, nil, filter, limits)
        }
        trim(to: extents)
    }

    /// The columns in which something of these days possibly ran; nil when it is not dated.
    func possible(_ extent: Extent) -> ClosedRange<Int>? {
        guard extent.isDated else { return nil }
        return range(from: extent.startEarliest, to: extent.endLatest)
    }

    /// The columns in which it certainly ran.
    func certain(_ extent: Extent) -> ClosedRange<Int>? {
        guard extent.isDated else { return nil }
        return range(from: extent.startLatest, to: extent.endEarliest)
    }

    /// Columns that end on `first` or later and begin on `last` or before.
    private func range(from first: Day, to last: Day) -> ClosedRange<Int>? {
        let lower = days.prefixCount { $0.last < first }
        let upper = days.prefixCount { $0.first <= last } - 1
        return lower <= upper ? lower...upper : nil
    }

    // MARK: Making them

    private mutating func append(
        _ first: Int?, _ last: Int?, _ filter: Filter, _ limits: (first: Month, last: Month)
    ) {
        let begin = first.map { Month(year: $0, month: 1) } ?? .distantPast
        let end = last.map { Month(year: $0, month: 12) } ?? .distantFuture
        let (from, to) = (max(begin, limits.first), min(end, limits.last))
        guard from <= to else { return }
        // A year that the filter cuts is asked for by its months.
        columns.append(
            Self.column(
                first, last, from: from == begin ? first.map { padded($0, 4) } : from.text,
                to: to == end ? last.map { padded($0, 4) } : to.text))
        days.append((from.firstDay, to.lastDay))
    }

    /// The column of a year, of all years to `last`, or of all from `first`, as far as the filter leaves them.
    static func column(_ first: Int?, _ last: Int?, from: String?, to: String?) -> Coverage.Column {
        let id: String
        let name: SafeText
        switch (first, last) {
        case (let first?, nil):
            id = "\(padded(first, 4))/.."
            name = "\(padded(first, 4)) and after"
        case (nil, let last?):
            id = "../\(padded(last, 4))"
            name = "\(padded(last, 4)) and before"
        default:
            id = padded(first ?? 0, 4)
            name = SafeText(id)
        }
        return Coverage.Column(
            id: id, name: name, short: first == nil ? "◀" : last == nil ? "▶" : SafeText(id), from: from,
            to: to)
    }

    /// Years before the first and after the last in which anything may have run are not shown.
    private mutating func trim(to extents: some Sequence<Extent>) {
        var (lower, upper) = (columns.count, -1)
        for extent in extents {
            guard let range = possible(extent) else { continue }
            lower = min(lower, range.lowerBound)
            upper = max(upper, range.upperBound)
        }
        guard lower <= upper else {
            (columns, days) = ([], [])
            return
        }
        columns = Array(columns[lower...upper])
        days = Array(days[lower...upper])
    }

    /// All years to show, and those of them that have a column each.
    private static func years(of extents: some Sequence<Extent>, within months: MonthSpan?) -> (
        all: ClosedRange<Int>, single: ClosedRange<Int>
    )? {
        var dates: [Int: Int] = [:]
        for extent in extents where extent.isDated {
            for day in [extent.startEarliest, extent.startLatest, extent.endEarliest, extent.endLatest]
            where day.isBounded {
                dates[nameable(day.civil.year), default: 0] += 1
            }
        }
        guard let earliest = dates.keys.min(), let latest = dates.keys.max() else { return nil }
        let from = months.flatMap { $0.first.isBounded ? nameable($0.first.year) : nil }
        let to = months.flatMap { $0.last.isBounded ? nameable($0.last.year) : nil }
        var (first, last) = (from ?? earliest, to ?? latest)
        // What the filter asks for may lie outside all that is dated.
        if first > last { (first, last) = from == nil ? (last, last) : (first, first) }
        if last - first < most { return (first...last, first...last) }
        let single =
            densest(dates.filter { (first...last).contains($0.key) }, most - 2) ?? last - most + 3...last
        return (first...last, single)
    }

    /// The stretch of at most `length` years that holds the most dates, the latest of equals.
    static func densest(_ dates: [Int: Int], _ length: Int) -> ClosedRange<Int>? {
        let years = dates.keys.sorted()
        var (start, held, most) = (0, 0, 0)
        var best: ClosedRange<Int>?
        for end in years.indices {
            held += dates[years[end]] ?? 0
            while years[end] - years[start] >= length {
                held -= dates[years[start]] ?? 0
                start += 1
            }
            if held >= most {
                most = held
                best = years[start]...years[end]
            }
        }
        return best
    }

    /// A filter can name years of four digits.
    private static func nameable(_ year: Int) -> Int { min(max(0, year), 9999) }
}

extension Extent {
    /// Whether anything bounds it: what a filter of dates asks for.
    var isDated: Bool {
        startEarliest > .distantPast || endLatest < .distantFuture || startLatest < .distantFuture
    }
}

extension Array {
    /// How many elements at the beginning hold; those that do must all stand before those that do not.
    func prefixCount(holding: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holding(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
