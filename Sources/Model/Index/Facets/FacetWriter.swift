import GRDB

/// Fills the tables `containment` (what stands inside what, itself included) and `facet`: for every record of
/// every class, the projects, organisations, donors, implementers, countries and themes that it is tied to. A
/// filter is then one look-up on any class.
///
/// What stands inside something (a delegation in a commission, a theme under a theme, a city in a country)
/// is found under it too.
///
/// Every step reads its tables in their order, sorts what it found and writes it in order, so that its time grows as
/// the ties do. `CROSS JOIN` keeps the order of the loops: the temporary tables have no statistics.
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
                CREATE TEMP TABLE tie (\(FacetTieDraft.columns)) WITHOUT ROWID;
                """)
        try db.execute(
            sql: "INSERT OR IGNORE INTO tie SELECT * FROM (\(projects)) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        var draft = try FacetTieDraft(db)
        try addPartners(to: &draft)
        for step in [named, others, sources] {
            try NumberRow.each(db, step) { row in
                try draft.add(FacetTie(record: row[0], dimension: Int(row[1]), target: row[2]))
            }
            // The next step asks for what this one found.
            try draft.finish()
        }
        try draft.drop()
        try writeFacets()
        try db.execute(sql: "DROP TABLE tie; DROP TABLE node;")
    }

    /// What is tied to a project is tied through it to the rest: an organisation to the project and to its donors,
    /// implementers, countries and themes, but not to everybody else who takes part; a theme or a place to who takes
    /// part and where else, but not to its other themes or places.
    private func addPartners(to draft: inout FacetTieDraft) throws {
        var project: Int64 = 0
        var ties: [FacetTie] = []
        func cross() throws {
            for tie in ties {
                switch tie.dimension {
                case Dimension.organisation, Dimension.theme, Dimension.country: break
                default: continue
                }
                for other in ties where other.dimension != tie.dimension {
                    try draft.add(
                        FacetTie(record: tie.target, dimension: other.dimension, target: other.target))
                }
            }
            ties.removeAll(keepingCapacity: true)
        }
        // Only projects have ties so far.
        try NumberRow.each(db, "SELECT record, dimension, target FROM tie ORDER BY record, dimension, target")
        {
            row in
            if row[0] != project {
                try cross()
                project = row[0]
            }
            ties.append(FacetTie(record: project, dimension: Int(row[1]), target: row[2]))
        }
        try cross()
        try draft.finish()
    }

    /// One number is sorted faster than four; it holds them in the order of the table's key.
    private func writeFacets() throws {
        try db.execute(
            sql: """
                INSERT INTO facet
                SELECT packed >> 60, (packed >> 32) & 0xFFFFFFF, packed & 0xFFFFFFF, (packed >> 28) & 15 FROM (
                  SELECT (tie.dimension << 60) | (containment.outer_record << 32) | (node.number << 28) | tie.record
                    AS packed
                  FROM tie CROSS JOIN node CROSS JOIN containment
                  WHERE tie.dimension <> \(Dimension.project)
                  AND node.key = tie.record AND containment.inner_record = tie.target
                  UNION ALL
                  SELECT (tie.dimension << 60) | (tie.target << 32) | (node.number << 28) | tie.record
                  FROM tie CROSS JOIN node WHERE tie.dimension = \(Dimension.project) AND node.key = tie.record)
                GROUP BY packed ORDER BY packed;
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

    /// An organisation is tied to itself and to its roles, a theme and a place to themselves, a source to who speaks
    /// in it.
    private let named = """
        SELECT key, \(Dimension.organisation), key FROM node WHERE class = 'organisation'
        UNION ALL SELECT DISTINCT target, iif(role = 'funding', \(Dimension.donor), \(Dimension.implementer)), target
          FROM link WHERE field = 'participants' AND role IN ('funding', 'implementing') AND absent = 0
        UNION ALL SELECT key, \(Dimension.theme), key FROM node WHERE class = 'theme'
        UNION ALL SELECT key, \(Dimension.country), key FROM node WHERE class = 'place'
        UNION ALL SELECT record, \(Dimension.organisation), target FROM link WHERE field = 'speaker'
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
