import Model

@testable import TUI

/// Follows the lines of a drawn chain as a reader does, from the glyphs alone: level lines run rightwards and
/// pass under a stroke that has no arm towards them; strokes may be followed both ways.
struct ChainTracer {
    private enum Heading { case right, up, down }

    private let canvas: Canvas
    private let layout: ChainLayout
    private let texts: Set<Point>
    private(set) var problems: [String] = []

    init(_ layout: ChainLayout) {
        self.layout = layout
        var canvas = Canvas(Size(layout.size.width + 2, layout.size.height + ChainChart.headingRows))
        ChainChart.draw(layout, on: &canvas, in: canvas.bounds)
        self.canvas = canvas
        // The blanks around a label belong to the line.
        texts = Set(
            layout.labels.flatMap { label in
                (label.origin.x - 1...label.origin.x + label.text.columns).map { Point($0, label.origin.y) }
            })
    }

    private func glyph(_ point: Point) -> Character {
        canvas[point.x, point.y + ChainChart.headingRows].glyph ?? " "
    }

    /// The nodes at which the lines from a node arrive.
    mutating func reached(from node: Int) -> Set<Int> {
        let name = layout.nodes[node]
        let start = Point(name.rect.x + (name.lines.first?.columns ?? 0) + 1, name.rect.y)
        var reached: Set<Int> = []
        var seen: [Point: Set<Int>] = [:]
        var stack = [(start, Heading.right)]
        if !layout.edges.contains(where: { $0.left == node }) {
            if Self.arms[glyph(start)]?.contains("l") == true { problems.append("line begins at \(start)") }
            return []
        }
        while let (point, heading) = stack.popLast() {
            let mark = heading == .right ? 0 : heading == .up ? 1 : 2
            guard seen[point, default: []].insert(mark).inserted else { continue }
            let glyph = glyph(point)
            let arms = Self.arms[glyph]
            let right = (Point(point.x + 1, point.y), Heading.right)
            let up = (Point(point.x, point.y - 1), Heading.up)
            let down = (Point(point.x, point.y + 1), Heading.down)
            switch heading {
            case .right where texts.contains(point): stack.append(right)
            case .right where glyph == " ":
                let end = layout.nodes.firstIndex { $0.rect.x == point.x + 1 && $0.rect.y == point.y }
                if let end { reached.insert(end) } else { problems.append("line ends at \(point)") }
            case .right:
                guard let arms else {
                    problems.append("line runs into \(glyph) at \(point)")
                    continue
                }
                guard arms.contains("l") else {
                    stack.append(right)
                    continue
                }
                if arms.contains("r") { stack.append(right) }
                if arms.contains("u") { stack.append(up) }
                if arms.contains("d") { stack.append(down) }
            case .up, .down:
                guard let arms, arms.contains(heading == .up ? "d" : "u") else {
                    problems.append("stroke ends at \(point)")
                    continue
                }
                if arms.contains("r") { stack.append(right) }
                if arms.contains(heading == .up ? "u" : "d") { stack.append(heading == .up ? up : down) }
            }
        }
        return reached
    }

    private static let arms: [Character: String] = [
        "─": "lr", "┈": "lr", "╌": "lr", "·": "lr", "│": "ud", "┊": "ud", "╎": "ud", "┆": "ud",
        "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "udr", "┤": "udl", "┬": "lrd", "┴": "lru",
        "┼": "lrud",
    ]
}

extension SeededGenerator {
    mutating func chain(nodes count: Int, flows: Int) -> Chain {
        let nodes = (0..<count).map { index in
            let name = (0...Int.random(in: 0...3, using: &self)).map { _ in
                String(repeating: "x", count: Int.random(in: 1...11, using: &self))
            }
            return ChainSample.node(
                "n\(index)", name.joined(separator: " "),
                Chain.Tier.allCases.randomElement(using: &self) ?? .donor)
        }
        let roles = ["funding", "extending", "implementing"]
        return Chain(
            subject: "n0", nodes: nodes,
            flows: (0..<flows).map { _ in
                ChainSample.flow(
                    "n\(Int.random(in: 0..<count, using: &self))",
                    "n\(Int.random(in: 0..<count, using: &self))",
                    roles.randomElement(using: &self) ?? "",
                    amounts: Int.random(in: 0..<5, using: &self) == 0
                        ? [ChainSample.money(1_000_000, "EUR", nil), ChainSample.money(20_000, nil, "over")]
                        : [],
                    known: Int.random(in: 0..<5, using: &self) == 0 ? "inferred" : "stated",
                    absent: Int.random(in: 0..<9, using: &self) == 0)
            })
    }
}
