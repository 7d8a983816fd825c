import Model

extension JSONViews {
    func continuity(_ view: View) throws -> JSONValue {
        let steps =
            try view.subject.flatMap { try dataset.steps(at: $0) }
            ?? dataset.continuity(view.filter, about: view.subject)
        return .array(try limited(steps, view).map(step))
    }

    private func step(_ step: ContinuityStep) throws -> JSONValue {
        let said = step.said(try dataset.records(step.saidBy))
        let citations = said.flatMap(\.citations).reduce(into: [Citation]()) { citations, citation in
            if !citations.contains(citation) { citations.append(citation) }
        }
        var text: JSONValue = .null
        if case .text(let words) = step.kind { text = .text(words.string) }
        return .object([
            ("id", .text(step.address)), ("from", .text(step.from.id)), ("to", .text(step.to?.id)),
            ("kind", .text(step.kind.term)), ("text", text),
            ("gap", step.gap.map(JSONValue.gap) ?? .null), ("handOver", handOver(step)),
            ("saidBy", .texts(step.saidBy)), ("absent", .bool(step.isAbsent)),
            ("disputed", .bool(step.isDisputed)), ("citations", .citations(citations)),
        ])
    }

    /// Null when the sources do not say who implements on one of the sides.
    private func handOver(_ step: ContinuityStep) -> JSONValue {
        guard let handOver = step.handOver else { return .null }
        return .object([
            ("from", .texts(handOver.left.map(\.id))), ("to", .texts(handOver.joined.map(\.id))),
            ("stayed", .texts(handOver.stayed.map(\.id))),
        ])
    }
}

extension JSONValue {
    /// Months between two projects, certain and possible; a bound that is not known is null.
    static func gap(_ gap: MonthGap) -> JSONValue {
        func number(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
        return .object([
            ("certain", gap.isUnknown ? .null : .integer(gap.certainGap)),
            ("possible", number(gap.possibleGap)),
            ("overlapCertain", gap.isUnknown ? .null : number(gap.certainOverlap)),
            ("overlapPossible", number(gap.possibleOverlap)), ("least", number(gap.least)),
            ("greatest", number(gap.greatest)),
            ("reversed", .bool(gap.isReversed)), ("words", .text(gap.words.string)),
        ])
    }
}
