import ArgumentParser
import Formats
import Model

/// `whofunds WORDS…`: one match prints its record, several print a list. Without words: the explorer.
struct LookUp: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "look-up", abstract: "Look words up: one match prints its record, several a list.",
        shouldDisplay: false)

    @Argument(help: "An id, an acronym, a name, or words to search for.")
    var words: [String] = []

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        let text = words.joined(separator: " ")
        do {
            return .record(try dataset.resolve(text))
        } catch LookupError.ambiguous {
            var view = View(.find, text)
            try filter.apply(to: &view, dataset)
            return view
        } catch LookupError.unknown(_, let near) {
            var view = View(.find, text)
            try filter.apply(to: &view, dataset)
            // Words that occur nowhere are a misspelt name: say the nearest instead of an empty list.
            if try dataset.find(text, filter: view.filter, limit: 1).isEmpty {
                throw LookupError.unknown(text, near)
            }
            return view
        }
    }

    /// What the first word names, if it is a file or folder of data: it is opened, and the other words are looked up
    /// in it.
    private var data: String? {
        guard datasetOptions.dataset.isEmpty, let first = words.first else { return nil }
        return DataKind(word: first) != nil || DataKind.isName(first) ? first : nil
    }

    func run() throws {
        if let data {
            var opened = self
            opened.words.removeFirst()
            return try opened.run(on: [data])
        }
        try run(on: datasetOptions.paths)
    }

    private func run(on paths: [String]) throws {
        do {
            let dataset = try DatasetOptions.open(paths)
            if words.isEmpty {
                try ExplorerSession(dataset: dataset, output: output).run(View(.overview))
            } else {
                try Printer(dataset: dataset, options: output).print(try view(dataset))
            }
        } catch let error where !(error is ExitCode) {
            throw Failure(error)
        }
    }
}
