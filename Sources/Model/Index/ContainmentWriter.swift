import GRDB

/// Fills the table `containment`: what stands inside what, at any depth, itself included.
struct ContainmentWriter {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func write() throws {
        try db.execute(
            sql: """
                INSERT INTO containment
                WITH RECURSIVE up(inner_key, outer_key) AS (
                  SELECT key, key FROM record WHERE class IN ('organisation', 'place', 'theme')
                  UNION
                  SELECT up.inner_key, link.target FROM up
                  JOIN link ON link.record = up.outer_key AND link.field IN ('part-of', 'parent') AND link.absent = 0
                )
                SELECT * FROM up;
                """)
    }
}
