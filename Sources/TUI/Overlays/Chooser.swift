import Model

/// A list over the screen that narrows while one types: palette, filters, orders, keys.
package struct Chooser: Sendable {
    /// What choosing an entry does.
    package enum Choice: Hashable, Sendable {
        case act(Action)
        case go(View)
        case become(View)
        /// Keep a verdict on a pair or a conflict; nil takes it back.
        case decide(String?, on: String)
        /// Only to be read.
        case nothing
    }

    package struct Entry: Hashable, Sendable {
        package let label: SafeText
        /// At the right: a key, a count.
        package let remark: SafeText
        package let choice: Choice

        package init(_ label: SafeText, _ remark: SafeText = "", _ choice: Choice) {
            self.label = label
            self.remark = remark
            self.choice = choice
        }
    }

    package enum Purpose: Hashable, Sendable { case palette, filter, sort, components, verdict, help }

    package let purpose: Purpose
    package let title: SafeText
    package private(set) var entry: TextEntry
    /// Entries that are always candidates.
    private let fixed: [Entry]
    /// Entries that depend on what was typed: they go first.
    package var suggested: [Entry] = [] { didSet { narrow() } }
    private var shown: [Entry] = []
    private var scroll = Scroll()

    package init(_ purpose: Purpose, _ title: SafeText, _ entries: [Entry]) {
        self.purpose = purpose
        self.title = title
        entry = TextEntry()
        fixed = entries
        shown = entries
        scroll.fit(count: entries.count, height: 1)
    }

    package var typed: String { entry.text }

    package var chosen: Choice? { shown.indices.contains(scroll.cursor) ? shown[scroll.cursor].choice : nil }

    /// What became of a key.
    package enum Outcome: Hashable, Sendable {
        case open
        /// The typed text changed; suggestions may be renewed.
        case typed
        case closed
        case chosen(Choice)
    }

    package mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .escape, .control("g"), .control("c"): return .closed
        case .enter: return chosen.map(Outcome.chosen) ?? .open
        case .up, .control("p"), .backTab: scroll.move(by: -1)
        case .down, .control("n"), .tab: scroll.move(by: 1)
        case .pageUp: scroll.move(by: -scroll.height)
        case .pageDown: scroll.move(by: scroll.height)
        case .backspace where entry.text.isEmpty: return .closed
        default:
            guard entry.edit(key) else { return .open }
            narrow()
            return .typed
        }
        return .open
    }

    package mutating func paste(_ text: String) {
        entry.insert(text)
        narrow()
    }

    private mutating func narrow() {
        shown = suggested + Fuzzy.ranked(fixed, entry.text) { "\($0.label.string) \($0.remark.string)" }
        scroll = Scroll()
        scroll.fit(count: shown.count, height: max(1, height))
    }

    /// Rows for entries, as last prepared.
    private var height = 1

    package mutating func prepare(_ size: Size) {
        height = max(1, Self.box(size).height - 3)
        scroll.fit(count: shown.count, height: height)
    }

    private static func box(_ size: Size) -> Rect {
        let width = min(size.width, 78)
        let height = min(size.height, max(6, size.height - 5))
        return Rect((size.width - width) / 2, (size.height - height) / 2, width, height)
    }

    package func draw(into canvas: inout Canvas) {
        let box = Self.box(canvas.size)
        canvas.fill(box)
        Frame.draw(into: &canvas, box, title: "\(title.string) (\(shown.count))")
        let inner = box.inset(2, 1)
        canvas.cursor = nil
        entry.draw("› ", into: &canvas, inner.splitTop(1).top)
        let cursor = canvas.cursor
        let list = Rect(inner.x, inner.y + 1, inner.width, inner.height - 1)
        for row in 0..<list.height {
            let index = scroll.first + row
            guard shown.indices.contains(index) else { break }
            let isChosen = index == scroll.cursor
            let remark = shown[index].remark.fitted(to: list.width / 2)
            if isChosen { canvas.put(">", list.x - 1, list.y + row, Style(.accent, bold: true), in: box) }
            let room = list.width - remark.columns - 2
            canvas.write(
                shown[index].label.fitted(to: max(1, room)), list.x + 1, list.y + row,
                isChosen ? .bold : .plain, in: list)
            canvas.write(remark, list.right - remark.columns, list.y + row, .dim, in: list)
        }
        if shown.isEmpty { canvas.write("Nothing matches.", list.x + 1, list.y, .dim, in: list) }
        canvas.cursor = cursor
    }
}

/// A box with a title in its upper edge.
enum Frame {
    static func draw(into canvas: inout Canvas, _ box: Rect, title: SafeText) {
        guard box.width >= 2, box.height >= 2 else { return }
        for x in box.x + 1..<max(box.x + 1, box.right - 1) {
            canvas.put("─", x, box.y, .dim)
            canvas.put("─", x, box.bottom - 1, .dim)
        }
        for y in box.y + 1..<max(box.y + 1, box.bottom - 1) {
            canvas.put("│", box.x, y, .dim)
            canvas.put("│", box.right - 1, y, .dim)
        }
        canvas.put("┌", box.x, box.y, .dim)
        canvas.put("┐", box.right - 1, box.y, .dim)
        canvas.put("└", box.x, box.bottom - 1, .dim)
        canvas.put("┘", box.right - 1, box.bottom - 1, .dim)
        let shown = " \(title.string) " as SafeText
        canvas.write(shown.fitted(to: max(0, box.width - 4)), box.x + 2, box.y, .bold, in: box)
    }
}
