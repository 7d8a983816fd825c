import ArgumentParser
import Model

/// `whofunds notes`: the user's own marks and notes.
struct NotesCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "List your marks and notes on the dataset.")

    @Flag(help: "Print them as JSON, to keep or to hand on.")
    var export = false

    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var outputOptions: OutputOptions

    var output: OutputOptions {
        var options = outputOptions
        if export { options.format = .json }
        return options
    }

    func view(_ dataset: Dataset) throws -> View { View(.notes) }
}
