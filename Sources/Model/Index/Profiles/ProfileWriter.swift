import GRDB

/// Fills the tables that projects are compared by: `theme_share` and `project_place`, `profile` (a project in
/// one row), and `cell`, where projects that can meet lie side by side in the order of their starts.
///
/// All projects are gone through once, each with its links. docs/ANALYSIS.md says which places and shares are meant.
struct ProfileWriter {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func write() throws {
        try writeSuccessions()
        try writeProfiles()
        try db.execute(
            sql: """
                DROP TABLE follow;
                INSERT INTO cell SELECT project_place.place, theme_share.theme, profile.start_earliest, profile.project,
                  profile.end_latest
                FROM profile JOIN project_place ON project_place.project = profile.project
                JOIN theme_share ON theme_share.project = profile.project
                WHERE NOT \(OverlapCensus.isUndated) ORDER BY 1, 2, 3, 4;
                INSERT INTO meta SELECT 'census', coalesce((\(OverlapCensus.select)), '');
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

    private func writeProfiles() throws {
        let rows = try ProfileRows(db)
        var project: ProfileDraft?
        // What the sources deny, and what is a channel and no work in the field, is compared with nothing.
        // The plus keeps SQLite from looking each field up on its own.
        try RawRow.each(
            db,
            """
            SELECT r.key, \(ProfileDraft.Tie.code), link.target, link.share,
              r.start_earliest, r.start_latest, r.end_earliest, r.end_latest
            FROM record r LEFT JOIN link ON link.record = r.key AND link.absent = 0
              AND +link.field IN ('places', 'themes', 'part-of', 'participants')
            WHERE +r.class = 'project' AND r.absent = 0 AND r.kind IS NOT 'instrument' ORDER BY r.key
            """
        ) { row in
            if row[0] != project?.key {
                if let project { try rows.write(project) }
                project = ProfileDraft(key: row[0], days: (4..<8).map { Day(rawValue: Int(row[$0])) })
            }
            if let tie = row.optional(1).flatMap(ProfileDraft.Tie.init) {
                project?.add(tie, row[2], share: row.real(3))
            }
        }
        if let project { try rows.write(project) }
    }
}
