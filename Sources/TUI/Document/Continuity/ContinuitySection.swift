import Model

/// What came before and after a project, as a part of its page.
package enum ContinuitySection {
    /// A line a step; empty when the sources name none.
    package static func blocks(_ steps: [ContinuityStep], of project: String) -> [Document.Block] {
        let lines = steps.compactMap { line($0, project) }
        return lines.isEmpty ? [] : [.blank, .heading("before and after")] + lines
    }

    private static func line(_ step: ContinuityStep, _ project: String) -> Document.Block? {
        guard step.from.id == project || step.to?.id == project else { return nil }
        var spans = step.isAbsent ? [Document.Span("not: ", .conflict)] : []
        if let to = step.to {
            spans.append(Document.Span(step.from.id == project ? "after  " : "before  ", .dim))
            spans.append(link(step, step.from.id == project ? to : step.from))
            spans.append(Document.Span("  " + (step.gap?.words ?? "unknown")))
            if let handOver = step.handOver, handOver.isChange {
                spans.append(Document.Span("  " + handOver.words, .dim))
            }
        } else {
            spans.append(Document.Span("after  ", .dim))
            spans.append(Document.Span(step.kind.words, .link, target: View(.continuity, step.address)))
        }
        return .item(spans, indent: 0)
    }

    /// The name of one of a step's projects, leading to the step.
    static func link(_ step: ContinuityStep, _ end: ContinuityStep.End?) -> Document.Span {
        Document.Span(
            (end?.short ?? step.kind.words).fitted(to: 48), .link, target: View(.continuity, step.address))
    }
}
