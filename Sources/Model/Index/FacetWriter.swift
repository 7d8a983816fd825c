import GRDB

/// Fills the tables `containment` (what stands inside what, itself included) and `facet`: for every record of
/// every class, the projects, organisations, donors, implementers, countries and themes that it is tied to. A
/// filter is then one look-up on any class.
///
/// What stands inside something (a delegation in a commission, a theme under a theme, a city in a country)
/// is found under it too.
///
/// Every step reads its tables in their order, sorts what it found once and writes it in order, so that its time
/// grows as the ties do. `CROSS JOIN` keeps the order of the loops: the temporary tables have no statistics.
struct FacetWriter {
    private let db: Database

    /// The dimensions of a tie as numbers.
    private enum Dimension {
        static let country = Filter.Dimension.country.number
        static let donor = Filter.Dimension.donor.number
        static let implementer = Filter.Dimension.implementer.number
        static let organisation = Filter.Dimension.organisation.number
        static let project = Filter.Dimension.project.number
        static let theme = Filter.Dimension.theme.number
    }

    init(_ db: Database) { self.db = db }

    func write() throws {
        let number = RecordClass.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.number)" }.joined(
            separator: " ")
        try db.execute(
            sql: """
                CREATE TEMP TABLE node (
                  key INTEGER PRIMARY KEY, class TEXT NOT NULL, is_instrument INTEGER, number INTEGER);
                INSERT INTO node SELECT key, class, class = 'project' AND kind IS 'instrument',
                  CASE class \(number) END FROM record;
                INSERT INTO containment
                WITH RECURSIVE up(inner_key, outer_key) AS (
                  SELECT key, key FROM node WHERE class IN ('organisation', 'place', 'theme')
                  UNION
                  SELECT up.inner_key, link.target FROM up
                  JOIN link ON link.record = up.outer_key AND link.field IN ('part-of', 'parent') AND link.absent = 0
                )
                SELECT * FROM up;
                CREATE TEMP TABLE tie (record INTEGER, dimension INTEGER, target INTEGER,
                  PRIMARY KEY (record, dimension, target)) WITHOUT ROWID;
                """)
        for step in [projects, organisations, others, fields, sources] {
            try db.execute(
                sql: "INSERT OR IGNORE INTO tie SELECT * FROM (\(step)) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        }
        try db.execute(
            sql: """
                INSERT INTO facet SELECT dimension, target, record, class FROM (
                  SELECT tie.dimension, containment.outer_record AS target, node.number AS class, tie.record
                  FROM tie CROSS JOIN node CROSS JOIN containment
                  WHERE tie.dimension <> \(Dimension.project)
                  AND node.key = tie.record AND containment.inner_record = tie.target
                  UNION ALL SELECT tie.dimension, tie.target, node.number, tie.record FROM tie CROSS JOIN node
                  WHERE tie.dimension = \(Dimension.project) AND node.key = tie.record)
                GROUP BY dimension, target, class, record ORDER BY dimension, target, class, record;
                DROP TABLE tie;
                DROP TABLE node;
                """)
    }

    /// A project is tied to itself, to who takes part, to its places and themes, and to the programme or
    /// instrument that it stands under or is paid through.
    private let projects = """
        SELECT key, \(Dimension.project), key FROM node WHERE class = 'project'
        UNION ALL SELECT link.record,
          CASE field WHEN 'part-of' THEN \(Dimension.project) WHEN 'themes' THEN \(Dimension.theme)
          ELSE \(Dimension.country) END, link.target
          FROM link CROSS JOIN node WHERE field IN ('part-of', 'themes', 'places') AND absent = 0
          AND node.key = link.record AND node.class = 'project'
        UNION ALL SELECT link.record,
          iif(node.class = 'organisation', \(Dimension.organisation), \(Dimension.project)), link.target
          FROM link CROSS JOIN node WHERE field = 'participants' AND absent = 0
          AND node.key = link.target AND (node.class = 'organisation' OR node.is_instrument)
        UNION ALL SELECT record, iif(role = 'funding', \(Dimension.donor), \(Dimension.implementer)), target FROM link
          WHERE field = 'participants' AND role IN ('funding', 'implementing') AND absent = 0
        """

    /// An organisation is tied to itself, to the projects that it takes part in, and through them to their
    /// donors, implementers, countries and themes; but not to everybody else who takes part.
    private let organisations = """
        SELECT key, \(Dimension.organisation), key FROM node WHERE class = 'organisation'
        UNION ALL SELECT target, iif(role = 'funding', \(Dimension.donor), \(Dimension.implementer)), target FROM link
          WHERE field = 'participants' AND role IN ('funding', 'implementing') AND absent = 0
        UNION ALL SELECT link.target, tie.dimension, tie.target FROM link CROSS JOIN node CROSS JOIN tie
          WHERE field = 'participants' AND absent = 0 AND node.key = link.target AND node.class = 'organisation'
          AND tie.record = link.record AND tie.dimension <> \(Dimension.organisation)
        """

    /// Flows, relations, events, findings and discrepancies are tied to what they name.
    private let others = """
        SELECT link.record,
          CASE target.class WHEN 'place' THEN \(Dimension.country) WHEN 'organisation' THEN \(Dimension.organisation)
          WHEN 'project' THEN \(Dimension.project) ELSE \(Dimension.theme) END, target.key
          FROM link CROSS JOIN node AS subject CROSS JOIN node AS target
          WHERE subject.key = link.record AND target.key = link.target
          AND target.class IN ('project', 'organisation', 'theme', 'place')
          AND subject.class IN ('flow', 'relation', 'event', 'finding', 'discrepancy')
        UNION ALL SELECT record, \(Dimension.donor), target FROM link WHERE field = 'from'
        UNION ALL SELECT link.record, tie.dimension, link.target
          FROM link CROSS JOIN node AS subject CROSS JOIN tie
          WHERE subject.key = link.record
          AND subject.class IN ('flow', 'relation', 'event', 'finding', 'discrepancy')
          AND tie.record = link.target AND tie.target = link.target
          AND tie.dimension IN (\(Dimension.donor), \(Dimension.implementer))
        """

    /// A theme is tied to itself, to the projects that work in it, and through them to who takes part and
    /// where; a place likewise. A source is tied to who speaks in it.
    private let fields = """
        SELECT key, \(Dimension.theme), key FROM node WHERE class = 'theme'
        UNION ALL SELECT key, \(Dimension.country), key FROM node WHERE class = 'place'
        UNION ALL SELECT link.target, tie.dimension, tie.target FROM link CROSS JOIN node CROSS JOIN tie
          WHERE field IN ('themes', 'places') AND absent = 0 AND node.key = link.record AND node.class = 'project'
          AND tie.record = link.record
          AND tie.dimension <> iif(field = 'themes', \(Dimension.theme), \(Dimension.country))
        UNION ALL SELECT record, \(Dimension.organisation), target FROM link WHERE field = 'speaker'
        """

    /// What a source supports is what the records that cite it are tied to.
    private let sources = """
        SELECT support.source, tie.dimension, tie.target FROM (
          SELECT source, record FROM citation
          UNION SELECT said_by, record FROM citation WHERE said_by IS NOT NULL
          UNION SELECT cited, citation.record
          FROM cited_in JOIN footnote ON footnote.source = cited_in.source AND footnote.number = cited_in.number
          JOIN citation ON citation.key = footnote.citation
        ) AS support CROSS JOIN tie WHERE tie.record = support.record
        """
}
