import ArgumentParser
import Model

/// `whofunds conflicts [ID|NAME]`: the register of conflicts.
struct ConflictsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List documented conflicts: who competes with whom, over what, who says so.")

    @Argument(help: "Only those of this organisation, project, theme or place.")
    var name: [String] = []

    @Flag(help: "Only documented conflicts. (Computed ones are not part of this version.)")
    var documented = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        let subject = name.isEmpty ? nil : try dataset.resolve(name.joined(separator: " "))
        var view = View(.conflicts, subject)
        try filter.apply(to: &view, dataset)
        return view
    }
}
