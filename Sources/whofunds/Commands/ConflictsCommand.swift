import ArgumentParser
import Model

/// `whofunds conflicts [ID|NAME]`: the register of conflicts.
struct ConflictsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List documented conflicts: who competes with whom, over what, who says so.")

    @Argument(help: "Only those of this organisation, project, theme or place.")
    var name: [String] = []

    /// This version has no other conflicts; the option keeps scripts as they are when there are.
    @Flag(help: "Only documented conflicts: all that this version has.")
    var documented = false

    @Flag(help: .hidden)
    var computed = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if computed {
            throw ValidationError(
                "--computed: computed conflicts are not part of this version; leave it out for the documented ones"
            )
        }
    }

    func view(_ dataset: Dataset) throws -> View {
        let subject = name.isEmpty ? nil : try dataset.resolve(name.joined(separator: " "))
        var view = View(.conflicts, subject)
        try filter.apply(to: &view, dataset)
        return view
    }
}
