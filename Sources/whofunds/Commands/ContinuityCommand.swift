import ArgumentParser
import Model

/// `whofunds continuity [ID|NAME]`: what came before and after.
struct ContinuityCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "continuity",
        abstract: "List what followed on what: successions, follow-ups, gaps, hand-overs.",
        discussion: """
            A step between two projects is named by both: continuity cbmm+calm. What is said of a follow-up \
            without a project being named: continuity cadap+
            """)

    @Argument(help: "Only steps from or to this project, or to what this organisation takes part in.")
    var name: [String] = []

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        let subject = name.isEmpty ? nil : try dataset.continuitySubject(name.joined(separator: " "))
        var view = View(.continuity, subject)
        try filter.apply(to: &view, dataset)
        return view
    }
}
