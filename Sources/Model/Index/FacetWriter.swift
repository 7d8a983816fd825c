import GRDB

/// Fills the tables `containment` (what stands inside what, itself included) and `facet`: for every record of
/// every class, the projects, organisations, donors, implementers, countries and themes that it is tied to. A
/// filter is then one look-up on any class.
///
/// What stands inside something (a delegation in a commission, a theme under a theme, a city in a country)
/// is found under it too.
struct FacetWriter {
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
                CREATE TEMP TABLE tie (record INTEGER, dimension TEXT, target INTEGER,
                  PRIMARY KEY (record, dimension, target));
                """)
        try tie(projects)
        try tie(organisations)
        try tie(others)
        try tie(fields)
        // What a source supports is what the records that cite it are tied to.
        try tie(
            """
            SELECT citation.source, tie.dimension, tie.target FROM citation JOIN tie ON tie.record = citation.record
            UNION SELECT said_by, tie.dimension, tie.target FROM citation JOIN tie ON tie.record = citation.record
            WHERE said_by IS NOT NULL
            UNION SELECT cited, tie.dimension, tie.target
            FROM cited_in JOIN footnote ON footnote.source = cited_in.source AND footnote.number = cited_in.number
            JOIN citation ON citation.key = footnote.citation JOIN tie ON tie.record = citation.record
            """)
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO facet
                SELECT tie.dimension, containment.outer_record, tie.record, record.class
                FROM tie JOIN containment ON containment.inner_record = tie.target
                JOIN record ON record.key = tie.record;
                INSERT OR IGNORE INTO facet
                SELECT tie.dimension, tie.target, tie.record, record.class
                FROM tie JOIN record ON record.key = tie.record WHERE tie.dimension = 'project';
                DROP TABLE tie;
                """)
    }

    private func tie(_ select: String) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO tie SELECT * FROM (\(select))")
    }

    /// A project is tied to itself, to who takes part, to its places and themes, and to the programme or
    /// instrument that it stands under or is paid through.
    private let projects = """
        SELECT key, 'project', key FROM record WHERE class = 'project'
        UNION SELECT link.record, 'project', link.target FROM link JOIN record ON record.key = link.record
          WHERE record.class = 'project' AND field = 'part-of' AND link.absent = 0
        UNION SELECT link.record, target.class, target.key FROM link JOIN record AS target ON target.key = link.target
          WHERE field = 'participants' AND link.absent = 0 AND (target.class = 'organisation' OR target.kind = 'instrument')
        UNION SELECT record, 'donor', target FROM link
          WHERE field = 'participants' AND role = 'funding' AND absent = 0
        UNION SELECT record, 'implementer', target FROM link
          WHERE field = 'participants' AND role = 'implementing' AND absent = 0
        UNION SELECT link.record, 'theme', target FROM link JOIN record ON record.key = link.record
          WHERE record.class = 'project' AND field = 'themes' AND link.absent = 0
        UNION SELECT link.record, 'country', target FROM link JOIN record ON record.key = link.record
          WHERE record.class = 'project' AND field = 'places' AND link.absent = 0
        """

    /// An organisation is tied to itself, to the projects that it takes part in, and through them to their
    /// donors, implementers, countries and themes; but not to everybody else who takes part.
    private let organisations = """
        SELECT link.target, 'project', link.record FROM link JOIN record ON record.key = link.target
          WHERE field = 'participants' AND link.absent = 0 AND record.class = 'organisation'
        UNION SELECT key, 'organisation', key FROM record WHERE class = 'organisation'
        UNION SELECT target, 'donor', target FROM link
          WHERE field = 'participants' AND role = 'funding' AND absent = 0
        UNION SELECT target, 'implementer', target FROM link
          WHERE field = 'participants' AND role = 'implementing' AND absent = 0
        UNION SELECT link.target, tie.dimension, tie.target FROM link JOIN tie ON tie.record = link.record
          JOIN record ON record.key = link.target
          WHERE link.field = 'participants' AND link.absent = 0 AND tie.dimension <> 'organisation'
          AND record.class = 'organisation'
        """

    /// Flows, relations, events, findings and discrepancies are tied to what they name.
    private let others = """
        SELECT link.record, CASE target.class WHEN 'place' THEN 'country' ELSE target.class END, target.key
          FROM link JOIN record AS target ON target.key = link.target
          JOIN record AS subject ON subject.key = link.record
          WHERE target.class IN ('project', 'organisation', 'theme', 'place')
          AND subject.class IN ('flow', 'relation', 'event', 'finding', 'discrepancy')
        UNION SELECT record, 'donor', target FROM link WHERE field = 'from'
        UNION SELECT link.record, role.dimension, link.target
          FROM link JOIN record AS subject ON subject.key = link.record
          JOIN tie AS role ON role.record = link.target AND role.target = link.target
            AND role.dimension IN ('donor', 'implementer')
          WHERE subject.class IN ('flow', 'relation', 'event', 'finding', 'discrepancy')
        """

    /// A theme is tied to itself, to the projects that work in it, and through them to who takes part and
    /// where; a place likewise. A source is tied to who speaks in it.
    private let fields = """
        SELECT key, 'theme', key FROM record WHERE class = 'theme'
        UNION SELECT key, 'country', key FROM record WHERE class = 'place'
        UNION SELECT link.target, tie.dimension, tie.target FROM link JOIN tie ON tie.record = link.record
          JOIN record AS project ON project.key = link.record AND project.class = 'project'
          WHERE link.absent = 0 AND ((link.field = 'themes' AND tie.dimension <> 'theme')
          OR (link.field = 'places' AND tie.dimension <> 'country'))
        UNION SELECT record, 'organisation', target FROM link WHERE field = 'speaker'
        """
}
