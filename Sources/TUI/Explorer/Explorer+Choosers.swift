import Model

extension Explorer {
    // MARK: What can be chosen

    var helpChooser: Chooser {
        let searched = pane.scope.searched
        let here = searched.flatMap { scope in KeyBinding.table.filter { $0.scope == scope } }
        let others = KeyBinding.table.filter { !searched.contains($0.scope) }
        let entries = (here + others).map { binding in
            let place = binding.scope == .everywhere ? "" : "  (\(binding.scope.rawValue))"
            let isHere = searched.contains(binding.scope)
            return Chooser.Entry(
                binding.keyLabels.padded(to: 16) + " " + binding.help + SafeText(place), "",
                isHere ? .act(binding.action) : .nothing)
        }
        let legend = legend.map { Chooser.Entry("legend          \($0.string)", "", .nothing) }
        return Chooser(.help, "Keys: type to search, Enter does it", entries + legend)
    }

    /// What the glyphs of the pane's chart mean.
    private var legend: [SafeText] {
        switch pane.scope {
        case .timeline: TimelineGlyph.legend + TimelineGlyph.successionLegend
        case .coverage: CoverageGlyph.legend(pane.view.count)
        default: []
        }
    }

    var paletteChooser: Chooser {
        let views = View.Kind.allCases.filter { !$0.needsSubject }.map { kind in
            Chooser.Entry(SafeText(kind.rawValue), "view", .go(View(kind)))
        }
        var seen = Set<Action>()
        let actions = KeyBinding.table.filter { binding in
            pane.scope.searched.contains(binding.scope)
                && seen.insert(binding.action).inserted
        }.map { Chooser.Entry($0.help, $0.keyLabels, .act($0.action)) }
        return Chooser(.palette, "Command, action, date or name", views + actions)
    }

    func filterChooser() throws -> Chooser {
        let view = pane.view
        let lifting = view.filter.parts.map { part in
            var rest = view
            rest.filter = view.filter.lifting(part)
            return Chooser.Entry("× lift \(part.option): \(part.value)", "active", .become(rest))
        }
        let facets = try factory.dataset.facets(view.filteredClass, view.filter)
        let adding = facets.compactMap { facet -> Chooser.Entry? in
            var narrowed = view
            switch facet.option {
            case "kind": narrowed.filter.kind = facet.value
            case "status": narrowed.filter.status = facet.value
            default:
                guard let dimension = Filter.Dimension(rawValue: facet.option) else { return nil }
                narrowed.filter = narrowed.filter.adding(dimension, facet.value)
            }
            guard narrowed != view else { return nil }
            return Chooser.Entry(
                "\(facet.option): \(facet.label.string)", SafeText(String(facet.count)), .become(narrowed))
        }
        return Chooser(
            .filter, "Filter: a value, how many it leaves; or a time, 2005/2009",
            lifting + adding)
    }

    func sortChooser() -> Chooser? {
        if pane.view.kind == .coverage { return orderChooser }
        guard let columns = pane.view.kind.listedClass?.columns else { return nil }
        let entries = columns.flatMap { column in
            [false, true].map { isDescending in
                var view = pane.view
                view.sort = View.Sort(column.key, descending: isDescending)
                return Chooser.Entry("\(column.title.string) \(isDescending ? "▼" : "▲")", "", .become(view))
            }
        }
        return Chooser(.sort, "Sort by", entries)
    }

    /// The orders of a coverage's rows.
    private var orderChooser: Chooser {
        let words: [Coverage.Order: SafeText] = [
            .size: "size: the largest first", .name: "name: by the alphabet",
            .conflicts: "conflicts: rows that overlap in the same columns side by side",
        ]
        let entries = Coverage.Order.allCases.map { order in
            var view = pane.view
            view.sort = View.Sort(order.rawValue)
            return Chooser.Entry(words[order] ?? SafeText(order.rawValue), "", .become(view))
        }
        return Chooser(.sort, "Order rows by", entries)
    }

    // MARK: Choosing

    mutating func pressInOverlay(_ key: Key) throws -> [Effect] {
        guard let outcome = overlay?.press(key) else { return [] }
        switch outcome {
        case .open: return []
        case .typed: try suggest()
        case .closed: overlay = nil
        case .chosen(let choice):
            let isHelp = overlay?.purpose == .help
            overlay = nil
            if choice == .nothing {
                status = isHelp ? "that key does something in another view" : "that one stays as it is"
            }
            return try choose(choice)
        }
        return []
    }

    private mutating func choose(_ choice: Chooser.Choice) throws -> [Effect] {
        switch choice {
        case .act(let action): return try perform(action)
        case .go(let view): try go(view)
        case .become(let view): try become(view)
        case .decide(let verdict, let id): try decide(verdict, on: id)
        case .nothing: break
        }
        return []
    }

    /// What the typed text could mean beyond the fixed entries.
    private mutating func suggest() throws {
        guard var chooser = overlay else { return }
        switch chooser.purpose {
        case .palette: chooser.suggested = try paletteSuggestions(chooser.typed)
        case .filter: chooser.suggested = dateFilters(chooser.typed)
        default: return
        }
        overlay = chooser
    }

    private func paletteSuggestions(_ typed: String) throws -> [Chooser.Entry] {
        var entries: [Chooser.Entry] = []
        if let day = TimelineViewport.day(from: typed), typed.count >= 4 {
            var view = View(.projects)
            view.filter.from = day.month.text
            view.filter.to = day.month.text
            entries.append(Chooser.Entry("projects that ran in \(day.month.text)", "date", .go(view)))
        }
        if let command = commandEntry(typed) { entries.append(command) }
        guard typed.count >= 2 else { return entries }
        // A name typed in full, or nearly so, goes before actions that merely share its letters.
        let hits = try factory.dataset.find(typed, limit: 6)
        let named = hits.map {
            Chooser.Entry($0.name.named, SafeText($0.name.recordClass.rawValue), .go(.record($0.name.id)))
        }
        let isView = View.Kind.allCases.contains { $0.rawValue.hasPrefix(typed.lowercased()) }
        return isView ? entries : entries + named
    }

    /// A typed line that begins like a command: the view that it shows, or why it shows none. What was copied
    /// with the program's name in front is taken too.
    private func commandEntry(_ typed: String) -> Chooser.Entry? {
        var words = ShellWords.split(typed)
        if words.first == "whofunds" { words.removeFirst() }
        let isCommand = words.first.flatMap(View.Kind.init(rawValue:)) != nil
        guard typed.contains(" "), !words.isEmpty else { return nil }
        do {
            let view = try parse(words)
            return Chooser.Entry(SafeText(view.command), "run", .go(view))
        } catch {
            return isCommand ? Chooser.Entry(ErrorWords.text(error), "not yet", .nothing) : nil
        }
    }

    /// `2008-06` or `2005/2009` typed into the filter.
    private func dateFilters(_ typed: String) -> [Chooser.Entry] {
        let ends = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(ends.count), ends.contains(where: { !$0.isEmpty }) else { return [] }
        let dates = ends.map { EDTFDate($0)?.text ?? TimelineViewport.day(from: $0)?.month.text }
        guard zip(ends, dates).allSatisfy({ $0.isEmpty || $1 != nil }) else { return [] }
        var view = pane.view
        view.filter.from = dates.first ?? nil
        view.filter.to = dates.last ?? nil
        let words = "time: \(view.filter.from ?? "…") to \(view.filter.to ?? "…")"
        return [Chooser.Entry(SafeText(words), "date", .become(view))]
    }
}

extension KeyBinding {
    /// All its keys: `↵`, `k ↑ Ctrl-P`.
    package var keyLabels: SafeText { keys.prefix(3).map(\.label).joined(separator: " ") }
}

extension View {
    /// The class whose records a filter of this view narrows.
    package var filteredClass: RecordClass {
        switch kind {
        case .conflicts: .relation
        default: kind.listedClass ?? .project
        }
    }
}
