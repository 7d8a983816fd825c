import ArgumentParser
import Model

extension Coverage.Axis: ExpressibleByArgument {}
extension Coverage.Count: ExpressibleByArgument {}

/// `whofunds coverage`: who does what where when.
struct CoverageCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Lay out who does what where when; mark gaps and overlaps.",
        discussion: """
            Orders to sort rows by: size, name, conflicts (rows that overlap in the same columns side by side).
            ! marks an overlap: two projects with different implementers may have run in one calendar year.
            """)

    @Option(
        help: ArgumentHelp(
            "What rows are: theme, country, organisation, donor or implementer.", valueName: "axis"))
    var rows: Coverage.Axis?

    @Option(help: ArgumentHelp("What columns are: year, country or theme.", valueName: "axis"))
    var columns: Coverage.Axis?

    @Option(help: "What levels count: projects, implementers or donors.")
    var count: Coverage.Count?

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        func names(_ axes: [Coverage.Axis]) -> String { axes.map(\.rawValue).joined(separator: ", ") }
        if let rows, !Coverage.Axis.forRows.contains(rows) {
            throw ValidationError(
                "--rows «\(rows.rawValue)»: rows are no times; choose from \(names(Coverage.Axis.forRows))")
        }
        if let columns, !Coverage.Axis.forColumns.contains(columns) {
            throw ValidationError(
                "--columns «\(columns.rawValue)»: choose from \(names(Coverage.Axis.forColumns)); rows take the others"
            )
        }
        if let rows, rows == columns {
            let others = Coverage.Axis.forColumns.filter { $0 != rows }
            throw ValidationError(
                "--rows \(rows.rawValue) --columns \(rows.rawValue): rows and columns must differ; with these rows choose columns from \(names(others))"
            )
        }
    }

    func view(_ dataset: Dataset) throws -> View {
        var view = View(.coverage)
        try filter.apply(to: &view, dataset)
        if let axes = Coverage.Axes(rows: rows, columns: columns) { view.axes = axes }
        view.count = count ?? .projects
        return view
    }
}
