import Foundation
import Model

/// The sectors of an activity by the vocabulary that they are taken from.
struct PublishedSectors {
    struct Entry {
        let vocabulary: String
        let code: String
        let name: Narrative?
        var share: Decimal?
        let inTransaction: Bool
    }

    var entries: [Entry] = []
}

extension VersionReader {
    mutating func sector(_ element: Element, inTransaction: Bool) {
        let name = texts(element).first
        let code = element.value(.code) ?? element.value(.vocabulary).flatMap { _ in name?.text }
        guard let code = code ?? name?.text else {
            if !inTransaction { report(.emptyCode("sector"), element.line) }
            return
        }
        var vocabulary = Terms.sectorVocabulary(element.value(.vocabulary) ?? "1")
        if vocabulary == "1" || vocabulary == "2" { vocabulary = Self.level(of: code, vocabulary) }
        if vocabulary == "1" && !CodeList.sector.contains(code)
            || vocabulary == "2" && !CodeList.sectorCategory.contains(code)
                && !CodeList.sectorGroup.contains(code)
        {
            report(.unknownCode(code, "sector"), element.line)
        }
        let share = inTransaction ? nil : percentage(element)
        if !inTransaction { shares.add(share, to: "sectors of vocabulary \(vocabulary)") }
        let same = sectors.entries.firstIndex { $0.vocabulary == vocabulary && $0.code == code }
        guard let same else {
            return sectors.entries.append(
                PublishedSectors.Entry(
                    vocabulary: vocabulary, code: code, name: name, share: share, inTransaction: inTransaction
                ))
        }
        if let share { sectors.entries[same].share = (sectors.entries[same].share ?? 0) + share }
    }

    /// Sectors of five digits and categories of three are told apart by what they are, whatever is said.
    private static func level(of code: String, _ vocabulary: String) -> String {
        if CodeList.sector.contains(code) { return "1" }
        if CodeList.sectorCategory.contains(code) || CodeList.sectorGroup.contains(code) { return "2" }
        return code.utf8.count == 3 ? "2" : code.utf8.count == 5 ? "1" : vocabulary
    }

    /// DAC sectors are themes; so is, where there are none, the first other vocabulary. The rest classify.
    mutating func finishSectors() {
        let found = Set(sectors.entries.map(\.vocabulary))
        let dac: Set = found.contains("1") ? ["1"] : found.contains("2") ? ["2"] : []
        // A category beside a sector would count the same twice.
        let themes = dac.isEmpty ? Set([Self.first(of: found)].compactMap { $0 }) : dac
        for entry in sectors.entries {
            let note = entry.inTransaction ? "in its transactions" : nil
            if themes.contains(entry.vocabulary) {
                let id = registers.themes.theme(entry, reporter: reporter, version.citation, registers.writer)
                version.append(Value(id, share: entry.share, code: entry.code, note: note), to: "themes")
            } else {
                let list =
                    CodeList.sectorVocabulary.name(entry.vocabulary) ?? "vocabulary \(entry.vocabulary)"
                let name = Self.name(of: entry)
                version.appendOnce(
                    Value(name, share: entry.share, code: entry.code, note: list), to: "classifications")
            }
        }
    }

    /// A publisher's own vocabulary before the others.
    private static func first(of vocabularies: Set<String>) -> String? {
        for own in ["99", "98"] where vocabularies.contains(own) { return own }
        return vocabularies.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    static func name(of entry: PublishedSectors.Entry) -> String {
        let published: String? =
            switch entry.vocabulary {
            case "1": CodeList.sector.name(entry.code)
            case "2": CodeList.sectorCategory.name(entry.code) ?? CodeList.sectorGroup.name(entry.code)
            case "7": CodeList.sustainableDevelopmentGoal.name(entry.code)
            default: nil
            }
        return published ?? entry.name?.text ?? entry.code
    }
}
