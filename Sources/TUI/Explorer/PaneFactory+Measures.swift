import Model

extension PaneFactory {
    func measures(_ view: View) throws -> any Pane {
        if view.isMatrix {
            return try ListPane(
                view: view, crumbs: ["Measures", "Matrix"], source: measureRows(view), marked: marked
            ) { id in try page(id) }
        }
        let measures = try dataset.measures(view)
        if let only = Self.only(measures, view) {
            return DocumentPane(
                view: view, crumbs: ["Measures", only.ofWhat, only.name.title],
                subject: only.of.count == 1 ? only.of[0].id : nil,
                document: MeasureDocument.document(only, in: view))
        }
        let subjects = try dataset.measuredOrganisations(view).map(\.short)
        let crumbs = ["Measures"] + (subjects.isEmpty ? [] : [subjects.joined(separator: " × ")])
        if measures.isEmpty {
            var document = Document()
            document.add(.paragraph([Document.Span(try dataset.measuresSilence(view))], indent: 0))
            return DocumentPane(view: view, crumbs: crumbs, subject: nil, document: document)
        }
        let pages = Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try ListPane(
            view: view, crumbs: crumbs, source: FixedRows.measures(measures, of: view), marked: marked
        ) { id in pages[id].map { MeasureDocument.document($0, in: view) } ?? Document() }
    }

    /// The page of the one measure that a view asks for; nil when it shows several.
    package func measurePage(_ view: View) throws -> Document? {
        guard view.measure != nil, !view.isMatrix else { return nil }
        return Self.only(try dataset.measures(view), view).map { MeasureDocument.document($0, in: view) }
    }

    /// The measures of a view as a table for machines.
    package func measureTable(_ view: View) throws -> any RowSource {
        view.isMatrix
            ? try measureRows(view) : FixedRows.plain(try dataset.measures(view), of: view)
    }

    func measureRows(_ view: View) throws -> any RowSource {
        view.isMatrix
            ? FixedRows.matrix(try dataset.overlapMatrix(view), of: view)
            : FixedRows.measures(try dataset.measures(view), of: view)
    }

    private static func only(_ measures: [Measure], _ view: View) -> Measure? {
        view.measure != nil && measures.count == 1 ? measures[0] : nil
    }
}
