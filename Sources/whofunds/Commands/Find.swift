import ArgumentParser
import Model

/// `whofunds find WORDS…`: ranked search over everything.
struct Find: ViewCommand {
    static let configuration = CommandConfiguration(abstract: "Search all texts; the best matches first.")

    @Argument(help: "Words, each of which must occur; the beginning of a word is enough.")
    var words: [String]

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        var view = View(.find, words.joined(separator: " "))
        try filter.apply(to: &view, dataset)
        return view
    }
}
