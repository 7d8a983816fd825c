import Model

extension ActivityWriter {
    private struct Sector: Hashable {
        let code: String
        let vocabulary: String
    }

    mutating func writeSectors(_ project: Record, _ references: References) {
        var written = Set<Sector>()
        for value in values(project, "themes") where value.note != Self.inTransactions {
            if references.isPublished {
                let sector = published(value)
                written.insert(sector)
                write(sector, value, project)
            } else {
                write(Sector(code: value.text, vocabulary: "99"), value, project)
                tally.add(.themes)
                for code in neighbours[value.text]?.texts("dac") ?? [] {
                    let sector = Sector(code: code, vocabulary: code.utf8.count == 3 ? "2" : "1")
                    guard written.insert(sector).inserted else { continue }
                    // Which part of the project a code makes up is not known, for themes share codes.
                    xml.element("sector", ["code": code, "vocabulary": sector.vocabulary])
                }
            }
        }
        for value in values(project, "classifications") {
            guard let note = value.note, let code = value.code,
                let vocabulary = ExportTerms.vocabulary(note, .sectorVocabulary)
            else { continue }
            write(Sector(code: code, vocabulary: vocabulary), value, project)
        }
    }

    private mutating func write(_ sector: Sector, _ value: Value, _ project: Record) {
        xml.begin(
            "sector",
            [
                "code": sector.code, "vocabulary": sector.vocabulary,
                "percentage": value.share.map(Self.plain),
            ])
        // The names of listed codes stand in their lists.
        if sector.vocabulary == "99" || sector.vocabulary == "98" {
            let name = neighbours[value.text]?.values("name").first ?? value
            narrative(name.text, name.language)
        }
        xml.end()
    }

    /// `dac-12220`, `sector-99-gb-gov-1-w`: as imported.
    private func published(_ value: Value) -> Sector {
        let parts = value.text.split(separator: "-", maxSplits: 2).map(String.init)
        let code = value.code ?? parts.last ?? value.text
        guard parts.first != "dac" else {
            let isSector = neighbours[value.text]?.text("kind") == "sector"
            return Sector(code: code, vocabulary: isSector ? "1" : "2")
        }
        return Sector(code: code, vocabulary: parts.count > 1 ? parts[1] : "99")
    }

    /// Tags and policy markers; the vocabularies of sectors are written with the sectors.
    mutating func writeMarkers(_ project: Record) {
        let all = project.values("classifications").filter { !$0.isAbsent }
        var markers: [(value: Value, significance: String?)] = []
        for value in all {
            let words = (value.note ?? "").split(separator: ",", maxSplits: 1).map {
                String($0).xmlTrimmed
            }
            let rest = words.count > 1 ? words[1] : nil
            switch words.first {
            case "tag":
                guard let code = value.code else {
                    tally.add(.classifications)
                    continue
                }
                let vocabulary = rest.flatMap { ExportTerms.vocabulary($0, .tagVocabulary) } ?? ""
                xml.begin("tag", ["code": code, "vocabulary": vocabulary])
                narrative(value.text, value.language)
                xml.end()
            case "policy marker" where value.code != nil:
                markers.append((value, rest.map { CodeList.policySignificance.code(named: $0) ?? $0 }))
            default:
                let isSector = value.note.flatMap { ExportTerms.vocabulary($0, .sectorVocabulary) } != nil
                if value.code == nil || !isSector { tally.add(.classifications) }
            }
        }
        for (value, significance) in markers {
            let code = value.code ?? ""
            let isListed = CodeList.policyMarker.name(code) == value.text
            xml.begin(
                "policy-marker",
                ["code": code, "vocabulary": isListed ? "1" : "99", "significance": significance])
            if !isListed { narrative(value.text, value.language) }
            xml.end()
        }
    }
}
