import Foundation
import GRDB

/// A record with what stands around it.
package struct RecordDetail: Sendable {
    package let record: Record
    /// By id, the names of every record that it or its neighbours name.
    package let names: [String: RecordName]
    /// What refers to it, by the class and the field that does: (relation, parties), (project, participants).
    package let referrers: [Referrer]
    /// Discrepancies that are about it.
    package let discrepancies: [Record]
    /// For a source: what rests on it.
    package let rests: [Rest]
    /// What refers to it besides, where there is more than was asked for.
    package let omitted: [Omitted]
    /// How many facts rest on it besides.
    package let omittedRests: Int

    /// How many of a group a page tells.
    package static let onPage = 200

    /// Referrers that are not told.
    package struct Omitted: Hashable, Sendable {
        /// One that is told, of the same class and field.
        package let like: Referrer
        package let count: Int
    }

    package struct Referrer: Hashable, Sendable {
        package let name: RecordName
        package let field: String
        package let role: String?
        package let isAbsent: Bool
        /// EDTF, for a line about it.
        package let start: String?
        package let end: String?
    }

    /// A fact that rests on a source.
    package struct Rest: Hashable, Sendable {
        package let name: RecordName
        /// Field of the fact; empty for the record as a whole.
        package let field: String
        package let locator: String
        package let basis: String
    }

    /// What an id is called in full; the id itself when nothing bears it.
    package func title(_ id: String) -> SafeText { names[id]?.title ?? SafeText(id) }

    package func short(_ id: String) -> SafeText { names[id]?.short ?? SafeText(id) }
}

extension Dataset {
    /// The record with this id, or nil.
    package func record(_ id: String) throws -> Record? { try records([id]).first }

    /// The records with these ids, in their order; unknown ids are left out.
    package func records(_ ids: [String]) throws -> [Record] {
        var found: [String: Record] = [:]
        for id in ids { found[id] = cache[id] }
        let missing = Array(Set(ids.filter { found[$0] == nil }))
        if !missing.isEmpty {
            let bodies = try read { db in
                try Self.chunks(missing).flatMap { ids in
                    try SQLRequest<String>(
                        literal: "SELECT json FROM record JOIN body ON record = key WHERE id IN \(ids)"
                    ).fetchAll(db)
                }
            }
            let decoder = JSONDecoder()
            for body in bodies {
                let record = try decoder.decode(Record.self, from: Data(body.utf8))
                found[record.id] = record
                cache.keep(record)
            }
        }
        return ids.compactMap { found[$0] }
    }

    /// The record with its neighbours, or nil.
    ///
    /// - Parameter most: how many are told of those of one class that name it in one field, and of the facts that
    ///   rest on it; nil for all.
    package func detail(_ id: String, most: Int? = nil) throws -> RecordDetail? {
        guard let record = try record(id) else { return nil }
        let around = try read { try Neighbours($0, of: id, most: most) }
        let about = around.referrers.filter { $0.name.recordClass == .discrepancy }.map(\.name.id)
        let discrepancies = try records(about)
        let rests = record.recordClass == .source ? try rests(on: id, most) : (told: [], omitted: 0)
        var ids = Set(record.namedIds + discrepancies.flatMap(\.namedIds))
        ids.formUnion(around.referrers.map(\.name.id))
        return RecordDetail(
            record: record, names: try names(of: ids), referrers: around.referrers,
            discrepancies: discrepancies, rests: rests.told, omitted: around.omitted,
            omittedRests: rests.omitted)
    }

    /// What rests on a source: what cites it, what it is quoted for, and what cites a footnote in which it
    /// stands.
    private func rests(on id: String, _ most: Int?) throws -> (told: [RecordDetail.Rest], omitted: Int) {
        try read { db in
            let facts =
                try SQLRequest<Int>(
                    literal: "SELECT facts FROM fact_count JOIN record ON key = source WHERE id = \(id)"
                ).fetchOne(db) ?? 0
            let isLong = most.map { facts > $0 } ?? false
            // Of a million facts the first are told as they come.
            let resting: SQL =
                isLong
                ? "SELECT key FROM citation WHERE source = (SELECT key FROM me) LIMIT \(most)"
                : """
                SELECT key FROM citation WHERE source = (SELECT key FROM me)
                UNION SELECT key FROM citation WHERE said_by = (SELECT key FROM me)
                UNION SELECT footnote.citation FROM cited_in
                  JOIN footnote ON footnote.source = cited_in.source AND footnote.number = cited_in.number
                  WHERE cited_in.cited = (SELECT key FROM me)
                """
            let rows = try SQLRequest<Row>(
                literal: """
                    WITH me AS (SELECT key FROM record WHERE id = \(id)), resting AS (\(resting))
                    SELECT DISTINCT r.id, r.class, r.title, r.acronym, r.kind, citation.field, citation.locator, citation.basis
                    FROM resting JOIN citation ON citation.key = resting.key JOIN record r ON r.key = citation.record
                    ORDER BY r.class, r.sort, citation.field
                    """
            ).fetchAll(db)
            let rests = rows.compactMap { row in
                RecordName(row: row).map {
                    RecordDetail.Rest(
                        name: $0, field: row["field"], locator: row["locator"], basis: row["basis"])
                }
            }
            return (rests, isLong ? facts - rests.count : 0)
        }
    }
}

extension Record {
    /// The ids of all records that this one names.
    package var namedIds: [String] {
        var ids = citations.flatMap { [$0.source, $0.by].compactMap { $0 } }
        for field in recordClass.fields {
            for value in values(field.key) {
                ids += (value.citations ?? []).flatMap { [$0.source, $0.by].compactMap { $0 } }
                switch field.kind {
                case .reference, .participants, .speakers, .footnotes:
                    ids.append(value.text)
                    ids += [value.participant?.via, value.participant?.activity].compactMap { $0 }
                default: continue
                }
            }
        }
        return ids
    }
}
