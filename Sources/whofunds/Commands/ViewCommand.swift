import ArgumentParser
import Model

/// A command that shows a view. The palette of the explorer reads its lines through the same commands.
protocol ViewCommand: ParsableCommand {
    var datasetOptions: DatasetOptions { get }
    var output: OutputOptions { get }
    /// The view that was asked for, names resolved.
    func view(_ dataset: Dataset) throws -> View
}

extension ViewCommand {
    func run() throws {
        do {
            let dataset = try datasetOptions.open()
            try Printer(dataset: dataset, options: output).print(try view(dataset))
        } catch let error where !(error is ExitCode) {
            throw Failure(error)
        }
    }
}

extension WhoFunds {
    /// The view that a line of the command line, in words, stands for.
    static func view(_ words: [String], _ dataset: Dataset) throws -> View {
        try command(words).view(dataset)
    }

    /// The command that shows a view, for a line of the command line in words; with `helping`, a line that asks
    /// for help throws it.
    static func command(_ words: [String], helping: Bool = false) throws -> any ViewCommand {
        var parsed = try parseAsRoot(words)
        guard let command = parsed as? any ViewCommand else {
            let isOwn = configuration.subcommands.contains { $0 == type(of: parsed) }
            if helping && !isOwn { try parsed.run() }
            throw Failure(.usage, "«\(words.joined(separator: " "))» is no view")
        }
        return command
    }
}
