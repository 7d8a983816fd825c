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
        var explorer = try Explorer(
            factory: PaneFactory(dataset: dataset, notes: notes), view: first, message: trouble,
            parse: { try WhoFunds.view($0, dataset) }, save: Self.save)
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

    /// Writes a view's text where the user said; never over a file that is there.
    private static func save(_ path: String, _ text: String) throws -> SafeText {
        let expanded = (path as NSString).expandingTildeInPath
        if expanded.isEmpty { return "nothing written: no file was named" }
        if FileManager.default.fileExists(atPath: expanded) {
            return "nothing written: \(path) is there already; name another file"
        }
        do {
            try (text + "\n").write(toFile: expanded, atomically: true, encoding: .utf8)
        } catch {
            return "nothing written: \(path) cannot be written; check the folder and its permissions"
        }
        return "written to \(path)"
    }
}
