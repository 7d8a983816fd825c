import ArgumentParser
import Model

/// What narrows a view: the same on every command.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only what is tied to this project.", valueName: "name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Only what is tied to this organisation or a part of it.", valueName: "name"))
    var organisation: [String] = []

    @Option(help: ArgumentHelp("Only what this organisation funds.", valueName: "name"))
    var donor: [String] = []

    @Option(help: ArgumentHelp("Only what this organisation implements.", valueName: "name"))
    var implementer: [String] = []

    @Option(help: ArgumentHelp("Only what takes place in this country or place.", valueName: "name"))
    var country: [String] = []

    @Option(help: ArgumentHelp("Only what belongs to this theme or one under it.", valueName: "name"))
    var theme: [String] = []

    @Option(help: ArgumentHelp("Only what may have run in or after this EDTF date.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only what may have run in or before this EDTF date.", valueName: "date"))
    var to: String?

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
        for (option, value) in [("--from", from), ("--to", to)] {
            guard let value, EDTFDate(value) == nil else { continue }
            throw ValidationError("\(option) «\(value)» is no date: write it as 2008, 2008-03 or 2008-03-15")
        }
        if let limit, limit < 0 {
            throw ValidationError("--limit «\(limit)»: a number of rows from 0 up is wanted")
        }
    }

    /// The filter with names resolved to ids, and the order, put into `view`.
    func apply(to view: inout View, _ dataset: Dataset) throws {
        for (dimension, names) in ties where !names.isEmpty {
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

    private var ties: [(Filter.Dimension, [String])] {
        [
            (.project, project), (.organisation, organisation), (.donor, donor), (.implementer, implementer),
            (.country, country), (.theme, theme),
        ]
    }
}
