import GRDB

extension Dataset {
    /// The computed register of conflicts.
    package func overlaps(_ request: OverlapRegister.Request = .init()) throws -> OverlapRegister {
        let documented = try documentedPairs()
        let draft = try search(request, documented)
        var keys = Set(draft.pairs.flatMap { $0.overlap.keys })
        keys.formUnion(draft.donors.flatMap { $0.strongest.keys })
        return draft.naming(try names(ofKeys: keys))
    }

    private func search(_ request: OverlapRegister.Request, _ documented: [String: [String]]) throws
        -> OverlapRegister
    {
        try read { db in
            let scope = try OverlapScope(db, request)
            let book = try TieBook(db)
            var best = BestOverlaps(capacity: request.capacity)
            var donors = DonorOverlaps()
            var (found, overlapping) = (0, 0)
            let most = Overlap.Score(certain: 1, possible: 1)
            let sweep = CellSweep(either: scope.either, budget: request.budget)
            let outcome = try sweep.run(db, scope.rows) { one, other in
                let areRivals = one.hasOtherImplementers(than: other)
                let haveOtherFunders = one.hasOtherFunders(than: other)
                guard areRivals || haveOtherFunders, let overlap = Overlap(one, other, ties: book.ties),
                    scope.meets(overlap)
                else { return .on }
                let score = overlap.score(request.components)
                guard score.possible > 0 else { return .on }
                if areRivals { overlapping += 1 }
                guard score.possible >= request.threshold else { return .on }
                if haveOtherFunders { donors.add(overlap, score) }
                guard areRivals else { return .on }
                found += 1
                best.add(overlap, score)
                // When as many as are wanted have the highest score there is, no other can go before them.
                return found % 1024 == 0 && best.isFull(of: most) ? .stop : .on
            }
            let pairs = best.entries.map { entry in
                OverlapRegister.Pair(
                    overlap: entry.overlap, score: entry.score,
                    documented: documented[entry.overlap.id] ?? [])
            }
            return OverlapRegister(
                request: request, pairs: pairs, donors: try donors.pairs(db, request.capacity), found: found,
                overlapping: overlapping, isComplete: outcome.isComplete, names: [:],
                census: try scope.census(db))
        }
    }

    /// By the id of a pair, the relations that document a rivalry between the two projects.
    func documentedPairs() throws -> [String: [String]] {
        var pairs: [String: [String]] = [:]
        for conflict in try conflicts() where !conflict.record.isAbsent {
            for (first, second) in conflict.facing {
                pairs[Overlap.id(first.name.id, second.name.id), default: []].append(conflict.record.id)
            }
        }
        return pairs
    }
}

extension Profile {
    /// Whether the implementers of both are said, and none of the one is one of the other, or part of one.
    func hasOtherImplementers(than other: Profile) -> Bool {
        !implementers.isEmpty && !other.implementers.isEmpty && !meet(implementers, other.implementersAbove)
            && !meet(implementersAbove, other.implementers)
    }

    func hasOtherFunders(than other: Profile) -> Bool {
        !funders.isEmpty && !other.funders.isEmpty && !meet(funders, other.fundersAbove)
            && !meet(fundersAbove, other.funders)
    }
}
