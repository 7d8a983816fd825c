import GRDB

/// Fills the tables that projects are compared by: `theme_share` and `project_place`, `profile` (a project in
/// one row), and `cell`, where projects that can meet lie side by side in the order of their starts.
///
/// docs/ANALYSIS.md says which places and shares are meant.
struct ProfileWriter {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func write() throws {
        // What the sources deny, and what is a channel and no work in the field, is compared with nothing.
        try db.execute(
            sql: """
                CREATE TEMP TABLE compared AS SELECT key, id, start_earliest, start_latest, end_earliest, end_latest
                  FROM record WHERE class = 'project' AND absent = 0 AND kind IS NOT 'instrument';
                """)
        try writePlaces()
        try writeThemes()
        try writeProgrammes()
        try writeSuccessions()
        db.add(function: Self.month)
        try db.execute(sql: profiles)
        try db.execute(
            sql: """
                INSERT INTO cell SELECT project_place.place, theme_share.theme, profile.start_earliest, profile.project,
                  profile.end_latest
                FROM profile JOIN project_place ON project_place.project = profile.project
                JOIN theme_share ON theme_share.project = profile.project
                WHERE NOT \(OverlapCensus.isUndated);
                INSERT INTO meta SELECT 'census', coalesce((\(OverlapCensus.select)), '');
                DROP TABLE compared; DROP TABLE place_unit; DROP TABLE programme; DROP TABLE follow;
                """)
        db.remove(function: Self.month)
    }

    /// The month of a day, both counted as the index counts them.
    private static let month = DatabaseFunction("month_of", argumentCount: 1, pure: true) { values in
        Int.fromDatabaseValue(values[0]).map { Day(rawValue: $0).month.index }
    }

    /// A place stands for the countries inside it; one within a country for that country; any other for itself.
    private func writePlaces() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE place_unit (place INTEGER, unit INTEGER, PRIMARY KEY (place, unit)) WITHOUT ROWID;
                INSERT INTO place_unit SELECT outer_record, inner_record FROM containment
                  JOIN record ON record.key = inner_record WHERE record.class = 'place' AND record.kind = 'country';
                INSERT INTO place_unit SELECT inner_record, outer_record FROM containment
                  JOIN record ON record.key = outer_record WHERE record.class = 'place' AND record.kind = 'country'
                  AND inner_record NOT IN (SELECT place FROM place_unit);
                INSERT INTO place_unit SELECT key, key FROM record
                  WHERE class = 'place' AND key NOT IN (SELECT place FROM place_unit);
                INSERT OR IGNORE INTO project_place SELECT compared.key, unit FROM compared
                  JOIN link ON link.record = compared.key AND link.field = 'places' AND link.absent = 0
                  JOIN place_unit ON place_unit.place = link.target;
                """)
    }

    /// Percentages as said, brought to a sum of one; a theme without one has an even part of what is left.
    private func writeThemes() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE theme_unit (theme INTEGER PRIMARY KEY, unit INTEGER);
                INSERT INTO theme_unit \(ThemeUnit.pairs);
                CREATE TEMP TABLE theme_draft (project INTEGER, theme INTEGER, share REAL, assumed INTEGER);
                INSERT INTO theme_draft
                WITH said AS (
                  SELECT compared.key AS project, link.target AS theme, sum(link.share) AS percent FROM compared
                  JOIN link ON link.record = compared.key AND link.field = 'themes' AND link.absent = 0
                  GROUP BY compared.key, link.target),
                whole AS (
                  SELECT project, count(*) AS themes, count(percent) AS given, total(percent) AS total
                  FROM said GROUP BY project),
                filled AS (
                  SELECT project, theme, percent IS NULL AS assumed,
                    coalesce(percent, max(0.0, 100 - total) / (themes - given)) AS percent, themes
                  FROM said JOIN whole USING (project))
                SELECT filled.project, theme,
                  coalesce(percent / nullif(sum(percent) OVER (PARTITION BY filled.project), 0), 1.0 / themes),
                  assumed FROM filled;
                INSERT INTO theme_share
                SELECT project, coalesce(unit, theme_draft.theme) AS counted, min(1.0, sum(share)), max(assumed)
                FROM theme_draft LEFT JOIN theme_unit ON theme_unit.theme = theme_draft.theme
                GROUP BY project, counted;
                DROP TABLE theme_draft; DROP TABLE theme_unit;
                """)
    }

    /// What a project stands under, at any depth, itself included; an instrument is no programme.
    private func writeProgrammes() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE programme (project INTEGER, whole INTEGER, PRIMARY KEY (project, whole)) WITHOUT ROWID;
                INSERT INTO programme
                WITH RECURSIVE up(project, whole) AS (
                  SELECT key, key FROM compared
                  UNION
                  SELECT up.project, link.target FROM up
                  JOIN link ON link.record = up.whole AND link.field = 'part-of' AND link.absent = 0
                  JOIN record ON record.key = link.target AND record.kind IS NOT 'instrument')
                SELECT * FROM up;
                """)
    }

    /// What comes right before a project and right after it, whichever of the two says so.
    private func writeSuccessions() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE follow (project INTEGER, other INTEGER, PRIMARY KEY (project, other)) WITHOUT ROWID;
                INSERT OR IGNORE INTO follow SELECT record, target FROM link
                  WHERE field IN ('predecessor', 'successor') AND absent = 0;
                INSERT OR IGNORE INTO follow SELECT target, record FROM link
                  WHERE field IN ('predecessor', 'successor') AND absent = 0;
                """)
    }

    private var profiles: String {
        """
        INSERT INTO profile
        SELECT key, id, month_of(start_earliest), month_of(start_latest), month_of(end_earliest), month_of(end_latest),
          \(Self.list("SELECT place AS item FROM project_place WHERE project = key ORDER BY place")),
          \(Self.list("SELECT theme || ':' || printf('%!.17g', share) AS item FROM theme_share WHERE project = key ORDER BY theme")),
          \(Self.members("implementing")), \(Self.membersAbove("implementing")),
          \(Self.members("funding")), \(Self.membersAbove("funding")),
          \(Self.list("SELECT whole AS item FROM programme WHERE project = key ORDER BY whole")),
          \(Self.list("SELECT other AS item FROM follow WHERE project = key ORDER BY other"))
        FROM compared
        """
    }

    /// The items of a query in its order, a space between them.
    private static func list(_ query: String) -> String {
        "coalesce((SELECT group_concat(item, ' ') FROM (\(query))), '')"
    }

    /// Those in a role; a part beside its whole says nothing more.
    private static func members(_ role: String) -> String {
        list(
            """
            SELECT DISTINCT target AS item FROM link WHERE link.record = compared.key AND field = 'participants'
            AND role = '\(role)' AND link.absent = 0 AND NOT EXISTS (
              SELECT 1 FROM link whole JOIN containment ON inner_record = link.target
                AND outer_record = whole.target AND inner_record <> outer_record
              WHERE whole.record = link.record AND whole.field = 'participants' AND whole.role = link.role
              AND whole.absent = 0 AND NOT EXISTS (SELECT 1 FROM containment ring
                WHERE ring.inner_record = whole.target AND ring.outer_record = link.target))
            ORDER BY target
            """)
    }

    /// The members and all that they are part of.
    private static func membersAbove(_ role: String) -> String {
        list(
            """
            SELECT DISTINCT outer_record AS item FROM link JOIN containment ON inner_record = link.target
            WHERE link.record = compared.key AND field = 'participants' AND role = '\(role)' AND link.absent = 0
            ORDER BY outer_record
            """)
    }

}
