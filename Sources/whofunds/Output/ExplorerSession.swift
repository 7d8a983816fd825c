import ArgumentParser
import Foundation
import Model
import TUI
import Terminal

/// The explorer in this terminal.
struct ExplorerSession {
    let dataset: Dataset
    let output: OutputOptions
    var mouse = false

    func run(_ first: View) throws {
        var notes: NoteStore?
        var trouble: SafeText?
        do {
            notes = try NoteStore(path: NoteStore.defaultPath())
        } catch {
            trouble = "marks and notes cannot be kept: \(NoteStore.defaultPath()) cannot be opened"
        }
        let dataset = dataset
        let printer = Printer(dataset: dataset, options: output, notes: notes)
        var explorer = try Explorer(
            factory: PaneFactory(dataset: dataset, notes: notes), view: first, message: trouble,
            parse: { words in
                do { return try WhoFunds.view(words, dataset) } catch { throw Refusal(Self.reason(error)) }
            },
            save: { path, view, width in Self.save(path, view, width, printer) })
        try runTerminal(&explorer)
    }

    private func runTerminal(_ explorer: inout Explorer) throws {
        let color: Terminal.Options.Color =
            switch output.color {
            case .always: .always
            case .never: .never
            case .auto:
                ProcessInfo.processInfo.environment["NO_COLOR"].map(\.isEmpty) ?? true ? .auto : .never
            }
        let options = Terminal.Options(color: color, ascii: output.isASCII, mouse: mouse)
        let ending = try Terminal.run(&explorer, options: options)
        if ending.exitStatus != 0 { throw ExitCode(ending.exitStatus) }
    }

    /// Why a line is no command, in one line.
    private static func reason(_ error: any Error) -> SafeText {
        switch error {
        case let failure as Failure: failure.message ?? "that shows nothing"
        case is LookupError: ErrorWords.text(error)
        default: SafeText(WhoFunds.message(for: error))
        }
    }

    private static let formats: [String: OutputOptions.Format] = [
        "json": .json, "csv": .csv, "md": .markdown, "txt": .text, "": .text,
    ]

    /// Writes a view where the user said, in the format that the file's ending names; never over a file that
    /// is there.
    private static func save(_ path: String, _ view: View, _ width: Int, _ printer: Printer) -> SafeText {
        let expanded = (path as NSString).expandingTildeInPath
        if expanded.isEmpty { return "nothing written: no file was named" }
        if FileManager.default.fileExists(atPath: expanded) {
            return "nothing written: \(path) is there already; name another file"
        }
        let ending = (expanded as NSString).pathExtension.lowercased()
        guard let format = formats[ending] else {
            return "nothing written: .\(ending) is not a format; .txt, .json, .csv and .md are"
        }
        var printer = printer
        printer.options.format = format
        printer.options.width = width
        printer.options.color = .never
        do {
            let text = try printer.rendered(view)
            guard (try? (text + "\n").write(toFile: expanded, atomically: true, encoding: .utf8)) != nil
            else {
                return "nothing written: \(path) cannot be written; check the folder and its permissions"
            }
        } catch {
            return "nothing written: \(reason(error).string)"
        }
        return "written to \(path)"
    }
}
