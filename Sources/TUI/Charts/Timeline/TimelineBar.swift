import Model

/// The columns of a window that a bar takes: where it certainly ran, where it may have run, and where its
/// ends are known. A column is certain when it ran on some day of it whatever the true days are.
struct TimelineBar: Hashable {
    let certain: ClosedRange<Int>?
    /// Reaches far beyond the window where a bound is not known.
    let possible: ClosedRange<Int>
    /// From the first to the last column of which the sources speak.
    let body: ClosedRange<Int>
    /// Whether the start lies within one column, and so for the end.
    let hasExactStart: Bool
    let hasExactEnd: Bool
    /// Where to say that the start is not known, and so for the end.
    let unknownStart: Int?
    let unknownEnd: Int?
    let isOpenStart: Bool
    let isOpenEnd: Bool

    init(_ days: Extent, seen: [MonthSpan] = [], in viewport: TimelineViewport) {
        let startEarliest = viewport.column(of: days.startEarliest)
        let startLatest = viewport.column(of: days.startLatest)
        let endEarliest = viewport.column(of: days.endEarliest)
        let endLatest = viewport.column(of: days.endLatest)
        certain = startLatest <= endEarliest ? startLatest...endEarliest : nil
        possible = min(startEarliest, endLatest)...max(startEarliest, endLatest)
        hasExactStart = startEarliest == startLatest && days.startEarliest.isBounded
        hasExactEnd = endEarliest == endLatest && days.endLatest.isBounded
        isOpenStart = days.startLatest <= .distantPast
        isOpenEnd = days.endEarliest >= .distantFuture

        // Beside what is certain and where it was seen; else beside the days between which it ran some time.
        let isStartUnknown = !days.startEarliest.isBounded && !isOpenStart
        let isEndUnknown = !days.endLatest.isBounded && !isOpenEnd
        let sightings = seen.map(viewport.columns)
        let known =
            (
                first: ([certain?.lowerBound ?? endEarliest] + sightings.map(\.lowerBound)).reduce(
                    Int.max, min),
                last: ([certain?.upperBound ?? startLatest] + sightings.map(\.upperBound)).reduce(
                    Int.min, max)
            )
        unknownStart = isStartUnknown ? known.first - 1 : nil
        unknownEnd = isEndUnknown ? known.last + 1 : nil
        let first = unknownStart ?? startEarliest
        let last = unknownEnd ?? endLatest
        body = min(first, last)...max(first, last)
    }
}
