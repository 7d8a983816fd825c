import Model

extension Explorer {
    // MARK: Beside the keyboard

    /// Whether the event changes a line that narrows what is seen.
    package func isTyping(_ event: Event) -> Bool {
        guard overlay == nil, let (question, line) = entry, question.purpose == .narrow,
            case .key(let key) = event
        else { return false }
        // What closes the line, or walks the list below it, is more than typing.
        let isLeaving: Set<Key> = [
            .escape, .control("g"), .control("c"), .enter, .up, .down, .pageUp, .pageDown,
        ]
        guard !isLeaving.contains(key), !(key == .backspace && line.text.isEmpty) else { return false }
        var edited = line
        return edited.edit(key)
    }

    /// All but the last only change the line.
    package mutating func update(typed events: [Event]) -> [Effect] {
        guard let last = events.last else { return [] }
        edit(events.dropLast())
        return update(last)
    }

    /// Esc and its kin stop what takes long.
    package func stops(_ event: Event) -> Bool {
        [.key(.escape), .key(.control("c")), .key(.control("g"))].contains(event)
    }

    package mutating func wait(for events: [Event]) {
        waiting = "working… Esc stops it"
        if events.allSatisfy(isTyping) {
            edit(events)
        } else {
            overlay = nil
            entry = nil
            status = nil
        }
    }

    private mutating func edit(_ events: some Collection<Event>) {
        for case .key(let key) in events { _ = entry?.entry.edit(key) }
    }

    // MARK: Lines of text

    /// A key while a line is being typed.
    mutating func pressInEntry(_ key: Key) throws -> [Effect] {
        guard var (question, line) = entry else { return [] }
        switch key {
        case .escape, .control("g"), .control("c"):
            entry = nil
            guard question.purpose == .narrow else { return [] }
            // A search that was opened from a page, and is given up, leaves no trace.
            if pane.view.kind == .find, question.text.isEmpty {
                history.abandon()
            } else {
                try narrow(to: question.text)
            }
        case .enter:
            entry = nil
            question.text = line.text
            try settle(question)
        case .up, .down, .pageUp, .pageDown:
            // The list can be walked while it is narrowed.
            if let action = KeyBinding.action(for: key, in: pane.scope) { _ = try pane.perform(action) }
        case .backspace where line.text.isEmpty: entry = nil
        default:
            guard line.edit(key) else { return [] }
            entry = (question, line)
            if question.purpose == .narrow { try narrow(to: line.text) }
        }
        return []
    }

    /// Pasted text goes where text is being typed, and nowhere else.
    mutating func paste(_ text: String) {
        if overlay != nil {
            overlay?.paste(text)
        } else if entry != nil {
            entry?.entry.insert(text)
            if let (question, line) = entry, question.purpose == .narrow {
                do { try narrow(to: line.text) } catch { status = ErrorWords.text(error) }
            }
        } else {
            status = "pasted text is not taken for keys; / : f and M open a line to paste into"
        }
    }

    private mutating func narrow(to text: String) throws {
        var view = pane.view
        if view.kind == .find { view.subject = text } else { view.filter.text = text.isEmpty ? nil : text }
        try become(view)
    }

    private mutating func settle(_ question: Question) throws {
        switch question.purpose {
        case .narrow: return
        case .date: try follow(try pane.answer(question))
        case .file: status = try save(question.text, pane.view, max(80, size.width))
        case .note:
            guard let id = pane.selection, let notes = factory.notes else { return }
            try notes.write(question.text, on: factory.noteKey(id), in: factory.dataset.id)
            try pane.refresh(factory.pane(pane.view))
            status =
                question.text.isEmpty ? "the note on \(id) is removed" : "noted on \(id); ' lists your notes"
        }
    }
}
