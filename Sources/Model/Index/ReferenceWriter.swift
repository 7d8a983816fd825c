import GRDB

/// Writes what refers to what: links, citations and footnotes. They name ids of records that may come later,
/// so they wait as text in temporary tables until all records are there.
struct ReferenceWriter {
    private let db: Database
    private let reference: RowStatement
    private let citation: RowStatement
    private let footnote: RowStatement
    private let citedIn: RowStatement

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: Self.tables)
        reference = try RowStatement(db, into: "reference", columns: 9)
        citation = try RowStatement(db, into: "citation_draft", columns: 10)
        footnote = try RowStatement(db, into: "footnote_draft", columns: 2)
        citedIn = try RowStatement(db, into: "cited_in_draft", columns: 3)
    }

    private static let tables = """
        CREATE TEMP TABLE reference (
          record INTEGER, place INTEGER, position INTEGER, field TEXT, target TEXT, role TEXT, share REAL,
          absent INTEGER, spoken INTEGER, PRIMARY KEY (record, place, position)) WITHOUT ROWID;
        CREATE TEMP TABLE citation_draft (
          key INTEGER PRIMARY KEY, record INTEGER, field TEXT, position INTEGER, source TEXT, locator TEXT,
          section TEXT, basis TEXT, said_by TEXT, derived_from TEXT);
        CREATE TEMP TABLE footnote_draft (citation INTEGER, number TEXT);
        CREATE TEMP TABLE cited_in_draft (source TEXT, number TEXT, cited INTEGER);
        """

    // MARK: As records come

    func add(_ rows: RecordRows) throws {
        for row in rows.references {
            try reference.run(
                rows.key, row.place, row.position, row.field, row.target, row.role, row.share, row.isAbsent,
                row.isSpoken)
        }
        for row in rows.citations { try insert(row, rows.key) }
        for row in rows.citedIn { try citedIn.run(row.source, row.number, rows.key) }
    }

    private func insert(_ row: RecordRows.Cited, _ key: Int64) throws {
        let cited = row.citation
        try citation.run(
            Int64?.none, key, row.field, row.position, cited.source, cited.locator.text,
            cited.locator.section, cited.basis.rawValue, cited.by, cited.from)
        let numbers = cited.locator.footnotes
        guard !numbers.isEmpty else { return }
        let row = db.lastInsertedRowID
        for number in numbers { try footnote.run(row, number) }
    }

    // MARK: When all are there

    /// Writes what names a record that is there; the rest is left out. `CROSS JOIN` keeps the order of the
    /// loops: the temporary tables lie in the order in which the others are written.
    func resolve() throws {
        try db.execute(
            sql: """
                INSERT INTO link
                SELECT record, field, row_number() OVER (PARTITION BY record, place ORDER BY position) - 1,
                  target, role, share, absent
                FROM (SELECT reference.record, place, position, field, target.key AS target, role, share, reference.absent
                  FROM reference CROSS JOIN record AS target WHERE target.id = reference.target);
                \(Self.inverses)
                INSERT INTO citation
                SELECT draft.key, draft.record, field, position, source.key, locator, section, basis, speaker.key,
                  derived_from
                FROM citation_draft AS draft CROSS JOIN record AS source
                LEFT JOIN record AS speaker ON speaker.id = draft.said_by
                WHERE source.id = draft.source;
                INSERT OR IGNORE INTO footnote
                SELECT citation.key, citation.source, number
                FROM footnote_draft JOIN citation ON citation.key = footnote_draft.citation;
                INSERT OR IGNORE INTO cited_in
                SELECT source.key, number, cited
                FROM cited_in_draft CROSS JOIN record AS source WHERE source.id = cited_in_draft.source;
                """)
    }

    /// What a project names as its `parts` is `part-of` it, as if the part had said so itself.
    private static let inverses = """
        INSERT OR IGNORE INTO link
        SELECT part, 'part-of', coalesce((SELECT max(position) FROM link own
            WHERE own.record = part AND own.field = 'part-of'), -1)
          + row_number() OVER (PARTITION BY part ORDER BY whole), whole, NULL, NULL, absent
        FROM (SELECT target AS part, record AS whole, min(absent) AS absent FROM link
          WHERE field = 'parts' GROUP BY 1, 2) AS inverse
        WHERE part <> whole AND NOT EXISTS (SELECT 1 FROM link own
          WHERE own.record = part AND own.field = 'part-of' AND own.target = whole);
        """

    /// SQL: acronyms and titles of what the record `key` refers to, for searching; NULL when it is nothing.
    static func spokenNames(of key: String) -> String {
        """
        (SELECT group_concat(name, ' \n') FROM (
          SELECT iif(acronym IS NULL, title, acronym || ' ' || title) AS name
          FROM reference CROSS JOIN record AS target
          WHERE reference.record = \(key) AND spoken AND target.id = reference.target
          ORDER BY place, position))
        """
    }

    func drop() throws {
        for table in ["reference", "citation_draft", "footnote_draft", "cited_in_draft"] {
            try db.execute(sql: "DROP TABLE temp.\(table)")
        }
    }
}
