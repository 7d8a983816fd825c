import Model

/// The lines of a timeline from top to bottom, headings of lanes among them, found without making a list of
/// them: a million rows cost no more than their lanes.
package struct TimelineRows: Sendable {
    package enum Line: Sendable {
        case heading(SafeText)
        /// A row and its index among all rows.
        case row(Timeline.Row, Int)
    }

    package let lanes: [Timeline.Lane]
    /// By lane, the lines before it; then the number of all lines.
    private let linesBefore: [Int]
    /// By lane, the rows before it; then the number of all rows.
    private let rowsBefore: [Int]

    package init(_ lanes: [Timeline.Lane]) {
        self.lanes = lanes
        var lines = [0]
        var rows = [0]
        for lane in lanes {
            lines.append(lines[lines.count - 1] + lane.rows.count + (lane.title.isEmpty ? 0 : 1))
            rows.append(rows[rows.count - 1] + lane.rows.count)
        }
        linesBefore = lines
        rowsBefore = rows
    }

    package var lineCount: Int { linesBefore[lanes.count] }
    package var rowCount: Int { rowsBefore[lanes.count] }

    package func line(at index: Int) -> Line? {
        guard (0..<lineCount).contains(index) else { return nil }
        let lane = Self.lane(of: index, in: linesBefore)
        let heading = lanes[lane].title.isEmpty ? 0 : 1
        let row = index - linesBefore[lane] - heading
        if row < 0 { return .heading(lanes[lane].title) }
        return .row(lanes[lane].rows[row], rowsBefore[lane] + row)
    }

    package func row(at index: Int) -> Timeline.Row? {
        guard (0..<rowCount).contains(index) else { return nil }
        let lane = Self.lane(of: index, in: rowsBefore)
        return lanes[lane].rows[index - rowsBefore[lane]]
    }

    /// The line of the row with this index among all rows.
    package func line(ofRow index: Int) -> Int? {
        guard (0..<rowCount).contains(index) else { return nil }
        let lane = Self.lane(of: index, in: rowsBefore)
        return linesBefore[lane] + (lanes[lane].title.isEmpty ? 0 : 1) + index - rowsBefore[lane]
    }

    /// Index of the first row of a project, from `start` on and then from the top.
    package func index(of id: String, from start: Int = 0) -> Int? {
        let first = min(max(0, start), rowCount)
        return indices(first..<rowCount, id) ?? indices(0..<first, id)
    }

    private func indices(_ range: Range<Int>, _ id: String) -> Int? {
        range.first { row(at: $0)?.id == id }
    }

    /// The line to begin with so that the row is in view: `line` if it is already, else as near as can be. A
    /// lane's first row brings its heading along.
    package func firstLine(from line: Int, showing row: Int, height: Int) -> Int {
        let highest = max(0, lineCount - max(1, height))
        guard let place = self.line(ofRow: row) else { return min(max(0, line), highest) }
        var top = place
        if height > 1, place > 0, case .heading = self.line(at: place - 1) { top = place - 1 }
        return min(max(min(line, top), place - max(1, height) + 1, 0), highest)
    }

    /// The last lane that begins at or before `index` and is not empty.
    private static func lane(of index: Int, in before: [Int]) -> Int {
        var low = 0
        var high = before.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if before[middle] <= index { low = middle } else { high = middle }
        }
        return low
    }
}
