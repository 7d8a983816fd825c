import Foundation
import GRDB

/// Projects and organisations as nodes, and who pays, channels and carries out as edges between them, for other
/// programs to draw.
package struct FundingNetwork: Sendable {
    package struct Node: Sendable {
        package let key: Int64
        package let id: String
        package let recordClass: String
        package let kind: String?
        package let title: String
        package let acronym: String?
        package let status: String?
        /// EDTF.
        package let start: String?
        package let end: String?
    }

    package struct Edge: Hashable, Sendable {
        package let from: Int64
        package let to: Int64
        /// A role (`funding`, `implementing` …), a kind of flow (`disbursement` …), or `part-of`.
        package let kind: String
        /// Of what project it is told, by id.
        package let project: String?
        package var currency: String?
        /// The sum of what is told transaction by transaction, or what a source says.
        package var value: Decimal?
        package var qualifier: String?
        /// How many transactions it sums up.
        package var transactions: Int?
    }

    private let dataset: Dataset
    private let projects: [Int64]

    /// - Parameter list: of projects.
    package init(_ dataset: Dataset, _ list: RecordList) throws {
        self.dataset = dataset
        projects = try list.keys().map(Int64.init)
    }

    /// The nodes, then the edges: of each project who takes part, what it belongs to, what is paid.
    package func walk(node: (Node) throws -> Void, edge: (Edge) throws -> Void) throws {
        var keys = Set(projects)
        try edges {
            keys.insert($0.from)
            keys.insert($0.to)
        }
        let all = keys.sorted()
        for start in stride(from: 0, to: all.count, by: Self.page) {
            let page = Array(all[start..<min(start + Self.page, all.count)])
            let rows = try dataset.read { db in
                try SQLRequest<Row>(
                    literal: """
                        SELECT key, id, class, kind, title, acronym, status, start, "end" FROM record
                        WHERE key IN \(page) ORDER BY key
                        """
                ).fetchAll(db)
            }
            for row in rows {
                try node(
                    Node(
                        key: row[0], id: row[1], recordClass: row[2], kind: row[3], title: row[4],
                        acronym: row[5], status: row[6], start: row[7], end: row[8]))
            }
        }
        try edges(edge)
    }

    private static let page = 500

    private func edges(_ each: (Edge) throws -> Void) throws {
        for start in stride(from: 0, to: projects.count, by: Self.page) {
            let page = Array(projects[start..<min(start + Self.page, projects.count)])
            let found = try dataset.read { db in
                try Self.ties(db, page) + Self.transfers(db, page) + Self.flows(db, page)
            }
            for edge in found { try each(edge) }
        }
    }

    /// Who pays, answers for or passes on comes before the project; who carries it out or gains by it after.
    private static func ties(_ db: Database, _ projects: [Int64]) throws -> [Edge] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT l.record, l.target, l.field, l.role, r.id FROM link l JOIN record r ON r.key = l.record
                WHERE l.record IN \(projects) AND l.absent = 0 AND r.absent = 0
                AND l.field IN ('participants', 'part-of') ORDER BY l.record, l.field, l.position
                """
        ).fetchAll(db)
        return rows.compactMap { row in
            let (project, target): (Int64, Int64) = (row[0], row[1])
            guard row[2] as String == "participants" else {
                return Edge(from: project, to: target, kind: "part-of", project: row[4])
            }
            let role = row[3] as String? ?? "role not said"
            let isBefore = ["funding", "accountable", "extending", "reporting"].contains(role)
            return Edge(
                from: isBefore ? target : project, to: isBefore ? project : target, kind: role,
                project: row[4])
        }
    }

    /// Sums by who pays whom, kind and currency. Where one end is not named the project stands for it.
    private static func transfers(_ db: Database, _ projects: [Int64]) throws -> [Edge] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT t.record, coalesce(t.kind, t.code), t.provider, t.receiver, t.currency, t.value, r.id
                FROM transfer t JOIN record r ON r.key = t.record
                WHERE t.record IN \(projects) AND t.value IS NOT NULL ORDER BY t.record, t.key
                """
        ).fetchCursor(db)
        var places: [Edge: Int] = [:]
        var edges: [Edge] = []
        while let row = try rows.next() {
            let from = row[2] as Int64? ?? row[0]
            let to = row[3] as Int64? ?? row[0]
            guard from != to, let value = Decimal(string: row[5]) else { continue }
            let identity = Edge(from: from, to: to, kind: row[1], project: row[6], currency: row[4])
            let place = places[identity] ?? edges.count
            if place == edges.count {
                places[identity] = place
                edges.append(identity)
            }
            edges[place].value = (edges[place].value ?? 0) + value
            edges[place].transactions = (edges[place].transactions ?? 0) + 1
        }
        return edges
    }

    /// Flows of a dossier, from stop to stop; one edge for each amount, for several are told of one flow.
    private static func flows(_ db: Database, _ projects: [Int64]) throws -> [Edge] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT f.key, f.kind, p.id, s.target FROM link l JOIN record f ON f.key = l.record
                JOIN record p ON p.key = l.target JOIN link s ON s.record = f.key
                WHERE l.field = 'project' AND l.target IN \(projects) AND l.absent = 0 AND f.class = 'flow'
                AND f.absent = 0 AND s.absent = 0 AND s.field IN ('from', 'through', 'to')
                ORDER BY l.target, f.key, CASE s.field WHEN 'from' THEN 0 WHEN 'through' THEN 1 ELSE 2 END,
                  s.position
                """
        ).fetchAll(db)
        var edges: [Edge] = []
        var last: (flow: Int64, project: String, stop: Int64)?
        for row in rows {
            let (flow, project, stop): (Int64, String, Int64) = (row[0], row[2], row[3])
            defer { last = (flow, project, stop) }
            guard let before = last, before.flow == flow, before.project == project, before.stop != stop
            else {
                continue
            }
            let edge = Edge(from: before.stop, to: stop, kind: row[1], project: project)
            let amounts = try amounts(db, of: flow)
            edges +=
                amounts.isEmpty
                ? [edge]
                : amounts.map { money in
                    var edge = edge
                    (edge.value, edge.currency, edge.qualifier) = (
                        money.value, money.currency, money.qualifier
                    )
                    return edge
                }
        }
        return edges
    }

    private static func amounts(_ db: Database, of flow: Int64) throws -> [Money] {
        try SQLRequest<Row>(
            literal: "SELECT value, currency, qualifier FROM amount WHERE record = \(flow) ORDER BY position"
        ).fetchAll(db).compactMap { row in
            Decimal(string: row[0]).map { Money(value: $0, currency: row[1], qualifier: row[2]) }
        }
    }
}
