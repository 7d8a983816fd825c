/// The tables of what is published transaction by transaction, and of how an import went. docs/DATA.md
/// describes them.
enum TransferSchema {
    static let tables = """
        CREATE TABLE transfer (
          key INTEGER PRIMARY KEY,
          record INTEGER NOT NULL REFERENCES record,
          source INTEGER REFERENCES record,
          line INTEGER NOT NULL,
          kind TEXT,
          code TEXT NOT NULL,
          date INTEGER,
          date_text TEXT,
          value_date INTEGER,
          value_date_text TEXT,
          value TEXT,
          value_text TEXT,
          amount REAL,
          currency TEXT,
          provider INTEGER REFERENCES record,
          provider_activity INTEGER REFERENCES record,
          provider_activity_id TEXT,
          receiver INTEGER REFERENCES record,
          receiver_activity INTEGER REFERENCES record,
          receiver_activity_id TEXT,
          description TEXT,
          details TEXT CHECK (details IS NULL OR json_valid(details))
        ) STRICT;

        CREATE TABLE participant_activity (
          record INTEGER NOT NULL REFERENCES record,
          position INTEGER NOT NULL,
          role TEXT NOT NULL,
          activity_id TEXT NOT NULL,
          activity INTEGER REFERENCES record,
          PRIMARY KEY (record, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE budget (
          key INTEGER PRIMARY KEY,
          record INTEGER NOT NULL REFERENCES record,
          source INTEGER REFERENCES record,
          line INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('budget', 'planned-disbursement')),
          type TEXT,
          status TEXT,
          start INTEGER,
          start_text TEXT,
          "end" INTEGER,
          end_text TEXT,
          value_date INTEGER,
          value_date_text TEXT,
          value TEXT,
          value_text TEXT,
          amount REAL,
          currency TEXT,
          provider INTEGER REFERENCES record,
          provider_activity_id TEXT,
          receiver INTEGER REFERENCES record,
          receiver_activity_id TEXT
        ) STRICT;

        CREATE TABLE ledger (
          key TEXT PRIMARY KEY,
          written TEXT NOT NULL,
          organisation INTEGER NOT NULL REFERENCES record,
          reason TEXT NOT NULL,
          count INTEGER NOT NULL,
          undone INTEGER NOT NULL CHECK (undone IN (0, 1))
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE data_file (
          path TEXT PRIMARY KEY,
          hash TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          version TEXT,
          activities INTEGER NOT NULL,
          problems INTEGER NOT NULL
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE problem (
          key INTEGER PRIMARY KEY,
          code TEXT NOT NULL,
          severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
          file TEXT NOT NULL,
          line INTEGER,
          message TEXT NOT NULL,
          mend TEXT NOT NULL
        ) STRICT;

        CREATE TABLE problem_count (
          code TEXT NOT NULL,
          severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
          count INTEGER NOT NULL,
          PRIMARY KEY (code, severity)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE record_problem (
          record INTEGER NOT NULL REFERENCES record,
          code TEXT NOT NULL,
          count INTEGER NOT NULL,
          line INTEGER NOT NULL,
          PRIMARY KEY (record, code)
        ) WITHOUT ROWID, STRICT;
        """

    static let indexes = """
        CREATE INDEX transfer_by_record ON transfer (record, date);
        CREATE INDEX transfer_by_provider ON transfer (provider);
        CREATE INDEX transfer_by_receiver ON transfer (receiver);
        CREATE INDEX transfer_by_provider_activity ON transfer (provider_activity)
          WHERE provider_activity IS NOT NULL;
        CREATE INDEX transfer_by_receiver_activity ON transfer (receiver_activity)
          WHERE receiver_activity IS NOT NULL;
        CREATE INDEX participant_activity_by_activity ON participant_activity (activity)
          WHERE activity IS NOT NULL;
        CREATE INDEX budget_by_record ON budget (record, start);
        CREATE INDEX ledger_by_organisation ON ledger (organisation);
        """
}
