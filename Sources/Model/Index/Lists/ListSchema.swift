/// The tables from which lists, counts and charts are read without going through the records. docs/DATA.md
/// describes them.
enum ListSchema {
    static let tables = """
        CREATE TABLE class (
          number INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          records INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE dimension (
          number INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE facet_count (
          dimension INTEGER NOT NULL,
          class INTEGER NOT NULL,
          target INTEGER NOT NULL REFERENCES record,
          records INTEGER NOT NULL,
          PRIMARY KEY (dimension, class, target)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE term_count (
          class INTEGER NOT NULL,
          field TEXT NOT NULL,
          term TEXT NOT NULL,
          records INTEGER NOT NULL,
          PRIMARY KEY (class, field, term)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE role_count (
          organisation INTEGER NOT NULL REFERENCES record,
          role TEXT NOT NULL,
          projects INTEGER NOT NULL,
          PRIMARY KEY (organisation, role)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE fact_count (
          source INTEGER PRIMARY KEY REFERENCES record,
          facts INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE taking_part (
          role INTEGER NOT NULL CHECK (role IN (0, 1)),
          organisation INTEGER NOT NULL REFERENCES record,
          project INTEGER NOT NULL REFERENCES record,
          PRIMARY KEY (role, organisation, project)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE year_count (
          year INTEGER PRIMARY KEY,
          certain INTEGER NOT NULL,
          possible INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE month_count (
          what TEXT NOT NULL,
          month INTEGER NOT NULL,
          starts INTEGER NOT NULL,
          ends INTEGER NOT NULL,
          PRIMARY KEY (what, month)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE clash (
          relation INTEGER NOT NULL REFERENCES record,
          position INTEGER NOT NULL,
          rank INTEGER NOT NULL,
          first INTEGER NOT NULL REFERENCES record,
          second INTEGER NOT NULL REFERENCES record,
          certain_first INTEGER,
          certain_last INTEGER,
          possible_first INTEGER,
          possible_last INTEGER,
          PRIMARY KEY (relation, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE list_page (
          class INTEGER NOT NULL,
          vector TEXT NOT NULL,
          page INTEGER NOT NULL,
          items BLOB NOT NULL,
          PRIMARY KEY (class, vector, page)
        ) STRICT;

        CREATE VIEW facet_named AS
          SELECT dimension.name AS dimension, facet.target, facet.record, class.name AS class
          FROM facet JOIN dimension ON dimension.number = facet.dimension
          JOIN class ON class.number = facet.class;
        """

    /// What ``FacetWriter`` fills, and its indexes.
    static let facets = ["facet", "facet_count"]

    static let indexesOfFacets = """
        CREATE INDEX facet_by_record ON facet (record, dimension);
        CREATE INDEX facet_count_by_size ON facet_count (dimension, class, records DESC, target);
        """

    static let indexes = """
        CREATE INDEX role_count_by_size ON role_count (role, projects DESC, organisation);
        """
}
