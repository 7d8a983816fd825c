import ArgumentParser
import Model

extension View.Lanes: ExpressibleByArgument {}

/// `whofunds timeline`: a Gantt chart of projects.
struct TimelineCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Draw projects as bars over time, with events and conflicts.")

    @Option(help: "Lanes by kind, donor, implementer, theme, country or succession.")
    var lanes: View.Lanes?

    @Option(help: ArgumentHelp("The months to draw, as an EDTF period (2005/2009-06).", valueName: "period"))
    var window: String?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard let window, Period(window).map({ $0.start.date == nil || $0.end.date == nil }) ?? true else {
            return
        }
        throw ValidationError("--window «\(window)» is no period: write it as 2005/2009 or 2005-01/2009-06")
    }

    func view(_ dataset: Dataset) throws -> View {
        var view = View(.timeline)
        try filter.apply(to: &view, dataset)
        view.lanes = lanes
        view.window = window
        return view
    }
}
