import Model

extension FixedRows {
    /// The register of conflicts, and with `ties` the relations of the other kinds beside them.
    package static func conflicts(
        _ conflicts: [Conflict], ties: [Record] = [], names: [String: RecordName] = [:]
    ) -> FixedRows {
        let columns = [
            TableColumn("title", "conflict", 24, flexible: true),
            TableColumn("kind", "kind", 18),
            TableColumn("months", "months shared", 13, rank: 1),
            TableColumn("nature", "nature", 11, rank: 2),
            TableColumn("level", "level", 23, rank: 4),
            TableColumn("over", "over", 14, flexible: true, rank: 3),
        ]
        func row(_ record: Record, _ names: [String: RecordName], _ months: SafeText, _ group: SafeText)
            -> TableRow
        {
            let themes = record.texts("themes").map { names[$0]?.short ?? SafeText($0) }.joined(
                separator: ", ")
            let terms = ["kind", "nature", "level"].map { SafeText(record.text($0) ?? "") }
            return TableRow(
                record.id, [SafeText(record.title), terms[0], months, terms[1], terms[2], themes],
                isAbsent: record.isAbsent, group: group)
        }
        let rows = conflicts.map { row($0.record, $0.names, monthsText($0), "conflicts") }
        let others = ties.map { row($0, names, "", "beside them: cooperation and other ties") }
        return FixedRows(columns: columns, rows: rows + others)
    }

    private static func monthsText(_ conflict: Conflict) -> SafeText {
        guard conflict.isDated else { return "?" }
        guard !conflict.meetings.isEmpty else { return "0" }
        let months = conflict.monthsShared
        guard let certain = months.certain else { return "no end" }
        guard let possible = months.possible else { return "\(certain) or more" }
        return possible > certain ? "\(certain) to \(possible)" : "\(certain)"
    }

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
    package static func notes(_ notes: [NoteStore.Note], names: [String: RecordName]) -> FixedRows {
        let columns = [
            TableColumn("mark", "mark", 4), TableColumn("record", "record", 20, flexible: true),
            TableColumn("note", "note", 24, flexible: true),
            TableColumn("changed", "changed (UTC)", 19, rank: 1),
        ]
        return FixedRows(
            columns: columns,
            rows: notes.map { note in
                TableRow(
                    note.record,
                    [
                        note.isMarked ? "★" : "", names[note.record]?.named ?? SafeText(note.record),
                        SafeText(note.text), SafeText(note.changed),
                    ],
                    // A note on what lies between two projects.
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
