import Foundation
import GRDB

/// Writes records into the tables of an index. Records may come in any order; what refers to what is
/// resolved in ``finish(meta:)``.
struct IndexWriter {
    private let db: Database
    private var keys: [String: Int64] = [:]
    private var records: [(key: Int64, record: Record)] = []
    private let encoder: JSONEncoder

    init(_ db: Database) throws {
        self.db = db
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try Schema.create(db)
    }

    mutating func add(_ record: Record) {
        let key = Int64(records.count + 1)
        keys[record.id] = key
        records.append((key, record))
    }

    /// Writes all tables, then the indexes.
    mutating func finish(meta: [String: String]) throws {
        // An id that two records bear is refused by the table, not here.
        let shortNames = Dictionary(
            records.map { ($0.record.id, $0.record.shortName) }, uniquingKeysWith: { first, _ in first })
        for index in records.indices { records[index].record.nameIfNameless(shortNames) }
        for (key, record) in records {
            try insertRecord(record, key)
            try insertNames(record, key)
            try insertAmounts(record, key)
        }
        let names = Dictionary(
            records.map { ($0.record.id, $0.record.spokenName) }, uniquingKeysWith: { first, _ in first })
        for (key, record) in records {
            try insertLinks(record, key)
            try insertCitations(record, key)
            try insertSearch(record, key, names)
        }
        try FacetWriter(db).write()
        try ProfileWriter(db).write()
        for (key, value) in meta.sorted(by: { $0.key < $1.key }) {
            try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
        }
        try Schema.createIndexes(db)
        try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize'); ANALYZE;")
    }

    // MARK: One table each

    private func insertRecord(_ record: Record, _ key: Int64) throws {
        let extent = record.extent
        let period = (record.text("period") ?? record.text("date") ?? record.text("year")).flatMap(
            Period.init)
        let body = String(decoding: try encoder.encode(record), as: UTF8.self)
        try db.execute(
            sql: "INSERT INTO record VALUES (\(Array(repeating: "?", count: 19).joined(separator: ",")))",
            arguments: [
                key, record.id, record.recordClass.rawValue, record.text(record.recordClass.kindField),
                record.title,
                record.acronym, record.shortName.folded, period?.startText, period?.endText,
                extent.startEarliest.rawValue, extent.startLatest.rawValue,
                extent.endEarliest.rawValue, extent.endLatest.rawValue,
                record.text("status"), record.text("level"), record.text("nature"), record.text("format"),
                record.isAbsent, body,
            ])
    }

    private func insertNames(_ record: Record, _ key: Int64) throws {
        var seen = Set<String>()
        let fields = ["acronym", record.recordClass.titleField, "expansion", "aliases"]
        let named =
            [(record.id, 0)]
            + fields.enumerated().flatMap { rank, field in
                record.texts(field).map { ($0, rank) }
            }
        // `commission` means the Commission.
        let bare = named.filter { $0.0.folded.hasPrefix("the ") }.map { (String($0.0.dropFirst(4)), $0.1) }
        for (name, rank) in named + bare where seen.insert(name.folded).inserted {
            try db.execute(
                sql: "INSERT INTO name VALUES (?, ?, ?, ?)", arguments: [key, name, name.folded, rank])
        }
    }

    private func insertAmounts(_ record: Record, _ key: Int64) throws {
        for (position, value) in record.values("amounts").enumerated() {
            guard let money = value.money else { continue }
            try db.execute(
                sql: "INSERT INTO amount VALUES (?, ?, ?, ?, ?)",
                arguments: [key, position, money.value.description, money.currency, money.qualifier])
        }
    }

    /// What can be searched: the record's names, its title, its prose, and the names of what it refers to,
    /// so that `iom` finds IOM's projects too.
    private func insertSearch(_ record: Record, _ key: Int64, _ spokenNames: [String: String]) throws {
        let nameFields = ["acronym", "expansion", "aliases"]
        let names = nameFields.flatMap(record.texts)
        var codes = record.recordClass.isNamed ? [record.id] : []
        var prose = record.values.values.flatMap { $0 }.compactMap(\.note) + [record.note].compactMap { $0 }
        var ties: [String] = []
        for field in record.recordClass.fields {
            let values = record.values(field.key)
            switch field.kind {
            case .reference, .participants, .speakers: ties += values.compactMap { spokenNames[$0.text] }
            // `n44` and `footnote 44` find what footnote 44 cites.
            case .footnotes: codes += values.flatMap { ($0.footnotes ?? []).map { "n\($0) footnote \($0)" } }
            case .flag: continue
            default:
                if field.key == record.recordClass.titleField || nameFields.contains(field.key) { continue }
                prose += values.map(\.text)
            }
        }
        try db.execute(
            sql: "INSERT INTO search(rowid, names, title, body, ties, codes) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                key, names.joined(separator: " \n"), record.title, prose.joined(separator: " \n"),
                ties.joined(separator: " \n"), codes.joined(separator: " "),
            ])
    }

    private func insertLinks(_ record: Record, _ key: Int64) throws {
        for field in record.recordClass.fields {
            var position = 0
            for value in record.values(field.key) {
                switch field.kind {
                case .reference, .participants, .speakers: break
                default: continue
                }
                guard let target = keys[value.text] else { continue }
                try insertLink(
                    key, field.key, position, target, value.participant?.role, value.share,
                    value.isAbsent || record.isAbsent)
                position += 1
                if let via = value.participant?.via, let channel = keys[via] {
                    try insertLink(
                        key, field.key, position, channel, "extending", nil,
                        value.isAbsent || record.isAbsent)
                    position += 1
                }
            }
        }
    }

    private func insertLink(
        _ key: Int64, _ field: String, _ position: Int, _ target: Int64, _ role: String?,
        _ share: Decimal?, _ absent: Bool
    ) throws {
        let share = share.map { NSDecimalNumber(decimal: $0).doubleValue }
        try db.execute(
            sql: "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [key, field, position, target, role, share, absent])
    }

    private func insertCitations(_ record: Record, _ key: Int64) throws {
        for (position, citation) in record.citations.enumerated() {
            try insertCitation(citation, key, "", position)
        }
        for field in record.recordClass.fields {
            for (position, value) in record.values(field.key).enumerated() {
                for citation in value.citations ?? [] {
                    try insertCitation(citation, key, field.key, position)
                }
                guard case .footnotes = field.kind, let citing = keys[value.text] else { continue }
                for number in value.footnotes ?? [] {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO cited_in VALUES (?, ?, ?)",
                        arguments: [citing, number, key])
                }
            }
        }
    }

    private func insertCitation(_ citation: Citation, _ key: Int64, _ field: String, _ position: Int) throws {
        guard let source = keys[citation.source] else { return }
        try db.execute(
            sql: """
                INSERT INTO citation (record, field, position, source, locator, section, basis, said_by, derived_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key, field, position, source, citation.locator.text, citation.locator.section,
                citation.basis.rawValue, citation.by.flatMap { keys[$0] }, citation.from,
            ])
        let row = db.lastInsertedRowID
        for number in citation.locator.footnotes {
            try db.execute(
                sql: "INSERT OR IGNORE INTO footnote VALUES (?, ?, ?)", arguments: [row, source, number])
        }
    }
}

extension Record {
    /// A relation or flow that its dossier gives no title is called after its ends: `ILO – IOM`.
    fileprivate mutating func nameIfNameless(_ names: [String: String]) {
        guard text(recordClass.titleField) == nil else { return }
        switch recordClass {
        case .relation:
            values["title"] = [Value(texts("parties").map { names[$0] ?? $0 }.joined(separator: " – "))]
        case .flow:
            let stops = texts("from") + texts("through") + texts("to")
            values["title"] = [Value(stops.map { names[$0] ?? $0 }.joined(separator: " → "))]
        default: return
        }
    }
}
