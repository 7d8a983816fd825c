import Foundation
import Model

/// One reading function for each kind of field.
extension NodeReader {
    /// Reports a plain value that its kind does not allow, and notes what it refers to.
    func check(_ written: String, as kind: Field.Kind, key: String, _ node: YAMLNode) {
        switch kind {
        case .term(let vocabulary): checkTerm(written, vocabulary, key: key, node)
        case .date: checkDate(written, key: key, node)
        case .period: checkPeriod(written, key: key, node)
        case .reference(let classes): refer(to: written, of: classes, key: key, at: node)
        case .countryCode:
            if !Countries.isCode(written) { report(.badCountry(written, key: key, place(node))) }
        case .flag:
            if written != "true", written != "false" { report(.badFlag(written, key: key, place(node))) }
        case .text, .attestations, .money, .participants, .speakers, .footnotes: break
        }
    }

    private func checkTerm(
        _ written: String, _ vocabulary: Vocabulary, key: String, _ node: YAMLNode
    ) {
        if !vocabulary.terms.contains(written) {
            report(.unknownTerm(written, key: key, of: vocabulary.name, vocabulary.terms, place(node)))
        }
    }

    private func checkDate(_ written: String, key: String, _ node: YAMLNode) {
        if EDTFDate(written) != nil { return }
        report(.badDate(written, key: key, isPeriod: Period(written) != nil, place(node)))
    }

    private func checkPeriod(_ written: String, key: String, _ node: YAMLNode) {
        guard let period = Period(written) else {
            report(.badPeriod(written, key: key, place(node)))
            return
        }
        if period.endsBeforeStart { report(.endBeforeStart(written, key: key, place(node))) }
    }

    func money(_ pairs: [YAMLPair], _ node: YAMLNode, key: String) -> Value? {
        if pairs["value"] == nil { report(.missingKey("value", of: "The value of '\(key)'", place(node))) }
        let written = text("value", in: pairs)
        let currency = text("currency", in: pairs)
        let qualifier = text("qualifier", in: pairs)
        let kind = text("kind", in: pairs)
        if let kind, let node = pairs["kind"] { checkTerm(kind, .flowKind, key: "kind", node) }
        if let currency, let node = pairs["currency"], !Currencies.isCode(currency) {
            report(.badCurrency(currency, place(node)))
        }
        if let qualifier, let node = pairs["qualifier"], !Money.qualifiers.contains(qualifier) {
            report(.unknownTerm(qualifier, key: "qualifier", of: "qualifier", Money.qualifiers, place(node)))
        }
        guard let written, let node = pairs["value"] else { return nil }
        guard let amount = Amount.value(of: written) else {
            report(.badAmount(written, place(node)))
            return nil
        }
        let money = Money(value: amount, currency: currency, qualifier: qualifier, kind: kind)
        return Value(money.text, money: money)
    }

    /// What part of the record a value makes up, in percent.
    func share(in pairs: [YAMLPair]) -> Decimal? {
        guard let written = text("share", in: pairs), let node = pairs["share"] else { return nil }
        guard let share = Amount.value(of: written), (0...100).contains(share) else {
            report(.badShare(written, place(node)))
            return nil
        }
        return share
    }

    func participant(_ pairs: [YAMLPair], _ node: YAMLNode) -> Value? {
        for key in ["organisation", "role"] where pairs[key] == nil {
            report(.missingKey(key, of: "The participant", place(node)))
        }
        let organisation = text("organisation", in: pairs)
        let role = text("role", in: pairs)
        let via = text("via", in: pairs)
        let period = text("period", in: pairs)
        let activity = text("activity", in: pairs)
        // A channel may be an instrument.
        let classes: [RecordClass] = role == "extending" ? [.organisation, .project] : [.organisation]
        if let organisation, let node = pairs["organisation"] {
            refer(to: organisation, of: classes, key: "organisation", at: node)
        }
        if let via, let node = pairs["via"] {
            refer(to: via, of: [.organisation, .project], key: "via", at: node)
        }
        if let role, let node = pairs["role"] { checkTerm(role, .role, key: "role", node) }
        if let period, let node = pairs["period"] { checkPeriod(period, key: "period", node) }
        return organisation.map {
            Value(
                $0,
                participant: Participant(role: role ?? "", via: via, period: period, activity: activity))
        }
    }

    func speaker(_ pairs: [YAMLPair], _ node: YAMLNode) -> Value? {
        if pairs["organisation"] == nil {
            report(.missingKey("organisation", of: "The speaker", place(node)))
        }
        let organisation = text("organisation", in: pairs)
        let role = text("role", in: pairs)
        if let organisation, let node = pairs["organisation"] {
            refer(to: organisation, of: [.organisation], key: "organisation", at: node)
        }
        return organisation.map { Value($0, participant: Participant(role: role ?? "")) }
    }

    /// `{korneev-2013: [1, 58, '*']}`: by citing source, the notes.
    func footnotes(_ node: YAMLNode, key: String) -> [Value] {
        guard case .mapping(let pairs) = node.content else {
            report(.wrongShape(key, node.content, wanted: Field.Kind.footnotes.wanted, place(node)))
            return []
        }
        return pairs.map { pair in
            refer(to: pair.key, of: [.source], key: key, at: YAMLNode(content: .refused, line: pair.line))
            if pair.value.isEmpty { report(.emptyValue(pair.key, place(pair.value))) }
            let notes = pair.value.isEmpty ? [] : pair.value.items.compactMap { footnote($0, key: key) }
            return Value(pair.key, footnotes: notes)
        }
    }

    private func footnote(_ node: YAMLNode, key: String) -> String? {
        guard let written = text(node, key: key, wanted: "the numbers of notes") else { return nil }
        let isNumber = !written.isEmpty && written.utf8.allSatisfy { (48...57).contains($0) }
        if !isNumber, written != "*" { report(.badFootnote(written, place(node))) }
        return written
    }
}

extension Field.Kind {
    /// What a value looks like, for messages.
    var wanted: String {
        switch self {
        case .money: "{value: 1800000, currency: USD, cite: …}"
        case .participants: "{organisation: an id, role: a role}"
        case .speakers: "{organisation: an id, role: a function in words}"
        case .footnotes: "{the citing source's id: [1, 58]}"
        case .attestations: "{value: …, cite: …}"
        case .reference: "the id of a record"
        default: "text, or {value: …, cite: …}"
        }
    }
}
