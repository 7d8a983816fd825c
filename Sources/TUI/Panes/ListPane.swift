import Model

/// A table of records with a preview of the selected one: beside it where there is room, below it where not.
package struct ListPane: Pane {
    package private(set) var view: View
    package var scope: KeyBinding.Scope {
        preview.isFocused ? .document : view.kind == .conflicts ? .register : .list
    }
    package let crumbs: [SafeText]
    private var source: any RowSource
    /// How many rows there would be without a filter, when there is one.
    private let total: Int?
    /// Ids of records that the user has marked.
    private var marked: Set<String>
    /// What the view amounts to, when it has more to say than its rows.
    package let summary: SafeText
    private let makePreview: @Sendable (String) throws -> Document

    private var scroll = Scroll()
    private var rows: [TableRow] = []
    private var count = 0
    private var firstColumn = 0
    private var preview = Preview()

    /// The preview's page, and whether the keys go to it.
    private struct Preview: Sendable {
        var id: String?
        var pane: DocumentPane?
        var isFocused = false
    }

    package init(
        view: View, crumbs: [SafeText], source: any RowSource,
        total: Int? = nil, marked: Set<String> = [], summary: SafeText = .empty,
        preview: @escaping @Sendable (String) throws -> Document
    ) throws {
        self.view = view
        self.crumbs = crumbs
        self.source = source
        self.marked = marked
        self.total = total
        self.summary = summary
        makePreview = preview
        count = try source.count()
    }

    package var place: SafeText {
        let all = total.map { " (\($0) in all)" } ?? ""
        return count == 0 ? "none\(all)" : "\(scroll.cursor + 1) of \(count)\(all)"
    }

    package var selection: String? {
        if preview.isFocused, let linked = preview.pane?.selection { return linked }
        return selectedRow?.record
    }

    private var selectedRow: TableRow? {
        let index = scroll.cursor - scroll.first
        return rows.indices.contains(index) ? rows[index] : nil
    }

    // MARK: Room

    private func areas(_ rect: Rect) -> (list: Rect, rule: Rect, preview: Rect) {
        if rect.width >= 100 {
            let listWidth = rect.width * 59 / 100
            let (list, rest) = rect.splitLeft(listWidth)
            let (rule, page) = rest.splitLeft(3)
            return (list, rule, page)
        }
        if rect.height >= 14 {
            let (list, rest) = rect.splitTop(rect.height * 11 / 20)
            let (rule, page) = rest.splitTop(1)
            return (list, rule, page)
        }
        return (rect, Rect(0, 0, 0, 0), Rect(0, 0, 0, 0))
    }

    package mutating func prepare(_ size: Size) throws {
        let areas = areas(Rect(size))
        scroll.fit(count: count, height: max(1, areas.list.height - 1))
        rows = try source.rows(scroll.first, scroll.height)
        guard !areas.preview.isEmpty else {
            preview = Preview()
            return
        }
        if preview.id != selectedRow?.id || preview.pane == nil {
            preview.pane = try selectedRow.map { row in
                DocumentPane(
                    view: .record(row.id), crumbs: [], subject: row.id, document: try makePreview(row.id))
            }
            preview.id = selectedRow?.id
        }
        preview.pane?.prepare(areas.preview.size)
    }

    // MARK: Keys

    package mutating func perform(_ action: Action) throws -> Reaction {
        if action == .otherPane || (preview.isFocused && action == .close) {
            guard preview.pane != nil else { return .say("there is no room for the preview") }
            preview.isFocused.toggle()
            if preview.isFocused { _ = preview.pane?.perform(.top) }
            return .handled
        }
        if preview.isFocused, let reaction = preview.pane?.perform(action), !isIgnored(reaction) {
            return reaction
        }
        if scroll.perform(action) { return .handled }
        if let changed = registerView(after: action) { return .become(changed) }
        switch action {
        case .open:
            guard let row = selectedRow else { return .say("nothing is listed") }
            return .go(row.target)
        case .panRight: firstColumn = min(firstColumn + 1, max(0, source.columns.count - 2))
        case .panLeft: firstColumn = max(0, firstColumn - 1)
        default: return .ignored
        }
        return .handled
    }

    private func isIgnored(_ reaction: Reaction) -> Bool {
        if case .ignored = reaction { true } else { false }
    }

    package mutating func refresh(_ fresh: any Pane) {
        guard let fresh = fresh as? ListPane else { return }
        marked = fresh.marked
        source = fresh.source
        count = fresh.count
        preview.id = nil
    }

    package mutating func select(_ id: String) throws {
        guard let position = try source.position(of: id) else { return }
        // The window may not be known yet: it must be tall enough to hold the row until it is.
        if scroll.count != count { scroll.fit(count: count, height: max(1, scroll.height)) }
        scroll.move(to: position)
    }

    package mutating func press(_ point: Point) throws -> Bool {
        let row = point.y - 1
        guard rows.indices.contains(row) else { return false }
        scroll.move(to: scroll.first + row)
        return true
    }

    // MARK: Picture

    package func draw(into canvas: inout Canvas, _ rect: Rect) {
        let areas = areas(rect)
        let (titles, body) = areas.list.splitTop(1)
        let layout = TableLayout(source.columns, rows: rows, width: body.width - 3, first: firstColumn)
        layout.drawTitles(
            source.columns, source.sort, into: &canvas, Rect(titles.x + 3, titles.y, titles.width - 3, 1))
        for (index, row) in rows.enumerated() where index < body.height {
            let y = body.y + index
            let isSelected = scroll.first + index == scroll.cursor
            let line = Rect(body.x + 3, y, body.width - 3, 1)
            layout.draw(row, into: &canvas, line, style(row, isSelected))
            drawMarker(row, isSelected, index, &canvas, Point(body.x, y))
        }
        if count == 0 { drawEmpty(&canvas, body) }
        drawPreview(areas, &canvas)
    }

    private func style(_ row: TableRow, _ isSelected: Bool) -> Style {
        if isSelected { return .bold }
        return row.isAbsent ? .dim : .plain
    }

    /// The selection is a marker and weight; the first row of a group says so in the margin.
    private func drawMarker(
        _ row: TableRow, _ isSelected: Bool, _ index: Int, _ canvas: inout Canvas, _ point: Point
    ) {
        if isSelected {
            canvas.put(">", point.x, point.y, preview.isFocused ? .dim : Style(.accent, bold: true))
            if !preview.isFocused { canvas.cursor = point }
        }
        if marked.contains(row.id) {
            canvas.put("★", point.x + 1, point.y, .accent)
        } else if row.mark == .conflict {
            canvas.put("⚔", point.x + 1, point.y, .conflict)
        } else if row.mark == .tie {
            canvas.put("+", point.x + 1, point.y, .dim)
        }
    }

    private func drawEmpty(_ canvas: inout Canvas, _ rect: Rect) {
        var text: SafeText = "Nothing to show."
        let parts = view.filter.parts.map { "«\($0.option): \($0.value)»" }
        if !parts.isEmpty {
            let filter = parts.count == 1 ? "the filter \(parts[0])" : parts.joined(separator: " and ")
            text = "Nothing passes \(filter). F lifts \(parts.count == 1 ? "it" : "the last")."
        } else if view.kind == .find {
            text = "Nothing matches. Type other words after / ."
        } else if view.kind == .continuity {
            text = "The sources name nothing that came before or after, and speak of no follow-up."
        } else if view.kind == .notes {
            text = "No marks or notes yet. m marks a record, M writes a note on it."
        }
        canvas.write(text, rect.x + 2, rect.y + min(1, rect.height - 1), .dim, in: rect)
    }

    private func drawPreview(_ areas: (list: Rect, rule: Rect, preview: Rect), _ canvas: inout Canvas) {
        guard let pane = preview.pane, !areas.preview.isEmpty else { return }
        if areas.rule.width == 3 {
            for y in areas.rule.y..<areas.rule.bottom { canvas.put("│", areas.rule.x + 1, y, .dim) }
        } else {
            canvas.fill(areas.rule, "─", .dim)
        }
        let cursor = canvas.cursor
        pane.draw(into: &canvas, areas.preview, isFocused: preview.isFocused)
        if !preview.isFocused { canvas.cursor = cursor }
    }

    package func printed(width: Int) throws -> String {
        try source.picture(width: width).text
    }
}

extension DocumentPane {
    /// As a preview: without a selected link unless the keys go to it.
    func draw(into canvas: inout Canvas, _ rect: Rect, isFocused: Bool) {
        if isFocused { draw(into: &canvas, rect) } else { drawPlain(into: &canvas, rect) }
    }
}
