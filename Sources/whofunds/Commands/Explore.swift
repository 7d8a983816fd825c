import ArgumentParser
import Model

/// `whofunds explore [VIEW …]`: the explorer, opened at a view.
struct Explore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Browse interactively, from a view on.",
        discussion:
            "Everything after explore is a view as on the command line: explore timeline --theme trafficking."
    )

    @Flag(help: "Let the mouse select, scroll and open.")
    var mouse = false

    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        parsing: .captureForPassthrough,
        help: "The view to open, with its options; the overview if not given.")
    var view: [String] = []

    func run() throws {
        // The mark that no option of explore follows is no word of the view.
        let words = view.first == "--" ? Array(view.dropFirst()) : view
        if let first = words.first, ["-h", "--help"].contains(first) { throw CleanExit.helpRequest(self) }
        // What ArgumentParser says of the words is told as of any command's.
        let command = words.isEmpty ? nil : try WhoFunds.command(words, helping: true)
        do {
            // What stands after the view's name is the view's, its dataset too.
            let chosen = command.flatMap { $0.datasetOptions.dataset.isEmpty ? nil : $0.datasetOptions }
            let dataset = try (chosen ?? datasetOptions).open()
            let first = try command?.view(dataset) ?? View(.overview)
            try ExplorerSession(dataset: dataset, output: output, mouse: mouse).run(first)
        } catch let error where !(error is ExitCode) {
            throw Failure(error)
        }
    }
}
