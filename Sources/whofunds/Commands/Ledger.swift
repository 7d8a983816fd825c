import ArgumentParser
import Formats
import Foundation
import Model
import TUI

/// `whofunds ledger`: which spellings were taken for which organisation, and how to keep some apart.
struct Ledger: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which names in IATI files were taken for one organisation, and why; keep some apart.",
        discussion: """
            Each line is a reference or a name as files have it, and the organisation for which it was taken. --undo \
            keeps what bears a key apart, --redo takes that back; both compile the index anew from what it keeps, \
            without reading any file. What is undone stays undone when the files are imported again.
            """)

    @OptionGroup var datasetOptions: DatasetOptions

    @Option(
        help: ArgumentHelp("Keep apart what bears this key; may be given several times.", valueName: "key"))
    var undo: [String] = []

    @Option(
        help: ArgumentHelp("Merge again what bears this key; may be given several times.", valueName: "key"))
    var redo: [String] = []

    @Flag(help: "List what was merged with nothing, too.")
    var all = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        for key in undo + redo where LedgerKey(key) == nil {
            throw ValidationError("«\(key)» is no key of the ledger: they begin with ref: or name:")
        }
        if let both = undo.first(where: redo.contains) {
            throw ValidationError("--undo and --redo: «\(both)» is named by both")
        }
    }

    func run() throws {
        do {
            var dataset = try datasetOptions.open()
            if !undo.isEmpty || !redo.isEmpty {
                try decide(dataset)
                dataset = try datasetOptions.open()
            }
            let lines = try dataset.ledger(everything: all)
            try print(lines)
            if lines.isEmpty { throw ExitCode(1) }
        } catch let error where !(error is ExitCode) {
            throw Failure(error)
        }
    }

    private func decide(_ dataset: Dataset) throws {
        let (undo, redo) = (Set(undo.compactMap { LedgerKey($0) }), Set(redo.compactMap { LedgerKey($0) }))
        for key in undo.union(redo) where try !dataset.hasLedgerKey(key) {
            throw Failure(
                .nothing, "the ledger has no key «\(key.description)»; whofunds ledger --all lists all")
        }
        let paths = datasetOptions.paths
        guard paths.count == 1, let index = try DatasetOpener().index(of: paths[0]) else {
            throw Failure(
                .usage,
                "--undo: name imported files or their index by --dataset; a dossier, and several datasets together, have no ledger that can be changed"
            )
        }
        do {
            _ = try ImportSession().run { stop, tell in
                try DataImport.recompile(index, undo: undo, redo: redo, stop, tell: tell)
            }
        } catch let error where !(error is ExitCode) {
            throw Failure(error, importing: index)
        }
    }

    private func print(_ lines: [LedgerLine]) throws {
        let rows = FixedRows.ledger(lines)
        switch output.format {
        case .json: StandardOutput.write(JSONValue.ledger(lines).pretty)
        case .csv:
            var writer = CSVWriter(columns: rows.columns.map { SafeText($0.key) })
            for row in rows.rows(0, -1) { writer.append(row.cells) }
            StandardOutput.write(writer.text)
        case .markdown: StandardOutput.write(try rows.markdown(limit: nil))
        case .text, .svg:
            let picture = try rows.picture(width: output.columns)
            let canvas = output.isASCII ? picture.ascii : picture
            StandardOutput.write(output.isColoured ? canvas.coloured : canvas.text)
        }
    }
}
