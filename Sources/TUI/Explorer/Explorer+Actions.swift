import Model

extension Explorer {
    /// Does what an action means; the pane is asked first.
    mutating func perform(_ action: Action) throws -> [Effect] {
        let reaction = try pane.perform(action)
        if case .ignored = reaction {
        } else {
            try follow(reaction)
            return []
        }
        switch action {
        case .quit: return [.quit]
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .copyCommand: return [.copy("whofunds " + pane.view.command)]
        case .copyText: return [.copy(try pane.printed(width: max(40, size.width)))]
        case .back: if !history.back() { status = "this is where you began" }
        case .forward: if !history.forward() { status = "you have not been further" }
        case .help: overlay = helpChooser
        case .palette: overlay = paletteChooser
        case .filter: try openFilter()
        case .sort:
            overlay = sortChooser()
            if overlay == nil { status = "this list has an order of its own" }
        case .liftFilter: try liftFilter()
        case .narrow: try narrow()
        case .components: overlay = componentChooser
        case .decide: try openVerdicts()
        case .mark: try mark()
        case .note: try askForNote()
        case .write: askForFile()
        case .close: try liftWords()
        default: try travel(action)
        }
        return []
    }

    /// Actions that lead to another view.
    private mutating func travel(_ action: Action) throws {
        switch action {
        case .overview, .projects, .organisations, .timeline, .conflicts, .sources, .discrepancies, .notes,
            .coverage:
            guard let kind = View.Kind(rawValue: action.rawValue) else { return }
            try go(carrying(View(kind)), selecting: pane.selection)
        case .chain: try seeChain()
        case .seeContinuity: try seeContinuity()
        case .measures: try seeMeasures()
        case .seeTimeline, .seeChain, .seeConflicts, .seeEvidence: try see(action)
        default: status = "that does nothing here"
        }
    }

    /// A view under the filters of this one: what was narrowed stays narrow. The words typed into one list
    /// are its own.
    private func carrying(_ view: View) -> View {
        guard view.kind.takesFilter else { return view }
        var carried = view
        carried.filter = pane.view.filter
        carried.filter.text = nil
        carried.filter.kind = nil
        carried.filter.status = nil
        return carried
    }

    private mutating func seeChain() throws {
        let last =
            try selectedRecord ?? history.panes[...history.index].last { $0.selection != nil }?.selection
        guard let last else {
            status = "a chain is that of a record: select one first, or type :chain NAME"
            return
        }
        try go(chainView(of: last))
    }

    /// Of the selected organisation, of the two that a relation is between, else of what the filter lets through.
    private mutating func seeMeasures() throws {
        var view = View(.measures)
        if let id = pane.selection, try factory.dataset.pair(id)?.0.recordClass == .organisation {
            view.subject = id
        } else if let record = try pane.selection.flatMap(factory.dataset.record) {
            if record.recordClass == .organisation { view.subject = record.id }
            let parties = record.recordClass == .relation ? record.texts("parties") : []
            let names = try factory.dataset.names(of: parties)
            if parties.count == 2, parties.allSatisfy({ names[$0]?.recordClass == .organisation }) {
                view.subject = parties.joined(separator: "+")
            }
        }
        try go(carrying(view))
    }

    private mutating func see(_ action: Action) throws {
        // A step of continuity means its first project.
        let meansFirst = [.continuity, .timeline].contains(pane.view.kind)
        if !meansFirst, let id = pane.selection, let (one, other) = try factory.dataset.pair(id) {
            try see(action, of: one, other)
            return
        }
        guard let id = try selectedRecord, let record = try factory.dataset.record(id) else {
            status = "no record is selected"
            return
        }
        switch action {
        case .seeTimeline: try go(timelineView(of: record), selecting: pane.selection)
        case .seeChain: try go(chainView(of: id))
        case .seeConflicts:
            if record.recordClass == .relation { try go(.record(id)) } else { try go(View(.conflicts, id)) }
        default:
            try go(.record(id))
            try prepareNow()
            try follow(try pane.perform(.seeEvidence))
        }
    }

    /// From a pair: both on one timeline, the chain of the first, the pair face to face.
    private mutating func see(_ action: Action, of one: RecordName, _ other: RecordName) throws {
        let dimension: Filter.Dimension = one.recordClass == .project ? .project : .organisation
        switch action {
        case .seeTimeline:
            var view = View(.timeline)
            view.filter = view.filter.adding(dimension, one.id).adding(dimension, other.id)
            try go(view)
        case .seeChain: try go(chainView(of: one.id))
        default: try go(.record(Overlap.id(one.id, other.id)))
        }
    }

    private mutating func prepareNow() throws {
        try pane.prepare(Frames(size, hasChips: hasChips).main.size)
    }

    /// The chain of a record; of a relation or an event, that of the first project that it names.
    private func chainView(of id: String) throws -> View {
        guard let record = try factory.dataset.record(id) else { throw LookupError.unknown(id, []) }
        switch record.recordClass {
        case .project, .organisation, .theme, .place: return View(.chain, id)
        default:
            let named =
                record.texts("projects") + record.texts("project") + record.texts("about")
                + record.texts("parties")
                + record.texts("organisations")
            guard let first = named.first else {
                throw Refusal("«\(record.title)» names nothing that money goes through")
            }
            return View(.chain, first)
        }
    }

    private func timelineView(of record: Record) -> View {
        var view = View(.timeline)
        // What lies between two projects has a row only where they stand in one lane.
        if pane.selection != record.id { view.lanes = .succession }
        switch record.recordClass {
        case .organisation: view.filter = view.filter.adding(.organisation, record.id)
        case .theme: view.filter = view.filter.adding(.theme, record.id)
        case .place: view.filter = view.filter.adding(.country, record.id)
        case .relation:
            for project in record.texts("projects") { view.filter = view.filter.adding(.project, project) }
        default: break
        }
        return view
    }

    // MARK: Narrowing

    private mutating func openFilter() throws {
        guard pane.view.kind.takesFilter, !isStep else {
            status = "one record is what it is; filters narrow lists, timelines and chains"
            return
        }
        overlay = try filterChooser()
    }

    private mutating func liftFilter() throws {
        guard let last = pane.view.filter.parts.last else {
            status = "no filter is set; f sets one"
            return
        }
        var view = pane.view
        view.filter = view.filter.lifting(last)
        try become(view)
    }

    /// Esc in a list that words narrow lifts them.
    private mutating func liftWords() throws {
        guard pane.view.filter.text != nil else { return }
        var view = pane.view
        view.filter.text = nil
        try become(view)
    }

    /// In a list, narrows it; elsewhere, searches everything.
    private mutating func narrow() throws {
        let view = pane.view
        let isNarrowed =
            [.conflicts, .continuity, .coverage, .find, .timeline].contains(view.kind) && !isStep
        if view.kind.listedClass == nil && !isNarrowed {
            try go(View(.find, ""))
        }
        let text = pane.view.kind == .find ? pane.view.subject : pane.view.filter.text
        let prompt: SafeText = pane.view.kind == .find ? "find:" : "narrow \(pane.view.kind.rawValue):"
        entry = (Question(purpose: .narrow, prompt: prompt, text: text ?? ""), TextEntry(text ?? ""))
    }

    // MARK: Keeping

    private mutating func mark() throws {
        guard let id = pane.selection else {
            status = "no record is selected"
            return
        }
        guard let notes = factory.notes else {
            status = "marks cannot be kept: the notes file cannot be opened"
            return
        }
        let isMarked = try notes.toggleMark(factory.noteKey(id), in: factory.dataset.id)
        try pane.refresh(factory.pane(pane.view))
        status = isMarked ? "★ marked \(id); ' lists your marks" : "\(id) is no longer marked"
    }

    private mutating func openVerdicts() throws {
        guard factory.notes != nil else {
            status = "verdicts cannot be kept: the notes file cannot be opened"
            return
        }
        guard let id = pane.selection else {
            status = "no conflict is selected"
            return
        }
        let isPair = try factory.dataset.pair(id) != nil
        guard try isPair || factory.dataset.record(id)?.recordClass == .relation else {
            status = "a verdict is on a conflict: 6 lists them"
            return
        }
        overlay = verdictChooser(on: id)
    }

    mutating func decide(_ verdict: String?, on id: String) throws {
        try factory.notes?.decide(verdict, on: factory.noteKey(id), in: factory.dataset.id)
        try pane.refresh(factory.pane(pane.view))
        status =
            verdict.map { SafeText("\($0): kept on \(id); M adds a remark, ' lists your verdicts") }
            ?? SafeText("no verdict on \(id) any more")
    }

    private mutating func askForNote() throws {
        guard let id = pane.selection, let notes = factory.notes else {
            status =
                factory.notes == nil
                ? "notes cannot be kept: the notes file cannot be opened" : "no record is selected"
            return
        }
        let text = try notes.note(on: factory.noteKey(id), in: factory.dataset.id)?.text ?? ""
        entry = (Question(purpose: .note, prompt: "note on \(id):", text: text), TextEntry(text))
    }

    private mutating func askForFile() {
        let name =
            pane.view.kind.rawValue
            + (pane.view.subject.map { "-\($0.folded.replacing(" ", with: "-"))" } ?? "") + ".txt"
        entry = (Question(purpose: .file, prompt: "write to file:", text: name), TextEntry(name))
    }
}
