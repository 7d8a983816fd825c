import ArgumentParser
import Model

/// The class that a list command lists.
protocol ListedClass {
    static var recordClass: RecordClass { get }
}

enum ProjectList: ListedClass { static let recordClass = RecordClass.project }
enum OrganisationList: ListedClass { static let recordClass = RecordClass.organisation }
enum FlowList: ListedClass { static let recordClass = RecordClass.flow }
enum RelationList: ListedClass { static let recordClass = RecordClass.relation }
enum EventList: ListedClass { static let recordClass = RecordClass.event }
enum FindingList: ListedClass { static let recordClass = RecordClass.finding }
enum DiscrepancyList: ListedClass { static let recordClass = RecordClass.discrepancy }
enum SourceList: ListedClass { static let recordClass = RecordClass.source }
enum ThemeList: ListedClass { static let recordClass = RecordClass.theme }
enum PlaceList: ListedClass { static let recordClass = RecordClass.place }

/// `whofunds projects`, `whofunds organisations` …: the records of one class, filtered and sorted.
struct ListCommand<Listed: ListedClass>: ViewCommand {
    static var configuration: CommandConfiguration {
        let name = Listed.recordClass.plural
        let columns = Listed.recordClass.columns.map(\.key).joined(separator: ", ")
        return CommandConfiguration(
            commandName: name, abstract: "List \(name).", discussion: "Columns to sort by: \(columns).")
    }

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func view(_ dataset: Dataset) throws -> View {
        guard let kind = View.Kind(rawValue: Listed.recordClass.plural) else {
            throw Failure(.usage, "there is no list of \(Listed.recordClass.plural)")
        }
        var view = View(kind)
        try filter.apply(to: &view, dataset)
        return view
    }
}
