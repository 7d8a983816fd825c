import Model

/// What is neither who, when, where, what for nor how much.
extension VersionReader {
    mutating func related(_ element: Element) {
        guard let written = element.value(.ref) else {
            return report(.emptyCode("related-activity/@ref"), element.line)
        }
        if written == version.identifier { return report(.relatedToItself(written), element.line) }
        let id = RecordIds.activity(written)
        let type = element.value(.type)
        let words = type.flatMap(Terms.related)
        if let type, words == nil { report(.unknownCode(type, "related-activity/@type"), element.line) }
        version.appendOnce(Value(id, code: type, note: words ?? type), to: "related")
        switch words {
        case "parent": version.appendOnce(Value(id), to: "part-of")
        case "child": version.appendOnce(Value(id), to: "parts")
        default: break
        }
    }

    mutating func description(_ element: Element) {
        let type = element.value(.type)
        let note: String? = type == "3" ? "target groups" : type == "4" ? "other" : nil
        for narrative in texts(element) {
            var value = narrative.value
            value.note = note
            version.appendOnce(value, to: type == "2" ? "objectives" : "description")
        }
    }

    mutating func detail(_ element: Element) {
        switch element.tag {
        case .activityScope: coded(element, .activityScope, "scope")
        case .collaborationType: coded(element, .collaborationType, "collaboration")
        case .defaultFlowType: coded(element, .flowType, "flow-type")
        case .defaultFinanceType: coded(element, .financeType, "finance-type")
        case .defaultAidType: coded(element, .aidType, "aid-type")
        case .defaultTiedStatus: coded(element, .tiedStatus, "tied-status")
        case .policyMarker: policyMarker(element)
        case .tag: classification(element, CodeList.tagVocabulary, "tag", "tag")
        case .humanitarianScope:
            classification(element, .humanitarianScopeVocabulary, "humanitarian scope", "humanitarian-scope")
        case .otherIdentifier: otherIdentifier(element)
        case .documentLink: document(element)
        case .activityWebsite: website(element)
        case .contactInfo: contact(element)
        case .result:
            for title in element.children(.title) { append(texts(title), to: "results") }
        default: break
        }
    }

    /// A code of a list under its name; an unknown one as it is written.
    private mutating func coded(_ element: Element, _ list: CodeList, _ field: String) {
        guard let code = element.value(.code) ?? element.plainText else {
            return report(.emptyCode(element.name), element.line)
        }
        // Another vocabulary than the DAC's.
        if let vocabulary = element.value(.vocabulary), vocabulary != "1" {
            return version.appendOnce(Value(code, code: code, note: "vocabulary \(vocabulary)"), to: field)
        }
        let name = list.name(code)
        if name == nil { report(.unknownCode(code, element.name), element.line) }
        version.appendOnce(Value(name ?? element.plainText ?? code, code: code), to: field)
    }

    private mutating func policyMarker(_ element: Element) {
        guard let code = element.value(.code) ?? element.plainText else {
            return report(.emptyCode("policy-marker"), element.line)
        }
        let vocabulary = Terms.policyMarkerVocabulary(element.value(.vocabulary) ?? "1")
        let name = vocabulary == "1" ? CodeList.policyMarker.name(code) : nil
        if vocabulary == "1" && name == nil { report(.unknownCode(code, "policy-marker"), element.line) }
        let significance = element.value(.significance).map { CodeList.policySignificance.name($0) ?? $0 }
        let note = ["policy marker", significance].compactMap { $0 }.joined(separator: ", ")
        version.appendOnce(
            Value(name ?? texts(element).first?.text ?? code, code: code, note: note), to: "classifications")
    }

    private mutating func classification(
        _ element: Element, _ vocabularies: CodeList, _ kind: String, _ name: String
    ) {
        guard let text = texts(element).first?.text ?? element.value(.code) else {
            return report(.emptyCode(name), element.line)
        }
        let vocabulary = element.value(.vocabulary).map { vocabularies.name($0) ?? "vocabulary \($0)" }
        let note = [kind, vocabulary].compactMap { $0 }.joined(separator: ", ")
        version.appendOnce(Value(text, code: element.value(.code), note: note), to: "classifications")
    }

    /// Version 1 has the owner in attributes and the identifier as text.
    private mutating func otherIdentifier(_ element: Element) {
        guard let identifier = element.value(.ref) ?? element.plainText else { return }
        let owner =
            element.first(.ownerOrg).flatMap { $0.plainText ?? $0.value(.ref) }
            ?? element.value(.ownerName) ?? element.value(.ownerRef)
        version.appendOnce(
            Value(identifier, code: element.value(.type), note: owner.map { "of \($0)" }), to: "identifiers"
        )
    }

    private mutating func document(_ element: Element) {
        let title = element.first(.title).map(texts)?.first
        let url = element.value(.url)
        guard let text = title?.text ?? url else { return }
        let category = element.first(.category)?.value(.code).map {
            CodeList.documentCategory.name($0) ?? $0
        }
        version.appendOnce(
            Value(
                text, code: url == text ? nil : url, language: title?.language,
                note: category == text ? nil : category), to: "documents")
    }

    private mutating func website(_ element: Element) {
        if let address = element.plainText { version.appendOnce(Value(address), to: "website") }
    }

    private mutating func contact(_ element: Element) {
        let parts = [Tag.organisation, .department, .personName, .telephone, .email].compactMap {
            element.first($0)?.plainText
        }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if !parts.isEmpty { version.appendOnce(Value(parts.joined(separator: ", ")), to: "contact") }
        if let address = element.first(.website)?.plainText {
            version.appendOnce(Value(address), to: "website")
        }
    }

    private mutating func append(_ narratives: [Narrative], to field: String) {
        for narrative in narratives { version.appendOnce(narrative.value, to: field) }
    }
}
