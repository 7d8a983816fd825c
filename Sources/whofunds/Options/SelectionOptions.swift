import ArgumentParser
import Model

/// Which records of a list, in which order, and how many.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only records of this status.", valueName: "term"))
    var status: String?

    @Option(help: ArgumentHelp("Only records of this kind.", valueName: "term"))
    var kind: String?

    @Option(help: ArgumentHelp("Only records in which all these words occur.", valueName: "words"))
    var text: String?

    @Option(
        help: ArgumentHelp(
            "The column to sort by; -COLUMN the other way round (--sort=-start).", valueName: "column"))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "At most so many rows of a table; charts and the overview stay whole.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit «\(limit)»: a number of rows from 0 up is wanted")
        }
    }

    /// The filter with names resolved to ids, and the order, put into `view`.
    func apply(to view: inout View, _ dataset: Dataset, from: String?, to: String?, _ ties: TieOptions) throws
    {
        for (dimension, names) in ties.all where !names.isEmpty {
            view.filter.ties[dimension] = try names.map {
                try dataset.resolve($0, among: [dimension.recordClass])
            }
        }
        view.filter.from = from
        view.filter.to = to
        view.filter.status = try status.map { try term($0, "--status", [.activityStatus]) }
        view.filter.kind = try kind.map { try term($0, "--kind", Self.kinds(view)) }
        view.filter.text = text
        view.limit = limit
        guard let sort else { return }
        let wanted = View.Sort(text: sort)
        let columns =
            view.kind == .coverage
            ? Coverage.Order.allCases.map(\.rawValue) : dataset.list(view)?.columns.map(\.key) ?? []
        guard columns.contains(wanted.key) else {
            let choices =
                columns.isEmpty ? "this view has no order" : "choose from \(columns.joined(separator: ", "))"
            let near = nearest(to: wanted.key, among: columns).map { "; did you mean \($0)?" } ?? ""
            throw Failure(.usage, "--sort «\(wanted.key)»: there is no such column; \(choices)\(near)")
        }
        view.sort = wanted
    }

    /// Views that hold several classes take what any of them has.
    private static func kinds(_ view: View) -> [Vocabulary] {
        switch view.kind {
        case .find, .overview: RecordClass.allCases.flatMap(\.kinds)
        default: view.filteredClass.kinds
        }
    }

    /// A term of one of the vocabularies.
    private func term(_ text: String, _ option: String, _ vocabularies: [Vocabulary]) throws -> String {
        let terms = vocabularies.flatMap(\.terms).reduce(into: [String]()) { terms, term in
            if !terms.contains(term) { terms.append(term) }
        }
        if terms.isEmpty || terms.contains(text) { return text }
        let near = nearest(to: text, among: terms).map { "; did you mean \($0)?" } ?? ""
        throw Failure(
            .usage,
            "\(option) «\(text)»: there is no such term; choose from \(terms.joined(separator: ", "))\(near)")
    }
}
