import ArgumentParser
import Model

/// What narrows a view: the same on every command.
struct FilterOptions: ParsableArguments {
    @OptionGroup var ties: TieOptions

    @Option(help: ArgumentHelp("Only what may have run in or after this EDTF date.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only what may have run in or before this EDTF date.", valueName: "date"))
    var to: String?

    @OptionGroup var selection: SelectionOptions

    func validate() throws { try Self.validate([("--from", from), ("--to", to)]) }

    /// Dates with the options that they stand after.
    static func validate(_ dates: [(String, String?)]) throws {
        for (option, value) in dates {
            guard let value, EDTFDate(value) == nil else { continue }
            throw ValidationError("\(option) «\(value)» is no date: write it as 2008, 2008-03 or 2008-03-15")
        }
    }

    /// The filter with names resolved to ids, and the order, put into `view`.
    func apply(to view: inout View, _ dataset: Dataset) throws {
        try selection.apply(to: &view, dataset, from: from, to: to, ties)
    }
}
