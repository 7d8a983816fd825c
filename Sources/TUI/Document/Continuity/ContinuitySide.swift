import Model

/// One project of a step in a column of its own: name, dates, who implements and who pays.
enum ContinuitySide {
    static func blocks(_ end: ContinuityStep.End, _ record: Record?, _ names: [String: RecordName])
        -> [Document.Block]
    {
        guard let name = end.name else {
            return [
                .paragraph([Document.Span(SafeText(end.id), .bold)], indent: 0),
                .paragraph([Document.Span("no record of it in this dataset", .dim)], indent: 0),
            ]
        }
        var blocks: [Document.Block] = [
            .paragraph(
                [Document.Span(name.short, Style(.accent, bold: true), target: .record(name.id))], indent: 0)
        ]
        if name.short != name.title {
            blocks.append(.paragraph([Document.Span(name.title, .dim)], indent: 0))
        }
        blocks.append(.paragraph([Document.Span(dates(end, record))], indent: 0))
        blocks.append(role("implementing: ", end.implementers))
        blocks.append(role("funding: ", participants("funding", record, names)))
        return blocks
    }

    /// Names as links, a comma between them.
    static func links(_ names: [RecordName]) -> [Document.Span] {
        names.enumerated().flatMap { index, name in
            (index == 0 ? [] : [Document.Span(", ")]) + [Document.Span.link(name.short, name.id)]
        }
    }

    private static func dates(_ end: ContinuityStep.End, _ record: Record?) -> SafeText {
        if end.start != nil || end.end != nil { return "\(end.start ?? "?") – \(end.end ?? "?")" }
        let seen = record?.texts("active") ?? []
        if !seen.isEmpty { return SafeText("seen \(seen.joined(separator: ", "))") }
        return record?.text("planned").map { "no dates said, planned \($0)" } ?? "no dates said"
    }

    private static func role(_ label: SafeText, _ names: [RecordName]) -> Document.Block {
        let told = names.isEmpty ? [Document.Span("not said", .dim)] : links(names)
        return .paragraph([Document.Span(label, .dim)] + told, indent: 0)
    }

    private static func participants(_ role: String, _ record: Record?, _ names: [String: RecordName])
        -> [RecordName]
    {
        var seen = Set<String>()
        return (record?.values("participants") ?? [])
            .filter { $0.participant?.role == role && !$0.isAbsent && seen.insert($0.text).inserted }
            .compactMap { names[$0.text] }
    }
}
