import Model

extension NodeReader {
    /// The record that `node` writes; nil when it has no id.
    func record(_ node: YAMLNode, as recordClass: RecordClass) -> Record? {
        guard case .mapping(let pairs) = node.content else {
            if case .refused = node.content { return nil }
            report(
                .wrongShape(
                    recordClass.plural, node.content, wanted: "records that begin with '- id: …'", place(node)
                ))
            return nil
        }
        let fields = recordClass.fields
        let id = text("id", in: pairs)
        let owner = id.map { Problem.named(recordClass, $0) } ?? Problem.unnamed(recordClass)
        checkKeys(
            of: pairs, of: Problem.one(recordClass), known: RecordClass.commonKeys + fields.map(\.key))
        if let id, let node = pairs["id"] { checkID(id, at: node) }

        var record = Record(id: id ?? "", recordClass: recordClass, origin: place(node))
        record.citations = pairs["cite"].map { citations($0, key: "cite") } ?? []
        record.isAbsent = absence(in: pairs)
        record.note = text("note", in: pairs)
        for field in fields {
            guard let node = pairs[field.key] else { continue }
            let values = values(of: field, node)
            if !values.isEmpty { record.values[field.key] = values }
        }

        for key in ["id"] + fields.filter(\.isRequired).map(\.key) where pairs[key] == nil {
            report(.missingKey(key, of: owner, place(node)))
        }
        // A source is what citations cite.
        if pairs["cite"] == nil, recordClass != .source { report(.missingCitation(of: owner, place(node))) }
        checkRules(record, pairs)
        return id == nil ? nil : record
    }

    /// What fields by themselves cannot say.
    private func checkRules(_ record: Record, _ pairs: [YAMLPair]) {
        if record.recordClass == .discrepancy, record.text("kind") == "contradiction" {
            let count = pairs["values"]?.items.count ?? 0
            if count < 2 {
                report(
                    .tooFewValues(
                        count, Origin(file: file, line: pairs["values"]?.line ?? record.origin?.line ?? 1)))
            }
        }
        let kind = record.text("kind") ?? ""
        if record.recordClass == .place, let node = pairs["iso"], kind != "country",
            Vocabulary.placeKind.terms.contains(kind)
        {
            report(.isoOfNoCountry(kind, place(node)))
        }
    }
}
