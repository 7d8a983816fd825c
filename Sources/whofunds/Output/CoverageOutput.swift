import Formats
import Model
import TUI

/// A coverage as it is printed, in every format but JSON.
struct CoverageOutput {
    private let view: View
    private let coverage: Coverage

    /// - Parameter listsProjects: whether cells know their projects, which CSV wants.
    init(_ view: View, _ dataset: Dataset, listsProjects: Bool) throws {
        self.view = view
        coverage = try dataset.coverage(view, listsProjects: listsProjects)
    }

    /// How many rows there are to print.
    var rows: Int { coverage.isEmpty ? 0 : coverage.rows.count }

    /// A line a cell, gaps too, row by row.
    var csv: String {
        let head = [
            "row", "column", "projects", "implementers", "donors", "overlap", "ids", "certain", "level",
            "row-name", "column-name",
        ]
        var writer = CSVWriter(columns: head.map { SafeText($0) })
        for row in coverage.rows {
            for (index, column) in coverage.columns.enumerated() {
                let cell = row.cell(index)
                let tally = cell?.tally ?? .nothing
                let numbers = [tally.projects, tally.implementers, tally.donors].map { SafeText(String($0)) }
                let overlap: SafeText = tally.overlap == .none ? "" : SafeText(tally.overlap.rawValue)
                let certain =
                    coverage.axes.columns == .year ? SafeText(String(tally.certain ?? 0)) : SafeText.empty
                writer.append(
                    [SafeText(row.id), SafeText(column.id)] + numbers + [
                        overlap, SafeText((cell?.ids ?? []).joined(separator: " ")), certain,
                        SafeText(String(Coverage.level(tally[view.count]))), row.name.title, column.name,
                    ])
            }
        }
        return writer.text
    }

    /// A table of what is counted: `!` marks an overlap, `·` a gap, `?` what is not said.
    var markdown: String {
        func line(_ cells: [SafeText]) -> String {
            "| " + cells.map { $0.string.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        var lines = [
            line([coverage.axes.title] + coverage.columns.map(\.name)),
            "|" + String(repeating: " --- |", count: coverage.columns.count + 1),
        ]
        for row in coverage.rows {
            let cells = coverage.columns.indices.map { index -> SafeText in
                guard let tally = row.cell(index)?.tally else { return row.unplaced > 0 ? "?" : "·" }
                let number = tally[view.count] == 0 ? "?" : String(tally[view.count])
                return SafeText(number + (tally.overlap == .none ? "" : "!"))
            }
            lines.append(line([row.name.title] + cells))
        }
        let unplaced = CoverageChart(coverage, counting: view.count).unplacedText(width: 1000)
        let legend: SafeText =
            "\(view.count.rawValue); ! overlap: different implementers in one year, · gap, ? not said"
        return (lines + ["", legend.string] + [unplaced?.string].compactMap { $0 }).joined(separator: "\n")
    }

    func picture(width: Int) -> Canvas { CoverageChart.print(coverage, counting: view.count, width: width) }
}
