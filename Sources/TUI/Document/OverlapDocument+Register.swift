import Model

extension OverlapDocument {
    /// What is computed of the pairs of projects that a documented conflict sets against each other.
    static func register(of comparisons: [Comparison]) -> [Document.Block] {
        guard !comparisons.isEmpty else { return [] }
        var document = Document()
        document.heading("what is computed of each pair")
        for comparison in comparisons { document.add(.item(line(comparison), indent: 0)) }
        return [.blank] + document.blocks
    }

    private static func line(_ comparison: Comparison) -> [Document.Span] {
        let title = comparison.projects.map { $0.short.fitted(to: 28) }.joined(separator: " × ")
        var spans = [Document.Span(title, .link, target: .record(comparison.id))]
        if let overlap = comparison.overlap {
            let score = overlap.score(Overlap.Component.usual)
            let word = comparison.reasons.isEmpty ? "" : "would be "
            spans.append(Document.Span("  \(word)\(score.words.string)"))
            let figures = [overlap.place.share, overlap.theme].map(OverlapWords.figure)
            let months = OverlapWords.range(overlap.time.least, overlap.time.greatest).string
            spans.append(
                Document.Span(
                    SafeText(" = months \(months) × place \(figures[0]) × theme \(figures[1])"), .dim))
        }
        if let rank = comparison.rank {
            spans.append(Document.Span(SafeText(" · number \(rank.place) of \(rank.of)"), .dim))
        }
        let names = Dictionary(
            comparison.projects.map { ($0.id, $0.short) } + comparison.names.values.map { ($0.id, $0.short) },
            uniquingKeysWith: { first, _ in first })
        for reason in comparison.reasons {
            let words = OverlapWords.reason(reason, names)
            spans.append(Document.Span("; " + words, .dim))
        }
        return spans
    }
}
