import Foundation
import GRDB

/// Writes records into the tables of an index, each at once: memory does not grow with their number. Records
/// may come in any order; what refers to what is resolved in ``finish(meta:)`` (see ``ReferenceWriter``).
///
/// An error leaves the tables half written: the index is to be thrown away, as ``IndexCompiler`` does.
package final class IndexWriter {
    let db: Database
    /// Who waits for the index, if anybody does.
    let watch: IndexWatch?
    /// What else the index is to say of itself, in the table `meta`.
    package var meta: [String: String] = [:]
    /// How many records have been added or have a key kept for them: keys count from 1 in this order.
    package private(set) var count = 0
    private let references: ReferenceWriter
    let transfers: TransferWriter
    private let record: Statement
    private let name: Statement
    private let amount: Statement
    private let continuity: Statement
    private let draft: Statement
    private let nameless: Statement
    private let drawn: Statement
    private let end: Statement

    init(_ db: Database, watch: IndexWatch? = nil) throws {
        self.db = db
        self.watch = watch
        try Schema.create(db)
        try db.execute(
            sql: """
                CREATE TEMP TABLE search_draft (key INTEGER PRIMARY KEY, names TEXT, title TEXT, body TEXT, codes TEXT);
                CREATE TEMP TABLE drawn (key INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
                CREATE TEMP TABLE nameless (key INTEGER PRIMARY KEY, body TEXT NOT NULL);
                """)
        references = try ReferenceWriter(db)
        transfers = try TransferWriter(db)
        let marks = Array(repeating: "?", count: 19).joined(separator: ",")
        record = try db.makeStatement(sql: "INSERT INTO record VALUES (\(marks))")
        name = try db.makeStatement(sql: "INSERT INTO name VALUES (?, ?, ?, ?)")
        amount = try db.makeStatement(sql: "INSERT INTO amount VALUES (?, ?, ?, ?, ?, ?)")
        continuity = try db.makeStatement(sql: "INSERT INTO continuity VALUES (?, ?, ?, ?, ?)")
        draft = try db.makeStatement(sql: "INSERT INTO search_draft VALUES (?, ?, ?, ?, ?)")
        drawn = try db.makeStatement(sql: "INSERT INTO drawn VALUES (?, ?, ?)")
        nameless = try db.makeStatement(sql: "INSERT INTO nameless VALUES (?, ?)")
        end = try db.makeStatement(
            sql: """
                SELECT coalesce(acronym, title) FROM record
                WHERE id = ? AND class NOT IN ('flow', 'relation')
                """)
    }

    /// Keeps a key for a record that is added later with ``add(_:at:)``, as it must be.
    package func reserveKey() -> Int64 {
        count += 1
        return Int64(count)
    }

    /// Writes a record. An id that another record bears already is refused by the table.
    package func add(_ record: Record) throws { try add(record, at: reserveKey()) }

    /// Writes a record under a key that was kept for it.
    package func add(_ record: Record, at key: Int64) throws {
        try references.add(record, key)
        try insertAmounts(record, key)
        try insertContinuity(record, key)
        guard let ends = record.namingEnds else { return try insert(record, key) }
        var names: [String: String] = [:]
        for id in ends { names[id] = try String.fetchOne(end, arguments: [id]) }
        guard ends.allSatisfy({ names[$0] != nil }) else {
            // It is named after what has not come yet.
            return try nameless.execute(arguments: [key, RecordBody.text(record)])
        }
        try insert(record.named(after: names), key)
    }

    /// Writes what refers to what, then what is computed from all records, then the indexes.
    func finish(meta: [String: String]) throws {
        try watch?.begin(.references)
        try insertNameless()
        try references.resolve()
        try transfers.resolve()
        try watch?.begin(.search)
        try db.execute(
            sql: """
                INSERT INTO search(rowid, names, title, body, ties, codes)
                SELECT key, names, title, body, coalesce(\(ReferenceWriter.spokenNames(of: "search_draft.key")), ''), codes
                FROM search_draft ORDER BY key
                """)
        for table in ["search_draft", "nameless"] { try db.execute(sql: "DROP TABLE temp.\(table)") }
        try references.drop()
        try watch?.begin(.facets)
        try FacetWriter(db).write()
        try watch?.begin(.profiles)
        try ProfileWriter(db).write()
        let meta = meta.merging(self.meta) { $1 }
        for (key, value) in meta.sorted(by: { $0.key < $1.key }) {
            try db.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
        }
        try watch?.begin(.indexes)
        try Schema.createIndexes(db)
        try watch?.begin(.lists)
        try ListWriter(db).write()
        try CoverageWriter(db).write()
        try db.execute(sql: "DROP TABLE temp.drawn")
        try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize'); ANALYZE;")
        try CommonWordWriter(db).write()
    }

    /// What was put off in ``add(_:)``: an end that no record bears is called by its id.
    private func insertNameless() throws {
        let decoder = JSONDecoder()
        let rows = try Row.fetchCursor(db, sql: "SELECT key, body FROM nameless ORDER BY key")
        while let row = try rows.next() {
            let record = try decoder.decode(Record.self, from: Data((row["body"] as String).utf8))
            var names: [String: String] = [:]
            for id in record.namingEnds ?? [] { names[id] = try String.fetchOne(end, arguments: [id]) }
            try insert(record.named(after: names), row["key"])
        }
    }

    // MARK: One table each

    private func insert(_ record: Record, _ key: Int64) throws {
        try insertRecord(record, key)
        try insertDrawn(record, key)
        try insertNames(record, key)
        try insertDraft(record, key)
    }

    private func insertRecord(_ record: Record, _ key: Int64) throws {
        let extent = record.extent
        let period = (record.text("period") ?? record.text("date") ?? record.text("year")).flatMap(
            Period.init)
        try self.record.execute(arguments: [
            key, record.id, record.recordClass.rawValue, record.text(record.recordClass.kindField),
            record.title, record.acronym, record.shortName.folded, period?.startText, period?.endText,
            extent.startEarliest.rawValue, extent.startLatest.rawValue,
            extent.endEarliest.rawValue, extent.endLatest.rawValue,
            record.text("status"), record.text("level"), record.text("nature"), record.text("format"),
            record.isAbsent, RecordBody.text(record),
        ])
    }

    /// How far plans and sightings reach: a timeline is drawn as wide.
    private func insertDrawn(_ record: Record, _ key: Int64) throws {
        guard record.recordClass == .project, let days = record.drawnDays else { return }
        try drawn.execute(arguments: [key, days.first.rawValue, days.last.rawValue])
    }

    private func insertNames(_ record: Record, _ key: Int64) throws {
        let fields = ["acronym", record.recordClass.titleField, "expansion", "aliases"]
        let named =
            [(record.id, 0)]
            + fields.enumerated().flatMap { rank, field in
                record.texts(field).map { ($0, rank) }
            }
        var folded = named.map { (name: $0.0, folded: $0.0.folded, rank: $0.1) }
        // `commission` means the Commission.
        folded += folded.filter { $0.folded.hasPrefix("the ") }.map {
            let bare = String($0.name.dropFirst(4))
            return (bare, bare.folded, $0.rank)
        }
        var seen = Set<String>()
        for entry in folded where seen.insert(entry.folded).inserted {
            try name.execute(arguments: [key, entry.name, entry.folded, entry.rank])
        }
    }

    private func insertAmounts(_ record: Record, _ key: Int64) throws {
        for (position, value) in record.values("amounts").enumerated() {
            guard let money = value.money else { continue }
            try amount.execute(arguments: [
                key, position, money.value.description, money.currency, money.qualifier,
                money.kind,
            ])
        }
    }

    /// What a project says of what came before and after it; a project that no record is of stays as written.
    private func insertContinuity(_ record: Record, _ key: Int64) throws {
        guard record.recordClass == .project else { return }
        for field in ["predecessor", "successor", "follow-up"] {
            for (position, value) in record.values(field).enumerated() {
                try continuity.execute(arguments: [
                    key, field, position, value.text, value.isAbsent || record.isAbsent,
                ])
            }
        }
    }

    /// What can be searched: the record's names, its title and its prose. The names of what it refers to,
    /// so that `iom` finds IOM's projects too, are known at the end.
    private func insertDraft(_ record: Record, _ key: Int64) throws {
        let nameFields = ["acronym", "expansion", "aliases"]
        var codes = record.recordClass.isNamed ? [record.id] : []
        // A remark on a published code is of the list that the code is from.
        var prose = record.values.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.code == nil }
            .compactMap(\.note)
        if let note = record.note { prose.append(note) }
        for field in record.recordClass.fields where field.isSearched {
            let values = record.values(field.key)
            switch field.kind {
            case .reference, .participants, .speakers, .flag: continue
            // `n44` and `footnote 44` find what footnote 44 cites.
            case .footnotes: codes += values.flatMap { ($0.footnotes ?? []).map { "n\($0) footnote \($0)" } }
            default:
                if field.key == record.recordClass.titleField || nameFields.contains(field.key) { continue }
                prose += values.map(\.text)
            }
        }
        try draft.execute(arguments: [
            key, nameFields.flatMap(record.texts).joined(separator: " \n"), record.title,
            prose.joined(separator: " \n"), codes.joined(separator: " "),
        ])
    }
}

extension Record {
    /// The ends that a relation or flow is called after, in order, when its dossier gives it no title.
    fileprivate var namingEnds: [String]? {
        guard text(recordClass.titleField) == nil else { return nil }
        switch recordClass {
        case .relation: return texts("parties")
        case .flow: return texts("from") + texts("through") + texts("to")
        default: return nil
        }
    }

    /// The record, called after its ends if it has no title: `ILO – IOM`.
    fileprivate func named(after names: [String: String]) -> Record {
        guard let ends = namingEnds else { return self }
        var record = self
        let joint = recordClass == .flow ? " → " : " – "
        record.values["title"] = [Value(ends.map { names[$0] ?? $0 }.joined(separator: joint))]
        return record
    }
}
