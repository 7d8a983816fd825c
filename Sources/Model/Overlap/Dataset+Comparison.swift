import GRDB

extension Dataset {
    /// The two ids that the id of a pair joins, when both are records of one class that can be paired.
    package func pair(_ id: String) throws -> (RecordName, RecordName)? {
        // An identifier may have a plus sign of its own: each is tried.
        for (index, character) in zip(id.indices, id) where character == "+" {
            let (one, other) = (String(id[..<index]), String(id[id.index(after: index)...]))
            guard !one.isEmpty, !other.isEmpty, one != other else { continue }
            let names = try names(of: [one, other])
            if let one = names[one], let other = names[other], one.recordClass == other.recordClass,
                [.project, .organisation].contains(one.recordClass)
            {
                return one.id < other.id ? (one, other) : (other, one)
            }
        }
        return nil
    }

    /// Two projects face to face; nil when one of the ids is no project.
    package func comparison(_ one: String, _ other: String) throws -> Comparison? {
        try comparisons([(one, other)]).first
    }

    /// Pairs of projects face to face; pairs with an id that is no project are left out.
    package func comparisons(_ pairs: [(String, String)]) throws -> [Comparison] {
        let register = try wholeRegister()
        let ranks = register?.ranks
        let book = try read { try TieBook($0) }
        return try pairs.compactMap { one, other in
            let rank = ranks?[Overlap.id(one, other)].map { (place: $0, of: register?.found ?? 0) }
            return try comparison(
                [one, other].sorted(), rivalries(of: [one, other]), book, rank: rank)
        }
    }

    private func comparison(
        _ ids: [String], _ documented: [String], _ book: TieBook, rank: (place: Int, of: Int)?
    ) throws -> Comparison? {
        let records = try records(ids)
        guard records.count == 2, records.allSatisfy({ $0.recordClass == .project }) else { return nil }
        let named = try names(of: ids + documented)
        let profiles = try profiles(ids)
        let parts = Self.parts(profiles, book)
        var keys = Set(profiles.flatMap(\.named))
        keys.formUnion(parts.ties.flatMap(\.records))
        let names = try names(ofKeys: keys)
        return Comparison(
            projects: ids.compactMap { named[$0] }, extents: records.map(\.extent), overlap: parts.overlap,
            time: parts.time, place: parts.place, themes: parts.themes, ties: parts.ties, profiles: profiles,
            reasons: Self.reasons(ids, profiles, parts, names),
            documented: documented.compactMap { named[$0] },
            around: try rivalries(around: profiles, besides: documented), rank: rank, names: names)
    }

    private struct Parts {
        var overlap: Overlap?
        var time: TimeOverlap?
        var place: Overlap.PlaceOverlap?
        var themes: [Overlap.SharedTheme]?
        var ties: [Tie] = []
    }

    private static func parts(_ profiles: [Profile], _ book: TieBook) -> Parts {
        var parts = Parts()
        guard profiles.count == 2 else { return parts }
        let (one, other) = (profiles[0], profiles[1])
        if !one.bounds.isUnknown && !other.bounds.isUnknown {
            parts.time = TimeOverlap(one.bounds, other.bounds)
        }
        if !one.places.isEmpty && !other.places.isEmpty {
            parts.place = Overlap.PlaceOverlap(
                shared: common(one.places, other.places), first: one.places.count, second: other.places.count)
        }
        if !one.themes.isEmpty && !other.themes.isEmpty {
            parts.themes = Overlap.sharedThemes(one, other)
        }
        parts.ties = book.ties(one, other, themes: (parts.themes ?? []).map(\.theme))
        if parts.time != nil { parts.overlap = Overlap(one, other) { _, _, _ in parts.ties } }
        return parts
    }

    private static func reasons(
        _ ids: [String], _ profiles: [Profile], _ parts: Parts, _ names: [Int64: RecordName]
    ) -> [Comparison.Reason] {
        let known = Set(profiles.map(\.id))
        var reasons = ids.filter { !known.contains($0) }.map(Comparison.Reason.noProject)
        for profile in profiles {
            if profile.bounds.isUnknown { reasons.append(.undated(profile.id)) }
            if profile.places.isEmpty { reasons.append(.unplaced(profile.id)) }
            if profile.themes.isEmpty { reasons.append(.unthemed(profile.id)) }
            if profile.implementers.isEmpty { reasons.append(.implementerUnknown(profile.id)) }
        }
        guard profiles.count == 2 else { return reasons }
        let (one, other) = (profiles[0], profiles[1])
        if !one.implementers.isEmpty && !other.implementers.isEmpty && !one.hasOtherImplementers(than: other)
        {
            let shared = Set(
                common(one.implementers, other.implementersAbove)
                    + common(one.implementersAbove, other.implementers))
            reasons.append(.sameImplementer(shared.compactMap { names[$0]?.id }.sorted()))
        }
        if profiles.allSatisfy({ !$0.bounds.isUnknown }) && parts.time == nil { reasons.append(.neverMet) }
        if parts.place?.shared.isEmpty == true { reasons.append(.noCommonPlace) }
        if parts.themes?.isEmpty == true { reasons.append(.noCommonTheme) }
        return reasons
    }

    private func profiles(_ ids: [String]) throws -> [Profile] {
        try read { db in
            try SQLRequest<Row>(
                literal: "SELECT \(SQL(sql: Profile.columns)) FROM profile WHERE id IN \(ids) ORDER BY id"
            ).fetchAll(db).map { Profile(row: $0) }
        }
    }

    /// Documented rivalries between those who implement or pay for the two, which do not name both projects.
    private func rivalries(around profiles: [Profile], besides known: [String]) throws -> [RecordName] {
        guard profiles.count == 2 else { return [] }
        let sides = profiles.map { $0.implementersAbove + $0.fundersAbove }
        return try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT DISTINCT r.id, r.class, r.title, r.acronym, r.kind FROM record r
                    JOIN link x ON x.record = r.key AND x.field = 'parties' AND x.target IN \(sides[0])
                    JOIN link y ON y.record = r.key AND y.field = 'parties' AND y.target IN \(sides[1])
                    WHERE x.target <> y.target AND r.class = 'relation' AND r.absent = 0
                    AND r.kind IN \(Vocabulary.conflictKinds) AND r.id NOT IN \(known) ORDER BY r.sort
                    """
            ).fetchAll(db)
            return rows.compactMap(RecordName.init(row:))
        }
    }
}

extension Profile {
    /// All that it names by key.
    package var named: [Int64] {
        [key] + places + themes.map(\.theme) + implementers + implementersAbove + funders + programmes
    }
}
