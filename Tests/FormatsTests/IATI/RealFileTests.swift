import Foundation
import GRDB
import Testing

@testable import Formats
@testable import Model

/// Figures of real files, counted by another program straight from the XML, against what the index says. The
/// files are no part of the project: the tests run where they stand beside it.
@Suite("Real files", .enabled(if: FilesBeside.areThere))
struct RealFileTests {
    @Test("the index gives the figures that were counted in the XML", arguments: FilesBeside.names)
    func figures(_ name: String) throws {
        let truth = try FilesBeside.truth(name)
        let mapped = try MappedActivities([(name, try FilesBeside.activities(name))])
        let index = IndexFigures(dataset: mapped.dataset)
        #expect(mapped.tally.elements == truth.activities)
        #expect(mapped.tally.activities == truth.identifiers.distinct + truth.identifiers.missing)
        guard truth.identifiers.extra_copies == 0 else { return }
        #expect(try index.transactions() == truth.transactions.per_type)
        #expect(try index.totals() == truth.transactions.sums)
        #expect(try index.budgets() == truth.budgets.count)
        #expect(try index.statuses(missing: truth.activities) == truth.statuses)
        let countries = Set(truth.recipient_countries.keys).union(truth.tx_recipient_countries.keys)
        #expect(try index.countries().map(\.key).sorted() == countries.filter { !$0.isEmpty }.sorted())
        for (country, count) in truth.recipient_countries where truth.tx_recipient_countries.isEmpty {
            #expect(try index.countries()[country] == count)
        }
        #expect(try index.links("provider") == truth.links["provider"]?.distinct)
        #expect(try index.links("receiver") == truth.links["receiver"]?.distinct)
        #expect(try index.related() == truth.links["related"]?.distinct)
        // What was recognised as one organisation is fewer, by as many as the ledger says.
        let found = try index.organisations()
        for (role, count) in truth.participating_orgs.distinct_per_role_norm {
            let roles = ["1": "funding", "2": "accountable", "3": "extending", "4": "implementing"]
            guard let role = roles[role] else { continue }
            let ours = found[role] ?? 0
            #expect(
                ours <= count && ours + mapped.tally.organisationsByName + 40 >= count,
                "\(role) \(ours) \(count)")

        }
    }
}

/// The same figures from the tables of an index.
private struct IndexFigures {
    let dataset: Dataset

    private func counts(_ sql: String) throws -> [String: Int] {
        try dataset.read { db in
            try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1[0] as String] = $1[1] as Int }
        }
    }

    private func count(_ sql: String) throws -> Int {
        try dataset.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    func transactions() throws -> [String: Int] {
        try counts("SELECT code, count(*) FROM transfer GROUP BY code")
    }

    func totals() throws -> [String: Decimal] {
        try dataset.read { db in
            let sql = """
                SELECT code || ' ' || coalesce(currency, '(none)'), value FROM transfer WHERE value IS NOT NULL
                """
            return try Row.fetchAll(db, sql: sql).reduce(into: [:]) {
                $0[$1[0] as String, default: 0] += Decimal(string: $1[1] as String) ?? 0
            }
        }
    }

    func budgets() throws -> Int { try count("SELECT count(*) FROM budget WHERE kind = 'budget'") }

    func statuses(missing activities: Int) throws -> [String: Int] {
        try counts(
            """
            SELECT coalesce(json_extract(json, '$.values.status[0].code'), ''), count(*)
            FROM record JOIN body ON record = key WHERE class = 'project' GROUP BY 1
            """)
    }

    /// By code, activities that name the country themselves or in a transaction.
    func countries() throws -> [String: Int] {
        try counts(
            """
            SELECT json_extract(json, '$.values.kind[0].code'), count(DISTINCT link.record) FROM link
            JOIN record p ON p.key = link.target JOIN body ON body.record = p.key WHERE link.field = 'places' AND p.kind = 'country' GROUP BY 1
            """)
    }

    func links(_ end: String) throws -> Int {
        try count(
            """
            SELECT count(*) FROM (SELECT \(end)_activity_id AS id FROM transfer UNION
            SELECT \(end)_activity_id FROM budget) WHERE id IS NOT NULL
            """)
    }

    /// A reference of an activity to itself counts, as it stands in the file.
    func related() throws -> Int {
        try count(
            """
            SELECT count(DISTINCT value ->> '$.text')
            FROM record JOIN body ON body.record = record.key, json_each(body.json, '$.values.related') WHERE class = 'project'
            """)
    }

    func organisations() throws -> [String: Int] {
        try counts("SELECT role, count(DISTINCT target) FROM link WHERE field = 'participants' GROUP BY role")
    }
}
