import Model

/// Places and themes: the same in every corpus.
enum World {
    /// The countries in which projects are, most frequent first in no order that means anything.
    static let recipients: [Countries.Country] = {
        let giving = ["Northern America", "Northern Europe", "Western Europe", "Australia and New Zealand"]
        let countries = Countries.all.filter { !giving.contains($0.region) }
        return shuffled(countries)
    }()

    static let donors: [Countries.Country] = Countries.all.filter {
        ["Northern America", "Northern Europe", "Western Europe", "Eastern Asia"].contains($0.region)
            && !["KP", "MN", "LI", "MC"].contains($0.code)
    }

    static let byRegion: [String: [Countries.Country]] = Dictionary(grouping: recipients, by: \.region)

    /// DAC purposes, most frequent first in no order that means anything.
    static let sectors: [Sectors.Sector] = shuffled(Sectors.all.filter { $0.category != nil })

    private static func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var dice = Dice(7, .other, elements.count)
        return elements.shuffled(using: &dice)
    }

    static func id(of country: Countries.Country) -> String { country.code.lowercased() }

    static func id(of sector: Sectors.Sector) -> String { "dac-\(sector.code)" }

    private static func id(region: String) -> String { "region-\(region.folded.replacing(" ", with: "-"))" }

    private static let citation = [Citation(source: "s-0", locator: Locator("annex"), basis: .outside)]

    /// Continents, regions and countries; categories and purposes.
    static var records: [Record] {
        let continents = Set(Countries.regions.map(\.continent)).sorted().map { name in
            place(id(region: name), name, "region")
        }
        let regions = Countries.regions.map { region in
            place(id(region: region.name), region.name, "region", partOf: id(region: region.continent))
        }
        let countries = Countries.all.map { country in
            var record = place(id(of: country), country.name, "country", partOf: id(region: country.region))
            record.values["iso"] = [Value(country.code)]
            return record
        }
        return continents + regions + countries + Sectors.all.map(theme)
    }

    private static func place(_ id: String, _ name: String, _ kind: String, partOf: String? = nil) -> Record {
        var record = Record(
            id: id, recordClass: .place, citations: citation,
            values: ["name": [Value(name)], "kind": [Value(kind)]])
        if let partOf { record.values["part-of"] = [Value(partOf)] }
        return record
    }

    private static func theme(_ sector: Sectors.Sector) -> Record {
        var record = Record(
            id: id(of: sector), recordClass: .theme, citations: citation,
            values: ["name": [Value(sector.name)], "dac": [Value(sector.code)]])
        if let category = sector.category { record.values["parent"] = [Value("dac-\(category)")] }
        return record
    }
}
