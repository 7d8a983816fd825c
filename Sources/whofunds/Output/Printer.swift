import ArgumentParser
import Formats
import Foundation
import Model
import TUI

/// Prints a view on standard output in the format that was asked for.
struct Printer {
    let dataset: Dataset
    var options: OutputOptions

    /// The user's marks and notes, where a view shows them.
    var notes: NoteStore?

    private var factory: PaneFactory { PaneFactory(dataset: dataset, notes: notes) }

    /// Ends with status 1 when there is nothing to show.
    func print(_ view: View) throws {
        var printer = self
        printer.notes = try Self.notes(for: view)
        let printed = try printer.printed(view)
        StandardOutput.write(printed.text)
        // To have kept no notes, or to ask for no rows, is no failure.
        if printed.rows == 0 && view.kind != .notes && view.limit != 0 { throw ExitCode(1) }
    }

    /// The view in the format that was asked for.
    func rendered(_ view: View) throws -> String { try printed(view).text }

    private struct Printed {
        let text: String
        /// How many there are to print; nil when the view is no list.
        var rows: Int?
    }

    private func printed(_ view: View) throws -> Printed {
        if view.kind == .measures, let page = try factory.measurePage(view) {
            if options.format == .markdown { return Printed(text: page.markdown) }
            if options.format == .text {
                return Printed(text: text(DocumentLayout(page, width: options.columns).canvas))
            }
        }
        switch (options.format, view.kind) {
        case (_, .coverage): return try coverage(view)
        case (.json, _):
            let value = try JSONViews(dataset: dataset, notes: notes).value(view)
            return Printed(text: value.pretty, rows: try value.count ?? projects(view))
        case (.csv, _):
            let rows = try table(view)
            return Printed(text: try csv(rows, view.limit), rows: try rows.count())
        case (.text, .continuity), (.markdown, .continuity):
            if let page = try view.subject.flatMap({ try factory.stepPage($0) }) {
                let layout = DocumentLayout(page, width: options.columns)
                return Printed(text: options.format == .markdown ? page.markdown : text(layout.canvas))
            }
            return try printedTable(view)
        case (.markdown, .overview), (.markdown, .show):
            return Printed(text: try document(view).markdown)
        case (.text, .overview), (.text, .show):
            return Printed(text: text(DocumentLayout(try document(view), width: options.columns).canvas))
        case (.markdown, .chain) where view.isAccount:
            return Printed(text: try ChainPane(view: view, dataset: dataset).account.markdown)
        case (_, .timeline), (_, .chain):
            return Printed(text: try chart(view), rows: try projects(view))
        case (.svg, _): throw Failure(.usage, "--format svg: is not part of this version")
        case (.markdown, _), (.text, _): return try printedTable(view)
        }
    }

    private func printedTable(_ view: View) throws -> Printed {
        let (rows, summary) = try factory.table(view)
        // What was cut short is told beside the data.
        if summary.string.hasPrefix("at least") {
            StandardError.write("whofunds: \(summary.string); narrow it by country, theme or name for all")
        }
        if view.kind == .measures, !view.isMatrix, try rows.count() == 0 {
            return Printed(text: try dataset.measuresSilence(view).string, rows: 0)
        }
        if options.format == .markdown {
            return Printed(text: try rows.markdown(limit: view.limit), rows: try rows.count())
        }
        let picture = try rows.picture(width: options.columns, limit: view.limit)
        return Printed(text: text(picture), rows: try rows.count())
    }

    private func coverage(_ view: View) throws -> Printed {
        if options.format == .json {
            let value = try JSONViews(dataset: dataset).value(view)
            return Printed(text: value.pretty, rows: value.count(of: "cells"))
        }
        let coverage = try CoverageOutput(view, dataset, listsProjects: options.format == .csv)
        switch options.format {
        case .csv: return Printed(text: coverage.csv, rows: coverage.rows)
        case .markdown: return Printed(text: coverage.markdown, rows: coverage.rows)
        default: return Printed(text: text(coverage.picture(width: options.columns)), rows: coverage.rows)
        }
    }

    /// How many projects a timeline has.
    private func projects(_ view: View) throws -> Int? {
        view.kind == .timeline ? try dataset.list(.project, filter: view.filter).count() : nil
    }

    // MARK: Marks and notes

    /// Opened only for what shows them. Without them a record is shown all the same, and that is told.
    private static func notes(for view: View) throws -> NoteStore? {
        guard [.notes, .show, .conflicts].contains(view.kind) else { return nil }
        let path = NoteStore.defaultPath()
        do {
            return try NoteStore.existing(at: path)
        } catch {
            let trouble = "\(path): your marks and notes cannot be opened"
            if view.kind == .notes {
                throw Failure(.unreadable, "\(trouble); check the file, its folder and their permissions")
            }
            StandardError.write("whofunds: \(trouble), and are not shown")
            return nil
        }
    }

    // MARK: Text

    private func text(_ canvas: Canvas) -> String {
        let canvas = options.isASCII ? canvas.ascii : canvas
        // Markdown has no colour, wherever it goes.
        return options.isColoured && options.format != .markdown ? canvas.coloured : canvas.text
    }

    private func document(_ view: View) throws -> Document {
        if view.kind == .show { return try factory.page(view.subject ?? "") }
        return OverviewDocument.document(
            try dataset.overview(view.filter), title: dataset.title, description: dataset.description)
    }

    private func chart(_ view: View) throws -> String {
        let canvas =
            view.kind == .chain
            ? try ChainPane(view: view, dataset: dataset).picture(width: options.columns)
            : try TimelinePane(view: view, dataset: dataset).picture(width: options.columns)
        return options.format == .markdown ? "```\n" + text(canvas) + "\n```" : text(canvas)
    }

    // MARK: Tables

    private func csv(_ rows: any RowSource, _ limit: Int?) throws -> String {
        var writer = CSVWriter(columns: [SafeText("id")] + rows.columns.map { SafeText($0.key) })
        for row in try rows.rows(0, limit ?? -1) {
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
            return try factory.rows(list)
        case .measures: return try factory.measureTable(view)
        default: return try factory.rows(view)
        }
    }
}

extension JSONValue {
    /// How many items a list has; nil when it is none.
    fileprivate var count: Int? {
        if case .array(let items) = self { items.count } else { nil }
    }

    /// How many items the list has that an object keeps under a key.
    fileprivate func count(of key: String) -> Int? {
        if case .object(let pairs) = self { pairs.first { $0.0 == key }?.1.count } else { nil }
    }
}
