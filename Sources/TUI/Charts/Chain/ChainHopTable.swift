import Foundation
import Model

/// The accounts of a chain's nodes as a table: received, given on, kept, unexplained.
struct ChainHopTable {
    private struct Row {
        let name: SafeText
        let cells: [SafeText]
        let remark: SafeText
    }

    private let rows: [Row]
    private static let titles: [SafeText] = ["received", "given on", "kept", "unexplained"]
    private static let remarks: [HopAccount.Place: SafeText] = [.entry: "begins here", .end: "ends here"]
    private static let longestName = 28

    init(_ hops: [HopAccount], names: [String: SafeText]) {
        rows = hops.map { hop in
            let unexplained = hop.unexplained.map { SafeText(ChainSummary.figure($0)) } ?? "not known"
            return Row(
                name: names[hop.node] ?? SafeText(hop.node),
                cells: [hop.received, hop.givenOn, hop.kept].map(Self.cell) + [unexplained],
                remark: Self.remarks[hop.place] ?? "")
        }
    }

    /// `1,800,000 + ?`: a sum, and that there is more of which the amount is unknown; `–` without flows.
    static func cell(_ side: HopAccount.Side) -> SafeText {
        if side.isEmpty { return "–" }
        guard let sum = side.sum else { return "?" }
        return SafeText(ChainSummary.figure(sum) + (side.unknown.isEmpty ? "" : " + ?"))
    }

    func canvas(width: Int) -> Canvas {
        let names = min(Self.longestName, rows.map(\.name.columns).max() ?? 0)
        let cells = Self.titles.indices.map { column in
            (rows.map { $0.cells[column].columns } + [Self.titles[column].columns]).max() ?? 0
        }
        let least = 2 + names + cells.reduce(0) { $0 + $1 + 2 }
        return least <= width ? table(names, cells, width) : stacked(width)
    }

    private func table(_ names: Int, _ cells: [Int], _ width: Int) -> Canvas {
        var canvas = Canvas(Size(width, rows.count + 1))
        func write(_ texts: [SafeText], _ y: Int, _ style: Style) {
            var x = 2 + names + 2
            for (column, text) in texts.enumerated() {
                canvas.write(text, x + cells[column] - text.columns, y, style)
                x += cells[column] + 2
            }
        }
        write(Self.titles, 0, .dim)
        let end = 2 + names + cells.reduce(0) { $0 + $1 + 2 } + 2
        for (row, content) in rows.enumerated() {
            canvas.write(content.name.fitted(to: names), 2, row + 1)
            write(content.cells, row + 1, .plain)
            if end + content.remark.columns <= width { canvas.write(content.remark, end, row + 1, .dim) }
        }
        return canvas
    }

    /// Where there is no room for columns, a line for each figure.
    private func stacked(_ width: Int) -> Canvas {
        var canvas = Canvas(Size(width, rows.count * (Self.titles.count + 1)))
        var y = 0
        for row in rows {
            canvas.write(row.name.fitted(to: max(1, width - 2)), 2, y)
            for (column, title) in Self.titles.enumerated() {
                canvas.write("\(title.string): \(row.cells[column].string)", 4, y + column + 1, .dim)
            }
            y += Self.titles.count + 1
        }
        return canvas
    }
}
