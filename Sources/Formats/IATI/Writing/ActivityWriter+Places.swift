import Foundation
import Model

extension ActivityWriter {
    /// Countries, then regions, then sites, as the standard has them.
    mutating func writePlaces(_ project: Record, _ references: References) {
        let places = values(project, "places").filter { $0.note != Self.inTransactions }
        let countries = places.compactMap { value in country(value).map { ($0, value.share) } }
        for (code, share) in countries {
            xml.element("recipient-country", ["code": code, "percentage": share.map(Self.plain)])
        }
        var sites: [Value] = []
        for value in places where country(value) == nil {
            guard let region = region(value, references) else {
                sites.append(contentsOf: neighbours[value.text]?.values("name").prefix(1) ?? [value])
                continue
            }
            let attributes: KeyValuePairs<String, String?> = [
                "code": region.code, "vocabulary": region.vocabulary,
                "percentage": value.share.map(Self.plain),
            ]
            guard region.vocabulary == "99", let name = neighbours[value.text]?.values("name").first else {
                xml.element("recipient-region", attributes)
                continue
            }
            xml.begin("recipient-region", attributes)
            narrative(name.text, name.language)
            xml.end()
        }
        for site in sites + values(project, "locations") { writeSite(site) }
    }

    /// What stands on a place or a sector that only transactions name.
    static let inTransactions = "in its transactions"

    static func plain(_ value: Decimal) -> String { value.plainText }

    private func country(_ value: Value) -> String? {
        guard let place = neighbours[value.text] else { return nil }
        if let code = place.text("iso") { return code.uppercased() }
        return place.text("kind") == "country" ? place.values("kind").first?.code ?? value.code : nil
    }

    /// `region-998`, `region-99-A1`: as imported. What a dossier calls a region or an area is in no list but its
    /// own; a city or a border is a site.
    private mutating func region(_ value: Value, _ references: References) -> (
        code: String, vocabulary: String
    )? {
        if references.isPublished {
            let parts = value.text.split(separator: "-", maxSplits: 2).map(String.init)
            guard parts.first == "region", parts.count > 1 else { return nil }
            return (value.code ?? parts[parts.count - 1], parts.count == 3 ? parts[1] : "1")
        }
        let kind = neighbours[value.text]?.text("kind")
        guard kind == "region" || kind == "area" else { return nil }
        tally.add(.places)
        return (value.text, "99")
    }

    private mutating func writeSite(_ site: Value) {
        let isPoint = Self.isPoint(site.text)
        let point = isPoint ? site.text : site.code.flatMap { Self.isPoint($0) ? $0 : nil }
        xml.begin("location")
        if !isPoint {
            xml.begin("name")
            narrative(site.text, site.language)
            xml.end()
        }
        if let point {
            xml.begin("point", ["srsName": "http://www.opengis.net/def/crs/EPSG/0/4326"])
            xml.element("pos", text: point)
            xml.end()
        }
        xml.end()
    }

    /// Latitude and longitude.
    private static func isPoint(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        return parts.count == 2 && parts.allSatisfy { ValueType.isDecimal(String($0)) }
    }

    // MARK: Addresses

    mutating func writeWebsites(_ project: Record) {
        for value in values(project, "website") {
            guard ValueType.uri.accepts(value.text) else {
                tally.add(.websites)
                continue
            }
            xml.begin("contact-info")
            xml.element("website", text: value.text)
            xml.end()
        }
    }

    mutating func writeDocuments(_ project: Record) {
        for value in values(project, "documents") {
            let address = value.code ?? value.text
            let isAddress = value.code != nil || value.text.contains("://")
            guard isAddress, ValueType.uri.accepts(address) else {
                tally.add(.documents)
                continue
            }
            xml.begin("document-link", ["url": address, "format": ""])
            tally.add(.documentFormats)
            xml.begin("title")
            narrative(value.text, value.language)
            xml.end()
            let category = value.note.map { CodeList.documentCategory.code(named: $0) ?? $0 }
            if category == nil { tally.add(.documentCategories) }
            xml.element("category", ["code": category ?? ""])
            xml.end()
        }
    }
}
