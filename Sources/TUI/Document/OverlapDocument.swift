import Model

/// Two projects that work over each other, face to face: the score, and where each figure of it comes from.
package struct OverlapDocument {
    private let comparison: Comparison
    private let components: Set<Overlap.Component>
    private let note: NoteStore.Note?
    private var document = Document()

    package static func document(
        _ comparison: Comparison, components: Set<Overlap.Component> = Overlap.Component.usual,
        note: NoteStore.Note? = nil
    ) -> Document {
        var page = OverlapDocument(comparison: comparison, components: components, note: note)
        page.head()
        page.sides()
        page.score()
        page.months()
        page.places()
        page.themes()
        page.ties()
        page.register()
        return page.document
    }

    private init(comparison: Comparison, components: Set<Overlap.Component>, note: NoteStore.Note?) {
        self.comparison = comparison
        self.components = components
        self.note = note
    }

    // MARK: Who

    private mutating func head() {
        document.add(.title([Document.Span(comparison.projects.map(\.short).joined(separator: " × "))]))
        let isRivalry = comparison.reasons.isEmpty && comparison.overlap != nil
        let isTied = comparison.overlap?.isCoordinated == true
        let word: Document.Span =
            !isRivalry
            ? Document.Span(
                comparison.isOfDonors
                    ? "an overlap of donors, not of implementers" : "no overlap is computed",
                .dim)
            : isTied ? Document.Span("overlap with a tie", .accent) : Document.Span("⚔ overlap", .conflict)
        var line = [word]
        if let rank = comparison.rank {
            line.append(
                Document.Span(
                    SafeText(" · number \(rank.place) of \(rank.of) by months × place × theme"), .dim))
        }
        line.append(Document.Span(SafeText(" · \(comparison.id)"), .dim))
        document.add(.paragraph(line, indent: 0))
        document.add(RecordDocument.verdictBlock(note))
        if let block = RecordDocument.noteBlock(note) { document.add(block) }
        document.add(.blank)
    }

    private mutating func sides() {
        let sides = comparison.projects.indices.map(side)
        document.add(.pair(sides[0], sides[1]))
        document.add(.blank)
    }

    private func side(_ index: Int) -> [Document.Block] {
        let project = comparison.projects[index]
        var blocks: [Document.Block] = [
            .paragraph(
                [Document.Span(project.title, Style(.accent, bold: true), target: .record(project.id))],
                indent: 0)
        ]
        let profile = comparison.profiles.first { $0.id == project.id }
        blocks.append(.paragraph(named("implemented by ", profile?.implementers), indent: 0))
        blocks.append(.paragraph(named("funded by ", profile?.funders), indent: 0))
        blocks.append(
            .paragraph(
                [Document.Span(comparison.extents[index].words)], indent: 0))
        return blocks
    }

    private func named(_ label: SafeText, _ keys: [Int64]?) -> [Document.Span] {
        let names = comparison.names(keys ?? [])
        if names.isEmpty { return [Document.Span(label + "?", .dim)] }
        return [Document.Span(label, .dim)] + links(names)
    }

    private func links(_ names: [RecordName]) -> [Document.Span] {
        names.enumerated().flatMap { index, name in
            (index == 0 ? [] : [Document.Span(", ")]) + [.link(name.short, name.id)]
        }
    }

    // MARK: The score and its parts

    private mutating func score() {
        let names = Dictionary(
            comparison.projects.map { ($0.id, $0.short) } + comparison.names.values.map { ($0.id, $0.short) },
            uniquingKeysWith: { first, _ in first })
        for (index, reason) in comparison.reasons.enumerated() {
            document.field(index == 0 ? "why not" : "", OverlapWords.reason(reason, names))
        }
        guard let overlap = comparison.overlap else { return }
        let score = overlap.score(components)
        var factors: [String] = []
        if components.contains(.months) {
            factors.append("months \(OverlapWords.range(overlap.time.least, overlap.time.greatest).string)")
        }
        if components.contains(.place) {
            factors.append("place \(OverlapWords.figure(overlap.place.share))")
        }
        if components.contains(.theme) { factors.append("theme \(OverlapWords.figure(overlap.theme))") }
        if components.contains(.ties) { factors.append("ties \(overlap.isCoordinated ? 0 : 1)") }
        let label: SafeText = comparison.reasons.isEmpty ? "score" : "it would be"
        document.add(
            .field(
                label,
                [
                    Document.Span(score.words, .bold),
                    Document.Span(SafeText(" = " + factors.joined(separator: " × "))),
                ]))
    }

    private mutating func months() {
        document.heading("months")
        guard let time = comparison.time else {
            document.field("shared", "cannot be told", .dim)
            return
        }
        if let certain = time.months.certain {
            document.field("certain", "\(certain.words.string) (\(OverlapWords.counted(certain)))")
        } else if time.certainty == .certain {
            document.field("certain", "some, whatever the dates are; which ones cannot be named")
        } else {
            document.field("certain", "none: they may have missed each other", .dim)
        }
        if let possible = time.months.possible, possible != time.months.certain {
            document.field("possible", "\(possible.words.string) (\(OverlapWords.counted(possible)))")
        }
        document.add(
            .field(
                "share",
                [
                    Document.Span(OverlapWords.range(time.least, time.greatest), .bold),
                    Document.Span(SafeText(" of the shorter: \(OverlapWords.shares(time))"), .dim),
                ]))
    }

    private mutating func places() {
        document.heading("places")
        guard let place = comparison.place else {
            document.field("shared", "cannot be told", .dim)
            return
        }
        let shared = comparison.names(place.shared)
        document.add(.field("shared", shared.isEmpty ? [Document.Span("none", .dim)] : links(shared)))
        document.add(
            .field(
                "share",
                [
                    Document.Span(SafeText(OverlapWords.figure(place.share)), .bold),
                    Document.Span(
                        SafeText(
                            " = \(place.shared.count) of the \(min(place.first, place.second)) in the smaller area (\(place.first) and \(place.second))"
                        ), .dim),
                ]))
    }

    private mutating func themes() {
        document.heading("themes")
        guard let themes = comparison.themes else {
            document.field("shared", "cannot be told", .dim)
            return
        }
        if themes.isEmpty { document.field("shared", "none", .dim) }
        for theme in themes {
            let name = comparison.names[theme.theme]
            let figures = [theme.first, theme.second].map(OverlapWords.figure)
            document.add(
                .item(
                    [
                        .link(name?.title ?? "?", name?.id ?? ""),
                        Document.Span(
                            SafeText(
                                "  the smaller of \(figures[0]) and \(figures[1]): \(OverlapWords.figure(min(theme.first, theme.second)))"
                            ), .dim),
                    ], indent: 0))
        }
        let sum = themes.reduce(0) { $0 + min($1.first, $1.second) }
        document.add(
            .field(
                "sum",
                [
                    Document.Span(SafeText(OverlapWords.figure(sum)), .bold),
                    Document.Span(
                        " of each project; divided evenly among its themes where no share is said", .dim),
                ]))
    }

    private mutating func ties() {
        document.heading("ties")
        let ties = comparison.ties
        if ties.isEmpty {
            document.add(.paragraph([Document.Span("no tie is recorded between the two", .dim)], indent: 0))
        }
        for tie in ties {
            let names = comparison.names(tie.records)
            let rest = names.isEmpty ? [] : [Document.Span(": ")] + titles(names)
            document.add(.item([Document.Span(SafeText(tie.word), .accent)] + rest, indent: 0))
        }
        let funders = comparison.profiles.count == 2 ? sharedFunders : []
        if !funders.isEmpty && !ties.contains(where: { $0.kind == .coFunding }) {
            let label = Document.Span("paid for by the same: ", .dim)
            let remark = Document.Span(" (alone no coordination)", .dim)
            document.add(.item([label] + links(funders) + [remark], indent: 0))
        }
    }

    private var sharedFunders: [RecordName] {
        let second = Set(comparison.profiles[1].funders)
        return comparison.names(comparison.profiles[0].funders.filter(second.contains))
    }

    private mutating func register() {
        if !comparison.documented.isEmpty {
            document.heading("documented as a rivalry of the two")
            for name in comparison.documented { document.add(.item(titles([name]), indent: 0)) }
        }
        if !comparison.around.isEmpty {
            document.heading("documented between those who implement or pay")
            for name in comparison.around { document.add(.item(titles([name]), indent: 0)) }
        }
    }

    private func titles(_ names: [RecordName]) -> [Document.Span] {
        names.enumerated().flatMap { index, name in
            (index == 0 ? [] : [Document.Span(", ")]) + [.link(name.title, name.id)]
        }
    }
}
