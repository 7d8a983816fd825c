import Foundation
import Testing

@Suite("Coverage on the command line")
struct CoverageCommandTests {
    private static let lines = [
        "coverage", "coverage --rows country --columns theme", "coverage --rows organisation --columns year",
        "coverage --theme labour-migration --from 2007-06 --to 2010",
    ]

    private func json(_ line: String) throws -> [String: Any] {
        let outcome = try Program.run(ViewLines.words(line) + ["--format", "json"])
        return try #require(try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any])
    }

    @Test("JSON has a cell for each row and column, and each counts its ids", arguments: lines)
    func cells(line: String) throws {
        let grid = try json(line)
        let rows = try #require(grid["rows"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let columns = try #require(grid["columns"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let cells = try #require(grid["cells"] as? [[String: Any]])
        #expect(cells.count == rows.count * columns.count && !cells.isEmpty)
        let pairs = zip(cells, rows.flatMap { row in columns.map { (row, $0) } })
        for (cell, (row, column)) in pairs {
            #expect(cell["row"] as? String == row && cell["column"] as? String == column)
            let ids = try #require(cell["ids"] as? [String])
            #expect(cell["projects"] as? Int == ids.count && Set(ids).count == ids.count)
            let level = [0: 0, 1: 1, 2: 2, 3: 3, 4: 3][ids.count] ?? 4
            #expect(cell["level"] as? Int == level)
            if cell["overlap"] as? Bool == true { #expect((cell["implementers"] as? Int ?? 0) > 1) }
        }
    }

    @Test("A cell's ids are those of the list that the command line gives for it")
    func lists() throws {
        let grid = try json("coverage --theme labour-migration --from 2006")
        let cells = try #require(grid["cells"] as? [[String: Any]])
        for cell in cells.prefix(4) {
            let (row, column) = (cell["row"] as? String ?? "", cell["column"] as? String ?? "")
            let outcome = try Program.run(
                ["projects", "--theme", row, "--from", column, "--to", column, "--format", "json"])
            let list = try JSONSerialization.jsonObject(with: outcome.bytes) as? [[String: Any]]
            #expect(
                Set(list?.compactMap { $0["id"] as? String } ?? []) == Set(cell["ids"] as? [String] ?? []))
        }
    }

    @Test("CSV has the cells that JSON has", arguments: lines)
    func csv(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--format", "csv"])
        let rows = try #require(StrictCSV.rows(outcome.output))
        #expect(
            rows[0].prefix(7) == ["row", "column", "projects", "implementers", "donors", "overlap", "ids"])
        let cells = try #require(try json(line)["cells"] as? [[String: Any]])
        #expect(rows.count == cells.count + 1)
        for (row, cell) in zip(rows.dropFirst(), cells) {
            #expect(row.count == rows[0].count)
            #expect(row[0] == cell["row"] as? String && row[1] == cell["column"] as? String)
            #expect(Int(row[2]) == cell["projects"] as? Int && Int(row[4]) == cell["donors"] as? Int)
            #expect(row[5] == cell["overlapCertainty"] as? String ?? "")
            #expect(row[6] == (cell["ids"] as? [String])?.joined(separator: " "))
        }
    }

    @Test("Markdown is a table with a column each", arguments: lines)
    func markdown(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--format", "markdown"])
        let table = outcome.lines.filter { $0.hasPrefix("|") }
        let bars = Set(table.map { $0.replacing("\\|", with: "").count { $0 == "|" } })
        #expect(table.count > 2 && bars.count == 1)
    }

    @Test("Text has all columns whatever the width")
    func blocks() throws {
        let narrow = try Program.run(["coverage", "--width", "40"])
        let wide = try Program.run(["coverage", "--width", "140"])
        #expect(narrow.lines.count > wide.lines.count)
        for line in narrow.lines { #expect(line.count <= 40) }
        let marks = { (text: String) in text.count { "░▒▓■".contains($0) } }
        // The legend has each once more.
        #expect(marks(narrow.output) == marks(wide.output))
    }

    @Test("ASCII tells the levels apart")
    func ascii() throws {
        let outcome = try Program.run(["coverage", "--ascii", "--width", "100"])
        #expect(outcome.bytes.allSatisfy { $0 < 0x80 })
        #expect(outcome.output.contains(". gap  : 1  % 2  # 3 to 4  @ 5 and more projects"))
    }
}
