/// The tables that hold the coverages of all projects, one for each two axes. docs/DATA.md describes them.
enum CoverageSchema {
    static let filled = ["coverage_grid", "coverage_row", "coverage_column", "coverage_cell"]

    static let tables = """
        CREATE TABLE coverage_grid (
          grid INTEGER PRIMARY KEY,
          row_axis TEXT NOT NULL,
          column_axis TEXT NOT NULL,
          projects INTEGER NOT NULL,
          unplaced INTEGER NOT NULL,
          without_row INTEGER NOT NULL,
          without_column INTEGER NOT NULL,
          UNIQUE (row_axis, column_axis)
        ) STRICT;

        CREATE TABLE coverage_row (
          grid INTEGER NOT NULL REFERENCES coverage_grid,
          position INTEGER NOT NULL,
          record INTEGER NOT NULL REFERENCES record,
          projects INTEGER NOT NULL,
          certain INTEGER,
          implementers INTEGER NOT NULL,
          donors INTEGER NOT NULL,
          overlap INTEGER NOT NULL CHECK (overlap IN (0, 1, 2)),
          unplaced INTEGER NOT NULL,
          PRIMARY KEY (grid, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE coverage_column (
          grid INTEGER NOT NULL REFERENCES coverage_grid,
          position INTEGER NOT NULL,
          record INTEGER REFERENCES record,
          first_year INTEGER,
          last_year INTEGER,
          projects INTEGER NOT NULL,
          PRIMARY KEY (grid, position)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE coverage_cell (
          grid INTEGER NOT NULL REFERENCES coverage_grid,
          row_position INTEGER NOT NULL,
          column_position INTEGER NOT NULL,
          projects INTEGER NOT NULL,
          certain INTEGER,
          implementers INTEGER NOT NULL,
          donors INTEGER NOT NULL,
          overlap INTEGER NOT NULL CHECK (overlap IN (0, 1, 2)),
          PRIMARY KEY (grid, row_position, column_position)
        ) WITHOUT ROWID, STRICT;
        """
}
