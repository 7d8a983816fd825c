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
        guard let detail = try dataset.detail(id) else { throw LookupError.unknown(id, []) }
        let note = try notes?.note(on: id, in: dataset.id)
        if detail.record.recordClass == .relation, let conflict = try dataset.conflict(id) {
            let counterparts = try dataset.counterparts(of: conflict)
            let computed =
                conflict.isRivalry
                ? try dataset.comparisons(conflict.facing.map { ($0.name.id, $1.name.id) }) : []
            return ConflictDocument.document(
                conflict, counterparts: counterparts, computed: computed, detail: detail, note: note)
        }
        return RecordDocument.document(detail, note: note)
    }

    /// Two projects, or two organisations, face to face.
    private func pairPage(_ one: RecordName, _ other: RecordName) throws -> Document {
        let note = try notes?.note(on: Overlap.id(one.id, other.id), in: dataset.id)
        if one.recordClass == .project, let comparison = try dataset.comparison(one.id, other.id) {
            return OverlapDocument.document(comparison, note: note)
        }
        var request = OverlapRegister.Request()
        request.between = [one.id, other.id]
        request.filter.ties[.organisation] = [one.id]
        return OrganisationPairDocument.document(
            one, other, register: try dataset.overlaps(request), note: note)
    }

    // MARK: Tables

    private func list(_ view: View) throws -> any Pane {
        let table = try table(view)
        var unfiltered = view
        unfiltered.filter = Filter()
        let total = view.filter.isEmpty ? nil : try rows(unfiltered).count()
        return try ListPane(
            view: view, crumbs: crumbs(view), source: table.rows, total: total, marked: try marked,
            summary: table.summary
        ) { id in try page(id) }
    }

    private var marked: Set<String> {
        get throws {
            Set(try notes?.notes(in: dataset.id).filter(\.isMarked).map(\.record) ?? [])
        }
    }

    /// The rows of a view that is a table.
    package func rows(_ view: View) throws -> any RowSource { try table(view).rows }

    /// The rows, and what they amount to when that is more than their number.
    private func table(_ view: View) throws -> (rows: any RowSource, summary: SafeText) {
        if let list = dataset.list(view) { return (RecordRows(list), .empty) }
        switch view.kind {
        case .conflicts: return try register(view)
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
