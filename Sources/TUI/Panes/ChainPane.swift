import Model

/// A funding chain: a graph that is walked along its flows, an indented tree, or its account.
package struct ChainPane: Pane {
    package private(set) var view: View
    package let scope = KeyBinding.Scope.chain
    package let crumbs: [SafeText]
    private let chain: Chain
    private let names: [String: SafeText]
    /// Made when the graph is first seen, for the width that it has then: of many nodes it takes seconds.
    private var layout: ChainLayout?
    private var layoutWidth = 0
    private var cursor: ChainCursor
    private let tree: ChainTree
    private let summary: ChainSummary
    /// What stands below graph and tree under the counting rule.
    private var remarks: [SafeText]
    private var page: DocumentPane
    private var scroll = Scroll()
    private var size = Size(80, 18)

    package init(view: View, dataset: Dataset) throws {
        let id = try dataset.resolve(view.subject ?? "")
        self.view = view
        self.view.subject = id
        chain = try dataset.chain(id, view.filter)
        let ids = chain.nodes.map(\.id) + chain.flows.compactMap(\.project)
        names = try dataset.names(of: ids).mapValues(\.short)
        cursor = ChainCursor(chain, at: id)
        tree = ChainTree(chain)
        summary = ChainSummary(
            ChainAccount(chain, rates: try ExchangeRates(view.rates)), names: names)
        remarks = summary.lines(view.rule)
        page = Self.page(self.view, summary)
        crumbs = ["Chain", try dataset.names(of: [id])[id]?.short ?? SafeText(id)]
        select(id)
    }

    private static func page(_ view: View, _ summary: ChainSummary) -> DocumentPane {
        // Made when it is first seen: it adds up every rule.
        let document = view.isAccount ? summary.document(view.rule) : Document()
        return DocumentPane(view: view, crumbs: [], subject: view.subject, document: document)
    }

    private var isEmpty: Bool { chain.flows.isEmpty }

    private var showsPage: Bool { view.isAccount && !isEmpty }

    package var place: SafeText {
        if isEmpty { return "none" }
        if view.isAccount { return page.place }
        return "\(chain.nodes.count) nodes, \(chain.flows.count) flows"
    }

    package var selection: String? {
        if isEmpty { return chain.subject }
        if view.isAccount { return page.selection }
        guard view.isTree else { return cursor.node }
        return tree.lines.indices.contains(scroll.cursor) ? tree.lines[scroll.cursor].node : chain.subject
    }

    /// The flow that is looked at, with its citation.
    package var detail: [Document.Span] {
        guard let flow = selectedFlow else { return [] }
        return [Document.Span(ChainFlowLine.describe(flow, names: names).fitted(to: max(1, size.width)))]
    }

    private var selectedFlow: Chain.Flow? { selectedIndex.map { chain.flows[$0] } }

    private var selectedIndex: Int? {
        if view.isAccount { return nil }
        guard view.isTree else { return cursor.selectedIndex(in: chain) }
        guard tree.lines.indices.contains(scroll.cursor) else { return nil }
        return tree.lines[scroll.cursor].flows.first
    }

    /// Rows below the chain: what is reckoned of the selected flow, else of the chain. A low screen has few.
    private var footRows: Int { isEmpty || size.height < 5 ? 0 : max(1, min(4, size.height / 4)) }

    private var foot: [SafeText] {
        let all =
            selectedIndex.map {
                ChainFlowLine.reckoning(summary.account, $0, names: names) + summary.cycleLines
            } ?? remarks
        var lines: [SafeText] = []
        for (index, text) in all.enumerated() where lines.count < footRows {
            // Each has a row at least: a cycle is named, however long the totals are.
            let rows = max(1, footRows - lines.count - (all.count - index - 1))
            lines += text.broken(into: rows, of: max(1, size.width))
        }
        return lines
    }

    package mutating func prepare(_ size: Size) {
        self.size = size
        page.prepare(size)
        scroll.fit(count: tree.lines.count, height: max(1, size.height - footRows))
        guard !isEmpty, !view.isTree, !view.isAccount else { return }
        let layout = laidOut(size.width)
        cursor.keepInView(
            layout, Size(size.width, max(1, size.height - footRows - ChainChart.headingRows)))
    }

    private mutating func laidOut(_ width: Int) -> ChainLayout {
        if let layout, layoutWidth == width { return layout }
        let made = ChainLayout(chain, width: width)
        (layout, layoutWidth) = (made, width)
        return made
    }

    package mutating func select(_ id: String) {
        cursor.go(to: id, in: chain)
        guard let line = tree.lines.firstIndex(where: { $0.node == id }) else { return }
        scroll.fit(count: tree.lines.count, height: max(1, size.height))
        scroll.move(to: line)
    }

    // MARK: Keys

    package mutating func perform(_ action: Action) -> Reaction {
        switch action {
        case .toggleTree:
            // The account has a cursor of its own: the graph keeps the node that one came from.
            let id = view.isAccount ? nil : selection
            (view.isTree, view.isAccount) = (!view.isTree && !view.isAccount, view.isTree)
            if let id { select(id) }
            if view.isAccount { page.show(account) }
            return .handled
        case .countingRule:
            let old = view.rule
            view.rule = old.next
            remarks = summary.lines(view.rule)
            if view.isAccount { page.show(account) }
            return .say(summary.change(from: old, to: view.rule))
        case _ where showsPage: return page.perform(action)
        case .open:
            guard let id = selection else { return .say("no node is selected") }
            return .go(.record(id))
        case .nextFlow:
            cursor.nextFlow(in: chain)
            return .handled
        case .panLeft, .panRight:
            guard !view.isTree else { return .handled }
            let columns = action == .panLeft ? -size.width / 2 : size.width / 2
            cursor.pan(columns, 0, in: laidOut(size.width), size)
            return .handled
        default: break
        }
        if view.isTree { return scroll.perform(action) ? .handled : .ignored }
        guard let (move, times) = Self.moves[action] else { return .ignored }
        var rest = times ?? chain.nodes.count
        let layout = laidOut(size.width)
        while rest > 0, cursor.move(move, in: layout) { rest -= 1 }
        return .handled
    }

    /// What a key does and how often; nil for as far as it goes.
    private static let moves: [Action: (ChainCursor.Move, Int?)] = [
        .left: (.left, 1), .right: (.right, 1), .up: (.up, 1), .down: (.down, 1),
        .pageUp: (.up, 5), .pageDown: (.down, 5), .top: (.up, nil), .bottom: (.down, nil),
    ]

    package mutating func press(_ point: Point) -> Bool {
        if showsPage { return page.press(point) }
        if view.isTree {
            scroll.move(to: scroll.first + point.y)
            return true
        }
        let place = Point(point.x + cursor.offset.x, point.y - ChainChart.headingRows + cursor.offset.y)
        guard let layout, let node = layout.node(at: place) else { return false }
        cursor.go(to: layout.nodes[node].node.id, in: chain)
        return true
    }

    // MARK: Pictures

    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        if isEmpty {
            let lift =
                view.filter.parts.last.map { " under the filter «\($0.option): \($0.value)»; F lifts it" }
                ?? ""
            canvas.write(
                "The sources know no money to or from it\(lift)." as SafeText, rect.x + 1, rect.y, .dim,
                in: rect)
        } else if view.isAccount {
            page.draw(into: &canvas, rect)
        } else {
            let foot = foot
            let (body, below) = rect.splitTop(rect.height - min(rect.height, foot.count))
            if view.isTree {
                drawTree(into: &canvas, body)
            } else if let layout {
                ChainChart.draw(
                    layout, on: &canvas, in: body, offset: cursor.offset,
                    selection: cursor.selection(in: layout))
            }
            for (row, line) in foot.enumerated() {
                canvas.write(line, below.x, below.y + row, .dim, in: below)
            }
        }
    }

    private func drawTree(into canvas: inout Canvas, _ rect: Rect) {
        let column = tree.noteColumn(width: rect.width - 2)
        for row in 0..<rect.height where tree.lines.indices.contains(scroll.first + row) {
            let isSelected = scroll.first + row == scroll.cursor
            if isSelected {
                canvas.put(">", rect.x, rect.y + row, Style(.accent, bold: true), in: rect)
                canvas.cursor = Point(rect.x, rect.y + row)
            }
            tree.draw(
                tree.lines[scroll.first + row], on: &canvas, rect.x + 2, rect.y + row, noteColumn: column,
                name: isSelected ? .bold : .plain, in: rect)
        }
    }

    /// The chain as it is printed: totals, the meaning of the bars and the cycles below it.
    package func picture(width: Int) -> Canvas {
        if view.isAccount { return DocumentLayout(account, width: width).canvas }
        let drawn = view.isTree ? tree.print(width: width) : ChainChart.print(chain, width: width)
        let lines = isEmpty ? [] : remarks.flatMap { $0.broken(into: 100, of: width) }
        guard !lines.isEmpty else { return drawn }
        let columns = max(drawn.size.width, lines.map(\.columns).max() ?? 0)
        var canvas = Canvas(Size(columns, drawn.size.height + 1 + lines.count))
        canvas.draw(drawn, from: Point(0, 0), in: Rect(drawn.size))
        for (row, line) in lines.enumerated() { canvas.write(line, 0, drawn.size.height + 1 + row) }
        return canvas
    }

    /// The chain's account, whatever form it is shown in.
    package var account: Document { summary.document(view.rule) }

    package func printed(width: Int) -> String { picture(width: width).text }
}
