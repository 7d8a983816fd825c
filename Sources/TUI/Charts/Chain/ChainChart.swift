import Model

/// Draws a funding chain.
package enum ChainChart {
    /// What is set off.
    package struct Selection: Hashable, Sendable {
        /// Index of a node of the layout.
        package var node: Int
        /// Index of an edge of the layout, if one of the node's flows is looked at.
        package var edge: Int?

        package init(node: Int, edge: Int? = nil) {
            self.node = node
            self.edge = edge
        }
    }

    /// Rows above the picture.
    package static let headingRows = 1

    /// Draws the part of a chain that begins at `offset`, headings above it. With a selection, the node has a
    /// marker, weight and the cursor; what leads to it and from it keeps its weight, and the rest is dimmed.
    package static func draw(
        _ layout: ChainLayout, on canvas: inout Canvas, in rect: Rect, offset: Point = Point(0, 0),
        selection: Selection? = nil
    ) {
        let (top, body) = rect.intersection(canvas.bounds).splitTop(headingRows)
        for heading in layout.headings {
            canvas.write(heading.text, rect.x + heading.x - offset.x, top.y, .dim, in: top)
        }
        drawMargins(layout, on: &canvas, in: rect, offset)
        let path = selection.map { layout.path(through: $0.node) }
        let rows = offset.y..<offset.y + body.height
        let set = layout.picture.cells(of: path?.edges ?? [], rows: rows)
        let chosen = layout.picture.cells(of: selection?.edge.map { [$0] } ?? [], rows: rows)
        func style(_ point: Point, _ kind: ChainEdge.Kind) -> Style {
            let cell = layout.picture.cell(point.x, point.y)
            if chosen.contains(cell) { return Style(.accent, bold: true) }
            if set.contains(cell) { return .accent }
            return path != nil || kind == .absent ? .dim : .plain
        }
        for y in 0..<body.height {
            for x in 0..<body.width {
                let point = Point(x + offset.x, y + offset.y)
                guard let glyph = layout.picture.glyph(point) else { continue }
                canvas.put(glyph, body.x + x, body.y + y, style(point, layout.picture.kind(point)))
            }
        }
        for label in layout.labels {
            let place = Point(body.x + label.origin.x - offset.x, body.y + label.origin.y - offset.y)
            let style = style(label.origin, layout.edges[label.edge].kind)
            canvas.write(label.text, place.x, place.y, style, in: body)
        }
        for (index, node) in layout.nodes.enumerated() {
            let isSelected = index == selection?.node
            let style: Style =
                if isSelected {
                    Style(bold: true, reversed: true)
                } else if let path {
                    path.nodes.contains(index) ? Style(.accent, bold: true) : .dim
                } else {
                    .plain
                }
            let place = Point(body.x + node.rect.x - offset.x, body.y + node.rect.y - offset.y)
            for (line, text) in node.lines.enumerated() {
                canvas.write(text, place.x, place.y + line, style, in: body)
            }
            guard isSelected else { continue }
            canvas.put(">", place.x - 1, place.y, .bold, in: body)
            let cursor = Point(max(body.x, place.x - 1), place.y)
            if body.contains(cursor) { canvas.cursor = cursor }
        }
    }

    /// Arrows at the end of the headings towards what lies outside.
    private static func drawMargins(
        _ layout: ChainLayout, on canvas: inout Canvas, in rect: Rect, _ offset: Point
    ) {
        let (top, body) = rect.splitTop(headingRows)
        var arrows = ""
        if offset.x > 0 { arrows += "◀" }
        if offset.y > 0 { arrows += "▲" }
        if offset.y + body.height < layout.size.height { arrows += "▼" }
        if offset.x + body.width < layout.size.width { arrows += "▶" }
        guard !arrows.isEmpty else { return }
        let text = SafeText(" " + arrows)
        canvas.write(text, top.right - text.columns, top.y, .accent, in: top)
    }

    /// The chain as it is printed: as wide as it needs, up to `width`; as a tree where the graph is wider.
    package static func print(_ chain: Chain, width: Int) -> Canvas {
        let layout = ChainLayout(chain, width: width)
        guard layout.size.width <= width else { return ChainTree(chain).print(width: width) }
        var canvas = Canvas(Size(layout.size.width, layout.size.height + headingRows))
        draw(layout, on: &canvas, in: canvas.bounds)
        return canvas
    }
}

extension ChainLayout {
    /// The nodes and edges from which money comes to a node, and to which it goes from there. What did not
    /// flow leads nowhere.
    package func path(through node: Int) -> (nodes: Set<Int>, edges: Set<Int>) {
        var nodes: Set<Int> = [node]
        var used: Set<Int> = []
        for downstream in [true, false] {
            let steps = steps(downstream: downstream)
            var seen: Set<Int> = [node]
            var stack = [node]
            while let here = stack.popLast() {
                for step in steps[here] {
                    used.insert(step.edge)
                    if seen.insert(step.to).inserted { stack.append(step.to) }
                }
            }
            nodes.formUnion(seen)
        }
        return (nodes, used)
    }

    /// For each node the edges on which something flowed from it (or, upstream, to it), and their other ends.
    private func steps(downstream: Bool) -> [[(edge: Int, to: Int)]] {
        var steps: [[(edge: Int, to: Int)]] = Array(repeating: [], count: nodes.count)
        for (index, edge) in edges.enumerated() {
            let left = nodes[edge.left].node.id
            let present = edge.flows.map { chain.flows[$0] }.filter { !$0.isAbsent }
            let goesRight = present.contains { $0.from == left }
            let goesLeft = present.contains { $0.to == left }
            if downstream ? goesRight : goesLeft { steps[edge.left].append((index, edge.right)) }
            if downstream ? goesLeft : goesRight { steps[edge.right].append((index, edge.left)) }
        }
        return steps
    }
}
