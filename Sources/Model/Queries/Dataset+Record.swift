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
                    try SQLRequest<String>(literal: "SELECT body FROM record WHERE id IN \(ids)").fetchAll(db)
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

    /// The record with all its neighbours, or nil.
    package func detail(_ id: String) throws -> RecordDetail? {
        guard let record = try record(id) else { return nil }
        let referrers = try referrers(id)
        let about = referrers.filter { $0.name.recordClass == .discrepancy }.map(\.name.id)
        let discrepancies = try records(about)
        let rests = record.recordClass == .source ? try rests(on: id) : []
        var ids = Set(record.namedIds + discrepancies.flatMap(\.namedIds))
        ids.formUnion(referrers.map(\.name.id))
        return RecordDetail(
            record: record, names: try names(of: ids), referrers: referrers, discrepancies: discrepancies,
            rests: rests)
    }

    private func referrers(_ id: String) throws -> [RecordDetail.Referrer] {
        try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT DISTINCT r.id, r.class, r.title, r.acronym, r.kind, r.start, r."end" AS finish,
                    link.field, link.role, max(link.absent, r.absent) AS denied
                    FROM link JOIN record r ON r.key = link.record
                    WHERE link.target = (SELECT key FROM record WHERE id = \(id))
                    ORDER BY r.class, link.field, r.start_earliest <= -100000000, r.start_earliest, r.sort, r.key
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                RecordName(row: row).map {
                    RecordDetail.Referrer(
                        name: $0, field: row["field"], role: row["role"], isAbsent: row["denied"],
                        start: row["start"], end: row["finish"])
                }
            }
        }
    }

    /// What rests on a source: what cites it, what it is quoted for, and what cites a footnote in which it
    /// stands.
    private func rests(on id: String) throws -> [RecordDetail.Rest] {
        try read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    WITH me AS (SELECT key FROM record WHERE id = \(id)),
                    resting AS (
                      SELECT key FROM citation WHERE source = (SELECT key FROM me)
                      UNION SELECT key FROM citation WHERE said_by = (SELECT key FROM me)
                      UNION SELECT footnote.citation FROM cited_in
                        JOIN footnote ON footnote.source = cited_in.source AND footnote.number = cited_in.number
                        WHERE cited_in.cited = (SELECT key FROM me))
                    SELECT DISTINCT r.id, r.class, r.title, r.acronym, r.kind, citation.field, citation.locator, citation.basis
                    FROM resting JOIN citation ON citation.key = resting.key JOIN record r ON r.key = citation.record
                    ORDER BY r.class, r.sort, citation.field
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                RecordName(row: row).map {
                    RecordDetail.Rest(
                        name: $0, field: row["field"], locator: row["locator"], basis: row["basis"])
                }
            }
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
