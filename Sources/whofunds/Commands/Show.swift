import ArgumentParser
import Model

/// `whofunds show ID|NAME`: one record, every fact with its citation.
struct Show: ViewCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one record: every fact with its citation, and what stands around it.")

    @Argument(help: "An id, an acronym, a name, an alias, or an unambiguous part of one.")
    var name: [String]

    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        .record(try dataset.resolve(name.joined(separator: " ")))
    }
}
