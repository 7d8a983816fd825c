import Model

/// The sectors that activities name, with what the DAC puts above them.
final class ThemeRegister {
    private struct Entry {
        let id: String
        let key: Int64
        let values: [String: [Value]]
        let citation: Citation
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []

    /// The id of the theme that a sector is.
    func theme(
        _ sector: PublishedSectors.Entry, reporter: String?, _ citation: Citation, _ writer: any IndexSink
    ) -> String {
        switch sector.vocabulary {
        case "1": return dac(sector.code, "sector", VersionReader.name(of: sector), citation, writer)
        case "2":
            let isGroup =
                CodeList.sectorGroup.contains(sector.code) && !CodeList.sectorCategory.contains(sector.code)
            return dac(
                sector.code, isGroup ? "group" : "category", VersionReader.name(of: sector), citation, writer)
        default:
            // What a publisher numbers itself means something else with another.
            let isOwn = sector.vocabulary == "99" || sector.vocabulary == "98"
            let parts = ["sector", sector.vocabulary] + (isOwn ? [reporter ?? ""] : []) + [sector.code]
            let id = parts.filter { !$0.isEmpty }.joined(separator: "-").lowercased()
            guard entries[id] == nil else { return id }
            var values = ["name": [Value(VersionReader.name(of: sector), code: sector.code)]]
            let list = CodeList.sectorVocabulary.name(sector.vocabulary) ?? "vocabulary \(sector.vocabulary)"
            let owner = isOwn ? reporter.map { " \($0)" } ?? "" : ""
            values["description"] = [Value("Code \(sector.code) of: \(list)\(owner).")]
            add(id, values, citation, writer)
            return id
        }
    }

    private func dac(
        _ code: String, _ kind: String, _ name: String, _ citation: Citation, _ writer: any IndexSink
    ) -> String {
        let id = "dac-\(code.lowercased())"
        guard entries[id] == nil else { return id }
        var values = ["name": [Value(name, code: code)], "kind": [Value(kind)], "dac": [Value(code)]]
        if let parent = Self.parent(of: code, kind) {
            let list: CodeList = kind == "sector" ? .sectorCategory : .sectorGroup
            let above = dac(
                parent, kind == "sector" ? "category" : "group", list.name(parent) ?? parent, citation, writer
            )
            if above != id { values["parent"] = [Value(above)] }
        }
        add(id, values, citation, writer)
        return id
    }

    /// A theme of a dossier, under the DAC's code that the dossier gives it, where it gives one and nothing above.
    func joined(_ record: Record, _ writer: any IndexSink) -> Record {
        let codes = record.values("dac").filter { !$0.isAbsent }
        guard record.values("parent").isEmpty, codes.count == 1, let code = codes.first,
            let citation = (code.citations ?? record.citations).first
        else { return record }
        let levels: [(list: CodeList, kind: String)] = [
            (.sector, "sector"), (.sectorCategory, "category"), (.sectorGroup, "group"),
        ]
        guard let (list, kind) = levels.first(where: { $0.list.contains(code.text) }),
            let name = list.name(code.text)
        else { return record }
        let inferred = Citation(
            source: citation.source, locator: citation.locator, basis: .inferred,
            from: "the DAC code \(code.text) of the theme")
        var record = record
        record.values["parent"] = [Value(dac(code.text, kind, name, citation, writer), citations: [inferred])]
        return record
    }

    /// What the DAC list puts above a code; of a code that it does not have, what its digits say.
    private static func parent(of code: String, _ kind: String) -> String? {
        switch kind {
        case "sector":
            if let parent = CodeList.sector.parent(code) { return parent }
            let digits = String(code.prefix(3))
            return code.utf8.count == 5 && CodeList.sectorCategory.contains(digits) ? digits : nil
        case "category": return CodeList.sectorCategory.parent(code)
        default: return nil
        }
    }

    private func add(
        _ id: String, _ values: [String: [Value]], _ citation: Citation, _ writer: any IndexSink
    ) {
        entries[id] = Entry(id: id, key: writer.reserveKey(), values: values, citation: citation)
        order.append(id)
    }

    func write(_ writer: any IndexSink) throws {
        for id in order {
            guard let entry = entries[id] else { continue }
            try writer.add(
                Record(id: id, recordClass: .theme, citations: [entry.citation], values: entry.values),
                at: entry.key)
        }
    }
}
