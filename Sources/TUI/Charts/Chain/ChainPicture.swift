import Model

/// The lines of a chain as glyphs, and which cells belong to which edge.
///
/// A level line passes under the stroke of another net, whose glyph then stands alone in the cell (`─│─`).
/// Where lines meet, the glyph has the arms that meet: a line from the left that comes upon `├` or `└`, which
/// have no arm towards it, passes under it too and does not turn.
struct ChainPicture {
    struct Arms: OptionSet {
        let rawValue: UInt8
        static let left = Arms(rawValue: 1)
        static let right = Arms(rawValue: 2)
        static let up = Arms(rawValue: 4)
        static let down = Arms(rawValue: 8)
        static let level: Arms = [.left, .right]
        static let upright: Arms = [.up, .down]
    }

    let size: Size
    /// Of each edge the cells, labels included, as stretches of a row or a column: lines are long, and one stroke
    /// may be that of hundreds of edges.
    private var stretches: [[Rect]]

    private var arms: [Arms]
    private var kinds: [ChainEdge.Kind]
    /// Where strokes stand: other lines pass under them.
    private var isTaken: [Bool]

    init(_ geometry: ChainGeometry, edges: [ChainEdge]) {
        size = Size(geometry.width, geometry.height)
        stretches = Array(repeating: [], count: edges.count)
        arms = Array(repeating: [], count: size.width * size.height)
        kinds = Array(repeating: .absent, count: arms.count)
        isTaken = Array(repeating: false, count: arms.count)
        for case let stroke? in geometry.strokes {
            for row in stroke.top...stroke.bottom { isTaken[cell(stroke.x, row)] = true }
        }
        for joint in geometry.graph.joints.indices { draw(joint, geometry, edges) }
        for label in geometry.labels { write(label, links: geometry.graph.joints[label.joint].links) }
        isTaken = []
    }

    /// The line's glyph in a cell; nil where there is none.
    func glyph(_ point: Point) -> Character? {
        guard Rect(size).contains(point), !arms[cell(point.x, point.y)].isEmpty else { return nil }
        return Self.glyph(arms[cell(point.x, point.y)], kind(point))
    }

    func kind(_ point: Point) -> ChainEdge.Kind {
        Rect(size).contains(point) ? kinds[cell(point.x, point.y)] : .absent
    }

    /// The number of a cell, from left to right and from top to bottom.
    func cell(_ x: Int, _ y: Int) -> Int { y * size.width + x }

    /// The cells of some edges that lie in some rows.
    func cells(of edges: some Sequence<Int>, rows: Range<Int>) -> Set<Int> {
        let part = Rect(0, rows.lowerBound, size.width, rows.count)
        var cells = Set<Int>()
        for edge in edges {
            for stretch in stretches[edge].lazy.map({ $0.intersection(part) }) {
                for y in stretch.y..<stretch.bottom {
                    for x in stretch.x..<stretch.right { cells.insert(cell(x, y)) }
                }
            }
        }
        return cells
    }

    /// What edges pass through a joint, and how it looks: as the best known of them.
    private struct Line {
        let links: [Int]
        let kind: ChainEdge.Kind
    }

    private mutating func draw(_ index: Int, _ geometry: ChainGeometry, _ edges: [ChainEdge]) {
        let joint = geometry.graph.joints[index]
        let line = Line(links: joint.links, kind: joint.links.map { edges[$0].kind }.min() ?? .absent)
        let entry = geometry.rows[joint.from]
        let exit = geometry.exits[index]
        let start = geometry.leavingColumn(joint.from)
        let isToBend = geometry.graph.slots[joint.to].node == nil
        let end = geometry.columns[joint.to] - (isToBend ? 0 : 1)
        if let stroke = geometry.strokes[index] {
            for x in start..<stroke.x { add(.level, x, entry, line) }
            let towards: Arms = exit > entry ? .down : .up
            let back: Arms = exit > entry ? .up : .down
            add(exit == entry ? .level : [.left, towards], stroke.x, entry, line, isOwn: true)
            for row in min(entry, exit)..<max(entry, exit) where row != min(entry, exit) {
                add(.upright, stroke.x, row, line, isOwn: true)
            }
            if exit != entry { add([back, .right], stroke.x, exit, line, isOwn: true) }
            for x in stroke.x + 1..<max(end, stroke.x + 1) { add(.level, x, exit, line) }
        } else {
            for x in start..<max(end, start) { add(.level, x, exit, line) }
        }
        guard let node = geometry.graph.slots[joint.to].node, let ports = geometry.ports(node) else { return }
        let first = ports.lowerBound
        if exit == first {
            add(.level, end - 1, exit, line)
        } else {
            arms[cell(end - 1, exit)].remove(.right)
            add([.left, .up], end - 1, exit, line)
            for row in first + 1..<exit { add(.upright, end - 1, row, line) }
            add([.down, .right], end - 1, first, line)
        }
    }

    private mutating func add(_ new: Arms, _ x: Int, _ y: Int, _ line: Line, isOwn: Bool = false) {
        let cell = cell(x, y)
        if isTaken[cell] && !isOwn { return }
        arms[cell].formUnion(new)
        kinds[cell] = min(kinds[cell], line.kind)
        for link in line.links {
            let last = stretches[link].indices.last
            if let last, let longer = stretches[link][last].extended(to: x, y) {
                stretches[link][last] = longer
            } else {
                stretches[link].append(Rect(x, y, 1, 1))
            }
        }
    }

    private mutating func write(_ label: ChainGeometry.Label, links: [Int]) {
        for (line, text) in label.lines.enumerated() {
            let start = label.right - text.columns
            let row = label.row + line
            for x in start - 1...label.right where label.isOnLine && line == 0 { arms[cell(x, row)] = [] }
            for link in links { stretches[link].append(Rect(start, row, label.right - start, 1)) }
        }
    }

    private static let boxes: [UInt8: Character] = [
        Arms.level.rawValue: "─", Arms.upright.rawValue: "│",
        Arms([.left, .down]).rawValue: "┐", Arms([.left, .up]).rawValue: "┘",
        Arms([.right, .down]).rawValue: "┌", Arms([.right, .up]).rawValue: "└",
        Arms([.left, .right, .down]).rawValue: "┬", Arms([.left, .right, .up]).rawValue: "┴",
        Arms([.up, .down, .right]).rawValue: "├", Arms([.up, .down, .left]).rawValue: "┤",
        Arms([.left, .right, .up, .down]).rawValue: "┼",
    ]

    private static func glyph(_ arms: Arms, _ kind: ChainEdge.Kind) -> Character {
        let box = boxes[arms.rawValue] ?? "─"
        switch (box, kind) {
        case ("─", .inferred): return "┈"
        case ("│", .inferred): return "┊"
        case ("─", .back): return "╌"
        case ("│", .back): return "╎"
        case ("─", .absent): return "·"
        case ("│", .absent): return "┆"
        default: return box
        }
    }
}

extension Rect {
    /// With a cell right of a row or below a column; nil if it is neither.
    fileprivate func extended(to x: Int, _ y: Int) -> Rect? {
        if height == 1, y == self.y, x == right { return Rect(self.x, y, width + 1, 1) }
        if width == 1, x == self.x, y == bottom { return Rect(x, self.y, 1, height + 1) }
        return nil
    }
}
