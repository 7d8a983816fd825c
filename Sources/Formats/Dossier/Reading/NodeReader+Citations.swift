import Model

extension NodeReader {
    /// Fields for which common knowledge may be cited.
    static let outsideFields = ["acronym", "expansion", "name", "country", "iso", "dac", "type"]

    private static let citationKeys = ["source", "at", "basis", "from", "by"]

    /// The citations under `cite`, one or a list, of the field `field` or of the whole record.
    func citations(_ node: YAMLNode, key: String, of field: String? = nil) -> [Citation] {
        if node.isEmpty { report(.emptyValue(key, place(node))) }
        return node.isEmpty ? [] : node.items.compactMap { citation($0, of: field) }
    }

    private func citation(_ node: YAMLNode, of field: String?) -> Citation? {
        switch node.content {
        case .refused: return nil
        case .mapping(let pairs): return longCitation(pairs, node, of: field)
        case .scalar(let text) where !text.isEmpty:
            let source = text.prefix { !$0.isWhitespace }
            let locator = text.dropFirst(source.count).drop { $0.isWhitespace }
            guard source.first?.isASCII == true,
                source.first?.isLetter == true || source.first?.isNumber == true
            else {
                report(.badCitation(text, place(node)))
                return nil
            }
            refer(to: String(source), of: [.source], key: "cite", at: node, lacksLocator: locator.isEmpty)
            return Citation(source: String(source), locator: Locator(String(locator)))
        default:
            report(.wrongShape("cite", node.content, wanted: "a source's id and a place in it", place(node)))
            return nil
        }
    }

    private func longCitation(_ pairs: [YAMLPair], _ node: YAMLNode, of field: String?) -> Citation? {
        let isSound = checkKeys(of: pairs, of: "a citation", known: Self.citationKeys)
        let source = text("source", in: pairs)
        let locator = text("at", in: pairs)
        let from = text("from", in: pairs)
        let by = text("by", in: pairs)
        if pairs["source"] == nil { report(.missingKey("source", of: "The citation", place(node))) }
        if let source, let node = pairs["source"] {
            refer(
                to: source, of: [.source], key: "source", at: node,
                lacksLocator: isSound && pairs["at"] == nil)
        }
        if let by, let node = pairs["by"] { refer(to: by, of: [.source], key: "by", at: node) }
        let basis = basis(in: pairs)
        switch basis {
        case .inferred where pairs["from"] == nil: report(.basisWants("from", .inferred, place(node)))
        case .reported where pairs["by"] == nil: report(.basisWants("by", .reported, place(node)))
        case .outside where !Self.outsideFields.contains(field ?? ""):
            report(.outsideNotAllowed(field, allowed: Self.outsideFields, place(node)))
        default: break
        }
        if let by = pairs["by"], basis != .reported { report(.keyWants("by", .reported, place(by))) }
        if let from = pairs["from"], basis == .stated || basis == .reported {
            report(.keyWants("from", .inferred, place(from)))
        }
        return source.map {
            Citation(source: $0, locator: Locator(locator ?? ""), basis: basis ?? .stated, from: from, by: by)
        }
    }

    /// The basis of a citation; nil when it is none.
    private func basis(in pairs: [YAMLPair]) -> Citation.Basis? {
        guard let node = pairs["basis"] else { return .stated }
        guard let written = text("basis", in: pairs) else { return nil }
        let basis = Citation.Basis(rawValue: written)
        if basis == nil {
            let terms = Citation.Basis.allCases.map(\.rawValue)
            report(.unknownTerm(written, key: "basis", of: "basis", terms, place(node)))
        }
        return basis
    }
}
