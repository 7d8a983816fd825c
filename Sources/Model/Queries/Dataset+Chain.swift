import GRDB

extension Dataset {
    /// The funding chain around a record: for a project, who pays through whom to whom and for whom; for an
    /// organisation, the chains of every project that it takes part in; with `filter`, only of those projects
    /// that it lets through.
    package func chain(_ subject: String, _ filter: Filter = Filter()) throws -> Chain {
        var projects = try chainedProjects(subject)
        if projects.count <= Self.chainedActivities { projects += try transferNeighbours(of: projects) }
        if !filter.isEmpty {
            let allowed = Set(try list(.project, filter: filter).ids())
            projects.removeAll { !allowed.contains($0) }
        }
        let omitted = max(0, projects.count - Self.chainedProjects)
        projects = Array(projects.prefix(Self.chainedProjects))
        let flows = try chainedFlows(filter.isEmpty ? subject : nil, projects)
        var builder = ChainBuilder(subject: subject)
        for project in try records(projects) { builder.add(project: project) }
        for flow in try records(flows) { builder.add(flow: flow) }
        builder.add(transfers: try transferGroups(of: projects))
        var chain = builder.chain(names: try names(of: builder.ids + [subject]))
        chain.omitted = omitted
        try addReporting(to: &chain)
        return chain
    }

    /// Most projects of which a chain is made: more cannot be drawn.
    private static let chainedProjects = 1000

    private static let chained: [Filter.Dimension] = [.project, .organisation, .country, .theme]

    private func chainedProjects(_ subject: String) throws -> [String] {
        try read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT r.id FROM facet JOIN record r ON r.key = facet.record
                    WHERE facet.dimension IN \(Self.chained.map(\.number))
                    AND facet.class = \(RecordClass.project.number)
                    AND facet.target = (SELECT key FROM record WHERE id = \(subject))
                    ORDER BY r.start_earliest <= -100000000, r.start_earliest, r.key
                    """
            ).fetchAll(db)
        }
    }

    /// Flows for these projects, and flows at whose ends the subject or a part of it stands, if one is given.
    private func chainedFlows(_ subject: String?, _ projects: [String]) throws -> [String] {
        try read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT r.id FROM record r JOIN link ON link.record = r.key
                    WHERE r.class = 'flow' AND (
                      (link.field IN ('project', 'to') AND link.target IN (SELECT key FROM record WHERE id IN \(projects)))
                      OR (link.field IN ('from', 'through', 'to') AND link.target IN (
                        SELECT inner_record FROM containment
                        WHERE outer_record = (SELECT key FROM record WHERE id = \(subject)))))
                    ORDER BY r.key
                    """
            ).fetchAll(db)
        }
    }
}
