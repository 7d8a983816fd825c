import Model

/// A conflict, or another relation, face to face: the parties, their projects, the months that they share,
/// what came of it and who says so.
package enum ConflictDocument {
    package static func document(
        _ conflict: Conflict, counterparts: [RecordName], computed: [Document.Block] = [],
        detail: RecordDetail,
        note: NoteStore.Note?
    ) -> Document {
        let record = conflict.record
        var document = Document()
        var marks = CitationMarks(names: conflict.names.merging(detail.names) { $1 })
        document.add(.title([Document.Span(SafeText(record.title))]))
        document.add(.paragraph(kindLine(record, &marks), indent: 0))
        if note?.verdict != nil { document.add(RecordDocument.verdictBlock(note)) }
        if let note = RecordDocument.noteBlock(note) { document.add(note) }
        document.add(.blank)
        addSides(conflict, to: &document)
        addMonths(conflict, to: &document)
        addTexts(record, "consequence", "what came of it", &marks, to: &document)
        addVoices(conflict, to: &document)
        for (field, label) in [("themes", "over"), ("places", "where")] {
            addLinks(record.values(field), SafeText(label), conflict, to: &document)
        }
        for period in record.values("period") {
            let told = [Document.Span(PeriodWords.text(period.text)), marks.marks(period.citations ?? [])]
            document.add(.field("when", told))
        }
        addTexts(record, "description", "what", &marks, to: &document)
        addChannels(conflict, to: &document)
        addMeetings(conflict, to: &document)
        document.blocks += computed
        if !counterparts.isEmpty {
            document.heading("beside it: how they also work together")
            for name in counterparts {
                let kind = Document.Span("  " + SafeText(name.kind ?? ""), .dim)
                document.add(.item([.link(name.title, name.id), kind], indent: 0))
            }
        }
        let around = RecordDocument.surroundings(detail, &marks)
        if !around.isEmpty { document.blocks += [.blank] + around }
        _ = marks.marks(record.citations)
        document.heading("evidence")
        for block in marks.list { document.add(block) }
        if let note = record.note { document.field("remark", SafeText(note), .dim) }
        return document
    }

    private static func addTexts(
        _ record: Record, _ field: String, _ label: SafeText, _ marks: inout CitationMarks,
        to document: inout Document
    ) {
        for (index, value) in record.values(field).enumerated() {
            var spans = value.isAbsent ? [Document.Span("not: ", .conflict)] : []
            spans.append(Document.Span(SafeText(value.text)))
            spans.append(marks.marks(value.citations ?? record.citations))
            document.add(.field(index == 0 ? label : "", spans))
        }
    }

    private static func kindLine(_ record: Record, _ marks: inout CitationMarks) -> [Document.Span] {
        let kind = record.text("kind") ?? "relation"
        let isConflict = Vocabulary.conflictKinds.contains(kind)
        var spans = [
            Document.Span(isConflict ? "⚔ \(kind)" : SafeText(kind), isConflict ? .conflict : .accent)
        ]
        for field in ["level", "nature"] {
            spans.append(Document.Span(" · ", .dim))
            if let text = record.text(field) {
                spans.append(Document.Span(SafeText(text)))
                spans.append(marks.marks(record.values(field).first?.citations ?? []))
            } else {
                spans.append(Document.Span(SafeText("\(field) not said"), .dim))
            }
        }
        if record.isAbsent { spans.append(Document.Span(" · the sources say that there is none", .conflict)) }
        spans.append(Document.Span(SafeText(" · \(record.id)"), .dim))
        return spans
    }

    private static func addSides(_ conflict: Conflict, to document: inout Document) {
        let sides = conflict.sides.map(side)
        // Two face each other; of three and more each stands by itself.
        if sides.count == 2 {
            document.add(.pair(sides[0], sides[1]))
        } else {
            for side in sides {
                for block in side { document.add(block) }
            }
        }
        if !conflict.common.isEmpty {
            document.add(.blank)
            document.add(.paragraph([Document.Span("projects of both, or of neither", .dim)], indent: 0))
            for project in conflict.common { document.add(self.project(project)) }
        }
        document.add(.blank)
    }

    private static func side(_ side: Conflict.Side) -> [Document.Block] {
        var blocks: [Document.Block] = []
        var name = [
            Document.Span(side.party.short, Style(.accent, bold: true), target: .record(side.party.id))
        ]
        if let acronym = side.party.acronym, acronym != side.party.title {
            name.append(Document.Span("  \(side.party.title.string)", .dim))
        }
        blocks.append(.paragraph(name, indent: 0))
        for mandate in side.mandate {
            let label = Document.Span(mandate.isAbsent ? "no mandate: " : "mandate: ", .dim)
            blocks.append(.paragraph([label, Document.Span(SafeText(mandate.text))], indent: 0))
        }
        if side.projects.isEmpty {
            blocks.append(.paragraph([Document.Span("no project named", .dim)], indent: 0))
        }
        for project in side.projects { blocks.append(self.project(project)) }
        return blocks
    }

    private static func project(_ project: Conflict.Project) -> Document.Block {
        let dates: SafeText
        if project.start != nil || project.end != nil {
            dates = "\(project.start ?? "?") – \(project.end ?? "?")"
        } else if let seen = project.seen.first {
            dates = "seen \(seen)"
        } else {
            dates = "no dates said"
        }
        return .entry(.link(project.name.short, project.name.id), remark: dates)
    }

    /// How the money came to each project, where the sources say it.
    private static func addChannels(_ conflict: Conflict, to document: inout Document) {
        let projects = (conflict.sides.flatMap(\.projects) + conflict.common).filter { !$0.channel.isEmpty }
        guard !projects.isEmpty else { return }
        document.heading("how the money came")
        for project in projects {
            let channel = Document.Span(": " + project.channel.joined(separator: " "))
            document.add(
                .item([.link(project.name.short.fitted(to: 40), project.name.id), channel], indent: 0))
        }
    }

    private static func addMonths(_ conflict: Conflict, to document: inout Document) {
        guard conflict.isDated else {
            document.field("months shared", "cannot be told: the sources do not date both sides", .dim)
            return
        }
        guard !conflict.meetings.isEmpty else {
            document.field("months shared", "none: the dated projects of the two sides never met", .bold)
            return
        }
        let months = conflict.monthsShared
        let spans = conflict.certainSpans
        let when =
            spans.isEmpty || spans.count > 3 ? "" : " (\(spans.map(\.words.string).joined(separator: "; ")))"
        var told = "certain without a bound\(when)"
        if let certain = months.certain {
            let possible = months.possible.map { $0 > certain ? ", up to \($0) possible" : "" }
            told = "\(certain) certain\(when)\(possible ?? ", possibly more without a bound")"
        }
        document.field("months shared", SafeText(told), .bold)
    }

    private static func addMeetings(_ conflict: Conflict, to document: inout Document) {
        guard !conflict.meetings.isEmpty else { return }
        document.heading("the months, pair by pair")
        for meeting in conflict.meetings {
            var spans: [Document.Span] = [
                .link(conflict.short(meeting.first).fitted(to: 32), meeting.first), " × ",
                .link(conflict.short(meeting.second).fitted(to: 32), meeting.second),
            ]
            if let certain = meeting.months.certain {
                spans.append(Document.Span("  \(certain.words.string)"))
                spans.append(Document.Span(SafeText(" (\(OverlapWords.counted(certain)), certain)"), .dim))
            }
            if let possible = meeting.months.possible, possible != meeting.months.certain {
                spans.append(Document.Span("  possibly \(possible.words.string)", .dim))
                spans.append(Document.Span(SafeText(" (\(OverlapWords.counted(possible)))"), .dim))
            }
            document.add(.item(spans, indent: 0))
        }
    }

    private static func addLinks(
        _ values: [Value], _ label: SafeText, _ conflict: Conflict, to document: inout Document
    ) {
        guard !values.isEmpty else { return }
        var spans: [Document.Span] = []
        for value in values {
            if !spans.isEmpty { spans.append(", ") }
            spans.append(.link(conflict.names[value.text]?.title ?? SafeText(value.text), value.text))
        }
        document.add(.field(label, spans))
    }

    private static func addVoices(_ conflict: Conflict, to document: inout Document) {
        guard !conflict.voices.isEmpty else { return }
        for (index, voice) in conflict.voices.enumerated() {
            var spans: [Document.Span] = [.link(voice.source.title, voice.source.id)]
            if !voice.speakers.isEmpty {
                spans.append(
                    Document.Span("  speaking: \(voice.speakers.joined(separator: ", ").string)", .dim))
            }
            if voice.isParty { spans.append(Document.Span("  a party's own word", .conflict)) }
            document.add(.field(index == 0 ? "who says so" : "", spans))
        }
    }
}

extension Conflict {
    fileprivate func short(_ id: String) -> SafeText { names[id]?.short ?? SafeText(id) }
}
