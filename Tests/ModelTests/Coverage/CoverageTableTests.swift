import Testing

@testable import Model

@Suite("Coverages that the index holds")
struct CoverageTableTests {
    /// All of a grid but the ids of its projects.
    private func picture(_ grid: Coverage) -> [String] {
        let columns = grid.columns.map { "\($0)" }
        let rows = grid.rows.map { row in
            let cells = row.cells.map { "\($0.column) \($0.tally)" }
            return "\(row.name) \(row.total) \(row.unplaced) \(cells)"
        }
        let unplaced = grid.unplaced
        return ["\(grid.projects) \(unplaced.projects) \(unplaced.withoutRow) \(unplaced.withoutColumn)"]
            + columns + rows
    }

    @Test("are what is counted project by project", arguments: 1...8 as ClosedRange<UInt64>)
    func sameAsCounted(seed: UInt64) throws {
        let dataset = try IndexCompiler.compile(CoveragePropertyTests.dossier(seed))
        for axes in Coverage.Axes.all {
            let held = try dataset.read { try CoverageTable($0).coverage(axes) }
            let counted = try dataset.coverage(Filter(), axes, listsProjects: true)
            #expect(picture(try #require(held)) == picture(counted), "\(axes.title.string)")
        }
    }

    @Test("count what a filter that lets all through leaves")
    func sameAsFiltered() throws {
        let dataset = try IndexCompiler.compile(CoveragePropertyTests.dossier(5))
        var filter = Filter()
        filter.kind = "project"
        for axes in Coverage.Axes.all {
            #expect(
                picture(try dataset.coverage(Filter(), axes)) == picture(try dataset.coverage(filter, axes)))
        }
    }

    @Test("of nothing are empty")
    func nothing() throws {
        let dossier = Dossier(id: "none", title: "None", description: "None.", language: "en", records: [])
        let dataset = try IndexCompiler.compile(dossier)
        for axes in Coverage.Axes.all {
            let grid = try dataset.coverage(Filter(), axes)
            #expect(grid.isEmpty && grid.projects == 0 && grid.unplaced.projects == 0)
        }
    }
}
