import Foundation
import GRDB

/// Writes records into the tables of an index, each at once: memory does not grow with their number. Records
/// may come in any order; what refers to what is resolved in ``resolve()`` (see ``ReferenceWriter``).
///
/// An error leaves the tables half written: the index is to be thrown away, as ``IndexCompiler`` does.
package final class IndexWriter: IndexSink {
    let db: Database
    /// Who waits for the index.
    let watch: IndexWatch
    /// What else the index is to say of itself, in the table `meta`.
    package var meta: [String: String] = [:]
    /// How many records have been added or have a key kept for them: keys count from 1 in this order.
    package private(set) var count = 0
    /// How many records are written: of some that a key was kept for nothing came.
    private(set) var records = 0
    private let references: ReferenceWriter
    private let transfers: TransferWriter
    private let record: RowStatement
    private let body: RowStatement
    private let name: RowStatement
    private let amount: RowStatement
    private let continuity: RowStatement
    private let draft: RowStatement
    private let nameless: RowStatement
    private let drawn: RowStatement
    private let end: Statement

    init(_ db: Database, _ watch: IndexWatch) throws {
        self.db = db
        self.watch = watch
        try Schema.create(db)
        try db.execute(
            sql: """
                CREATE TABLE drawn (key INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
                CREATE TEMP TABLE search_draft (key INTEGER PRIMARY KEY, names TEXT, title TEXT, body TEXT, codes TEXT);
                CREATE TEMP TABLE nameless (key INTEGER PRIMARY KEY, body TEXT NOT NULL);
                """)
        references = try ReferenceWriter(db)
        transfers = try TransferWriter(db)
        record = try RowStatement(db, into: "record", columns: 18)
        body = try RowStatement(db, into: "body", columns: 2)
        name = try RowStatement(db, into: "name", columns: 4)
        amount = try RowStatement(db, into: "amount", columns: 6)
        continuity = try RowStatement(db, into: "continuity", columns: 5)
        draft = try RowStatement(db, into: "search_draft", columns: 5)
        drawn = try RowStatement(db, into: "drawn", columns: 3)
        nameless = try RowStatement(db, into: "nameless", columns: 2)
        end = try db.makeStatement(
            sql: """
                SELECT coalesce(acronym, title) FROM record
                WHERE id = ? AND class NOT IN ('flow', 'relation')
                """)
    }

    package func reserveKey() -> Int64 {
        count += 1
        return Int64(count)
    }

    /// Gives out no key that a queue has given out.
    package func reserveKeys(of queue: EntryQueue) { count = max(count, queue.count) }

    package func write(_ entry: IndexEntry) throws {
        switch entry {
        case .record(let record, let key): try write(RecordRows(record, key: key))
        case .transfer(let transfer): try transfers.add(transfer)
        case .budget(let budget): try transfers.add(budget)
        case .ledger(let entry): try transfers.add(entry)
        case .file(let file): try transfers.add(file)
        case .problem(let problem): try transfers.add(problem)
        case .recordProblem(let problem, let key): try transfers.add(problem, of: key)
        case .problemCount(let count, let code, let severity):
            try transfers.add(count: count, of: code, severity)
        }
    }

    private func write(_ rows: RecordRows) throws {
        try references.add(rows)
        try transfers.add(rows)
        for row in rows.amounts {
            try amount.run(
                rows.key, row.position, row.money.value.plainText, row.money.currency, row.money.qualifier,
                row.money.kind)
        }
        for row in rows.continuities {
            try continuity.run(rows.key, row.field, row.position, row.text, row.isAbsent)
        }
        if let face = rows.face { try insert(face, rows.key) }
        guard let unnamed = rows.unnamed else { return }
        let names = try names(of: unnamed)
        guard names.count == Set(unnamed.namingEnds ?? []).count else {
            // It is named after what has not come yet.
            return try nameless.run(rows.key, RecordBody.text(unnamed))
        }
        try insert(RecordFace(unnamed.named(after: names)), rows.key)
    }

    /// What the ends that it is named after are called, as far as they are there.
    private func names(of record: Record) throws -> [String: String] {
        var names: [String: String] = [:]
        for id in record.namingEnds ?? [] { names[id] = try String.fetchOne(end, arguments: [id]) }
        return names
    }

    /// Writes what refers to what, when all records are there.
    func resolve() throws {
        try insertNameless()
        try db.execute(sql: "DROP TABLE temp.nameless")
        try references.resolve()
        try transfers.resolve()
    }

    /// Makes the records searchable, when all that refers to something is resolved.
    func writeSearch() throws {
        // Words are gathered in memory before they are written; of few large pieces less is merged than of many. They
        // become one piece in the same transaction: in the next SQLite would keep all that it replaces, in memory.
        try db.execute(
            sql: """
                INSERT INTO search(search, rank) VALUES ('hashsize', \(32 << 20));
                INSERT INTO search(rowid, names, title, body, ties, codes)
                SELECT key, names, title, body, coalesce(\(ReferenceWriter.spokenNames(of: "search_draft.key")), ''), codes
                FROM search_draft ORDER BY key;
                INSERT INTO search(search) VALUES ('optimize');
                DROP TABLE temp.search_draft;
                """)
        try references.drop()
    }

    /// What was put off in ``write(_:)``: an end that no record bears is called by its id.
    private func insertNameless() throws {
        let decoder = JSONDecoder()
        let rows = try Row.fetchCursor(db, sql: "SELECT key, body FROM nameless ORDER BY key")
        while let row = try rows.next() {
            let record = try decoder.decode(Record.self, from: Data((row["body"] as String).utf8))
            try insert(RecordFace(record.named(after: names(of: record))), row["key"])
        }
    }

    private func insert(_ face: RecordFace, _ key: Int64) throws {
        let extent = face.extent
        records += 1
        try record.run(
            key, face.id, face.recordClass.rawValue, face.kind, face.title, face.acronym, face.sort,
            face.start, face.end, extent.startEarliest.rawValue, extent.startLatest.rawValue,
            extent.endEarliest.rawValue, extent.endLatest.rawValue, face.status, face.level, face.nature,
            face.format, face.isAbsent)
        try body.run(key, face.body)
        if let days = face.drawn { try drawn.run(key, days.first.rawValue, days.last.rawValue) }
        for row in face.names { try name.run(key, row.name, row.folded, row.rank) }
        try draft.run(key, face.search.names, face.title, face.search.prose, face.search.codes)
    }
}
