import Model
import Testing

@testable import TUI

@Suite("Pictures of a coverage")
struct CoverageChartTests {
    private func coverage(
        _ rows: Coverage.Axis = .theme, _ columns: Coverage.Axis = .year, _ filter: Filter = Filter()
    ) throws -> Coverage {
        var view = View(.coverage)
        view.axes = try #require(Coverage.Axes(rows: rows, columns: columns))
        view.filter = filter
        return try BasinDossier.dataset.get().coverage(view)
    }

    private func drawn(
        _ coverage: Coverage, _ size: Size, cursor: (Int, Int), first: (Int, Int) = (0, 0)
    ) -> Canvas {
        var canvas = Canvas(size)
        CoverageChart(coverage, counting: .projects).draw(
            on: &canvas, in: canvas.bounds, cursor: .init(row: cursor.0, column: cursor.1),
            first: .init(row: first.0, column: first.1))
        return canvas
    }

    @Test("names and totals at the left, years above, glyphs by level, ! beside an overlap")
    func whole() throws {
        let canvas = drawn(try coverage(), Size(70, 9), cursor: (1, 6))
        #expect(
            canvas.lines == [
                "                   2005        2011",
                "  theme   projects 5 6 7 8 9 0 1 2 3 4",
                "  Water          3 ? ░ ░ ▒ ▓!▓!▓!▒ ▒ ▒",
                "> Irrigation     2 · · · ░ ▒!▒!▒!░ ░ ░",
                "  Drinking water 1 ? ? ? ? ░ ░ ░ ░ ░ ░",
                "  Water data     1 ? ░ ░ ░ ░ ░ ░ ░ ░ ░",
                "  not placed: 3 of 6 projects, 2 without a date, 1 without a theme",
                " Irri… × 2011 · 2 projects (1 certain) · ! overlap, possible", "",
            ])
        #expect(canvas.cursor == Point(31, 3))
        #expect(canvas[31, 3].style.isReversed && canvas[32, 3].style.isReversed)
    }

    @Test("in ASCII every level has a sign of its own")
    func ascii() {
        let signs = CoverageGlyph.levels.map(\.asciiStandIn)
        #expect(signs == [".", ":", "%", "#", "@"])
        #expect(Set(CoverageGlyph.levels + [CoverageGlyph.unknown, CoverageGlyph.overlap]).count == 7)
    }

    @Test("a window shows the columns from where it begins, and marks where there are more")
    func window() throws {
        let canvas = drawn(try coverage(), Size(24, 6), cursor: (0, 5), first: (0, 4))
        #expect(canvas.lines[0].contains("◀") && canvas.lines[0].contains("2010"))
        #expect(canvas.lines[2].hasPrefix("> Water"))
        #expect(canvas.lines[2].contains("▓!▓!▓!"))
    }

    @Test("printed, all columns stand there, in blocks where they do not fit")
    func blocks() throws {
        let text = CoverageChart.print(try coverage(), counting: .projects, width: 30).text
        #expect(text.components(separatedBy: "Drinking").count == 3)
        for line in text.split(separator: "\n") { #expect(line.count <= 30) }
        #expect(text.contains("not placed: 3 of 6 projects"))
    }

    @Test("names stand upright, and a country by its code")
    func upright() throws {
        let canvas = drawn(try coverage(.theme, .country), Size(60, 24), cursor: (0, 2))
        let heads = canvas.lines.prefix { !$0.contains(">") }
        #expect(heads.last?.contains("▼") == true)
        #expect(heads.contains { $0.hasSuffix("a b l") || $0.contains("O V") })
    }

    @Test("what counts nothing because it is not said is not drawn as a gap")
    func notSaid() throws {
        var canvas = Canvas(Size(60, 9))
        let chart = CoverageChart(try coverage(), counting: .implementers)
        chart.draw(
            on: &canvas, in: canvas.bounds, cursor: .init(row: 0, column: 1),
            first: .init(row: 0, column: 0))
        let data = try #require(canvas.lines.first { $0.contains("Water data") })
        #expect(!data.contains("·") && data.contains("?"))
        #expect(canvas.lines.contains { $0.contains("implementer not said") })
    }

    @Test("it fits every size and draws nothing outside its rectangle")
    func sizes() throws {
        for axes in Coverage.Axes.all {
            let chart = CoverageChart(try coverage(axes.rows, axes.columns), counting: .donors)
            for (width, height) in [(0, 0), (1, 1), (3, 2), (7, 4), (12, 5), (29, 9), (80, 18), (200, 60)] {
                var canvas = Canvas(Size(width + 6, height + 4))
                canvas.fill(canvas.bounds, "¤")
                let rect = Rect(2, 1, width, height)
                canvas.fill(rect)
                chart.draw(
                    on: &canvas, in: rect, cursor: .init(row: 1, column: 1),
                    first: .init(row: 0, column: 0))
                #expect(CanvasSoundness.strays(on: canvas, outside: rect, ground: "¤") == [])
                #expect(CanvasSoundness.faults(of: canvas) == [])
            }
            for width in [20, 33, 80] {
                let printed = CoverageChart.print(chart.coverage, counting: .projects, width: width)
                #expect(CanvasSoundness.faults(of: printed) == [])
            }
        }
    }
}
