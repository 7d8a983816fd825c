import Model

/// A record on a page: every attribute with its citations, what is unknown as unknown, what the sources
/// disagree about, and what stands around it.
package enum RecordDocument {
    /// - Parameters:
    ///   - sections: what stands before what is around the record.
    ///   - computed: what is computed of it, after what is around it.
    package static func document(
        _ detail: RecordDetail, note: NoteStore.Note? = nil, sections: [Document.Block] = [],
        computed: [Document.Block] = []
    ) -> Document {
        var page = Page(detail: detail)
        page.head(note)
        page.fields()
        page.discrepancies()
        page.document.blocks += sections
        page.neighbours()
        page.document.blocks += computed
        page.rests()
        page.citations()
        return page.document
    }

    /// What stands around a record: what the sources disagree about, and what refers to it.
    static func surroundings(_ detail: RecordDetail, _ marks: inout CitationMarks) -> [Document.Block] {
        var page = Page(detail: detail, marks: marks)
        page.discrepancies()
        page.neighbours()
        marks = page.marks
        return page.document.blocks
    }

    /// What the user makes of a pair, or how to say it.
    static func verdictBlock(_ note: NoteStore.Note?) -> Document.Block {
        guard let verdict = note?.verdict else {
            return .field("my verdict", [Document.Span("none yet: d keeps one, M a remark", .dim)])
        }
        return .field("my verdict", [Document.Span(SafeText(verdict), .bold)])
    }

    /// The user's own mark and note on a record, as a line of its page.
    static func noteBlock(_ note: NoteStore.Note?) -> Document.Block? {
        guard let note, note.isMarked || !note.text.isEmpty else { return nil }
        let text = note.text.isEmpty ? "marked" : note.text
        return .field(note.isMarked ? "★ my note" : "my note", [Document.Span(SafeText(text))])
    }
}

private struct Page {
    let detail: RecordDetail
    var document = Document()
    var marks: CitationMarks

    init(detail: RecordDetail, marks: CitationMarks? = nil) {
        self.detail = detail
        self.marks = marks ?? CitationMarks(names: detail.names)
    }

    private var record: Record { detail.record }

    // MARK: Head

    mutating func head(_ note: NoteStore.Note?) {
        var title = [Document.Span(SafeText(record.title))]
        if let acronym = record.acronym, acronym != record.title {
            title.append(Document.Span(SafeText(" (\(acronym))")))
        }
        document.add(.title(title))
        var kind = [record.recordClass.rawValue]
        if let text = record.text("kind") ?? record.text("type"), text != kind[0] { kind.append(text) }
        if record.isAbsent { kind.append("the sources say that it did not take place") }
        var line = [
            Document.Span(SafeText(kind.joined(separator: " · ")), record.isAbsent ? .conflict : .dim)
        ]
        line.append(Document.Span(SafeText(" · \(record.id)"), .dim))
        line.append(marks.marks(record.citations))
        document.add(.paragraph(line, indent: 0))
        if let note = RecordDocument.noteBlock(note) { document.add(note) }
        document.add(.blank)
    }

    // MARK: Fields

    mutating func fields() {
        for field in record.recordClass.fields {
            let values = record.values(field.key)
            if values.isEmpty {
                if field.isExpected { document.field(SafeText(field.label), "not said in the sources", .dim) }
                continue
            }
            // The title stands in the head already, unless several are attested.
            let isInHead = [record.recordClass.titleField, "acronym", "kind", "type"].contains(field.key)
            if isInHead && values.count == 1 && values[0].isPlain { continue }
            switch field.kind {
            case .participants: participants(field, values)
            case .attestations: attestations(field, values)
            default: self.values(field, values)
            }
        }
        if let note = record.note { document.field("remark", SafeText(note), .dim) }
    }

    private mutating func values(_ field: Field, _ values: [Value]) {
        let isInline: Bool
        switch field.kind {
        case .reference, .speakers:
            isInline = values.allSatisfy(\.isPlain)
        default: isInline = false
        }
        if isInline {
            var spans: [Document.Span] = []
            for value in values { spans += (spans.isEmpty ? [] : [", "]) + content(field, value) }
            document.add(.field(SafeText(field.label), spans))
            return
        }
        for (index, value) in values.enumerated() {
            document.add(.field(index == 0 ? SafeText(field.label) : "", attested(field, value)))
        }
    }

    /// A value, whether it is denied, its marks and its remark.
    private mutating func attested(_ field: Field, _ value: Value) -> [Document.Span] {
        var spans = value.isAbsent ? [Document.Span("not: ", .conflict)] : []
        spans += content(field, value)
        if let share = value.share { spans.append(Document.Span(SafeText(" \(share) %"), .dim)) }
        if let citations = value.citations { spans.append(marks.marks(citations)) }
        if let note = value.note { spans.append(Document.Span(SafeText(" (\(note))"), .dim)) }
        return spans
    }

    private func content(_ field: Field, _ value: Value) -> [Document.Span] {
        switch field.kind {
        case .reference:
            return [.link(detail.title(value.text), value.text)]
        case .speakers:
            let role = value.participant.map { ", \($0.role)" } ?? ""
            return [.link(detail.title(value.text), value.text), Document.Span(SafeText(role))]
        case .money:
            let kind = value.money?.kind.map { [Document.Span(SafeText(" \($0)"), .dim)] } ?? []
            return [Document.Span(SafeText(value.money?.text ?? value.text))] + kind
        case .date, .period:
            let words = PeriodWords.text(value.text)
            if words.string == value.text { return [Document.Span(words)] }
            return [Document.Span(words), Document.Span(SafeText("  \(value.text)"), .dim)]
        case .footnotes:
            let numbers = (value.footnotes ?? []).map { "n\($0)" }.joined(separator: " ")
            return [.link(SafeText(value.text), value.text), Document.Span(SafeText(" \(numbers)"))]
        default:
            // One language needs no word.
            let languages = Set(record.values(field.key).map(\.language))
            let language = languages.count > 1 ? value.language : nil
            let published = [language, value.code].compactMap { $0 }.filter { $0 != value.text }
            guard !published.isEmpty else { return [Document.Span(SafeText(value.text))] }
            let words = SafeText("  \(published.joined(separator: ", "))")
            return [Document.Span(SafeText(value.text)), Document.Span(words, .dim)]
        }
    }

    private mutating func participants(_ field: Field, _ values: [Value]) {
        // Files may name roles that no list has.
        let others = Set(values.compactMap(\.participant?.role)).subtracting(Vocabulary.role.terms)
        for role in Vocabulary.role.terms + others.sorted() {
            let members = values.filter { $0.participant?.role == role }
            for (index, value) in members.enumerated() {
                var spans = value.isAbsent ? [Document.Span("not: ", .conflict)] : []
                spans.append(.link(detail.title(value.text), value.text))
                if let via = value.participant?.via {
                    spans += [" through ", .link(detail.title(via), via)]
                }
                if let activity = value.participant?.activity, activity != record.id {
                    spans += [", in its activity ", .link(detail.title(activity), activity)]
                }
                if let period = value.participant?.period {
                    spans.append(Document.Span(SafeText(", \(PeriodWords.text(period).string)")))
                }
                if let citations = value.citations { spans.append(marks.marks(citations)) }
                if let note = value.note { spans.append(Document.Span(SafeText(" (\(note))"), .dim)) }
                document.add(.field(index == 0 ? SafeText(role) : "", spans))
            }
        }
        for expected in ["funding", "implementing"]
        where !values.contains(where: { $0.participant?.role == expected }) {
            document.field(SafeText(expected), "not said in the sources", .dim)
        }
    }

    private mutating func attestations(_ field: Field, _ values: [Value]) {
        document.add(.paragraph([Document.Span(SafeText(field.label), .dim)], indent: 0))
        for value in values { document.add(.item(attested(field, value), indent: 2)) }
    }

    // MARK: Around it

    mutating func discrepancies() {
        guard !detail.discrepancies.isEmpty else { return }
        document.heading("the sources disagree, or leave open")
        for discrepancy in detail.discrepancies {
            let kind = discrepancy.text("kind") ?? "discrepancy"
            document.add(
                .item(
                    [
                        Document.Span(SafeText("\(kind): "), kind == "contradiction" ? .bold : .plain),
                        .link(SafeText(discrepancy.title), discrepancy.id),
                    ], indent: 0))
            for value in discrepancy.values("values") {
                var spans = [Document.Span("“"), Document.Span(SafeText(value.text)), Document.Span("”")]
                spans.append(marks.marks(value.citations ?? discrepancy.citations))
                document.add(.item(spans, indent: 4))
            }
        }
    }

    mutating func neighbours() {
        let groups: [(SafeText, (RecordDetail.Referrer) -> Bool)] = [
            ("projects", { $0.name.recordClass == .project && $0.field == "participants" }),
            (
                "projects under it, before and after it",
                {
                    $0.name.recordClass == .project && $0.field != "participants" && $0.field != "themes"
                        && $0.field != "places"
                }
            ),
            (
                "projects in this field",
                { $0.name.recordClass == .project && ["themes", "places"].contains($0.field) }
            ),
            ("conflicts", { $0.name.recordClass == .relation && $0.isConflict }),
            (
                "other relations",
                { $0.name.recordClass == .relation && !$0.isConflict && $0.field != "said-by" }
            ),
            ("money", { $0.name.recordClass == .flow }),
            (
                "parts and people",
                {
                    $0.name.recordClass == .organisation || $0.name.recordClass == .place
                        || $0.name.recordClass == .theme
                }
            ),
            ("events", { $0.name.recordClass == .event }),
            ("interviews and works", { $0.name.recordClass == .source }),
            ("findings", { $0.name.recordClass == .finding && $0.field != "said-by" }),
        ]
        for (title, belongs) in groups {
            var seen = Set<String>()
            let members = detail.referrers.filter(belongs)
            let shown = members.filter { seen.insert("\($0.name.id) \($0.role ?? "")").inserted }
            guard !shown.isEmpty else { continue }
            let omitted = detail.omitted.filter { belongs($0.like) }.map(\.count).reduce(0, +)
            document.heading("\(title.string) (\(Set(shown.map(\.name.id)).count + omitted))")
            for member in shown { document.add(.item(line(member), indent: 0)) }
            if omitted > 0 { document.add(detail.more(omitted, shown[0].name.recordClass)) }
        }
    }

    private func line(_ referrer: RecordDetail.Referrer) -> [Document.Span] {
        var spans = referrer.isAbsent ? [Document.Span("not: ", .conflict)] : []
        if let date = referrer.date { spans.append(Document.Span(SafeText("\(date)  "), .dim)) }
        spans.append(.link(referrer.name.title, referrer.name.id))
        let remarks = [referrer.role, referrer.name.recordClass == .relation ? referrer.name.kind : nil]
            .compactMap { $0 }
        if !remarks.isEmpty {
            spans.append(Document.Span(SafeText("  \(remarks.joined(separator: ", "))"), .dim))
        }
        return spans
    }

    /// For a source: the facts that rest on it, under the records whose facts they are.
    mutating func rests() {
        guard !detail.rests.isEmpty else { return }
        let records = Set(detail.rests.map(\.name.id)).count
        let facts = detail.omittedRests > 0 ? ", \(detail.rests.count + detail.omittedRests) facts" : ""
        document.heading("what rests on it (\(records) records\(facts))")
        var last: String?
        for rest in detail.rests {
            let field = rest.field.isEmpty ? "" : "\(rest.field): "
            let detail = "\(field)\(rest.locator)" + (rest.basis == "stated" ? "" : ", \(rest.basis)")
            if rest.name.id == last {
                document.add(.paragraph([Document.Span(SafeText(detail), .dim)], indent: 4))
                continue
            }
            last = rest.name.id
            document.add(
                .item(
                    [
                        Document.Span(SafeText("\(rest.name.recordClass.rawValue) "), .dim),
                        .link(rest.name.title, rest.name.id), Document.Span(SafeText("  \(detail)"), .dim),
                    ], indent: 0))
        }
        if detail.omittedRests > 0 {
            document.add(
                .paragraph([Document.Span("and more: show --format json gives all", .dim)], indent: 0))
        }
    }

    mutating func citations() {
        let list = marks.list
        guard !list.isEmpty else { return }
        document.heading("citations")
        for block in list { document.add(block) }
    }
}
