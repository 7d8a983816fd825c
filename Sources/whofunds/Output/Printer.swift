import ArgumentParser
import Formats
import Foundation
import Model
import TUI

/// Prints a view on standard output in the format that was asked for.
struct Printer {
    let dataset: Dataset
    var options: OutputOptions

    private var factory: PaneFactory {
        PaneFactory(dataset: dataset, notes: try? NoteStore(path: NoteStore.defaultPath()))
    }

    /// Ends with status 1 when there is nothing to show.
    func print(_ view: View) throws {
        StandardOutput.write(try rendered(view))
        if try isEmpty(view) { throw ExitCode(1) }
    }

    /// The view in the format that was asked for.
    func rendered(_ view: View) throws -> String {
        switch options.format {
        case .json: try JSONViews(dataset: dataset, notes: factory.notes).value(view).pretty
        case .csv: try csv(view)
        case .markdown: try markdown(view)
        case .text: text(try picture(view))
        }
    }

    // MARK: Text

    private func text(_ canvas: Canvas) -> String {
        let canvas = options.isASCII ? canvas.ascii : canvas
        return options.isColoured ? canvas.coloured : canvas.text
    }

    private func picture(_ view: View) throws -> Canvas {
        let width = options.columns
        switch view.kind {
        case .overview:
            let overview = try dataset.overview(view.filter)
            let document = OverviewDocument.document(
                overview, title: dataset.title, description: dataset.description)
            return DocumentLayout(document, width: width).canvas
        case .show: return DocumentLayout(try factory.page(view.subject ?? ""), width: width).canvas
        case .timeline: return try TimelinePane(view: view, dataset: dataset).picture(width: width)
        case .chain: return try ChainPane(view: view, dataset: dataset).picture(width: width)
        default:
            return try rows(view).picture(width: width, limit: view.limit)
        }
    }

    // MARK: Tables

    private func rows(_ view: View) throws -> any RowSource { try factory.rows(view) }

    private func csv(_ view: View) throws -> String {
        let rows = try table(view)
        var writer = CSVWriter(columns: [SafeText("id")] + rows.columns.map { SafeText($0.key) })
        for row in try rows.rows(0, view.limit ?? -1) {
            // What the sources do not say is empty in a table for machines.
            writer.append([SafeText(row.id)] + row.cells.map { $0 == "?" ? "" : $0 })
        }
        return writer.text
    }

    /// The view as a table, when it is one.
    private func table(_ view: View) throws -> any RowSource {
        switch view.kind {
        case .overview, .show, .chain:
            throw Failure(
                .usage, "--format csv: \(view.kind.rawValue) is no table; choose text, json or markdown")
        case .timeline:
            var list = View(.projects)
            list.filter = view.filter
            return try rows(list)
        default: return try rows(view)
        }
    }

    private func markdown(_ view: View) throws -> String {
        switch view.kind {
        case .overview:
            let overview = try dataset.overview(view.filter)
            return OverviewDocument.document(overview, title: dataset.title, description: dataset.description)
                .markdown
        case .show: return try factory.page(view.subject ?? "").markdown
        case .timeline, .chain: return "```\n" + text(try picture(view)) + "\n```"
        default: return try rows(view).markdown(limit: view.limit)
        }
    }

    private func isEmpty(_ view: View) throws -> Bool {
        switch view.kind {
        case .overview, .show, .chain, .notes: false
        case .timeline: try dataset.list(.project, filter: view.filter).count() == 0
        default: try rows(view).count() == 0
        }
    }
}
