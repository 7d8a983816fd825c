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
        guard let detail = try dataset.detail(id) else { throw LookupError.unknown(id, []) }
        let note = try notes?.note(on: id, in: dataset.id)
        if detail.record.recordClass == .relation, let conflict = try dataset.conflict(id) {
            let counterparts = try dataset.counterparts(of: conflict)
            return ConflictDocument.document(conflict, counterparts: counterparts, detail: detail, note: note)
        }
        return RecordDocument.document(
            detail, note: note, measures: try dataset.recordMeasures(detail.record))
    }

    // MARK: Tables

    private func list(_ view: View) throws -> any Pane {
        let source = try rows(view)
        var unfiltered = view
        unfiltered.filter = Filter()
        let total = view.filter.isEmpty ? nil : try rows(unfiltered).count()
        return try ListPane(
            view: view, crumbs: crumbs(view), source: source, total: total, marked: try marked
        ) { id in try page(id) }
    }

    var marked: Set<String> {
        get throws {
            Set(try notes?.notes(in: dataset.id).filter(\.isMarked).map(\.record) ?? [])
        }
    }

    /// The rows of a view that is a table.
    package func rows(_ view: View) throws -> any RowSource {
        if let list = dataset.list(view) { return RecordRows(list) }
        switch view.kind {
        case .conflicts:
            let subject = try view.subject.map { try dataset.resolve($0) }
            let ties = try dataset.ties(view.filter, about: subject)
            return FixedRows.conflicts(
                try dataset.conflicts(view.filter, about: subject), ties: ties,
                names: try dataset.names(of: ties.flatMap(\.namedIds)))
        case .measures: return try measureRows(view)
        case .notes:
            let notes = try notes?.notes(in: dataset.id) ?? []
            return FixedRows.notes(notes, names: try dataset.names(of: notes.map(\.record)))
        default:
            return FixedRows.hits(
                try dataset.find(view.subject ?? "", filter: view.filter, limit: view.limit ?? 200))
        }
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
