import Model
import Testing

@Suite("Coverage")
struct CoverageTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func coverage(
        _ rows: Coverage.Axis = .theme, _ columns: Coverage.Axis = .year, _ filter: Filter = Filter()
    ) throws -> Coverage {
        let axes = try #require(Coverage.Axes(rows: rows, columns: columns))
        return try dataset.coverage(filter, axes, listsProjects: true)
    }

    private func cell(_ coverage: Coverage, _ row: String, _ column: String) -> Coverage.Cell? {
        guard let index = coverage.columns.firstIndex(where: { $0.id == column }) else { return nil }
        return coverage.rows.first { $0.id == row }?.cell(index)
    }

    @Test("a cell holds what may have run in the year, under the theme or one inside it")
    func year() throws {
        let grid = try coverage()
        #expect(grid.rows.map(\.id) == ["border-management", "labour-migration", "migration"])
        #expect(grid.columns.map(\.id) == (2003...2011).map { String($0) })
        let labour = try #require(cell(grid, "labour-migration", "2008"))
        #expect(labour.ids == ["calm", "regulating", "partnerships"])
        // CALM began in 2007, and its end is not said.
        #expect(labour.tally.projects == 3 && labour.tally.certain == 2)
        #expect(labour.tally.implementers == 2 && labour.tally.donors == 1)
        #expect(labour.tally.overlap == .possible)
        #expect(cell(grid, "labour-migration", "2007")?.tally.overlap == .certain)
        #expect(cell(grid, "migration", "2008")?.tally == labour.tally)
        #expect(cell(grid, "labour-migration", "2005") == nil)
    }

    @Test("an open end goes to the last year that bounds anything, or to the filter's")
    func openEnd() throws {
        #expect(cell(try coverage(), "border-management", "2011")?.ids == ["bomca"])
        var filter = Filter()
        filter.to = "2015"
        let later = try coverage(.theme, .year, filter)
        #expect(later.columns.last?.id == "2015")
        #expect(cell(later, "border-management", "2015")?.ids == ["bomca"])
        filter.from = "2014-03"
        let last = try coverage(.theme, .year, filter)
        #expect(last.columns.map(\.id) == ["2014", "2015"])
        #expect(last.columns[0].from == "2014-03" && last.columns[0].to == "2014")
    }

    @Test("what has no date, no place or no theme is counted apart")
    func unplaced() throws {
        // CARMP has no date, AENEAS neither date nor theme.
        let years = try coverage().unplaced
        #expect(years.projects == 2 && years.withoutRow == 1 && years.withoutColumn == 2)
        #expect(years.ids == ["aeneas", "carmp"])
        #expect(try coverage().rows.first { $0.id == "migration" }?.unplaced == 1)
        let places = try coverage(.theme, .country).unplaced
        #expect(places.ids == ["aeneas"] && places.withoutColumn == 1)
        #expect(try coverage().projects == 6)
    }

    @Test("a part counts with its whole where both are there, and two parts without it are two")
    func parts() throws {
        let grid = try coverage(.theme, .country)
        // IOM and its office in Kyrgyzstan.
        #expect(cell(grid, "migration", "central-asia")?.tally.implementers == 2)
        // The Commission and its delegation are one donor; DFID another.
        #expect(cell(grid, "migration", "central-asia")?.tally.donors == 2)
        let office = Record(
            .organisation, "iom-tajikistan", ["name": ["IOM Tajikistan"], "part-of": ["iom"]])
        let project = Record(
            .project, "camp",
            [
                "title": ["A camp"], "kind": ["project"], "period": ["2010"], "themes": ["labour-migration"],
                "participants": [.takesPart("iom-tajikistan", "implementing")],
            ])
        let wider = try SampleDossier.dataset(adding: office, project).coverage()
        #expect(cell(wider, "labour-migration", "2010")?.tally.implementers == 3)
    }

    @Test("one project that two implement together is no overlap; a second one by one of them is")
    func together() throws {
        func dataset(_ second: [Value]) throws -> Dataset {
            let theme = Record(.theme, "canals", ["name": ["Canals"]])
            let both: [Value] = [.takesPart("ilo", "implementing"), .takesPart("undp", "implementing")]
            let projects = [("canal-one", both), ("canal-two", second)].map { id, participants in
                Record(
                    .project, id,
                    [
                        "title": [Value(id)], "kind": ["project"], "period": ["2009"], "themes": ["canals"],
                        "participants": participants,
                    ])
            }
            return try SampleDossier.dataset(adding: theme, projects[0], projects[1])
        }
        func tally(_ second: [Value]) throws -> Coverage.Tally? {
            cell(try dataset(second).coverage(), "canals", "2009")?.tally
        }
        #expect(try tally([])?.implementers == 2)
        #expect(try tally([])?.overlap == Certainty.none)
        let pair: [Value] = [.takesPart("undp", "implementing"), .takesPart("ilo", "implementing")]
        #expect(try tally(pair)?.overlap == Certainty.none)
        #expect(try tally([.takesPart("ilo", "implementing")])?.overlap == .certain)
    }

    @Test("where columns are no times, an overlap is of projects that share a year")
    func sharedYear() throws {
        let grid = try coverage(.theme, .country)
        #expect(cell(grid, "labour-migration", "kyrgyzstan")?.tally.overlap == .certain)
        #expect(cell(grid, "labour-migration", "kyrgyzstan")?.tally.certain == nil)
        let late = Record(
            .project, "late",
            [
                "title": ["Late"], "kind": ["project"], "period": ["2020"], "themes": ["border-management"],
                "places": ["kazakhstan"], "participants": [.takesPart("iom", "implementing")],
            ])
        let early = Record(
            .project, "early",
            [
                "title": ["Early"], "kind": ["project"], "period": ["2019"], "themes": ["border-management"],
                "places": ["kazakhstan"], "participants": [.takesPart("ilo", "implementing")],
            ])
        let axes = try #require(Coverage.Axes(rows: .theme, columns: .country))
        let apart = try SampleDossier.dataset(adding: late, early).coverage(Filter(), axes)
        let tally = cell(apart, "border-management", "kazakhstan")?.tally
        #expect(tally?.implementers == 2 && tally?.overlap == Certainty.none)
    }

    @Test("rows are of any role, or of one")
    func organisations() throws {
        let any = try coverage(.organisation, .theme)
        #expect(cell(any, "ministry", "labour-migration")?.ids == ["partnerships"])
        #expect(cell(any, "eu", "labour-migration")?.tally.projects == 3)
        let donors = try coverage(.donor, .theme)
        #expect(donors.rows.map(\.id).sorted() == ["dfid", "ec", "ec-delegation", "eu"])
        #expect(try coverage(.implementer, .country).rows.contains { $0.id == "iom" })
    }

    @Test("a filter on the axis leaves the rows that stand inside what it names")
    func inside() throws {
        let grid = try coverage(.theme, .year, Filter().adding(.theme, "migration"))
        #expect(grid.rows.map(\.id) == ["labour-migration", "migration"])
        #expect(grid.filter(row: 0, column: 0).ties[.theme] == ["labour-migration"])
    }

    @Test("axes that make no grid are none")
    func axes() {
        #expect(Coverage.Axes(rows: .theme, columns: .theme) == nil)
        #expect(Coverage.Axes(rows: .year, columns: .theme) == nil)
        #expect(Coverage.Axes(rows: .theme, columns: .donor) == nil)
        #expect(Coverage.Axes(rows: nil, columns: nil) == .usual)
        #expect(Coverage.Axes(rows: nil, columns: .theme)?.rows == .organisation)
        #expect(Set(Coverage.Axes.all).count == Coverage.Axes.all.count)
        #expect(Coverage.Axes.all.count == 13)
    }

    @Test(
        "five levels",
        arguments: [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (900, 4)])
    func levels(number: Int, level: Int) { #expect(Coverage.level(number) == level) }
}
