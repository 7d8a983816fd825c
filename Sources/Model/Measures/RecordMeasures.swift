/// What measures say on a record's own page.
package struct RecordMeasures: Sendable {
    package var measures: [Measure] = []
    /// For a project: its named donors, and those whose leaving would end its named support.
    package var support: Support?
    /// Why measures of the whole field are not computed here.
    package var deferred: SafeText?

    package struct Support: Sendable {
        package let donors: [RecordName]
        package let sole: [RecordName]
    }
}

extension Dataset {
    /// The measures for the page of a record; nil when there are none for it.
    ///
    /// - Parameter most: beyond so many projects a page does not wait for what needs them all: a cursor that
    ///   moves through a list draws one at each step.
    package func recordMeasures(_ record: Record, most: Int = 5_000) throws -> RecordMeasures? {
        switch record.recordClass {
        case .organisation: try organisationMeasures(record, most)
        case .project: try support(of: record)
        default: nil
        }
    }

    private func organisationMeasures(_ record: Record, _ most: Int) throws -> RecordMeasures? {
        guard let key = try organisationKey(record.id), let name = try names(of: [record.id])[record.id]
        else { return nil }
        var page = RecordMeasures()
        let actor = MeasureBuilder.Actor(name: name, key: key)
        guard try list(.project).count() <= most else {
            let own = Filter().adding(.implementer, record.id)
            if try list(.project, filter: own).count() <= most {
                let dependency = try MeasureBuilder(self, own).dependency(of: name, key)
                page.measures = dependency.value == nil ? [] : [dependency]
            }
            page.deferred =
                "what a withdrawal takes, overlap, degree and betweenness need the whole dataset: # shows them"
            return page
        }
        let builder = try MeasureBuilder(self, Filter())
        let dependency = try builder.dependency(of: name, key)
        if dependency.value != nil { page.measures.append(dependency) }
        let withdrawal = try builder.withdrawal(of: actor)
        if withdrawal.value != nil { page.measures.append(withdrawal) }
        let alike = try mostAlike(to: actor, builder, Filter(), 3)
        for other in alike {
            let role = builder.comparedRole(actor, other)
            let portfolios = try portfolios(.themes, role, Filter())
            page.measures += try builder.overlaps(.themes, actor, other, role, portfolios).filter {
                $0.name == .themeOverlap
            }
        }
        let facts = try graphFacts(builder.field, Filter())
        page.measures += try builder.centrality(of: actor, facts).filter { ($0.value?.number ?? 0) > 0 }
        return page.measures.isEmpty ? nil : page
    }

    private func support(of record: Record) throws -> RecordMeasures? {
        guard !record.isAbsent, record.text("kind") != "instrument" else { return nil }
        let donors = record.values("participants").filter {
            $0.participant?.role == "funding" && !$0.isAbsent
        }.map(\.text)
        guard !donors.isEmpty else { return nil }
        let ancestry = try ancestry(of: donors)
        let sole = donors.filter { donor in
            donors.allSatisfy { (ancestry[$0] ?? [$0]).contains(donor) }
        }
        let names = try names(of: donors)
        func named(_ ids: [String]) -> [RecordName] {
            var seen = Set<String>()
            return ids.filter { seen.insert($0).inserted }.compactMap { names[$0] }
        }
        return RecordMeasures(
            support: RecordMeasures.Support(donors: named(donors), sole: named(sole)))
    }
}
