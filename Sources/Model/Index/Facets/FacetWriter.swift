import GRDB

/// Fills the tables `facet` and `facet_count`: for every record of every class, the projects, organisations, donors,
/// implementers, countries and themes that it is tied to. A filter is then one look-up on any class.
///
/// What stands inside something (a delegation in a commission, a theme under a theme, a city in a country)
/// is found under it too: the table `containment` is there already.
///
/// Every step reads its tables in their order, sorts what it found and writes it in order, so that its time grows as
/// the ties do: the same tie comes many times over, for of a donor's hundred thousand projects each ties it to the
/// same few countries. `CROSS JOIN` keeps the order of the loops: the temporary tables have no statistics.
struct FacetWriter {
    /// The tables that it reads.
    static let reads = ["record", "link", "containment", "citation", "cited_in", "footnote"]

    private let db: Database
    /// How many ties are sorted at once, in memory.
    private let limit: Int

    /// The dimensions of a tie as numbers.
    private enum Dimension {
        static let country = Filter.Dimension.country.number
        static let donor = Filter.Dimension.donor.number
        static let implementer = Filter.Dimension.implementer.number
        static let organisation = Filter.Dimension.organisation.number
        static let project = Filter.Dimension.project.number
        static let theme = Filter.Dimension.theme.number
    }

    init(_ db: Database, limit: Int = 1 << 22) {
        self.db = db
        self.limit = limit
    }

    func write() throws {
        let number = RecordClass.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.number)" }.joined(
            separator: " ")
        try db.execute(
            sql: """
                CREATE TEMP TABLE node (
                  key INTEGER PRIMARY KEY, class TEXT NOT NULL, is_instrument INTEGER, number INTEGER);
                INSERT INTO node SELECT key, class, class = 'project' AND kind IS 'instrument',
                  CASE class \(number) END FROM record;
                CREATE TEMP TABLE tie (
                  record INTEGER, dimension INTEGER, target INTEGER, PRIMARY KEY (record, dimension, target)
                  ) WITHOUT ROWID;
                """)
        let found = try NumberSorter(db, limit: limit)
        // Each step asks for what those before it found.
        try writeTies(projects, found)
        try addPartners(to: found)
        try writeTies(found)
        for step in [named, others, sources] { try writeTies(step, found) }
        try writeFacets(found)
        try found.drop()
        try db.execute(sql: "DROP TABLE tie; DROP TABLE node;")
    }

    /// Writes the ties that a query finds.
    private func writeTies(_ query: String, _ found: NumberSorter) throws {
        try eachTie(of: query) { try found.add($0.packed) }
        try writeTies(found)
    }

    private func writeTies(_ found: NumberSorter) throws {
        let statement = try RowStatement(db, sql: "INSERT OR IGNORE INTO tie VALUES (?, ?, ?)")
        try found.drain { number in
            let tie = FacetTie(packed: number)
            try statement.run(tie.record, tie.dimension, tie.target)
        }
    }

    private func eachTie(of query: String, _ body: (FacetTie) throws -> Void) throws {
        try RawRow.each(db, query) { row in
            try body(FacetTie(record: row[0], dimension: Int(row[1]), target: row[2]))
        }
    }

    /// In the order of records.
    private func eachTie(_ body: (FacetTie) throws -> Void) throws {
        try eachTie(
            of: "SELECT record, dimension, target FROM tie ORDER BY record, dimension, target", body)
    }

    /// What is tied to a project is tied through it to the rest: an organisation to the project and to its donors,
    /// implementers, countries and themes, but not to everybody else who takes part; a theme or a place to who takes
    /// part and where else, but not to its other themes or places.
    private func addPartners(to found: NumberSorter) throws {
        var ties: [FacetTie] = []
        func cross() throws {
            for tie in ties {
                switch tie.dimension {
                case Dimension.organisation, Dimension.theme, Dimension.country: break
                default: continue
                }
                for other in ties where other.dimension != tie.dimension {
                    let crossed = FacetTie(
                        record: tie.target, dimension: other.dimension, target: other.target)
                    try found.add(crossed.packed)
                }
            }
            ties.removeAll(keepingCapacity: true)
        }
        // Only projects have ties so far.
        try eachTie { tie in
            if tie.record != ties.first?.record { try cross() }
            ties.append(tie)
        }
        try cross()
    }

    /// Writes each tie under what its target stands inside, and how many there are of each class.
    private func writeFacets(_ found: NumberSorter) throws {
        let wholes = try wholes()
        let classes = try classes()
        try eachTie { tie in
            let recordClass = Int(classes[Int(tie.record)])
            // What a flow of money comes from may be no organisation: it is a donor to none.
            let targets = tie.dimension == Dimension.project ? [tie.target] : wholes[tie.target] ?? []
            for target in targets {
                try found.add(Facet(tie, under: target, recordClass: recordClass).packed)
            }
        }
        let facet = try RowStatement(db, into: "facet", columns: 4)
        let count = try RowStatement(db, into: "facet_count", columns: 4)
        /// All but the record, of the facets that are being counted.
        var group: UInt64?
        var records = 0
        func tell() throws {
            guard let group else { return }
            let first = Facet(packed: group << 28)
            try count.run(first.dimension, first.recordClass, first.target, records)
        }
        try found.drain { number in
            if number >> 28 != group {
                try tell()
                (group, records) = (number >> 28, 0)
            }
            records += 1
            let row = Facet(packed: number)
            try facet.run(row.dimension, row.target, row.record, row.recordClass)
        }
        try tell()
    }

    /// What each organisation, place and theme stands inside, itself included.
    private func wholes() throws -> [Int64: [Int64]] {
        var wholes: [Int64: [Int64]] = [:]
        try RawRow.each(db, "SELECT inner_record, outer_record FROM containment") { row in
            wholes[row[0], default: []].append(row[1])
        }
        return wholes
    }

    /// The number of each record's class, by its key.
    private func classes() throws -> [UInt8] {
        let last = try Int.fetchOne(db, sql: "SELECT max(key) FROM node") ?? 0
        var classes = [UInt8](repeating: 0, count: last + 1)
        try RawRow.each(db, "SELECT key, number FROM node") { row in
            classes[Int(row[0])] = UInt8(row[1])
        }
        return classes
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
