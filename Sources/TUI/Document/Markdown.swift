import Model

extension Document {
    /// The document in Markdown: headings, bullets, bold labels.
    package var markdown: String {
        blocks.map { Self.markdown($0) }.joined(separator: "\n").replacing("\n\n\n", with: "\n\n")
    }

    private static func markdown(_ block: Block) -> String {
        switch block {
        case .title(let spans): "# " + text(spans) + "\n"
        case .heading(let heading):
            "\n## " + escaped(heading.string.prefix(1).uppercased() + heading.string.dropFirst()) + "\n"
        case .paragraph(let spans, let indent):
            String(repeating: "  ", count: indent / 2) + text(spans) + (indent == 0 ? "\n" : "")
        case .field(let label, let spans):
            label.isEmpty ? "  - \(text(spans))" : "- **\(escaped(label.string))**: \(text(spans))"
        case .entry(let span, let remark): "- " + text([span, Span("  "), Span(remark)])
        case .item(let spans, let indent): String(repeating: "  ", count: indent / 2) + "- " + text(spans)
        case .pair(let left, let right):
            (left + [.blank] + right).map { markdown($0) }.joined(separator: "\n")
        case .figure(let draw): "```\n" + draw(80).text + "\n```"
        case .blank: ""
        }
    }

    private static func text(_ spans: [Span]) -> String { escaped(spans.map(\.text.string).joined()) }

    private static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}

extension RowSource {
    /// The table in Markdown.
    package func markdown(limit: Int? = nil) throws -> String {
        let lines = try rows(0, limit ?? -1).map { row in
            "| " + row.shown.map { $0.string.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        let titles = "| " + columns.map(\.title.string).joined(separator: " | ") + " |"
        let rule = "| " + columns.map { _ in "---" }.joined(separator: " | ") + " |"
        return ([titles, rule] + lines).joined(separator: "\n")
    }
}
