import GRDB

/// The tables of an index. docs/DATA.md describes them for those who query an index with `sqlite3`.
enum Schema {
    /// Raised with every change to the tables: an index of another version is compiled anew.
    static let version = 7

    static func create(_ db: Database) throws {
        try db.execute(sql: tables + ListSchema.tables + ExtractSchema.tables)
        try db.execute(sql: CoverageSchema.tables + CommonWordWriter.table)
    }

    /// What is computed from all records looks them up in these. Made after the rows, as all indexes are: three
    /// times faster than before them.
    static let indexesToCompute = """
        CREATE INDEX record_by_class ON record (class, sort, key);
        CREATE INDEX link_by_target ON link (target, field);
        CREATE INDEX cited_in_by_cited ON cited_in (cited);
        """

    /// Of the tables that records' rows lie in.
    static let indexesOfRows = indexes + TransferSchema.indexes

    private static let tables = """
        CREATE TABLE meta (
          key TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE record (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          class TEXT NOT NULL,
          kind TEXT,
          title TEXT NOT NULL,
          acronym TEXT,
          sort TEXT NOT NULL,
          start TEXT,
          "end" TEXT,
          start_earliest INTEGER NOT NULL,
          start_latest INTEGER NOT NULL,
          end_earliest INTEGER NOT NULL,
          end_latest INTEGER NOT NULL,
          status TEXT,
          level TEXT,
          nature TEXT,
          format TEXT,
          absent INTEGER NOT NULL CHECK (absent IN (0, 1)),
          began INTEGER AS (iif(start_earliest <= -100000000, nullif(start_latest, 100000000), start_earliest))
        ) STRICT;

        CREATE TABLE body (
          record INTEGER PRIMARY KEY REFERENCES record,
          json TEXT NOT NULL CHECK (json_valid(json))
        ) STRICT;

        CREATE TABLE name (
          record INTEGER NOT NULL REFERENCES record,
          name TEXT NOT NULL,
          folded TEXT NOT NULL,
          rank INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE link (
          record INTEGER NOT NULL REFERENCES record,
          field TEXT NOT NULL,
          position INTEGER NOT NULL,
          target INTEGER NOT NULL REFERENCES record,
          role TEXT,
          share REAL,
          absent INTEGER NOT NULL CHECK (absent IN (0, 1)),
          PRIMARY KEY (record, field, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE continuity (
          record INTEGER NOT NULL REFERENCES record,
          field TEXT NOT NULL,
          position INTEGER NOT NULL,
          text TEXT NOT NULL,
          absent INTEGER NOT NULL CHECK (absent IN (0, 1)),
          PRIMARY KEY (record, field, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE containment (
          inner_record INTEGER NOT NULL REFERENCES record,
          outer_record INTEGER NOT NULL REFERENCES record,
          PRIMARY KEY (inner_record, outer_record)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE facet (
          dimension INTEGER NOT NULL,
          target INTEGER NOT NULL REFERENCES record,
          record INTEGER NOT NULL REFERENCES record,
          class INTEGER NOT NULL,
          PRIMARY KEY (dimension, target, class, record)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE citation (
          key INTEGER PRIMARY KEY,
          record INTEGER NOT NULL REFERENCES record,
          field TEXT NOT NULL,
          position INTEGER NOT NULL,
          source INTEGER NOT NULL REFERENCES record,
          locator TEXT NOT NULL,
          section TEXT,
          basis TEXT NOT NULL,
          said_by INTEGER REFERENCES record,
          derived_from TEXT
        ) STRICT;

        CREATE TABLE footnote (
          citation INTEGER NOT NULL REFERENCES citation,
          source INTEGER NOT NULL REFERENCES record,
          number TEXT NOT NULL,
          PRIMARY KEY (source, number, citation)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE cited_in (
          source INTEGER NOT NULL REFERENCES record,
          number TEXT NOT NULL,
          cited INTEGER NOT NULL REFERENCES record,
          PRIMARY KEY (source, number, cited)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE theme_share (
          project INTEGER NOT NULL REFERENCES record,
          theme INTEGER NOT NULL REFERENCES record,
          share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
          assumed INTEGER NOT NULL CHECK (assumed IN (0, 1)),
          PRIMARY KEY (project, theme)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE project_place (
          project INTEGER NOT NULL REFERENCES record,
          place INTEGER NOT NULL REFERENCES record,
          PRIMARY KEY (project, place)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE profile (
          project INTEGER PRIMARY KEY REFERENCES record,
          id TEXT NOT NULL,
          start_earliest INTEGER NOT NULL,
          start_latest INTEGER NOT NULL,
          end_earliest INTEGER NOT NULL,
          end_latest INTEGER NOT NULL,
          places TEXT NOT NULL,
          themes TEXT NOT NULL,
          implementers TEXT NOT NULL,
          implementers_above TEXT NOT NULL,
          funders TEXT NOT NULL,
          funders_above TEXT NOT NULL,
          programmes TEXT NOT NULL,
          follows TEXT NOT NULL
        ) STRICT;

        CREATE TABLE cell (
          place INTEGER NOT NULL REFERENCES record,
          theme INTEGER NOT NULL REFERENCES record,
          start INTEGER NOT NULL,
          project INTEGER NOT NULL REFERENCES record,
          "end" INTEGER NOT NULL,
          PRIMARY KEY (place, theme, start, project)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE amount (
          record INTEGER NOT NULL REFERENCES record,
          position INTEGER NOT NULL,
          value TEXT NOT NULL,
          currency TEXT,
          qualifier TEXT,
          kind TEXT,
          PRIMARY KEY (record, position)
        ) WITHOUT ROWID, STRICT;

        CREATE VIRTUAL TABLE search USING fts5(
          names, title, body, ties, codes,
          tokenize = 'unicode61 remove_diacritics 2',
          prefix = '1 2 3'
        );
        """

    private static let indexes = """
        CREATE INDEX record_by_kind ON record (class, kind) WHERE kind IS NOT NULL;
        CREATE INDEX record_by_status ON record (class, status) WHERE status IS NOT NULL;
        CREATE INDEX record_by_start ON record (class, began, sort, key);
        CREATE INDEX name_by_folded ON name (folded, rank);
        CREATE INDEX name_by_record ON name (record);
        CREATE INDEX continuity_by_text ON continuity (text);
        CREATE INDEX containment_by_outer ON containment (outer_record);
        CREATE INDEX cell_by_project ON cell (project);
        CREATE INDEX theme_share_by_theme ON theme_share (theme);
        CREATE INDEX project_place_by_place ON project_place (place);
        CREATE INDEX citation_by_source ON citation (source);
        CREATE INDEX citation_by_speaker ON citation (said_by) WHERE said_by IS NOT NULL;
        CREATE INDEX citation_by_record ON citation (record);
        """
}
