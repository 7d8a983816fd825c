import Model

/// Makes the pane that shows a view of a dataset.
package struct PaneFactory: Sendable {
    package let dataset: Dataset
    package let notes: NoteStore?

    package init(dataset: Dataset, notes: NoteStore?) {
        self.dataset = dataset
        self.notes = notes
    }

    package func pane(_ view: View) throws -> any Pane {
        switch view.kind {
        case .overview: return try overview(view)
        case .show: return try record(view)
        case .timeline: return try TimelinePane(view: view, dataset: dataset)
        case .chain: return try ChainPane(view: view, dataset: dataset)
        case .continuity: return try step(view) ?? list(view)
        case .coverage: return try CoveragePane(view: view, dataset: dataset)
        case .measures: return try measures(view)
        default: return try list(view)
        }
    }

    // MARK: Pages

    private func overview(_ view: View) throws -> any Pane {
        let document = OverviewDocument.document(
            try dataset.overview(view.filter), title: dataset.title, description: dataset.description)
        return DocumentPane(view: view, crumbs: ["Overview"], subject: nil, document: document)
    }

    private func record(_ view: View) throws -> any Pane {
        let id = try dataset.resolve(view.subject ?? "")
        let page = try page(id)
        if let (one, other) = try dataset.pair(id) {
            var resolved = view
            resolved.subject = id
            return DocumentPane(
                view: resolved, crumbs: ["Conflicts", one.short + " × " + other.short], subject: id,
                document: page)
        }
        let name = try dataset.names(of: [id])[id]
        var resolved = view
        resolved.subject = id
        let isConflict = name?.kind.map(Vocabulary.conflictKinds.contains) ?? false
        let plural = SafeText(isConflict ? "Conflicts" : (name?.recordClass.plural ?? "").capitalized)
        return DocumentPane(
            view: resolved, crumbs: [plural, name?.short ?? SafeText(id)], subject: id, document: page)
    }

    /// A relation stands face to face; every other record as a page of its attributes.
    package func page(_ id: String) throws -> Document {
        if let (one, other) = try dataset.pair(id) { return try pairPage(one, other) }
        guard let detail = try dataset.detail(id, most: RecordDetail.onPage) else {
            if let page = try stepPage(id) { return page }
            throw LookupError.unknown(id, [])
        }
        let note = try notes?.note(on: id, in: dataset.id)
        if detail.record.recordClass == .relation, let conflict = try dataset.conflict(id) {
            let counterparts = try dataset.counterparts(of: conflict)
            return ConflictDocument.document(
                conflict, counterparts: counterparts,
                computed: conflict.isRivalry ? try computed(conflict) : [], detail: detail, note: note)
        }
        let isProject = detail.record.recordClass == .project
        let steps = isProject ? try dataset.continuity(about: id) : []
        var computed = OverlapSection.blocks(try dataset.knownOverlaps(of: id), of: id)
        if let measures = try dataset.recordMeasures(detail.record) {
            computed += MeasureDocument.section(measures)
        }
        var sections = ContinuitySection.blocks(steps, of: id)
        if isProject {
            sections += TransferSection.blocks(
                try dataset.transfers(of: id, limit: TransferSection.listed),
                of: try dataset.transferCount(of: id), budgets: try dataset.budgets(of: id),
                problems: try dataset.problems(of: id))
        }
        return RecordDocument.document(detail, note: note, sections: sections, computed: computed)
    }

    /// The page of a step between two projects, when the view is of one.
    private func step(_ view: View) throws -> (any Pane)? {
        guard let address = view.subject, let page = try stepPage(address) else { return nil }
        let halves = address.split(separator: "+").map(String.init)
        let names = try dataset.names(of: halves)
        let title = halves.map { names[$0]?.short ?? SafeText($0) }.joined(separator: " → ")
        return DocumentPane(
            view: view, crumbs: ["Continuity", title], subject: address, document: page)
    }

    /// The page at an address of a step; nil when there is none.
    package func stepPage(_ address: String) throws -> Document? {
        guard let detail = try dataset.continuityDetail(address) else { return nil }
        return ContinuityDocument.document(
            detail, note: try notes?.note(on: noteKey(address), in: dataset.id))
    }

    /// The pairs of projects that a rivalry names; where it names none, those of its two parties that overlap.
    private func computed(_ conflict: Conflict) throws -> [Document.Block] {
        let facing = conflict.facing.map { ($0.name.id, $1.name.id) }
        if !facing.isEmpty { return OverlapDocument.register(of: try dataset.comparisons(facing)) }
        let parties = conflict.sides.map(\.party).filter { $0.recordClass == .organisation }
        guard parties.count == 2 else { return [] }
        let register = try dataset.overlaps(between: parties[0].id, parties[1].id)
        return OrganisationPairDocument.register(of: register)
    }

    /// Two projects, or two organisations, face to face.
    private func pairPage(_ one: RecordName, _ other: RecordName) throws -> Document {
        let note = try notes?.note(on: Overlap.id(one.id, other.id), in: dataset.id)
        if one.recordClass == .project, let comparison = try dataset.comparison(one.id, other.id) {
            return OverlapDocument.document(comparison, note: note)
        }
        return OrganisationPairDocument.document(
            one, other, register: try dataset.overlaps(between: one.id, other.id),
            documented: try dataset.rivalries(one.id, other.id), note: note)
    }

    // MARK: Tables

    private func list(_ view: View) throws -> any Pane {
        let table = try table(view)
        var unfiltered = view
        unfiltered.filter = Filter()
        // Of what is computed, the whole would have to be computed too.
        let isCounted = view.kind.listedClass != nil || view.kind == .continuity
        let total = view.filter.isEmpty || !isCounted ? nil : try rows(unfiltered).count()
        return try ListPane(
            view: view, crumbs: crumbs(view), source: table.rows, total: total, marked: try marked,
            summary: table.summary
        ) { id in
            // A step between two projects has the id of their pair, and is another page.
            if view.kind == .continuity, let page = try stepPage(id) { return page }
            return try page(id)
        }
    }

    /// Under which id a mark, a note or a verdict is kept: a pair is one, whichever project is named first.
    func noteKey(_ id: String) throws -> String {
        try dataset.pair(id).map { Overlap.id($0.id, $1.id) } ?? id
    }

    var marked: Set<String> {
        get throws {
            Set(try notes?.notes(in: dataset.id).filter(\.isMarked).map(\.record) ?? [])
        }
    }

    /// The rows of a view that is a table.
    package func rows(_ view: View) throws -> any RowSource { try table(view).rows }

    /// The rows, and what they amount to when that is more than their number.
    package func table(_ view: View) throws -> (rows: any RowSource, summary: SafeText) {
        if let list = dataset.list(view) { return (RecordRows(list), .empty) }
        switch view.kind {
        case .conflicts: return try register(view)
        case .continuity:
            if let address = view.subject, let steps = try dataset.steps(at: address) {
                return (FixedRows.continuity(steps), .empty)
            }
            let subject = try view.subject.map { try dataset.resolve($0) }
            return (FixedRows.continuity(try dataset.continuity(view.filter, about: subject)), .empty)
        case .measures: return (try measureRows(view), .empty)
        case .notes:
            let notes = try notes?.notes(in: dataset.id) ?? []
            return (FixedRows.notes(notes, names: try names(notes.map(\.record))), .empty)
        default:
            let hits = try dataset.find(view.subject ?? "", filter: view.filter, limit: view.limit ?? 200)
            return (FixedRows.hits(hits), .empty)
        }
    }

    private func register(_ view: View) throws -> (rows: any RowSource, summary: SafeText) {
        let subject = try view.subject.map { try dataset.resolve($0) }
        var resolved = view
        resolved.subject = subject
        let register = view.showsComputed ? try dataset.overlaps(resolved.overlapRequest) : nil
        let documented =
            view.showsDocumented
            ? try dataset.conflicts(view.filter, about: subject).filter {
                view.shows(level: $0.record.text("level"))
            } : []
        var table = RegisterRows(conflicts: documented, register: register, view: view)
        table.found = try dataset.documentedOverlaps()
        if view.showsDocumented {
            table.ties = try dataset.ties(view.filter, about: subject).filter {
                view.shows(level: $0.text("level"))
            }
            table.names = try dataset.names(of: table.ties.flatMap(\.namedIds))
        }
        let notes = try notes?.notes(in: dataset.id) ?? []
        table.verdicts = notes.reduce(into: [:]) { $0[$1.record] = $1.verdict }
        return (table.rows, register.map(OverlapWords.summary) ?? .empty)
    }

    /// What records and pairs are called in a list.
    private func names(_ ids: [String]) throws -> [String: SafeText] {
        var names = try dataset.names(of: ids).mapValues(\.named)
        for id in ids where names[id] == nil {
            if let (one, other) = try dataset.pair(id) { names[id] = one.short + " × " + other.short }
        }
        return names
    }

    private func crumbs(_ view: View) throws -> [SafeText] {
        var crumbs = [SafeText(view.kind.rawValue.capitalized)]
        if let subject = view.subject {
            if view.kind == .find {
                crumbs.append("«\(subject)»")
            } else {
                crumbs.append(try dataset.names(of: [subject])[subject]?.short ?? SafeText(subject))
            }
        }
        return crumbs
    }
}
