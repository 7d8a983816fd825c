import Foundation
import GRDB

/// Why a name does not lead to one record. Plain data; the wording is the caller's.
package enum LookupError: Error, Hashable, Sendable {
    /// Several records bear the name equally well.
    case ambiguous(String, [RecordName])
    /// None does; the nearest names.
    case unknown(String, [RecordName])
}

/// What a record is called: enough to list it as a candidate or as a link.
package struct RecordName: Hashable, Sendable {
    package let id: String
    package let recordClass: RecordClass
    package let title: SafeText
    package let acronym: SafeText?
    /// `programme`, `competition` …, where its class has kinds.
    package let kind: String?

    /// What it is called where room is short.
    package var short: SafeText { acronym ?? title }
}

extension Dataset {
    /// The id of the record meant by `text`: an id, an acronym, a name, an alias, or an unambiguous part of
    /// one. With `classes`, only records of these.
    package func resolve(_ text: String, among classes: [RecordClass] = []) throws -> String {
        if classes.isEmpty, let pair = try resolvePair(text) { return pair }
        return try read { db in
            let wanted = classes.isEmpty ? RecordClass.allCases : classes
            let names = wanted.map(\.rawValue)
            if let exact = try SQLRequest<String>(
                literal: "SELECT id FROM record WHERE id = \(text) AND class IN \(names)"
            ).fetchOne(db) {
                return exact
            }
            let folded = text.folded
            guard !folded.isEmpty else { throw LookupError.unknown(text, []) }
            for (index, condition) in Self.waysToMatch(folded).enumerated() {
                let matches = try Self.names(db, where: condition, names)
                // A whole name may prefer what people look up first; a part of one must be unambiguous.
                let only = index == 0 ? Self.preferred(matches) : matches.count == 1 ? matches[0] : nil
                if let only { return only.id }
                if matches.count > 1 { throw LookupError.ambiguous(text, Array(matches.prefix(12))) }
            }
            throw LookupError.unknown(text, try Self.near(db, folded, names))
        }
    }

    /// `calm+carmp`, `ILO + IOM`: two projects or two organisations; nil when it is no such pair.
    private func resolvePair(_ text: String) throws -> String? {
        guard text.contains("+"), try names(of: [text]).isEmpty else { return nil }
        if let (one, other) = try pair(text) { return Overlap.id(one.id, other.id) }
        let parts = text.split(separator: "+", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let ids = try parts.map { try resolve($0, among: [.project, .organisation]) }
        return try pair(Overlap.id(ids[0], ids[1])).map { Overlap.id($0.id, $1.id) }
    }

    /// Exact, then as the beginning of a name, then as the beginning of a word in it.
    private static func waysToMatch(_ folded: String) -> [SQL] {
        [
            "n.folded = \(folded)",
            "n.folded >= \(folded) AND n.folded < \(folded + "\u{10FFFF}")",
            inside(folded),
        ]
    }

    /// Found among the texts first: to go through all names would take seconds where there are millions.
    private static func inside(_ folded: String) -> SQL {
        guard folded.contains(where: { $0.isLetter || $0.isNumber }) else { return "FALSE" }
        let phrase =
            "{names title codes} : \"\(folded.replacing("\"", with: "\"\"").replacing("\0", with: ""))\"*"
        return """
            n.record IN (SELECT rowid FROM search WHERE search MATCH \(phrase) LIMIT \(SearchCandidates.most))
            AND (' ' || n.folded) LIKE \("% \(folded)%")
            """
    }

    /// The best of those that match, among the first in the order of names: a million may begin alike.
    private static func names(_ db: Database, where condition: SQL, _ classes: [String]) throws
        -> [RecordName]
    {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT r.id, r.class, r.title, r.acronym, r.kind, min(found.rank) AS rank FROM (
                  SELECT n.record, n.rank FROM name n CROSS JOIN record r ON r.key = n.record
                  WHERE (\(condition)) AND r.class IN \(classes) LIMIT \(SearchCandidates.most)
                ) AS found JOIN record r ON r.key = found.record
                GROUP BY r.key ORDER BY rank, length(r.title), r.sort LIMIT 50
                """
        ).fetchAll(db)
        return rows.compactMap(RecordName.init(row:))
    }

    /// The one that is meant when an organisation or project bears the name and so do records of classes
    /// that nobody looks up first (a place, a source, a finding).
    private static func preferred(_ matches: [RecordName]) -> RecordName? {
        if matches.count == 1 { return matches[0] }
        let chosen = matches.filter { $0.recordClass == .project || $0.recordClass == .organisation }
        return chosen.count == 1 ? chosen[0] : nil
    }

    /// Names of about the same length: all of them where they are few, else those that begin alike.
    private static func similar(_ db: Database, _ folded: String) throws -> SQL {
        let records = try Int.fetchOne(db, sql: "SELECT sum(records) FROM class") ?? 0
        let beginning = records > 20_000 ? String(folded.prefix(2)) : ""
        return """
            SELECT folded, record FROM name
            WHERE folded >= \(beginning) AND folded < \(beginning + "\u{10FFFF}")
            AND length(folded) BETWEEN \(folded.count - 3) AND \(folded.count + 3) LIMIT 20000
            """
    }

    private static func near(_ db: Database, _ folded: String, _ classes: [String]) throws -> [RecordName] {
        let all = try SQLRequest<Row>(
            literal: """
                SELECT n.folded, r.id, r.class, r.title, r.acronym, r.kind
                FROM (\(try similar(db, folded))) AS n CROSS JOIN record r ON r.key = n.record
                WHERE r.class IN \(classes)
                """
        ).fetchAll(db)
        let byName = Dictionary(
            all.map { ($0["folded"] as String, $0) }, uniquingKeysWith: { first, _ in first })
        var seen = Set<String>()
        let near = nearest(to: folded, among: byName.keys, limit: 12).compactMap { name in
            byName[name].flatMap(RecordName.init(row:))
        }
        return Array(near.filter { seen.insert($0.id).inserted }.prefix(3))
    }
}

extension RecordName {
    /// From a row with the columns id, class, title, acronym and kind of `record`.
    init?(row: Row) {
        guard let recordClass = RecordClass(rawValue: row["class"]) else { return nil }
        self.init(
            id: row["id"], recordClass: recordClass, title: SafeText(row["title"]),
            acronym: (row["acronym"] as String?).map { SafeText($0) }, kind: row["kind"])
    }
}

extension Dataset {
    /// Parts of a list that are short enough to be bound to one statement.
    static func chunks<Id>(_ ids: [Id]) -> [[Id]] {
        stride(from: 0, to: ids.count, by: 10_000).map { Array(ids[$0..<min($0 + 10_000, ids.count)]) }
    }

    /// The names of the records with these ids, by id; unknown ids are left out.
    package func names(of ids: some Sequence<String>) throws -> [String: RecordName] {
        let ids = Array(Set(ids))
        return try read { db in
            let rows = try Self.chunks(ids).flatMap { ids in
                try SQLRequest<Row>(
                    literal: "SELECT id, class, title, acronym, kind FROM record WHERE id IN \(ids)"
                ).fetchAll(db)
            }
            return Dictionary(
                uniqueKeysWithValues: rows.compactMap(RecordName.init(row:)).map { ($0.id, $0) })
        }
    }
}
