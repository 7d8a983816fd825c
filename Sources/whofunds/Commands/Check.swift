import ArgumentParser
import Formats
import Foundation
import Model

/// `whofunds check DATASET`: what is wrong, where, and the mend.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a dossier or IATI files: file, line, what is wrong, and the mend.",
        discussion: """
            A dossier is a folder of YAML. IATI files are told by name, or by their folder or archive (.zip, .gz); \
            they are held against the standard's structure, code lists and rules.
            """)

    @Argument(
        help: ArgumentHelp(
            "A dossier's folder, or IATI files, folders of them and archives; the path of --dataset, else the bundled dossier, if not given.",
            valueName: "path"))
    var paths: [String] = []

    @OptionGroup var datasetOptions: DatasetOptions

    @Option(
        help:
            "What IATI files are held against: schema (structure and forms of values alone) or standard (code lists and rules too)."
    )
    var against: StandardCheck.Measure = .standard

    @Option(help: "How many problems of one kind in IATI files are listed; all are counted.")
    var limit = 500

    @Option(help: "How to print: text or json.")
    var format: OutputOptions.Format = .text

    func validate() throws {
        if format != .text && format != .json {
            throw ValidationError("--format «\(format.rawValue)»: check prints text or json")
        }
        if let path = paths.first, let dataset = datasetOptions.dataset.first {
            throw ValidationError("«\(path)» and --dataset «\(dataset)»: name what to check once")
        }
        if limit < 0 { throw ValidationError("--limit «\(limit)»: a number from 0") }
    }

    func run() throws {
        let paths = paths.isEmpty ? datasetOptions.paths : paths
        if try isDossier(paths) { try checkDossier(paths.first) } else { try checkFiles(paths) }
    }

    /// What is not there, or is a folder of nothing, is told as a dossier's.
    private func isDossier(_ paths: [String]) throws -> Bool {
        guard paths.count == 1 else { return paths.isEmpty }
        switch try? DataKind(at: paths[0]) {
        case nil, .dossier: return true
        case .published: return false
        case .index:
            throw Failure(
                .unreadable, "\(paths[0]): is an index; check reads the files that it was made from")
        case .some(.none):
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder)
            guard isThere && isFolder.boolValue else { throw Failure(OpeningError.unknownKind(paths[0])) }
            return true
        }
    }

    private func checkDossier(_ folder: String?) throws {
        let files: DossierFiles
        do {
            files = try folder.map { try DossierFiles(folder: URL(fileURLWithPath: $0)) } ?? .bundled
        } catch { throw Failure(error) }
        let reading = DossierReader.read(files)
        if format == .json {
            StandardOutput.write(JSONValue.check(reading).pretty)
        } else {
            for problem in reading.problems { StandardOutput.write(problem.line(in: folder).string) }
            let errors = reading.problems.count { $0.severity == .error }
            tell(
                folder ?? "the bundled dossier", [(reading.dossier.records.count, "record")], errors,
                reading.problems.count - errors)
        }
        if reading.hasErrors { throw ExitCode(1) }
    }

    private func checkFiles(_ paths: [String]) throws {
        var check = StandardCheck(measure: against, today: .today, limit: limit)
        var kept: [Problem] = []
        let tell = { (problems: [Problem]) in
            if format == .json {
                kept += problems
            } else {
                for problem in problems { StandardOutput.write(problem.line(in: nil).string) }
            }
        }
        let found = InputFinder.find(paths)
        for problem in found.problems { check.add(problem) }
        tell(check.take())
        for input in found.inputs { check.check(input, tell: tell) }
        if format == .json {
            StandardOutput.write(JSONValue.check(check, kept).pretty)
        } else {
            for (code, count) in check.log.untold {
                StandardError.write("whofunds: \(count) more [\(code)], not listed; --limit lists them")
            }
            let place = paths.count == 1 ? paths[0] : "\(paths.count) paths"
            self.tell(
                place, [(check.files, "file"), (check.activities, "activity")], check.log.errors,
                check.log.warnings)
        }
        if check.files == 0 { throw Failure(.unreadable, nil) }
        if check.log.errors > 0 { throw ExitCode(1) }
    }

    private func tell(_ place: String, _ things: [(Int, String)], _ errors: Int, _ warnings: Int) {
        let counts = (things + [(errors, "error"), (warnings, "warning")]).map { count, word in
            let plural = word == "activity" ? "activities" : word + "s"
            return "\(count) \(count == 1 ? word : plural)"
        }
        StandardError.write(SafeText("whofunds: \(place): \(counts.joined(separator: ", "))"))
    }
}

extension Day {
    /// By the clock and the time zone of the machine.
    static var today: Day {
        let date = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return Day(year: date.year ?? 1970, month: date.month ?? 1, day: date.day ?? 1)
    }
}

extension StandardCheck.Measure: ExpressibleByArgument {}

extension Problem {
    /// `folder/file.yaml:12: error: what is wrong. The mend. [code]`, which editors can jump to.
    fileprivate func line(in folder: String?) -> SafeText {
        let path = folder.map { ($0 as NSString).appendingPathComponent(file) } ?? file
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(severity.rawValue): \(message) \(mend) [\(code)]"
    }
}
