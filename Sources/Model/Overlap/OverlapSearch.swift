import GRDB

/// One search of the computed register: what is wanted, and what was found so far.
struct OverlapSearch {
    private let request: OverlapRegister.Request
    private let scope: OverlapScope
    private let book: TieBook
    /// Keys of the two organisations between whom overlaps are looked for, if they are given.
    private let between: [Int64]
    private var best: BestOverlaps
    private var donors = DonorOverlaps()
    private var found = 0
    private var overlapping = 0

    init(_ db: Database, _ request: OverlapRegister.Request) throws {
        self.request = request
        scope = try OverlapScope(db, request)
        book = try TieBook(db)
        best = BestOverlaps(capacity: request.capacity)
        between = try request.between.compactMap { id in
            try Int64.fetchOne(db, sql: "SELECT key FROM record WHERE id = ?", arguments: [id])
        }
    }

    mutating func register(_ db: Database) throws -> OverlapRegister {
        let sweep = CellSweep(either: scope.either, budget: request.budget)
        let outcome = try sweep.run(db, scope.rows) { meet($0, $1) }
        let pairs = best.entries.map { OverlapRegister.Pair(overlap: $0.overlap, score: $0.score) }
        return OverlapRegister(
            request: request, pairs: pairs, donors: try donors.pairs(db, request.capacity), found: found,
            overlapping: overlapping, isComplete: outcome.isComplete, census: try scope.census(db))
    }

    private static let most = Overlap.Score(certain: 1, possible: 1)

    private mutating func meet(_ one: Profile, _ other: Profile) -> CellSweep.Step {
        let areRivals = between.isEmpty ? one.hasOtherImplementers(than: other) : stand(one, other)
        let haveOtherFunders = one.hasOtherFunders(than: other)
        guard areRivals || haveOtherFunders, scope.meets(one, other),
            let score = Overlap.score(one, other, request.components, ties: book.ties), score.possible > 0
        else { return .on }
        if areRivals { overlapping += 1 }
        guard score.possible >= request.threshold else { return .on }
        // Of most pairs only the score is wanted.
        let book = book
        var made: Overlap?
        func overlap() -> Overlap? {
            if made == nil { made = Overlap(one, other, ties: book.ties) }
            return made
        }
        if haveOtherFunders { donors.add(one, other, score, overlap) }
        guard areRivals else { return .on }
        found += 1
        if best.mayKeep(score), let overlap = overlap() { best.add(overlap, score) }
        // When as many as are wanted have the highest score there is, none that comes has a higher one; which of
        // the equals are shown is then that of the first met, and the register says that it is not complete.
        return found % 1024 == 0 && best.isFull(of: Self.most) ? .stop : .on
    }

    /// Whether the two organisations are the donors, or the implementers, behind the two projects: as the
    /// register counts them.
    private func stand(_ one: Profile, _ other: Profile) -> Bool {
        guard between.count == 2 else { return false }
        func face(_ left: [Int64], _ right: [Int64]) -> Bool {
            (left.contains(between[0]) && right.contains(between[1]))
                || (left.contains(between[1]) && right.contains(between[0]))
        }
        return (one.hasOtherFunders(than: other) && face(one.funders, other.funders))
            || (one.hasOtherImplementers(than: other)
                && face(one.implementersAbove, other.implementersAbove))
    }
}
