import Model

/// The lines of a timeline from top to bottom, headings of lanes among them, found without making a list of
/// them: a million rows cost no more than their lanes. The rows are all at hand, or fetched where they are looked
/// at (``fetch(_:)``).
package struct TimelineRows: Sendable {
    package enum Line: Sendable {
        case heading(SafeText)
        /// A row and its index among all rows.
        case row(Timeline.Row, Int)
    }

    private enum Store: Sendable {
        case held([Timeline.Lane])
        /// A source, and of its rows those that were fetched last, by their index among all.
        case windows(TimelineSource, [Int: Timeline.Row])
    }

    private var store: Store
    /// By lane.
    private let titles: [SafeText]
    /// By lane, the lines before it; then the number of all lines.
    private let linesBefore: [Int]
    /// By lane, the rows before it; then the number of all rows.
    private let rowsBefore: [Int]

    package init(_ lanes: [Timeline.Lane]) {
        self.init(.held(lanes), lanes.map { ($0.title, $0.rows.count) })
    }

    package init(_ source: TimelineSource) {
        self.init(.windows(source, [:]), source.lanes.map { ($0.title, $0.count) })
    }

    private init(_ store: Store, _ lanes: [(title: SafeText, count: Int)]) {
        self.store = store
        titles = lanes.map(\.title)
        var lines = [0]
        var rows = [0]
        for lane in lanes {
            lines.append(lines[lines.count - 1] + lane.count + (lane.title.isEmpty ? 0 : 1))
            rows.append(rows[rows.count - 1] + lane.count)
        }
        linesBefore = lines
        rowsBefore = rows
    }

    package var lineCount: Int { linesBefore[titles.count] }
    package var rowCount: Int { rowsBefore[titles.count] }

    // MARK: Fetching

    /// Makes the rows with these indices ready to be drawn; others may be forgotten.
    package mutating func fetch(_ wanted: Range<Int>) throws {
        guard case .windows(let source, let known) = store else { return }
        let wanted = wanted.clamped(to: 0..<rowCount)
        var fetched = known.filter { wanted.contains($0.key) }
        var index = wanted.lowerBound
        while index < wanted.upperBound {
            guard fetched[index] == nil else {
                index += 1
                continue
            }
            let lane = Self.lane(of: index, in: rowsBefore)
            let end = min(wanted.upperBound, rowsBefore[lane + 1])
            let rows = try source.rows(lane, index - rowsBefore[lane], end - index)
            for (offset, row) in rows.enumerated() { fetched[index + offset] = row }
            index = end
        }
        store = .windows(source, fetched)
    }

    /// The same for the rows of some lines, and for one more.
    package mutating func fetch(lines: Range<Int>, and row: Int) throws {
        let shown = lines.clamped(to: 0..<lineCount).compactMap { rowIndex(at: $0) }
        let first = min(shown.first ?? row, row)
        let last = max(shown.last ?? row, row)
        // A selection that is far from what is shown is fetched when it is gone to.
        let isNear = last - first <= lines.count * 2
        try fetch(isNear ? first..<last + 1 : (shown.first ?? row)..<(shown.last ?? row) + 1)
    }

    // MARK: Lines and rows

    package func line(at index: Int) -> Line? {
        guard (0..<lineCount).contains(index) else { return nil }
        guard let row = rowIndex(at: index) else {
            return .heading(titles[Self.lane(of: index, in: linesBefore)])
        }
        return self.row(at: row).map { .row($0, row) }
    }

    /// The index among all rows of the row in a line; nil for a heading.
    private func rowIndex(at line: Int) -> Int? {
        let lane = Self.lane(of: line, in: linesBefore)
        let row = line - linesBefore[lane] - (titles[lane].isEmpty ? 0 : 1)
        return row < 0 ? nil : rowsBefore[lane] + row
    }

    /// Nil beyond the rows, and for a row that was not fetched.
    package func row(at index: Int) -> Timeline.Row? {
        guard (0..<rowCount).contains(index) else { return nil }
        switch store {
        case .windows(_, let rows): return rows[index]
        case .held(let lanes):
            let lane = Self.lane(of: index, in: rowsBefore)
            return lanes[lane].rows[index - rowsBefore[lane]]
        }
    }

    /// The line of the row with this index among all rows.
    package func line(ofRow index: Int) -> Int? {
        guard (0..<rowCount).contains(index) else { return nil }
        let lane = Self.lane(of: index, in: rowsBefore)
        return linesBefore[lane] + (titles[lane].isEmpty ? 0 : 1) + index - rowsBefore[lane]
    }

    /// Index of the first row of a project.
    package func index(of id: String) throws -> Int? {
        switch store {
        case .windows(let source, _): try source.place(of: id).map { rowsBefore[$0.lane] + $0.row }
        case .held: (0..<rowCount).first { row(at: $0)?.id == id }
        }
    }

    /// The line to begin with so that the row is in view: `line` if it is already, else as near as can be. A
    /// lane's first row brings its heading along.
    package func firstLine(from line: Int, showing row: Int, height: Int) -> Int {
        let highest = max(0, lineCount - max(1, height))
        guard let place = self.line(ofRow: row) else { return min(max(0, line), highest) }
        var top = place
        if height > 1, place > 0, rowIndex(at: place - 1) == nil { top = place - 1 }
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
