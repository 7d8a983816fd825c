import ArgumentParser
import Formats
import Model

extension CountingRule: ExpressibleByArgument {}

/// `whofunds chain ID|NAME`: who pays through what to whom for what.
struct ChainCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain", abstract: "Draw the funding chain of a project or an organisation.")

    @Argument(help: "A project, an organisation, a theme or a place.")
    var name: [String]

    @Flag(help: "As an indented tree, and not as a graph.")
    var tree = false

    @Flag(help: "As an account: totals, what they leave out and why, and what each hop gets and gives on.")
    var account = false

    @Option(
        help: ArgumentHelp(
            "Which flows totals count: as-reported, entry (from givers who receive nothing in the chain), last-mile (at those who pass nothing on) or net (pass-through removed).",
            valueName: "rule"))
    var rule: CountingRule = .asReported

    @Option(
        help: ArgumentHelp(
            "Convert a currency, as USD:EUR=0.76@2010-06-30; may be repeated, all to one currency. Without rates, currencies are never added.",
            valueName: "rate"))
    var rate: [String] = []

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if tree && account {
            throw ValidationError("--tree and --account are two forms of a chain; give one")
        }
        do {
            let rates = try ExchangeRates(rate)?.rates ?? []
            for rate in rates {
                for code in [rate.from, rate.to] where !Currencies.isCode(code) {
                    throw ExchangeRate.Fault.noCurrency(rate.text, code: code)
                }
            }
        } catch let fault as ExchangeRate.Fault {
            throw ValidationError(fault.words.string)
        }
    }

    func view(_ dataset: Dataset) throws -> View {
        let id = try dataset.resolve(
            name.joined(separator: " "), among: [.project, .organisation, .theme, .place])
        var view = View(.chain, id)
        try filter.apply(to: &view, dataset)
        view.isTree = tree
        view.isAccount = account
        view.rule = rule
        view.rates = rate
        return view
    }
}
