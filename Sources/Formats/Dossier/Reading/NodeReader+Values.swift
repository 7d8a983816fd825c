import Model

extension NodeReader {
    /// The values of a field: one, or a list, each as plain text or in the long form with a citation of its own.
    func values(of field: Field, _ node: YAMLNode) -> [Value] {
        if node.isEmpty {
            report(.emptyValue(field.key, place(node)))
            return []
        }
        if case .footnotes = field.kind { return footnotes(node, key: field.key) }
        let entries = node.items
        return entries.flatMap { entry in
            let values = entryValues(of: field, entry)
            if !field.isList, entries.count > 1, let first = values.first, first.citations == nil {
                report(.missingValueCitation(field.key, place(entry)))
            }
            return values
        }
    }

    private func entryValues(of field: Field, _ node: YAMLNode) -> [Value] {
        switch node.content {
        case .refused: return []
        case .list:
            report(.wrongShape(field.key, node.content, wanted: field.kind.wanted, place(node)))
            return []
        case .scalar:
            guard field.kind.ownKeys == ["value"], !field.kind.isAttestation else {
                report(.wrongShape(field.key, node.content, wanted: field.kind.wanted, place(node)))
                return []
            }
            return value(of: field, node).map { [$0] } ?? []
        case .mapping(let pairs): return longForm(of: field, pairs, node)
        }
    }

    /// `{value: …, cite: …, note: …, absent: …}`, or the keys of the field's kind in place of `value`.
    private func longForm(of field: Field, _ pairs: [YAMLPair], _ node: YAMLNode) -> [Value] {
        let known =
            field.kind.ownKeys + (field.hasShares ? ["share"] : [])
            + (field.kind.isCoded ? ["code", "language"] : []) + ["cite", "note", "absent"]
        // Text with a colon in it looks like a mapping to the parser.
        if field.kind.ownKeys == ["value"], !pairs.contains(where: { known.contains($0.key) }),
            let first = pairs.first,
            nearest(to: String(first.key.prefix(20)), among: known) == nil
        {
            report(.textWithColon(first.key, key: field.key, place(node)))
            return []
        }
        checkKeys(of: pairs, of: "a value of '\(field.key)'", known: known)
        let cited = pairs["cite"].map { citations($0, key: "cite", of: field.key) }
        let note = text("note", in: pairs)
        let isAbsent = absence(in: pairs)
        let share = field.hasShares ? share(in: pairs) : nil
        let code = field.kind.isCoded ? text("code", in: pairs) : nil
        let language = field.kind.isCoded ? text("language", in: pairs) : nil
        if field.kind.isAttestation, pairs["cite"] == nil {
            report(.missingCitation(of: "A value in '\(field.key)'", place(node)))
        }
        return contents(of: field, pairs, node).map { content in
            var value = content
            value.citations = cited
            value.note = note
            value.isAbsent = isAbsent
            value.share = share
            value.code = code
            value.language = language
            return value
        }
    }

    private func contents(of field: Field, _ pairs: [YAMLPair], _ node: YAMLNode) -> [Value] {
        switch field.kind {
        case .money: return money(pairs, node, key: field.key).map { [$0] } ?? []
        case .participants: return participant(pairs, node).map { [$0] } ?? []
        case .speakers: return speaker(pairs, node).map { [$0] } ?? []
        default:
            guard let written = pairs["value"] else {
                report(.missingKey("value", of: "The value of '\(field.key)'", place(node)))
                return []
            }
            if written.isEmpty {
                report(.emptyValue("value", place(written)))
                return []
            }
            // `{value: [a, b], cite: …}`: several that rest on the same.
            if case .list(let items) = written.content, field.isList {
                return items.compactMap { value(of: field, $0) }
            }
            return value(of: field, written).map { [$0] } ?? []
        }
    }

    private func value(of field: Field, _ node: YAMLNode) -> Value? {
        guard let written = text(node, key: field.key, wanted: field.kind.wanted) else { return nil }
        check(written, as: field.kind, key: field.key, node)
        return Value(written)
    }
}

extension Field.Kind {
    /// The keys of its long form beside `cite`, `note` and `absent`.
    var ownKeys: [String] {
        switch self {
        case .money: ["value", "currency", "qualifier", "kind"]
        case .participants: ["organisation", "role", "via", "period", "activity"]
        case .speakers: ["organisation", "role"]
        default: ["value"]
        }
    }

    /// Whether a published code or a language may stand behind a value.
    var isCoded: Bool {
        switch self {
        case .text, .term: true
        default: false
        }
    }

    /// Whether each value is what some passage says, and so needs its citation.
    var isAttestation: Bool {
        if case .attestations = self { true } else { false }
    }
}
