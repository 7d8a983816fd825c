import GRDB

extension Dataset {
    /// The documented conflicts: relations of the kinds competition, overlap and tension, under a filter;
    /// with `subject`, those that name it: as a party, or as a project, theme or place that they are over.
    package func conflicts(_ filter: Filter = Filter(), about subject: String? = nil) throws -> [Conflict] {
        try conflictIds(filter, about: subject).compactMap(conflict)
    }

    /// Their ids, in the same order: where the clash can be told in months comes first; what a party says of itself
    /// changes no order.
    package func conflictIds(_ filter: Filter = Filter(), about subject: String? = nil) throws -> [String] {
        let ids = try relationIds(filter, about: subject, kinds: Vocabulary.conflictKinds)
        return try read { db in
            let keys = try Dictionary(
                uniqueKeysWithValues: Self.chunks(ids).flatMap { ids in
                    try SQLRequest<Row>(literal: "SELECT key, id FROM record WHERE id IN \(ids)").fetchAll(db)
                        .map { ($0[0] as Int32, $0[1] as String) }
                })
            var ordered: [String] = []
            try ListVectors(db, .relation).each(.conflicts) { page in
                ordered += page.compactMap { keys[$0] }
                return ordered.count < keys.count
            }
            return ordered
        }
    }

    /// Ties of the other kinds between the same parties: they stand beside a conflict.
    package func counterparts(of conflict: Conflict) throws -> [RecordName] {
        let parties = conflict.sides.map(\.party.id)
        return try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT r.id, r.class, r.title, r.acronym, r.kind FROM record r
                    JOIN link ON link.record = r.key AND link.field = 'parties'
                    JOIN record p ON p.id IN \(parties) AND (
                      EXISTS (SELECT 1 FROM containment WHERE inner_record = link.target AND outer_record = p.key)
                      OR EXISTS (SELECT 1 FROM containment WHERE inner_record = p.key AND outer_record = link.target))
                    WHERE r.class = 'relation' AND r.kind NOT IN \(Vocabulary.conflictKinds)
                    GROUP BY r.key HAVING count(DISTINCT p.id) >= 2 AND count(DISTINCT link.target) >= 2
                    ORDER BY r.kind, r.sort
                    """
            ).fetchAll(db)
            return rows.compactMap(RecordName.init(row:))
        }
    }

    private func relationIds(_ filter: Filter, about subject: String?, kinds: [String]) throws -> [String] {
        try read { db in
            let condition = try filter.condition(db, on: .relation)
            var tied: SQL = "TRUE"
            if let subject {
                tied = """
                    r.key IN (SELECT record FROM facet WHERE class = \(RecordClass.relation.number)
                    AND dimension IN \(Filter.Dimension.allCases.map(\.number))
                    AND target = (SELECT key FROM record WHERE id = \(subject))
                    UNION SELECT key FROM record WHERE id = \(subject))
                    """
            }
            return try SQLRequest<String>(
                literal: """
                    SELECT r.id FROM record r WHERE \(condition) AND r.kind IN \(kinds) AND \(tied)
                    ORDER BY r.key
                    """
            ).fetchAll(db)
        }
    }

    /// The relation with this id as two or more sides facing each other; nil when it is no relation.
    package func conflict(_ id: String) throws -> Conflict? {
        if let known = overlapMemory.conflict(id) { return known }
        guard let conflict = try faceToFace(id) else { return nil }
        overlapMemory.keep(conflict)
        return conflict
    }

    private func faceToFace(_ id: String) throws -> Conflict? {
        guard let record = try record(id), record.recordClass == .relation else { return nil }
        let projects = try records(record.texts("projects"))
        let parties = try records(record.texts("parties"))
        let ancestry = try ancestry(of: projects.flatMap { $0.texts("participants") } + speakers(of: record))
        let names = try names(of: record.namedIds + projects.map(\.id))

        func owns(_ party: Record, _ project: Record) -> Bool {
            if party.id == project.id { return true }
            return project.values("participants").contains { value in
                !value.isAbsent && value.participant?.role != "beneficiary"
                    && (ancestry[value.text] ?? [value.text]).contains(party.id)
            }
        }
        var sides: [Conflict.Side] = []
        var placed: [String: Int] = [:]
        for party in parties {
            var own = projects.filter { owns(party, $0) }
            if party.recordClass == .project && own.isEmpty { own = [party] }
            for project in own { placed[project.id, default: 0] += 1 }
            guard let name = names[party.id] else { continue }
            sides.append(
                Conflict.Side(
                    party: name, projects: own.compactMap { Self.brief($0, names) },
                    mandate: party.values("mandate")))
        }
        let common = projects.filter {
            placed[$0.id] == nil || (placed[$0.id] == parties.count && parties.count > 1)
        }
        return Conflict(
            record: record, sides: sides, common: common.compactMap { Self.brief($0, names) },
            meetings: Self.meetings(sides), voices: try voices(record, ancestry, names), names: names)
    }

    private static func brief(_ project: Record, _ names: [String: RecordName]) -> Conflict.Project? {
        let period = project.text("period").flatMap(Period.init)
        let name =
            names[project.id]
            ?? RecordName(
                id: project.id, recordClass: .project, title: SafeText(project.title),
                acronym: project.acronym.map { SafeText($0) }, kind: project.text("kind"))
        return Conflict.Project(
            name: name, extent: project.extent, start: period?.startText, end: period?.endText,
            seen: project.texts("active"), channel: project.texts("channel").map { SafeText($0) })
    }

    /// The pairs that face each other and may have run in the same month.
    private static func meetings(_ sides: [Conflict.Side]) -> [Conflict.Meeting] {
        Conflict.facing(sides).compactMap { first, second in
            let months = first.extent.shared(with: second.extent)
            guard months.certainty != .none, !first.extent.isUnknown, !second.extent.isUnknown else {
                return nil
            }
            return Conflict.Meeting(first: first.name.id, second: second.name.id, months: months)
        }
    }

    private func speakers(of record: Record) throws -> [String] {
        try records(record.texts("said-by")).flatMap { $0.texts("speaker") }
    }

    private func voices(
        _ record: Record, _ ancestry: [String: Set<String>], _ names: [String: RecordName]
    ) throws -> [Conflict.Voice] {
        let parties = Set(record.texts("parties"))
        // An organisation's own report or web page has no speaker, but its name as the author.
        let partyNames = Set(
            try records(Array(parties)).flatMap { [$0.title, $0.acronym ?? ""] + $0.texts("aliases") }.map(
                \.folded)
        ).subtracting([""])
        return try records(record.texts("said-by")).compactMap { source in
            guard let name = names[source.id] else { return nil }
            let speakers = source.texts("speaker")
            let spoken = try self.names(of: speakers)
            return Conflict.Voice(
                source: name, speakers: speakers.map { spoken[$0]?.short ?? SafeText($0) },
                isParty: speakers.contains { !parties.isDisjoint(with: ancestry[$0] ?? [$0]) }
                    || source.texts("authors").contains { partyNames.contains($0.folded) })
        }
    }

    /// For each organisation, itself and all that it is part of.
    func ancestry(of ids: [String]) throws -> [String: Set<String>] {
        let ids = Array(Set(ids))
        return try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT part.id AS part, whole.id AS whole FROM containment
                    JOIN record part ON part.key = containment.inner_record
                    JOIN record whole ON whole.key = containment.outer_record
                    WHERE part.id IN \(ids)
                    """
            ).fetchAll(db)
            return rows.reduce(into: [:]) { $0[$1["part"], default: []].insert($1["whole"]) }
        }
    }
}

extension Conflict {
    /// Clashes with certain months first, longest first; then possible ones; then those without dates.
    var rankKey: Int {
        let months = monthsShared
        if record.isAbsent { return 1_000_000 }
        let certain = min(months.certain ?? 999, 999)
        return -(certain * 1000 + min(months.possible ?? 999, 999) * (meetings.isEmpty ? 0 : 1))
    }
}

extension Dataset {
    /// Relations of the other kinds under a filter: cooperation, division of labour, support …
    package func ties(_ filter: Filter = Filter(), about subject: String? = nil) throws -> [Record] {
        let others = Vocabulary.relationKind.terms.filter { !Vocabulary.conflictKinds.contains($0) }
        let records = try records(relationIds(filter, about: subject, kinds: others))
        return records.sorted { ($0.text("kind") ?? "", $0.title) < ($1.text("kind") ?? "", $1.title) }
    }
}
