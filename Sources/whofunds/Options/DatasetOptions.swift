import ArgumentParser
import Formats
import Foundation
import Model

/// Which dataset is looked at.
struct DatasetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "IATI files (XML, .gz, .zip, a folder of them), a dossier's folder or an index, instead of the bundled dossier. More than once: files and dossiers together; «bundled» names the bundled dossier.",
            valueName: "path"))
    var dataset: [String] = []

    /// As asked, else as the environment says; none for the bundled dossier.
    var paths: [String] {
        if !dataset.isEmpty { return dataset }
        let path = ProcessInfo.processInfo.environment["WHOFUNDS_DATASET"] ?? ""
        return path.isEmpty ? [] : [path]
    }

    func open() throws -> Dataset { try Self.open(paths) }

    /// Opens the datasets at `paths` as one, or the bundled dossier. What takes long tells how far it is, and can be
    /// stopped.
    static func open(_ paths: [String]) throws -> Dataset {
        do {
            let opened =
                paths.isEmpty
                ? try DatasetOpener().open(nil)
                : try ImportSession().run { stop, tell in
                    try DatasetOpener(stop: stop, tell: tell).open(paths)
                }
            tellMistakes(in: opened, paths)
            return opened.dataset
        } catch let code as ExitCode { throw code } catch { throw Failure(error) }
    }

    private static func tellMistakes(in opened: DatasetOpener.Opened, _ paths: [String]) {
        let errors = opened.problems.count { $0.severity == .error }
        let files = opened.summary?.faulty ?? 0
        guard errors + files > 0 else { return }
        let mistakes = errors == 1 ? "1 mistake" : "\(errors) mistakes"
        let unread =
            files == 1 ? "1 file that cannot be read whole" : "\(files) files that cannot be read whole"
        let things = files > 0 ? unread : mistakes
        StandardError.write(
            "whofunds: \(paths.isEmpty ? "the bundled dossier" : paths.joined(separator: ", ")): \(things), shown as far as it goes; whofunds check lists them"
        )
    }
}
