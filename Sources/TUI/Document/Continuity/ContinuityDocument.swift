import Model

/// What came after a project: the two side by side, what lies between them, who takes over, what each record
/// says of it. Without a second project, what is said of a follow-up.
package enum ContinuityDocument {
    package static func document(_ detail: ContinuityDetail, note: NoteStore.Note? = nil) -> Document {
        var document = Document()
        guard let step = detail.steps.first else { return document }
        var marks = CitationMarks(names: detail.names)
        let first = step.from.short.fitted(to: 48)
        let title = step.to.map { first + " → " + $0.short.fitted(to: 48) } ?? first + ": what came after"
        document.add(.title([Document.Span(title)]))
        document.add(.paragraph(head(detail, step), indent: 0))
        if let note = RecordDocument.noteBlock(note) { document.add(note) }
        document.add(.blank)
        document.add(
            .pair(
                ContinuitySide.blocks(step.from, detail.from, detail.names),
                step.to.map { ContinuitySide.blocks($0, detail.to, detail.names) } ?? unnamed(detail)))
        document.add(.blank)
        addBetween(step, to: &document)
        addHandOver(step, to: &document)
        addSayings(detail, &marks, to: &document)
        if step.to != nil, let first = detail.from { addFollowUps(detail, first, &marks, to: &document) }
        addTies(detail, &marks, to: &document)
        let list = marks.list
        if !list.isEmpty {
            document.heading("citations")
            for block in list { document.add(block) }
        }
        return document
    }

    private static func head(_ detail: ContinuityDetail, _ step: ContinuityStep) -> [Document.Span] {
        var spans: [Document.Span] = []
        for one in detail.steps {
            if !spans.isEmpty { spans.append(Document.Span(" · ", .dim)) }
            if one.isAbsent { spans.append(Document.Span("not: ", .conflict)) }
            spans.append(Document.Span(one.kind.words, .accent))
        }
        if step.to != nil {
            let said: SafeText = step.saidBy.count > 1 ? "said by " : "said only by "
            let words = step.isDisputed ? "the records differ" : said + step.saidWords
            spans.append(Document.Span(" · " + words, .dim))
        }
        spans.append(Document.Span(SafeText(" · \(detail.address)"), .dim))
        return spans
    }

    /// The place of the second project when none is named.
    private static func unnamed(_ detail: ContinuityDetail) -> [Document.Block] {
        guard !detail.successors.isEmpty else {
            return [.paragraph([Document.Span("no project named", .dim)], indent: 0)]
        }
        var blocks: [Document.Block] = [
            .paragraph([Document.Span("no project named here; elsewhere, a successor:", .dim)], indent: 0)
        ]
        for step in detail.successors {
            blocks.append(.item([ContinuitySection.link(step, step.to)], indent: 0))
        }
        return blocks
    }

    // MARK: Between the two

    private static func addBetween(_ step: ContinuityStep, to document: inout Document) {
        guard let gap = step.gap else { return }
        if gap.isUnknown {
            document.field(
                "between", "cannot be told: the sources do not say when one ended or the other began", .dim)
            return
        }
        document.field("between", gap.words, .bold)
        document.field("certain", certain(gap))
        document.field("possible", possible(gap))
        let dates: SafeText =
            "the first ended " + range(step.from.extent.endEarliest, step.from.extent.endLatest)
            + "; the second began " + range(step.to?.extent.startEarliest, step.to?.extent.startLatest)
        document.field("counted from", dates, .dim)
    }

    private static func certain(_ gap: MonthGap) -> SafeText {
        if gap.isReversed { return "the dates run the other way round" }
        if gap.isEndless { return "both ran together, without an end" }
        if gap.certainGap > 0 { return months(gap.certainGap) + " in which neither ran" }
        if let overlap = gap.certainOverlap, overlap > 0 { return months(overlap) + " in which both ran" }
        return "nothing: it may be a gap or an overlap"
    }

    private static func possible(_ gap: MonthGap) -> SafeText {
        func most(_ count: Int?, _ word: SafeText) -> SafeText {
            count.map { $0 == 0 ? "no " + word : word + " of at most " + months($0) } ?? word
                + " without a bound"
        }
        return most(gap.possibleGap, "gap") + ", " + most(gap.possibleOverlap, "overlap")
    }

    private static func months(_ count: Int) -> SafeText { count == 1 ? "1 month" : "\(count) months" }

    /// `between 2005-01-01 and a day not known`.
    private static func range(_ earliest: Day?, _ latest: Day?) -> SafeText {
        func text(_ day: Day?) -> String? { day.flatMap { $0.isBounded ? $0.text : nil } }
        switch (text(earliest), text(latest)) {
        case (nil, nil): return "on a day not known"
        case (let first?, let last?): return first == last ? "on \(first)" : "from \(first) to \(last)"
        case (let first?, nil): return "on \(first) or later"
        case (nil, let last?): return "on \(last) or earlier"
        }
    }

    private static func addHandOver(_ step: ContinuityStep, to document: inout Document) {
        guard let to = step.to else { return }
        guard let handOver = step.handOver else {
            let silent = [step.from, to].filter(\.implementers.isEmpty).map(\.short).joined(
                separator: " and ")
            document.field(
                "implementers", "cannot be compared: not said in the sources of " + silent, .dim)
            return
        }
        let groups: [(SafeText, [RecordName])] = [
            ("hand over", handOver.left), ("take over", handOver.joined), ("stay", handOver.stayed),
        ]
        for (label, names) in groups where !names.isEmpty {
            document.add(.field(label, ContinuitySide.links(names)))
        }
    }

    // MARK: What the sources say

    private static func addSayings(
        _ detail: ContinuityDetail, _ marks: inout CitationMarks, to document: inout Document
    ) {
        document.heading("what the records say")
        for step in detail.steps {
            for said in detail.said(step) {
                var spans = [link(said.telling.record, detail)]
                if said.telling.isAbsent { spans.append(Document.Span(" not:", .conflict)) }
                spans.append(Document.Span(SafeText(" \(said.telling.field): ")))
                if said.telling.field == "follow-up" {
                    spans.append(Document.Span(SafeText(said.value.text), .bold))
                } else {
                    spans.append(link(said.value.text, detail))
                }
                spans.append(marks.marks(said.citations))
                if let note = said.value.note { spans.append(Document.Span(SafeText(" (\(note))"), .dim)) }
                document.add(.item(spans, indent: 0))
            }
        }
    }

    /// A link to one of the two; plain text when the dataset has no record of it.
    private static func link(_ id: String, _ detail: ContinuityDetail) -> Document.Span {
        guard let name = detail.names[id] else { return Document.Span(SafeText(id)) }
        return .link(name.short.fitted(to: 40), id)
    }

    /// What is said of a follow-up of the first project stands on the page of its successor too.
    private static func addFollowUps(
        _ detail: ContinuityDetail, _ first: Record, _ marks: inout CitationMarks, to document: inout Document
    ) {
        for value in detail.followUps {
            var spans = [link(first.id, detail)]
            if value.isAbsent { spans.append(Document.Span(" not:", .conflict)) }
            spans.append(Document.Span(" follow-up: "))
            spans.append(Document.Span(SafeText(value.text), .bold))
            spans.append(marks.marks(value.citations ?? first.citations))
            if let note = value.note { spans.append(Document.Span(SafeText(" (\(note))"), .dim)) }
            document.add(.item(spans, indent: 0))
        }
    }

    private static func addTies(
        _ detail: ContinuityDetail, _ marks: inout CitationMarks, to document: inout Document
    ) {
        guard !detail.ties.isEmpty else { return }
        document.heading("support and authority around the first")
        for tie in detail.ties {
            var spans = tie.isAbsent ? [Document.Span("not: ", .conflict)] : []
            spans.append(Document.Span(SafeText((tie.text("kind") ?? "") + "  "), .dim))
            spans.append(.link(SafeText(tie.title), tie.id))
            spans.append(marks.marks(tie.citations))
            document.add(.item(spans, indent: 0))
        }
    }
}
