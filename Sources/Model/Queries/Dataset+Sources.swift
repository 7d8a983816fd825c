import GRDB

extension Dataset {
    /// The sources that a record rests on: where its facts stand, whose word they are, and what the footnotes
    /// cite that stand at them. Of a source, itself.
    package func sources(of id: String) throws -> [String] {
        try read { db in
            try SQLRequest<String>(
                literal: """
                    WITH me AS (SELECT key, class FROM record WHERE id = \(id)),
                    mine AS (SELECT * FROM citation WHERE record = (SELECT key FROM me))
                    SELECT s.id FROM record s WHERE s.class = 'source' AND (
                      s.key = (SELECT key FROM me)
                      OR ((SELECT class FROM me) <> 'source' AND s.key IN (
                        SELECT source FROM mine
                        UNION SELECT said_by FROM mine
                        UNION SELECT cited_in.cited FROM mine
                          JOIN footnote ON footnote.citation = mine.key
                          JOIN cited_in ON cited_in.source = footnote.source AND cited_in.number = footnote.number)))
                    ORDER BY s.id
                    """
            ).fetchAll(db)
        }
    }

    /// The roles in which an organisation takes part in projects.
    package func roles(of id: String) throws -> [String] {
        try read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT role FROM link WHERE field = 'participants' AND absent = 0
                    AND target = (SELECT key FROM record WHERE id = \(id)) ORDER BY role
                    """
            ).fetchAll(db)
        }
    }
}
