import GRDB

extension Dataset {
    /// The computed register of conflicts.
    package func overlaps(_ request: OverlapRegister.Request = .init()) throws -> OverlapRegister {
        var register = try read { db in
            var search = try OverlapSearch(db, request)
            return try search.register(db)
        }
        if request.tellsDocuments, try read({ try Self.hasRivalries($0) }) {
            for index in register.pairs.indices {
                register.pairs[index].documented = try rivalries(of: register.pairs[index].overlap.projects)
            }
        }
        var keys = Set(register.pairs.flatMap { $0.overlap.keys })
        keys.formUnion(register.donors.flatMap { $0.strongest.keys })
        register.names = try names(ofKeys: keys)
        return register
    }

    /// The relations that document a rivalry between two projects: those that name both, on two sides.
    func rivalries(of projects: [String]) throws -> [String] {
        let candidates = try read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT r.id FROM link x
                    JOIN link y ON y.record = x.record AND y.field IN ('projects', 'parties') AND y.absent = 0
                      AND y.target = (SELECT key FROM record WHERE id = \(projects[1]))
                    JOIN record r ON r.key = x.record AND r.class = 'relation' AND r.absent = 0
                      AND r.kind IN \(Vocabulary.conflictKinds)
                    WHERE x.target = (SELECT key FROM record WHERE id = \(projects[0]))
                    AND x.field IN ('projects', 'parties') AND x.absent = 0 ORDER BY r.id
                    """
            ).fetchAll(db)
        }
        let wanted = Set(projects)
        return try candidates.filter { id in
            try conflict(id)?.facing.contains { wanted == [$0.name.id, $1.name.id] } ?? false
        }
    }

    /// By relation, the computed pairs that it documents, the best first, whatever a view shows of the register;
    /// none where the dataset is too large to be searched at once.
    package func documentedOverlaps() throws -> [String: [Overlap]] {
        guard let register = try wholeRegister() else { return [:] }
        return try overlapMemory.documented {
            let ranks = register.ranks
            return try conflicts().filter { !$0.record.isAbsent }.reduce(into: [:]) { found, conflict in
                let own = conflict.facing.compactMap { ranks[Overlap.id($0.name.id, $1.name.id)] }.sorted()
                if !own.isEmpty {
                    found[conflict.record.id] = own.map { register.pairs[$0 - 1].overlap }
                }
            }
        }
    }

    /// The overlaps between two organisations, as donors or as implementers; not all where there are many.
    package func overlaps(between one: String, _ other: String) throws -> OverlapRegister {
        var request = OverlapRegister.Request()
        request.between = [one, other]
        request.filter.ties[.organisation] = [one]
        // A page must open at once.
        request.budget = 200_000
        return try overlaps(request)
    }

    /// What the register holds of a project, or of what an organisation implements; nil where the dataset is too
    /// large to be searched at once.
    package func knownOverlaps(of id: String) throws -> OverlapRegister? {
        guard var register = try wholeRegister(),
            let key = try read({ db in
                try Int64.fetchOne(
                    db,
                    sql: "SELECT key FROM record WHERE id = ? AND class IN ('project', 'organisation')",
                    arguments: [id])
            })
        else { return nil }
        register.pairs.removeAll { pair in
            ![pair.overlap.first, pair.overlap.second].contains {
                $0.key == key || $0.implementersAbove.contains(key)
            }
        }
        return register
    }

    /// The register to its end, when the dataset is small enough to be searched at once; else nil. Its pairs do
    /// not tell their documents.
    func wholeRegister() throws -> OverlapRegister? {
        let census = try read { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'census'") }
        guard OverlapCensus(census ?? "").projects <= 2_000 else { return nil }
        let register = try overlapMemory.register {
            var request = OverlapRegister.Request()
            request.capacity = 100_000
            request.tellsDocuments = false
            return try overlaps(request)
        }
        return register.isComplete && register.found == register.pairs.count ? register : nil
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
