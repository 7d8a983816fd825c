import Model

/// Two organisations face to face: the pairs of their projects that overlap, the strongest first.
package enum OrganisationPairDocument {
    package static func document(
        _ one: RecordName, _ other: RecordName, register: OverlapRegister, documented: [RecordName] = [],
        note: NoteStore.Note? = nil
    ) -> Document {
        var document = Document()
        document.add(.title([Document.Span(one.short + " × " + other.short)]))
        document.add(
            .paragraph(
                [
                    .link(one.title, one.id), Document.Span(" and ", .dim), .link(other.title, other.id),
                    Document.Span(SafeText(" · \(Overlap.id(one.id, other.id))"), .dim),
                ], indent: 0))
        document.add(RecordDocument.verdictBlock(note))
        if let block = RecordDocument.noteBlock(note) { document.add(block) }
        document.heading("overlaps of projects that they pay for, or implement")
        if register.pairs.isEmpty {
            document.add(.paragraph([Document.Span("none that can be computed", .dim)], indent: 0))
        }
        for pair in register.pairs { document.add(.item(line(pair, register), indent: 0)) }
        if !register.isComplete {
            document.add(.paragraph([Document.Span("… and more: not all were looked at", .dim)], indent: 0))
        }
        document.add(.blank)
        document.field(
            "score", "months × place × theme of each pair; that of the two is that of the first", .dim)
        if !documented.isEmpty {
            document.heading("documented as a rivalry of the two, or of what they are part of")
            for name in documented { document.add(.item([.link(name.title, name.id)], indent: 0)) }
        }
        return document
    }

    /// What is computed between the parties of a documented rivalry that names no projects.
    static func register(of register: OverlapRegister) -> [Document.Block] {
        guard !register.pairs.isEmpty else { return [] }
        var document = Document()
        document.heading("what is computed between projects of the two")
        for pair in register.pairs.prefix(12) { document.add(.item(line(pair, register), indent: 0)) }
        return [.blank] + document.blocks
    }

    /// One pair: both projects, the score, months and themes, ties.
    static func line(_ pair: OverlapRegister.Pair, _ register: OverlapRegister) -> [Document.Span] {
        let overlap = pair.overlap
        let names = [overlap.first, overlap.second].map {
            (register.names[$0.key]?.short ?? SafeText($0.id)).fitted(to: 32)
        }
        let themes = overlap.sharedThemes.compactMap { register.names[$0.theme]?.short.string }
        let ties = overlap.ties.map(\.word)
        return [
            Document.Span(names.joined(separator: " × "), .link, target: .record(overlap.id)),
            Document.Span("  " + pair.score.words, .bold),
            Document.Span(
                SafeText(
                    "  months \(OverlapWords.months(overlap.time).string) · \(themes.joined(separator: ", "))"
                ),
                .dim),
            Document.Span(SafeText(ties.isEmpty ? "" : " · \(ties.joined(separator: ", "))"), .accent),
        ]
    }
}
