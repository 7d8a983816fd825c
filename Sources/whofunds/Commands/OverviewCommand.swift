import ArgumentParser
import Model

/// `whofunds overview`: the dataset at a glance.
struct OverviewCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview", abstract: "Show the dataset at a glance.")

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        var view = View(.overview)
        try filter.apply(to: &view, dataset)
        return view
    }
}
