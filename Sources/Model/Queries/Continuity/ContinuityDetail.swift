import GRDB

/// The steps at one address with all that the records say of them.
package struct ContinuityDetail: Sendable {
    package let address: String
    package let steps: [ContinuityStep]
    package let from: Record?
    package let to: Record?
    /// What is said of a follow-up of the first project.
    package let followUps: [Value]
    /// Steps of the first project to others, when no project is named here; else none.
    package let successors: [ContinuityStep]
    /// Support, dependence, delegation and exchange of authority in which the first project is named.
    package let ties: [Record]
    package let names: [String: RecordName]

    /// A value in which a record says so, and where it stands.
    package struct Said: Sendable {
        package let telling: ContinuityStep.Telling
        package let value: Value
        /// What it rests on: the value's own citations, else its record's.
        package let citations: [Citation]
    }

    /// What the records say of a step, value by value.
    package func said(_ step: ContinuityStep) -> [Said] {
        step.said([from, to].compactMap { $0 })
    }
}

extension ContinuityStep {
    /// What `records`, among which the tellers are, say of the step, value by value.
    package func said(_ records: [Record]) -> [ContinuityDetail.Said] {
        var said: [ContinuityDetail.Said] = []
        for telling in tellings {
            guard let record = records.first(where: { $0.id == telling.record }) else { continue }
            for value in record.values(telling.field) where isMeant(value, in: telling) {
                let one = ContinuityDetail.Said(
                    telling: telling, value: value, citations: value.citations ?? record.citations)
                if !said.contains(where: { $0.telling == telling && $0.value == value }) { said.append(one) }
            }
        }
        return said
    }

    private func isMeant(_ value: Value, in telling: Telling) -> Bool {
        switch telling.field {
        case "predecessor": value.text == from.id
        case "successor": value.text == to?.id
        default: Kind(followUp: value.text) == kind
        }
    }
}

extension Dataset {
    /// All that stands on the page of an address; nil when there is no step at it.
    package func continuityDetail(_ address: String) throws -> ContinuityDetail? {
        guard let steps = try steps(at: address), let first = steps.first else { return nil }
        let records = try records([first.from.id, first.to?.id].compactMap { $0 })
        let from = records.first { $0.id == first.from.id }
        let to = records.first { $0.id == first.to?.id }
        let ties = try self.records(tieIds(first.from.id))
        let successors =
            first.to == nil
            ? try continuity(about: first.from.id).filter { $0.from.id == first.from.id && $0.to != nil } : []
        var ids = Set(records.flatMap(\.namedIds) + ties.flatMap(\.namedIds))
        ids.formUnion(records.map(\.id))
        return ContinuityDetail(
            address: address, steps: steps, from: from, to: to, followUps: from?.values("follow-up") ?? [],
            successors: successors, ties: ties, names: try names(of: ids))
    }

    private func tieIds(_ project: String) throws -> [String] {
        let kinds = ["support", "dependence", "delegation", "authority-exchange"]
        return try read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT r.id FROM link JOIN record r ON r.key = link.record
                    WHERE link.target = (SELECT key FROM record WHERE id = \(project))
                    AND link.field IN ('projects', 'parties') AND r.class = 'relation' AND r.kind IN \(kinds)
                    ORDER BY r.kind, r.sort, r.key
                    """
            ).fetchAll(db)
        }
    }
}
