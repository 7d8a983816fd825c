import GRDB

/// The tables that remember what an index was imported from, so that importing again reads only what changed. An
/// index of a dossier has none of them filled.
enum ExtractSchema {
    /// Raised with every change to these tables. It is not ``Schema/version``: an index whose other tables have
    /// changed is compiled anew from its extracts, without its files.
    static let version = 1

    static let tables = """
        CREATE TABLE extract_file (
          key INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          hash TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          device INTEGER NOT NULL,
          inode INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          size INTEGER NOT NULL,
          version TEXT,
          activities INTEGER NOT NULL,
          note TEXT
        ) STRICT;

        CREATE TABLE extract_problem (
          file INTEGER NOT NULL REFERENCES extract_file,
          code TEXT NOT NULL,
          severity TEXT NOT NULL,
          count INTEGER NOT NULL,
          line INTEGER,
          message TEXT NOT NULL,
          mend TEXT NOT NULL,
          PRIMARY KEY (file, code, severity)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE extract (
          key INTEGER PRIMARY KEY,
          file INTEGER NOT NULL REFERENCES extract_file,
          position INTEGER NOT NULL,
          line INTEGER NOT NULL,
          identifier TEXT,
          body BLOB NOT NULL
        ) STRICT;

        CREATE TABLE ledger_decision (
          ledger_key TEXT PRIMARY KEY
        ) WITHOUT ROWID, STRICT;
        """
}
