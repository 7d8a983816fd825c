import Model
import Testing

@Suite("Facets")
struct FacetTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func counts(_ recordClass: RecordClass, _ option: String) throws -> [String: Int] {
        let facets = try dataset.facets(recordClass, Filter()).filter { $0.option == option }
        return Dictionary(uniqueKeysWithValues: facets.map { ($0.value, $0.count) })
    }

    @Test("a facet tells how many records each value leaves")
    func counted() throws {
        #expect(try counts(.project, "donor") == ["eu": 4, "ec": 4, "ec-delegation": 1, "dfid": 1])
        #expect(
            try counts(.project, "theme") == ["migration": 4, "labour-migration": 3, "border-management": 1])
        #expect(try counts(.project, "kind") == ["project": 3, "programme": 2, "instrument": 1])
        #expect(try counts(.project, "status") == ["closed": 1, "implementation": 1])
    }

    @Test("facets come by dimension, the most frequent first, and are called by acronym and name")
    func order() throws {
        let facets = try dataset.facets(.project, Filter())
        let options = facets.map(\.option)
        let known = Filter.Dimension.allCases.map(\.rawValue) + ["kind", "status"]
        #expect(options == options.sorted { known.firstIndex(of: $0) ?? 0 < known.firstIndex(of: $1) ?? 0 })
        for option in known {
            let counts = facets.filter { $0.option == option }.map(\.count)
            #expect(counts == counts.sorted(by: >))
        }
        #expect(
            facets.first { $0.value == "dfid" }?.label == "DFID  Department for International Development")
    }

    @Test("the count of a facet is the length of the list that it leads to", arguments: RecordClass.allCases)
    func leadsTo(_ recordClass: RecordClass) throws {
        var random = SeededGenerator(seed: 41)
        for turn in 0..<12 {
            let filter = turn == 0 ? Filter() : FilterQueryTests.filter(&random)
            for facet in try dataset.facets(recordClass, filter) {
                var narrowed = filter
                switch facet.option {
                case "kind": narrowed.kind = facet.value
                case "status": narrowed.status = facet.value
                default:
                    let dimension = try #require(Filter.Dimension(rawValue: facet.option))
                    narrowed = narrowed.adding(dimension, facet.value)
                }
                let count = try dataset.list(recordClass, filter: narrowed).count()
                #expect(facet.count == count, "\(facet.option) \(facet.value) under \(filter.parts)")
            }
        }
    }

    @Test("a facet says only what a filter can be given")
    func values() throws {
        for recordClass in RecordClass.allCases {
            for facet in try dataset.facets(recordClass, Filter()) {
                guard let dimension = Filter.Dimension(rawValue: facet.option) else { continue }
                #expect(try dataset.record(facet.value)?.recordClass == dimension.recordClass)
            }
        }
    }
}
