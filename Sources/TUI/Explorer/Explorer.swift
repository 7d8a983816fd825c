import Model

/// The explorer: a history of panes, at most one thing over them, and a status line. Events change it;
/// drawing it changes nothing.
package struct Explorer: Interactive {
    let factory: PaneFactory
    /// Reads a line of the palette as a view, by the grammar of the command line.
    let parse: @Sendable ([String]) throws -> View
    /// Writes a view, in a width, to a file that the user named; gives what to say.
    let save: @Sendable (String, View, Int) throws -> SafeText
    var history: History
    var overlay: Chooser?
    var entry: (question: Question, entry: TextEntry)?
    var status: SafeText?
    var size: Size
    /// Said while an update takes long, on the picture that stands meanwhile.
    var waiting: SafeText?
    /// Names of the records that the filter's chips name, by id.
    private(set) var chipNames: [String: SafeText] = [:]

    package init(
        factory: PaneFactory, view: View, size: Size = Size(80, 24), message: SafeText? = nil,
        parse: @escaping @Sendable ([String]) throws -> View,
        save: @escaping @Sendable (String, View, Int) throws -> SafeText
    ) throws {
        self.factory = factory
        self.parse = parse
        self.save = save
        self.size = size
        status = message
        history = History(try factory.pane(view))
        try prepare()
    }

    var pane: any Pane {
        get { history.current }
        set { history.current = newValue }
    }

    // MARK: Events

    package mutating func update(_ event: Event) -> [Effect] {
        var effects: [Effect] = []
        do {
            effects = try respond(to: event)
        } catch {
            status = ErrorWords.text(error)
        }
        // What cannot be shown must not keep anybody from leaving.
        guard !effects.contains(.quit) else { return effects }
        do {
            try prepare()
        } catch {
            status = ErrorWords.text(error)
        }
        return effects
    }

    private mutating func respond(to event: Event) throws -> [Effect] {
        switch event {
        case .resized(let size):
            self.size = size
            return []
        case .resumed: return [.redraw]
        case .pasted(let text):
            paste(text)
            return []
        case .mouse(let button, let point): return try mouse(button, point)
        case .key(let key):
            status = nil
            if overlay != nil { return try pressInOverlay(key) }
            if entry != nil { return try pressInEntry(key) }
            guard let action = KeyBinding.action(for: key, in: pane.scope) else {
                status = "\(key.label.string) does nothing here; ? lists the keys"
                return []
            }
            return try perform(action)
        }
    }

    package func stop() { factory.dataset.interrupt() }

    package func resume() { factory.dataset.resume() }

    package func rest() { factory.dataset.rest() }

    package mutating func stopped() { status = "stopped" }

    package mutating func copied(_ report: String) { status = SafeText(report) }

    private mutating func mouse(_ button: Event.Button, _ point: Point) throws -> [Effect] {
        guard overlay == nil, entry == nil else { return [] }
        switch button {
        case .wheelUp: return try perform(.up)
        case .wheelDown: return try perform(.down)
        case .press:
            let main = Frames(size, hasChips: hasChips).main
            guard main.contains(point) else { return [] }
            let before = pane.selection
            guard try pane.press(Point(point.x - main.x, point.y - main.y)) else { return [] }
            // A second press on what is selected opens it.
            return before != nil && before == pane.selection ? try perform(.open) : []
        }
    }

    /// Makes what is seen ready to be drawn.
    private mutating func prepare() throws {
        try pane.prepare(Frames(size, hasChips: hasChips).main.size)
        overlay?.prepare(size)
        let named = pane.view.filter.ties.values.flatMap { $0 }
        if named.contains(where: { chipNames[$0] == nil }) {
            chipNames = try factory.dataset.names(of: named).mapValues(\.short)
        }
    }

    var hasChips: Bool {
        !pane.view.filter.isEmpty || pane.view.sort != nil || !pane.view.settingRemarks.isEmpty
    }

    // MARK: Going places

    mutating func go(_ view: View, selecting id: String? = nil) throws {
        var next = try factory.pane(view)
        if let id {
            try next.prepare(Frames(size, hasChips: hasChips).main.size)
            try next.select(id)
        }
        history.push(next)
    }

    /// Puts another pane in this one's place, the cursor on the record where it was.
    mutating func become(_ view: View) throws {
        let selected = pane.selection
        var next = try factory.pane(view)
        try next.prepare(Frames(size, hasChips: hasChips).main.size)
        if let selected { try next.select(selected) }
        if !next.summary.isEmpty { status = "\(next.summary.string) · before \(pane.place.string)" }
        next.resume(from: pane)
        pane = next
    }

    mutating func follow(_ reaction: Reaction) throws {
        switch reaction {
        case .ignored, .handled: return
        case .go(let view): try go(view)
        case .become(let view): try become(view)
        case .say(let text): status = text
        case .ask(let question): entry = (question, TextEntry(question.text))
        }
    }
}
