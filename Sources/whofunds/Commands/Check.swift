import ArgumentParser
import Formats
import Foundation
import Model

/// `whofunds check DOSSIER`: what is wrong, where, and the mend.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a dossier: file, line, what is wrong, and the mend.")

    @Argument(help: "A dossier's folder; that of --dataset, else the bundled dossier, if not given.")
    var folder: String?

    @OptionGroup var datasetOptions: DatasetOptions

    @Option(help: "How to print: text or json.")
    var format: OutputOptions.Format = .text

    func validate() throws {
        if format != .text && format != .json {
            throw ValidationError("--format «\(format.rawValue)»: check prints text or json")
        }
        if let folder, let dataset = datasetOptions.dataset {
            throw ValidationError("«\(folder)» and --dataset «\(dataset)»: check takes one dossier at a time")
        }
    }

    func run() throws {
        let folder = folder ?? datasetOptions.path
        let files: DossierFiles
        do {
            files = try folder.map { try DossierFiles(folder: URL(fileURLWithPath: $0)) } ?? .bundled
        } catch { throw Failure(error) }
        let reading = DossierReader.read(files)
        if format == .json {
            StandardOutput.write(JSONValue.check(reading).pretty)
        } else {
            for problem in reading.problems { StandardOutput.write(problem.line(in: folder).string) }
            StandardError.write(summary(reading, folder))
        }
        if reading.hasErrors { throw ExitCode(1) }
    }

    private func summary(_ reading: DossierReading, _ folder: String?) -> SafeText {
        let errors = reading.problems.count { $0.severity == .error }
        let warnings = reading.problems.count - errors
        let records = reading.dossier.records.count
        let place = folder ?? "the bundled dossier"
        return
            "whofunds: \(place): \(records) records, \(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    }
}

extension Problem {
    /// `folder/file.yaml:12: error: what is wrong. The mend. [code]`, which editors can jump to.
    fileprivate func line(in folder: String?) -> SafeText {
        let path = folder.map { ($0 as NSString).appendingPathComponent(file) } ?? file
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(severity.rawValue): \(message) \(mend) [\(code)]"
    }
}
