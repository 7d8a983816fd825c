import Model

extension FixedRows {
    /// The answers of a search.
    package static func hits(_ hits: [Hit]) -> FixedRows {
        let columns = [
            TableColumn("kind", "what", 12), TableColumn("name", "name", 24, flexible: true),
            TableColumn("snippet", "where it matches", 24, flexible: true, rank: 1),
        ]
        return FixedRows(
            columns: columns,
            rows: hits.map { hit in
                TableRow(hit.name.id, [SafeText(hit.name.recordClass.rawValue), hit.name.named, hit.snippet])
            })
    }

    /// The user's own marks and notes.
    package static func notes(_ notes: [NoteStore.Note], names: [String: SafeText]) -> FixedRows {
        let columns = [
            TableColumn("mark", "mark", 4), TableColumn("record", "record", 20, flexible: true),
            TableColumn("verdict", "verdict", 10), TableColumn("note", "note", 24, flexible: true),
            TableColumn("changed", "changed (UTC)", 19, rank: 1),
        ]
        return FixedRows(
            columns: columns,
            rows: notes.map { note in
                TableRow(
                    note.record,
                    [
                        note.isMarked ? "★" : "", names[note.record] ?? SafeText(note.record),
                        SafeText(note.verdict ?? ""), SafeText(note.text), SafeText(note.changed),
                    ],
                    // A note on what a project is said to be followed by.
                    target: names[note.record] == nil && note.record.contains("+")
                        ? View(.continuity, note.record) : nil)
            })
    }
}

extension RecordName {
    /// `BOMCA  Border Management in Central Asia`; the title alone when there is no acronym.
    package var named: SafeText {
        guard let acronym, acronym != title else { return title }
        return acronym + "  " + title
    }
}
