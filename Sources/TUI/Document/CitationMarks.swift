import Model

/// Numbers citations in the order in which they are met, and lists them at the end.
struct CitationMarks {
    private let names: [String: RecordName]
    private var order: [Citation] = []
    private var numbers: [Citation: Int] = [:]

    init(names: [String: RecordName]) { self.names = names }

    /// `[1][3]` for what a fact rests on; inferred and outside ones are told apart by a letter.
    mutating func marks(_ citations: [Citation]) -> Document.Span {
        let marks = citations.map { citation in
            let number = number(citation)
            switch citation.basis {
            case .stated: return "[\(number)]"
            case .inferred: return "[\(number) inferred]"
            case .reported: return "[\(number) reported]"
            case .outside: return "[\(number) outside the texts]"
            }
        }
        return Document.Span(SafeText(marks.isEmpty ? "" : " " + marks.joined()), .dim)
    }

    private mutating func number(_ citation: Citation) -> Int {
        if let number = numbers[citation] { return number }
        order.append(citation)
        numbers[citation] = order.count
        return order.count
    }

    /// One item a citation, each with links to its source and to whose word it is.
    var list: [Document.Block] {
        order.enumerated().map { index, citation in
            var spans = [Document.Span(SafeText("[\(index + 1)] "), .dim)]
            spans.append(.link(SafeText(citation.source), citation.source))
            spans.append(Document.Span(SafeText(" \(citation.locator)")))
            if let by = citation.by {
                spans.append(Document.Span(" — the word of "))
                spans.append(.link(names[by]?.title ?? SafeText(by), by))
            }
            switch citation.basis {
            case .stated, .reported: break
            case .inferred: spans.append(Document.Span(" — inferred"))
            case .outside: spans.append(Document.Span(" — from outside the texts"))
            }
            if let from = citation.from { spans.append(Document.Span(SafeText(": \(from)"), .dim)) }
            return .paragraph(spans, indent: 0)
        }
    }
}
