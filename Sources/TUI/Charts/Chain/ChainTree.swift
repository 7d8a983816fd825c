import Model

/// A funding chain as an indented tree, from the donors down to those for whom it is.
package struct ChainTree: Sendable {
    package struct Line: Sendable {
        /// Id of the node that the line names.
        package let node: String
        /// Indices of the flows that lead to it from the line above; empty for a root.
        package let flows: [Int]
        /// Branches before the name.
        package let prefix: SafeText
        package let name: SafeText
        /// Roles and amounts, and whether it is written in full elsewhere.
        package let note: SafeText
        package let isAbsent: Bool
        /// Whether the node stands further up with what follows from it.
        package let isRepeated: Bool

        package var text: SafeText { note.isEmpty ? prefix + name : prefix + name + "  " + note }
    }

    package private(set) var lines: [Line] = []

    private let chain: Chain
    private let scale: ChainScale
    private var names: [String: SafeText] = [:]
    private var outgoing: [String: [(to: String, flows: [Int])]] = [:]
    private var written: Set<String> = []

    package init(_ chain: Chain) {
        self.chain = chain
        scale = ChainScale(chain)
        names = chain.names
        var reached: Set<String> = []
        for (index, flow) in chain.flows.enumerated() where names[flow.from] != nil && names[flow.to] != nil {
            if flow.from != flow.to && !flow.isAbsent { reached.insert(flow.to) }
            let place = outgoing[flow.from, default: []].firstIndex { $0.to == flow.to }
            if let place {
                outgoing[flow.from]?[place].flows.append(index)
            } else {
                outgoing[flow.from, default: []].append((flow.to, [index]))
            }
        }
        var seen: Set<String> = []
        let nodes = chain.nodes.filter { seen.insert($0.id).inserted }
        let byTier = Chain.Tier.allCases.flatMap { tier in nodes.filter { $0.tier == tier } }
        for node in byTier where !reached.contains(node.id) { write(node.id) }
        // What hangs on a cycle alone has no beginning: it is entered at its first tier.
        for node in byTier where !written.contains(node.id) { write(node.id) }
    }

    private struct Visit {
        let node: String
        let flows: [Int]
        let prefix: SafeText
        let indent: SafeText
        let ancestors: Set<String>
    }

    private mutating func write(_ root: String) {
        var stack = [Visit(node: root, flows: [], prefix: "", indent: "", ancestors: [])]
        while let visit = stack.popLast() {
            let flows = visit.flows.map { chain.flows[$0] }
            let isAbsent = !flows.isEmpty && flows.allSatisfy(\.isAbsent)
            // Nothing follows from what did not flow: the node is written out elsewhere.
            let isRepeated = isAbsent ? written.contains(visit.node) : !written.insert(visit.node).inserted
            let children = outgoing[visit.node] ?? []
            var notes = flows.map { note($0) }
            if visit.ancestors.contains(visit.node) {
                notes.append("↑ see above, a cycle")
            } else if isRepeated {
                notes.append(children.isEmpty ? "↑" : "↑ see above")
            }
            lines.append(
                Line(
                    node: visit.node, flows: visit.flows, prefix: visit.prefix,
                    name: names[visit.node] ?? SafeText(visit.node),
                    note: notes.filter { !$0.isEmpty }.joined(separator: " · "), isAbsent: isAbsent,
                    isRepeated: isRepeated))
            if isRepeated || isAbsent { continue }
            for (index, child) in children.enumerated().reversed() {
                let isLast = index == children.count - 1
                let flows = child.flows.map { chain.flows[$0] }
                stack.append(
                    Visit(
                        node: child.to, flows: child.flows,
                        prefix: visit.indent + (isLast ? "└" : "├") + Self.branch(flows),
                        indent: visit.indent + (isLast ? "    " : "│   "),
                        ancestors: visit.ancestors.union([visit.node])))
            }
        }
    }

    private static func branch(_ flows: [Chain.Flow]) -> SafeText {
        let present = flows.filter { !$0.isAbsent }
        if present.isEmpty { return "·✗ " }
        return present.allSatisfy(\.isInferred) ? "┈┈ " : "── "
    }

    private static let barCells = 6
    /// A name is not cut to less for the sake of what stands beside it.
    private static let shortestName = 24

    /// `funding ██▌ ≈€2.0m / $1.8m, inferred`.
    private func note(_ flow: Chain.Flow) -> SafeText {
        var note = flow.role
        if flow.isAbsent {
            note += flow.kind == nil && !flow.isInKind ? " denied" : " did not flow"
        } else if !flow.carried.isEmpty {
            note += " " + ChainBar.figures(flow, scale, cells: Self.barCells).joined(separator: " / ")
            if !flow.isLastHop { note += " on its way" }
        } else if flow.kind != nil {
            note += " ?"
        }
        return flow.isInferred ? note + ", inferred" : note
    }

    /// The column at which notes stand below one another in `width` columns, or nil if they follow the names.
    package func noteColumn(width: Int) -> Int? {
        let name = lines.map { $0.prefix.columns + $0.name.columns }.max() ?? 0
        let note = lines.map(\.note.columns).max() ?? 0
        return name + 3 + note <= width ? name + 3 : nil
    }

    /// Draws one line; the caller chooses the style of the name.
    package func draw(
        _ line: Line, on canvas: inout Canvas, _ x: Int, _ y: Int, noteColumn: Int?,
        name style: Style = .plain,
        in clip: Rect
    ) {
        let dim: Style = line.isAbsent ? .dim : .plain
        let start = canvas.write(line.prefix, x, y, dim, in: clip)
        // What is said of a flow is not lost behind a long name, as long as a part of the name is left.
        let kept = line.note.isEmpty || noteColumn != nil ? 0 : line.note.columns + 2
        let room = max(min(Self.shortestName, clip.right - start), clip.right - start - kept)
        let end = canvas.write(
            line.name.fitted(to: room), start, y, line.isAbsent && style == .plain ? .dim : style, in: clip)
        let noteStart = noteColumn.map { x + $0 } ?? end + 2
        canvas.write(line.note.fitted(to: clip.right - noteStart), noteStart, y, .dim, in: clip)
    }

    /// The tree as it is printed, as wide as it needs, up to `width`.
    package func print(width: Int) -> Canvas {
        let column = noteColumn(width: width)
        let needed = lines.map { line in
            column.map { line.note.isEmpty ? 0 : $0 + line.note.columns } ?? line.text.columns
        }
        let names = lines.map { $0.prefix.columns + $0.name.columns }
        var canvas = Canvas(Size(min(width, max(needed.max() ?? 0, names.max() ?? 0)), lines.count))
        for (row, line) in lines.enumerated() {
            draw(line, on: &canvas, 0, row, noteColumn: column, in: canvas.bounds)
        }
        return canvas
    }
}
