import ArgumentParser
import Model

extension MeasureName: ExpressibleByArgument {}
extension Measure.Level: ExpressibleByArgument {}

/// `whofunds measures [NAME | NAME NAME]`: concentration, overlap, dependency, centrality, withdrawal.
struct MeasuresCommand: ViewCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "Measure a field, an organisation or two: concentration, overlap, dependency.",
        discussion: """
            Each number tells its formula, source, level, years, counting rule and what it rests on; none is
            called good or bad.

              whofunds measures --theme labour-migration     a field: HHI, effective number, lead donor …
              whofunds measures iom                          an organisation: on whom it depends, whom it overlaps
              whofunds measures ilo iom                      two: overlap of themes and countries, months together
              whofunds measures --matrix                     who overlaps with whom
            """)

    @Argument(help: "An organisation, or two (ilo iom, or ilo+iom); the whole field if none is given.")
    var name: [String] = []

    @Option(help: ArgumentHelp("Only this measure.", valueName: "measure"))
    var measure: MeasureName?

    @Option(help: ArgumentHelp("Only measures of this level.", valueName: "level"))
    var level: Measure.Level?

    @Option(
        help: ArgumentHelp(
            "What projects weigh in shares: projects (each the same), money, or the money of one currency (EUR).",
            valueName: "basis"))
    var by: String?

    @Flag(
        help: "Organisations by organisations: how alike their themes are, or by --measure their countries.")
    var matrix = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var datasetOptions: DatasetOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let by, View.MeasureBasis(by) == nil {
            throw ValidationError(
                "--by «\(by)»: write projects, money, or a currency by its three letters, such as EUR")
        }
        guard matrix else { return }
        if let measure, !MeasureName.matrices.contains(measure) {
            let choices = MeasureName.matrices.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "--matrix --measure «\(measure.rawValue)»: no matrix has it; choose from \(choices)")
        }
        if !name.isEmpty {
            throw ValidationError("--matrix compares all; leave out «\(name.joined(separator: " "))»")
        }
    }

    func view(_ dataset: Dataset) throws -> View {
        var view = View(.measures, try subject(dataset))
        try filter.apply(to: &view, dataset)
        view.measure = measure
        view.measureLevel = level
        view[.by] = by
        view.isMatrix = matrix
        return view
    }

    /// One organisation, or two joined by a plus sign: `ilo iom` is two names, `European Commission` is one.
    private func subject(_ dataset: Dataset) throws -> String? {
        let text = name.joined(separator: " ")
        if text.isEmpty { return nil }
        func organisation(_ text: String) throws -> String {
            try dataset.resolve(text, among: [.organisation])
        }
        if let (one, _) = try dataset.pair(text) {
            guard one.recordClass == .organisation else { throw LookupError.unknown(text, []) }
            return text
        }
        let halves = text.split(separator: "+").map(String.init)
        if halves.count == 2, try dataset.record(text) == nil {
            return try pair(organisation(halves[0]), organisation(halves[1]))
        }
        do { return try organisation(text) } catch LookupError.unknown(let typed, let near) {
            for split in 1..<max(1, name.count) {
                let parts = [name[..<split], name[split...]].map { $0.joined(separator: " ") }
                if let first = try? organisation(parts[0]), let second = try? organisation(parts[1]) {
                    return try pair(first, second)
                }
            }
            throw LookupError.unknown(typed, near)
        }
    }

    private func pair(_ first: String, _ second: String) throws -> String {
        guard first != second else {
            throw Failure(.usage, "«\(first)» twice: two different organisations are compared")
        }
        return "\(first)+\(second)"
    }
}
