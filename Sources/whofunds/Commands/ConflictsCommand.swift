import ArgumentParser
import Model

/// `whofunds conflicts [ID|NAME]`: the register of conflicts, documented and computed.
struct ConflictsCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List conflicts: those that sources document, and who works over whom by the data.")

    @Argument(help: "Only those of this organisation, project, theme or place.")
    var name: [String] = []

    @Flag(help: "Only what sources document.")
    var documented = false

    @Flag(
        help: "Only what is computed: projects of different implementers that meet in months, places, themes."
    )
    var computed = false

    @Option(help: ArgumentHelp("Only this level, such as donor-donor.", valueName: "term"))
    var level: String?

    @Option(
        help: ArgumentHelp(
            "What the score of an overlap is the product of: months,place,theme,ties.", valueName: "list"))
    var components: String?

    @Option(help: ArgumentHelp("Only overlaps that may score at least so much, 0 to 1.", valueName: "score"))
    var threshold: String?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let level, !Vocabulary.level.terms.contains(level) {
            throw ValidationError(
                "--level «\(level)»: choose from \(Vocabulary.level.terms.joined(separator: ", "))")
        }
        let known = Overlap.Component.allCases.map(\.rawValue)
        for word in components?.split(separator: ",", omittingEmptySubsequences: false) ?? []
        where !known.contains(String(word)) {
            throw ValidationError(
                "--components «\(word)»: choose from \(known.joined(separator: ", ")), with commas between them"
            )
        }
        if let threshold, Double(threshold).map({ (0...1).contains($0) }) != true {
            throw ValidationError("--threshold «\(threshold)»: a number from 0 to 1 is wanted, such as 0.25")
        }
    }

    func view(_ dataset: Dataset) throws -> View {
        let subject = name.isEmpty ? nil : try dataset.resolve(name.joined(separator: " "))
        var view = View(.conflicts, subject)
        try filter.apply(to: &view, dataset)
        // Both flags ask for what there is without them.
        if documented != computed {
            view.set(.documented, documented)
            view.set(.computed, computed)
        }
        view[.level] = level
        if let components {
            view.components = Set(
                components.split(separator: ",").compactMap { Overlap.Component(rawValue: String($0)) })
        }
        if let threshold { view.threshold = Double(threshold) ?? 0 }
        return view
    }
}
