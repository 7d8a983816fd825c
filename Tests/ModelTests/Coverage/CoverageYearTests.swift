import Model
import Testing

@Suite("Years of a coverage")
struct CoverageYearTests {
    private func dataset(_ periods: [String]) throws -> Dataset {
        let projects = periods.enumerated().map { index, period in
            Record(
                .project, "p\(index)",
                [
                    "title": [Value("Project \(index)")], "kind": ["project"], "period": [Value(period)],
                    "themes": ["water"],
                ])
        }
        return try IndexCompiler.compile(
            Dossier(
                id: "years", title: "Years", description: "Years.", language: "en",
                records: [Record(.source, "paper", ["title": ["Paper"], "type": ["article"]], cite: [])]
                    + [Record(.theme, "water", ["name": ["Water"]])] + projects))
    }

    @Test("a project from year 0 is one column, not two thousand")
    func outlier() throws {
        let grid = try dataset(["0000/0003", "2005/2010", "2006", "2012/.."]).coverage()
        #expect(grid.columns.map(\.id) == ["../2004"] + (2005...2012).map { String($0) })
        #expect(grid.columns[0].from == nil && grid.columns[0].to == "2004")
        #expect(grid.rows[0].cell(0)?.tally.projects == 1)
    }

    @Test("what lies far behind the others is one column too")
    func future() throws {
        let grid = try dataset(["2001/2003", "2002", "9999"]).coverage()
        #expect(grid.columns.map(\.id) == ["2001", "2002", "2003", "2004/.."])
        let list = try dataset(["2001/2003", "2002", "9999"]).list(
            .project, filter: grid.filter(row: 0, column: 3))
        #expect(try list.ids() == ["p2"])
    }

    @Test("there are never more columns than the most, and every dated project stands in one")
    func bounded() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            let periods = (0..<30).map { _ -> String in
                let start = random.number(0...9998)
                let end = random.number(start...9999)
                func text(_ year: Int) -> String {
                    String(repeating: "0", count: 4 - String(year).count) + String(year)
                }
                return random.pick(
                    ["\(text(start))/\(text(end))", "\(text(start))/", "/\(text(end))", "\(text(start))/.."],
                    or: "2000")
            }
            let grid = try dataset(periods).coverage()
            #expect((1...60).contains(grid.columns.count))
            #expect(grid.unplaced.projects == 0)
        }
    }

    @Test("a filter outside all dates still shows what may have gone on")
    func outside() throws {
        let open = try dataset(["2001/..", "1995/1997"])
        var filter = Filter()
        filter.from = "2030"
        #expect(try open.coverage(filter).columns.map(\.id) == ["2030"])
        #expect(try open.coverage(filter).rows[0].cell(0)?.tally.projects == 1)
        filter.from = nil
        filter.to = "1990"
        #expect(try open.coverage(filter).isEmpty)
    }

    @Test("without a date there is nothing to lay out, and that is counted")
    func undated() throws {
        let grid = try dataset(["/"]).coverage()
        #expect(grid.isEmpty && grid.columns.isEmpty)
        #expect(grid.unplaced.withoutColumn == 1)
        #expect(grid.rows.map(\.unplaced) == [1])
    }
}
