import Model

/// The countries and regions that activities name. It grows with the code lists.
final class PlaceRegister {
    struct Place {
        let id: String
        /// Whether the code is one of its list.
        let isKnown: Bool
    }

    private struct Entry {
        let place: Place
        let key: Int64
        let kind: String
        let name: Value
        let code: String
        let citation: Citation
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []

    func country(
        _ code: String, name: @autoclosure () -> Narrative?, _ citation: @autoclosure () -> Citation,
        _ writer: any IndexSink
    ) -> Place {
        if let entry = entries[code] { return entry.place }
        let known = CodeList.country.name(code) != nil ? code : Self.meant(by: code)
        let id = known.map { $0.lowercased() } ?? "country-\(code.folded.replacing(" ", with: "-"))"
        let title = known.flatMap { CodeList.country.name($0) }.map { Value($0, language: "en") }
        return add(
            code, id, isKnown: known != nil, "country", title ?? name()?.value ?? Value(code), known ?? code,
            citation(), writer)
    }

    func region(
        _ code: String, vocabulary: String, name: @autoclosure () -> Narrative?, _ citation: Citation,
        _ writer: any IndexSink
    ) -> Place {
        let spelled = vocabulary == "1" ? "region-\(code)" : "region-\(vocabulary)-\(code)"
        if let entry = entries[spelled] { return entry.place }
        let published = vocabulary == "1" ? CodeList.region.name(code) : nil
        let title = published.map { Value($0, language: "en") } ?? name()?.value ?? Value(code)
        return add(
            spelled, spelled.lowercased(), isKnown: vocabulary != "1" || published != nil, "region", title,
            code,
            citation, writer)
    }

    /// Makes a place of a dossier known: its code means it. It is written with the dossier.
    func introduce(_ record: Record) {
        guard let code = record.text("iso"), let citation = record.citations.first else { return }
        entries[code] = Entry(
            place: Place(id: record.id, isKnown: true), key: 0, kind: "country", name: Value(record.title),
            code: code, citation: citation)
    }

    private func add(
        _ spelled: String, _ id: String, isKnown: Bool, _ kind: String, _ name: Value, _ code: String,
        _ citation: Citation, _ writer: any IndexSink
    ) -> Place {
        let place = Place(id: id, isKnown: isKnown)
        // Two spellings of one code are one place.
        let isNew = !entries.values.contains { $0.place.id == id }
        entries[spelled] = Entry(
            place: place, key: isNew ? writer.reserveKey() : 0, kind: kind, name: name, code: code,
            citation: citation)
        if isNew { order.append(spelled) }
        return place
    }

    /// A code in small letters, or the name of a country in place of its code.
    private static func meant(by written: String) -> String? {
        let upper = written.uppercased()
        return CodeList.country.contains(upper) ? upper : byName[written.folded]
    }

    private static let byName: [String: String] = {
        var codes: [String: String] = [:]
        for code in CodeList.country.codes where !CodeList.country.isWithdrawn(code) {
            if let name = CodeList.country.name(code) { codes[name.folded] = code }
        }
        return codes
    }()

    func write(_ writer: any IndexSink) throws {
        for spelled in order {
            guard let entry = entries[spelled] else { continue }
            var values = ["name": [entry.name], "kind": [Value(entry.kind, code: entry.code)]]
            if entry.kind == "country", entry.place.id.utf8.count == 2 { values["iso"] = [Value(entry.code)] }
            try writer.add(
                Record(
                    id: entry.place.id, recordClass: .place, citations: [entry.citation], values: values),
                at: entry.key)
        }
    }
}
