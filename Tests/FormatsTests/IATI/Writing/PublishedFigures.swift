import Foundation
import GRDB

@testable import Model

/// What an import says in figures, whatever version the files were of.
struct PublishedFigures: Equatable {
    var identifiers: [String] = []
    var withoutIdentifier = 0
    var dates: [String] = []
    var organisations: [String: Int] = [:]
    var transactions: [String: Int] = [:]
    var totals: [String: Decimal] = [:]
    var budgets: [String: Int] = [:]
    var countries: [String: Int] = [:]
    var statuses: [String: Int] = [:]
    var sectors: [String: Int] = [:]
    var links: [String: Int] = [:]

    init(_ dataset: Dataset) throws {
        try dataset.read { db in
            func counts(_ sql: String) throws -> [String: Int] {
                try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[$1[0] as String? ?? ""] = $1[1] as Int }
            }
            let ids = try String.fetchAll(
                db, sql: "SELECT id FROM record WHERE class = 'project' ORDER BY id")
            identifiers = ids.filter { !$0.hasPrefix("activity:") }
            withoutIdentifier = ids.count - identifiers.count
            dates = try String.fetchAll(
                db,
                sql: """
                    SELECT id || ' ' || coalesce(start, '') || '/' || coalesce("end", '') FROM record
                    WHERE class = 'project' AND id NOT LIKE 'activity:%' ORDER BY id
                    """)
            organisations = try counts(
                """
                SELECT role, count(DISTINCT target) FROM link WHERE field = 'participants' GROUP BY role
                """)
            transactions = try counts("SELECT coalesce(kind, code), count(*) FROM transfer GROUP BY 1")
            let sums = "SELECT coalesce(kind, code) || ' ' || coalesce(currency, '-'), value FROM transfer"
            for row in try Row.fetchAll(db, sql: sums + " WHERE value IS NOT NULL") {
                totals[row[0], default: 0] += Decimal(string: row[1]) ?? 0
            }
            budgets = try counts("SELECT kind, count(*) FROM budget GROUP BY 1")
            countries = try counts(
                """
                SELECT p.id, count(DISTINCT link.record) FROM link JOIN record p ON p.key = link.target
                WHERE link.field = 'places' GROUP BY 1
                """)
            statuses = try counts("SELECT status, count(*) FROM record WHERE class = 'project' GROUP BY 1")
            sectors = try counts(
                """
                SELECT t.id, count(DISTINCT link.record) FROM link JOIN record t ON t.key = link.target
                WHERE link.field = 'themes' GROUP BY 1
                """)
            for end in ["provider", "receiver"] {
                links[end] = try Int.fetchOne(
                    db, sql: "SELECT count(DISTINCT \(end)_activity_id) FROM transfer")
            }
            links["related"] = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(DISTINCT value ->> '$.text')
                    FROM record JOIN body ON body.record = record.key, json_each(body.json, '$.values.related') WHERE class = 'project'
                    """)
        }
    }
}
