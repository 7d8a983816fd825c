import GRDB

extension Dataset {
    /// The graph of who pays whom, from flows and from the participants of a field's projects.
    ///
    /// A flow joins each stop to the next, from giver through channels to receiver. In a project each donor is
    /// joined to each channel and each channel to each implementer, or the donor to the implementer where there
    /// is no channel; what a flow of the project says more exactly is not said again. What the sources deny,
    /// what is given in kind, and projects themselves are left out.
    func fundingGraph(_ field: MeasuredField, _ filter: Filter) throws -> FundingGraph {
        try read { db in
            let payable = Set(
                try SQLRequest<Int64>(
                    literal: "SELECT key FROM record WHERE class = 'organisation' OR kind = 'instrument'"
                ).fetchAll(db))
            var edges = FundingGraph.Pairs()
            var told: [Int64: Set<Edge>] = [:]
            for flow in try Self.flows(db, field, filter) {
                for (start, end) in zip(flow.stops, flow.stops.dropFirst())
                where payable.contains(start) && payable.contains(end) {
                    edges.add(start, end)
                }
                for (index, start) in flow.stops.enumerated() {
                    for end in flow.stops[(index + 1)...] {
                        for project in flow.projects { told[project, default: []].insert(Edge(start, end)) }
                    }
                }
            }
            for project in field.projects {
                let said = told[project.key] ?? []
                for (start, end) in Self.edges(project, payable) where !said.contains(Edge(start, end)) {
                    edges.add(start, end)
                }
            }
            return FundingGraph(edges)
        }
    }

    private struct Edge: Hashable {
        let start: Int64
        let end: Int64

        init(_ start: Int64, _ end: Int64) {
            self.start = start
            self.end = end
        }
    }

    private static func edges(_ project: MeasuredField.Project, _ payable: Set<Int64>) -> [(Int64, Int64)] {
        let channels = project.channels.filter { payable.contains($0) && !project.donors.contains($0) }
        func joined(_ starts: some Sequence<Int64>, _ ends: some Sequence<Int64>) -> [(Int64, Int64)] {
            starts.flatMap { start in ends.map { (start, $0) } }
        }
        if project.donors.isEmpty { return [] }
        if channels.isEmpty { return joined(project.donors, project.implementers) }
        return joined(project.donors, channels) + joined(channels, project.implementers)
    }

    private struct Flow {
        var stops: [Int64] = []
        var projects: [Int64] = []
    }

    /// Flows for the counted projects, and those for no project in particular that the filter lets through.
    private static func flows(_ db: Database, _ field: MeasuredField, _ filter: Filter) throws -> [Flow] {
        let general: SQL
        if filter.kind == nil && filter.status == nil && filter.text == nil {
            general = try filter.condition(db, on: .flow)
        } else {
            general = "FALSE"
        }
        let counted = try filter.countedProjects(db)
        // The plus keeps SQLite from going through all counted projects for each flow.
        let rows = try SQLRequest<Row>(
            literal: """
                WITH counted AS (SELECT r.key FROM record r WHERE \(counted))
                SELECT r.key, link.field, link.target FROM record r JOIN link ON link.record = r.key
                WHERE r.class = 'flow' AND r.absent = 0 AND r.kind IS NOT 'in-kind' AND link.absent = 0
                AND link.field IN ('from', 'through', 'to', 'project')
                AND (EXISTS (SELECT 1 FROM link p WHERE p.record = r.key AND p.field = 'project'
                    AND +p.target IN counted)
                  OR (NOT EXISTS (SELECT 1 FROM link p WHERE p.record = r.key AND p.field = 'project')
                    AND \(general)))
                ORDER BY r.key, CASE link.field WHEN 'from' THEN 0 WHEN 'through' THEN 1 WHEN 'to' THEN 2
                  ELSE 3 END, link.position
                """
        ).fetchCursor(db)
        var flows: [Flow] = []
        var last: Int64?
        while let row = try rows.next() {
            let (record, field, target): (Int64, String, Int64) = (row[0], row[1], row[2])
            if record != last { flows.append(Flow()) }
            last = record
            if field == "project" {
                flows[flows.count - 1].projects.append(target)
            } else if flows[flows.count - 1].stops.last != target {
                flows[flows.count - 1].stops.append(target)
            }
        }
        return flows
    }
}
