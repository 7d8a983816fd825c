import ArgumentParser
import Formats
import Model

/// `whofunds cite ID…`: BibTeX of what records rest on.
struct Cite: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print BibTeX of what a record rests on; of a source, its own entry.")

    @Argument(help: "Ids or names.")
    var names: [String]

    @OptionGroup var datasetOptions: DatasetOptions

    func run() throws {
        do {
            let dataset = try datasetOptions.open()
            var ids: [String] = []
            for name in names {
                for id in try dataset.sources(of: try dataset.resolve(name)) where !ids.contains(id) {
                    ids.append(id)
                }
            }
            guard !ids.isEmpty else {
                throw Failure(.nothing, "\(names.joined(separator: ", ")): rests on no source")
            }
            let sources = try dataset.records(ids)
            let speakers = try dataset.names(of: sources.flatMap { $0.texts("speaker") })
            let entries = sources.map { BibTeX.entry(for: $0) { speakers[$0]?.title.string } }
            StandardOutput.write(entries.joined(separator: "\n"))
        } catch { throw Failure(error) }
    }
}
