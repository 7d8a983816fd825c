import ArgumentParser
import Formats
import Foundation
import Model

/// Which dataset is looked at.
struct DatasetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "IATI files (XML, .gz, .zip, a folder of them), a dossier's folder or an index, instead of the bundled dossier.",
            valueName: "path"))
    var dataset: String?

    /// As asked, else as the environment says; nil for the bundled dossier.
    var path: String? {
        dataset ?? ProcessInfo.processInfo.environment["WHOFUNDS_DATASET"].flatMap { $0.isEmpty ? nil : $0 }
    }

    func open() throws -> Dataset { try Self.open(path) }

    /// Opens the dataset at `path`, or the bundled dossier. What takes long tells how far it is, and can be stopped.
    static func open(_ path: String?) throws -> Dataset {
        do {
            let opened = try path.map { path in
                try ImportSession().run { stop, tell in try DatasetOpener(stop: stop, tell: tell).open(path) }
            }
            let found = try opened ?? DatasetOpener().open(nil)
            tellMistakes(in: found, path)
            return found.dataset
        } catch let code as ExitCode { throw code } catch { throw Failure(error) }
    }

    private static func tellMistakes(in opened: DatasetOpener.Opened, _ path: String?) {
        let errors = opened.problems.count { $0.severity == .error }
        let files = opened.summary?.faulty ?? 0
        guard errors + files > 0 else { return }
        let mistakes = errors == 1 ? "1 mistake" : "\(errors) mistakes"
        let unread =
            files == 1 ? "1 file that cannot be read whole" : "\(files) files that cannot be read whole"
        let things = files > 0 ? unread : mistakes
        StandardError.write(
            "whofunds: \(path ?? "the bundled dossier"): \(things), shown as far as it goes; whofunds check lists them"
        )
    }
}
