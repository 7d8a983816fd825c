import ArgumentParser
import Model

/// `whofunds chain ID|NAME`: who pays through what to whom for what.
struct ChainCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain", abstract: "Draw the funding chain of a project or an organisation.")

    @Argument(help: "A project, an organisation, a theme or a place.")
    var name: [String]

    @Flag(help: "As an indented tree, and not as a graph.")
    var tree = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        let id = try dataset.resolve(
            name.joined(separator: " "), among: [.project, .organisation, .theme, .place])
        var view = View(.chain, id)
        try filter.apply(to: &view, dataset)
        view.isTree = tree
        return view
    }
}
