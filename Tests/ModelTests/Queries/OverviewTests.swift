import Model
import Testing

@Suite("Overview")
struct OverviewTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    @Test("every class is counted")
    func counts() throws {
        let expected = Dictionary(grouping: SampleDossier.dossier.records, by: \.recordClass).mapValues(
            \.count)
        #expect(try dataset.overview().counts == expected)
        #expect(dataset.id == "sample" && dataset.title == "Rivals in the field")
        #expect(dataset.description == "A field for tests.")
    }

    @Test("projects are counted in each year in which they certainly and possibly ran")
    func years() throws {
        let overview = try dataset.overview()
        #expect(overview.years.map(\.year) == Array(2003...2011))
        #expect(overview.undated == 2)
        func year(_ year: Int) -> [Int] {
            overview.years.filter { $0.year == year }.flatMap { [$0.certain, $0.possible] }
        }
        #expect(year(2003) == [1, 1])
        #expect(year(2007) == [3, 3])
        #expect(year(2008) == [3, 4])
        #expect(overview.years.allSatisfy { $0.certain <= $0.possible })
    }

    @Test("donors and implementers come by how many projects they have")
    func ranked() throws {
        let overview = try dataset.overview()
        #expect(
            overview.donors.map { "\($0.name.id) \($0.projects)" } == ["ec 3", "ec-delegation 1", "dfid 1"])
        #expect(
            overview.implementers.map { "\($0.name.id) \($0.projects)" }
                == ["ilo 2", "iom 1", "iom-kyrgyzstan 1", "undp 1"])
    }

    @Test("conflicts and disputes are named")
    func disputes() throws {
        let overview = try dataset.overview()
        #expect(overview.conflicts.first?.record.id == "ilo-iom")
        #expect(overview.discrepancies.map(\.id) == ["calm-end"])
        #expect(overview.discrepancyCount == 1)
    }

    @Test("a filter narrows all of it")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.theme] = ["border-management"]
        let overview = try dataset.overview(filter)
        #expect(overview.counts[.project] == 1)
        #expect(overview.donors.map(\.name.id) == ["ec"])
        #expect(overview.conflicts.isEmpty && overview.discrepancies.isEmpty)
        #expect(overview.years.map(\.year) == [2003])
        #expect(overview.undated == 0)
    }

    @Test("an empty dossier has an empty overview")
    func empty() throws {
        let overview = try IndexCompiler.compile(Dossier(id: "none", title: "None")).overview()
        #expect(overview.counts.values.allSatisfy { $0 == 0 })
        #expect(overview.years.isEmpty && overview.donors.isEmpty && overview.conflicts.isEmpty)
    }
}
