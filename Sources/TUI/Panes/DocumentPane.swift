import Model

/// A page of text with links: the overview, a record, a conflict face to face.
package struct DocumentPane: Pane {
    package let view: View
    package let scope = KeyBinding.Scope.document
    package let crumbs: [SafeText]
    /// The record that the page is about, if it is about one.
    private let subject: String?
    private var document: Document
    private var layout: DocumentLayout
    private var scroll = Scroll()
    private var selected: Int?

    package init(view: View, crumbs: [SafeText], subject: String?, document: Document) {
        self.view = view
        self.crumbs = crumbs
        self.subject = subject
        self.document = document
        layout = DocumentLayout(document, width: 80)
    }

    package var place: SafeText {
        layout.lines.count <= window
            ? "" : "\(min(100, (first + window) * 100 / layout.lines.count)) %"
    }

    /// The linked record under the cursor, else what the page is about.
    package var selection: String? { linked ?? subject }

    private var linked: String? {
        guard let selected, selected < layout.links.count else { return nil }
        let target = layout.links[selected].target
        return target.kind == .show ? target.subject : nil
    }

    package mutating func prepare(_ size: Size) {
        if layout.width != size.width {
            layout = DocumentLayout(document, width: size.width)
            if let selected, selected >= layout.links.count { self.selected = nil }
        }
        scroll.fit(count: max(1, layout.lines.count - size.height + 1), height: 1)
        window = size.height
        // On a page about a record, the keys mean that record until a link is gone to.
        if subject == nil, selected == nil, let first = layout.links.first, first.line < window {
            selected = 0
        }
    }

    /// Rows that are seen.
    private var window = 1

    package mutating func perform(_ action: Action) -> Reaction {
        switch action {
        case .open:
            guard let selected, selected < layout.links.count else {
                return .say("nothing is selected: Tab goes to a link")
            }
            return .go(layout.links[selected].target)
        case .right: step(1)
        case .left: step(-1)
        case .down: walk(1)
        case .up: walk(-1)
        case .pageDown: turn(max(1, window - 1))
        case .pageUp: turn(-max(1, window - 1))
        case .top:
            scroll.move(to: 0)
            selected = nil
        case .bottom:
            scroll.move(to: layout.lines.count)
            selected = nil
        case .seeEvidence:
            guard let heading = evidenceLine else { return .say("nothing is cited here") }
            scroll.move(to: heading)
            selected = nil
        default: return .ignored
        }
        return .handled
    }

    package mutating func refresh(_ fresh: any Pane) {
        guard let fresh = fresh as? DocumentPane else { return }
        show(fresh.document)
    }

    /// Shows another text; cursor and scroll stay.
    mutating func show(_ document: Document) {
        self.document = document
        layout = DocumentLayout(document, width: layout.width)
        if let selected, selected >= layout.links.count { self.selected = nil }
    }

    /// Goes to the first link to a record.
    package mutating func select(_ id: String) {
        guard let link = layout.links.firstIndex(where: { $0.target == .record(id) }) else { return }
        selected = link - 1
        step(1)
    }

    /// Up and down go from link to link while one is near, and otherwise scroll, so that nothing is skipped.
    private mutating func walk(_ direction: Int) {
        let next = (selected ?? -1) + direction
        if layout.links.indices.contains(next) {
            let line = layout.links[next].line
            if line >= first && line < first + window {
                selected = next
                return
            }
        }
        scroll.move(by: direction)
        if let selected, layout.links.indices.contains(selected) {
            let line = layout.links[selected].line
            if line < first || line >= first + window { selectVisible(fromTop: direction > 0) }
        } else {
            selectVisible(fromTop: direction < 0)
        }
    }

    private mutating func turn(_ lines: Int) {
        scroll.move(by: lines)
        // Only walking to a link chooses it: a page turned is not a choice.
        selected = nil
    }

    private mutating func step(_ direction: Int) {
        guard !layout.links.isEmpty else { return }
        guard let current = selected else {
            selectVisible(fromTop: direction > 0)
            if selected == nil { selected = direction > 0 ? 0 : layout.links.count - 1 }
            return
        }
        let next = min(max(0, current + direction), layout.links.count - 1)
        selected = next
        let line = layout.links[next].line
        if line < first { scroll.move(to: line) }
        if line >= first + window { scroll.move(to: line - window + 1) }
    }

    private mutating func selectVisible(fromTop: Bool) {
        let visible = layout.links.indices.filter { index in
            let at = layout.links[index].line
            return at >= first && at < first + window
        }
        selected = fromTop ? visible.first ?? selected : visible.last ?? selected
    }

    private var first: Int { scroll.cursor }

    private var evidenceLine: Int? {
        layout.lines.firstIndex { line in
            guard case .pieces(let pieces) = line, let start = pieces.first else { return false }
            return start.text.string == "CITATIONS" || start.text.string == "EVIDENCE"
        }
    }

    package mutating func press(_ point: Point) -> Bool {
        let line = first + point.y
        guard line < layout.lines.count, case .pieces(let pieces) = layout.lines[line] else { return false }
        guard let piece = pieces.last(where: { $0.x <= point.x && point.x < $0.x + $0.text.columns }),
            let link = piece.link
        else { return false }
        selected = link
        return true
    }

    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        layout.draw(into: &canvas, rect, first: first, selected: selected)
        guard let selected, selected < layout.links.count else { return }
        let link = layout.links[selected]
        let y = rect.y + link.line - first
        if y >= rect.y && y < rect.bottom { canvas.cursor = Point(rect.x + link.x, y) }
    }

    /// Without a selected link.
    func drawPlain(into canvas: inout Canvas, _ rect: Rect) {
        layout.draw(into: &canvas, rect, first: first)
    }

    package func printed(width: Int) -> String { DocumentLayout(document, width: width).canvas.text }
}
