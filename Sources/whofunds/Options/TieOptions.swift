import ArgumentParser
import Model

/// What a record is tied to.
struct TieOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only what is tied to this project.", valueName: "name"))
    var project: [String] = []

    @Option(help: ArgumentHelp("Only what is tied to this organisation or a part of it.", valueName: "name"))
    var organisation: [String] = []

    @Option(help: ArgumentHelp("Only what this organisation funds.", valueName: "name"))
    var donor: [String] = []

    @Option(help: ArgumentHelp("Only what this organisation implements.", valueName: "name"))
    var implementer: [String] = []

    @Option(help: ArgumentHelp("Only what takes place in this country or place.", valueName: "name"))
    var country: [String] = []

    @Option(help: ArgumentHelp("Only what belongs to this theme or one under it.", valueName: "name"))
    var theme: [String] = []

    var all: [(Filter.Dimension, [String])] {
        [
            (.project, project), (.organisation, organisation), (.donor, donor), (.implementer, implementer),
            (.country, country), (.theme, theme),
        ]
    }
}
