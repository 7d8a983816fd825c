import ArgumentParser
import Formats
import Foundation
import Model

/// `whofunds import FILE|FOLDER… --into INDEX`: data files into an index.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import IATI files into an index: XML, .gz, .zip, folders of them.",
        discussion: """
            The index holds the files that are named, and no others. Importing again into the same index reads only \
            files whose content has changed. The index changes at once, at the end: an import that is interrupted, or \
            fails, leaves it as it was.

            Exit status: 0 when all files were read to their end, whatever is wrong with what they say; 1 when one \
            was not, or there was nothing to import; 2 when a path that was named cannot be read or the index cannot be written.
            """)

    @Argument(help: "Files and folders to import.")
    var paths: [String]

    @Option(help: ArgumentHelp("The index to make, or to bring up to date.", valueName: "index"))
    var into: String

    @OptionGroup var importOptions: ImportOptions

    @Option(help: "How to print the summary: text or json.")
    var format: OutputOptions.Format = .text

    @Flag(help: "Say each phase as it begins, and each problem kept as an example.")
    var verbose = false

    func validate() throws {
        if format != .text && format != .json {
            throw ValidationError("--format «\(format.rawValue)»: import prints text or json")
        }
        if into.isEmpty { throw ValidationError("--into «»: the name of an index is wanted") }
    }

    func run() throws {
        let session = ImportSession(verbose: verbose)
        let summary: ImportSummary
        do {
            summary = try session.run { stop, tell in
                let options = DataImport.Options(
                    language: importOptions.spokenLanguage,
                    title: importOptions.title ?? DatasetOpener.title(of: paths))
                return try DataImport(options, stop, tell: tell).run(paths, into: into)
            }
        } catch let error where !(error is ExitCode) {
            throw Failure(error, importing: into)
        }
        switch format {
        case .json: StandardOutput.write(JSONValue.importing(summary).pretty)
        default: StandardOutput.write(ImportReport(summary, index: into, isLong: verbose).text)
        }
        if summary.faulty > 0 { throw ExitCode(1) }
    }
}

/// What imports have in common, wherever they are asked for.
struct ImportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of titles and descriptions where there are several, such as fr; the locale's if not given.",
            valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("What the index is called; after its files if not given.", valueName: "words"))
    var title: String?

    func validate() throws {
        if let language,
            !(2...3).contains(language.count) || !language.allSatisfy({ $0.isASCII && $0.isLetter })
        {
            throw ValidationError(
                "--language «\(language)»: a code of a language is wanted, such as en, fr or es")
        }
    }

    var spokenLanguage: String? { language?.lowercased() ?? DatasetOpener.language() }
}
