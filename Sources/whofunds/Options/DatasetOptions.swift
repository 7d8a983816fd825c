import ArgumentParser
import Formats
import Foundation
import Model

/// Which dataset is looked at.
struct DatasetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A dossier's folder or an index, instead of the bundled dossier.", valueName: "path"))
    var dataset: String?

    /// As asked, else as the environment says; nil for the bundled dossier.
    var path: String? {
        dataset ?? ProcessInfo.processInfo.environment["WHOFUNDS_DATASET"].flatMap { $0.isEmpty ? nil : $0 }
    }

    func open() throws -> Dataset {
        do {
            let opened = try DatasetOpener().open(path)
            let errors = opened.problems.count { $0.severity == .error }
            if errors > 0 {
                let things = errors == 1 ? "1 mistake" : "\(errors) mistakes"
                StandardError.write(
                    "whofunds: \(path ?? "the bundled dossier"): \(things), shown as far as it goes; whofunds check lists them"
                )
            }
            return opened.dataset
        } catch { throw Failure(error) }
    }
}
