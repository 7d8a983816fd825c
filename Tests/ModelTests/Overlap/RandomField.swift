import Foundation
import Model

/// Invented dossiers for properties of what is computed: projects over a few places and themes, with exact,
/// uncertain, open and missing dates, shares said or not, one or more implementers and funders.
struct RandomField {
    var records: [Record]

    init(seed: UInt64, projects: Int) {
        var random = SeededGenerator(seed: seed)
        records = Self.stage
        for number in 0..<projects { records.append(Self.project(number, &random)) }
    }

    func dataset() throws -> Dataset {
        try IndexCompiler.compile(
            Dossier(id: "field", title: "Field", description: nil, language: nil, records: records))
    }

    private static let countries = ["ab", "ac", "ad", "ae"]
    private static let themes = ["water", "health", "roads"]

    private static let stage: [Record] =
        [Record(.place, "region", ["name": ["Region"], "kind": ["region"]], cite: [])]
        + countries.map {
            Record(.place, $0, ["name": [Value($0)], "kind": ["country"], "part-of": ["region"]], cite: [])
        } + themes.map { Record(.theme, $0, ["name": [Value($0)]], cite: []) }
        + (0..<6).map { number in
            Record(
                .organisation, "org\(number)",
                number == 5
                    ? ["name": ["Org 5"], "part-of": ["org4"]] : ["name": [Value("Org \(number)")]], cite: [])
        }

    private static func project(_ number: Int, _ random: inout SeededGenerator) -> Record {
        var values: [String: [Value]] = [
            "title": [Value("Project \(number)")],
            "kind": [random.once(in: 12) ? "instrument" : "project"],
        ]
        if !random.once(in: 8) { values["period"] = [Value(period(&random))] }
        let places = (countries + ["region"]).filter { _ in random.once(in: 3) }
        values["places"] = places.map { Value($0) }
        let themes = themes.filter { _ in random.once(in: 2) }
        let hasShares = random.once(in: 2)
        values["themes"] = themes.map { theme in
            var value = Value(theme)
            if hasShares { value.share = Decimal(random.number(1...60)) }
            return value
        }
        values["participants"] = ["implementing", "funding"].flatMap { role in
            (0..<random.number(0...2)).map { _ in
                Value.takesPart("org\(random.number(0...5))", role)
            }
        }
        return Record(.project, "p\(number)", values, cite: [])
    }

    private static func period(_ random: inout SeededGenerator) -> String {
        let start = 2000 + random.number(0...8)
        let end = start + random.number(0...4)
        let mark = random.once(in: 4) ? "~" : ""
        switch random.number(0...5) {
        case 0: return "\(start)\(mark)/"
        case 1: return "\(start)/.."
        case 2: return "\(start)-0\(random.number(1...9))/\(end)-1\(random.number(0...2))"
        default: return "\(start)\(mark)/\(end)"
        }
    }
}
