/// The best of many overlaps, kept while they come: the highest scores first, equals in a fixed order.
struct BestOverlaps {
    struct Entry: Sendable {
        let overlap: Overlap
        let score: Overlap.Score
    }

    let capacity: Int
    private var kept: [Entry] = []
    /// Whoever ranks behind this one is not kept.
    private var last: Entry?

    init(capacity: Int) { self.capacity = max(1, capacity) }

    mutating func add(_ overlap: Overlap, _ score: Overlap.Score) {
        let entry = Entry(overlap: overlap, score: score)
        if let last, !Self.precedes(entry, last) { return }
        kept.append(entry)
        // Sorting when twice as many have come costs no more than a heap, and keeps nothing in order till then.
        if kept.count >= 2 * capacity { trim() }
    }

    /// Whether something with this score may be kept.
    func mayKeep(_ score: Overlap.Score) -> Bool {
        last.map { !Self.isWorse(score, than: $0.score) } ?? true
    }

    var entries: [Entry] {
        Array(kept.sorted(by: Self.precedes).prefix(capacity))
    }

    /// Whether nothing that comes can take anything's place.
    mutating func isFull(of best: Overlap.Score) -> Bool {
        guard kept.count >= capacity else { return false }
        if kept.count > capacity || last == nil { trim() }
        return last?.score == best
    }

    private mutating func trim() {
        kept.sort(by: Self.precedes)
        if kept.count > capacity { kept.removeLast(kept.count - capacity) }
        if kept.count == capacity { last = kept.last }
    }

    /// Whether the score alone decides that it goes after another.
    static func isWorse(_ score: Overlap.Score, than other: Overlap.Score) -> Bool {
        score.certain == other.certain ? score.possible < other.possible : score.certain < other.certain
    }

    /// What certainly overlaps most goes first, then what may; then the more months; then by the alphabet, so
    /// that the order does not depend on the order of the records.
    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.score.certain != right.score.certain { return left.score.certain > right.score.certain }
        if left.score.possible != right.score.possible { return left.score.possible > right.score.possible }
        let (mine, other) = (left.overlap.monthsShared, right.overlap.monthsShared)
        if mine != other { return mine > other }
        let (one, two) = (left.overlap, right.overlap)
        return (one.first.id, one.second.id) < (two.first.id, two.second.id)
    }
}

extension Overlap {
    /// Possible months; those without a bound are more than any.
    fileprivate var monthsShared: Int { time.months.possible.map { $0.count ?? .max } ?? 0 }
}
