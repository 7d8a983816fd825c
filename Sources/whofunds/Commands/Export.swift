import ArgumentParser
import Formats
import Foundation
import Model

/// `whofunds export DATASET --to FORMAT`: a dataset for other programs, and what the format has no place for.
struct Export: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case iati, csv, graphml }

    enum Summary: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        abstract: "Write a dataset as IATI, CSV or GraphML, and say what the format has no place for.",
        discussion: """
            iati     IATI 2.03: the projects as activities
            csv      tables: one a class into a folder, or one of them with --class
            graphml  the funding network: organisations and projects, who pays and who carries out
            """)

    @Argument(
        help: ArgumentHelp(
            "What --dataset takes; the bundled dossier if neither is given.", valueName: "dataset"))
    var path: String?

    @Option(help: "The format: iati, csv or graphml.")
    var to: Format

    @Option(
        help: ArgumentHelp(
            "The file to write, for csv the folder; standard output if not given.", valueName: "path"))
    var into: String?

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "One table of csv: projects, organisations … participants, transactions or budgets.",
            valueName: "table"))
    var table: String?

    @OptionGroup var reporting: ReportingOptions

    @Option(help: "How to tell what was written and what was not: text (on standard error) or json.")
    var format: Summary = .text

    @OptionGroup var ties: TieOptions

    @Option(help: ArgumentHelp("Only what may have run in or after this EDTF date.", valueName: "date"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Only what may have run in or before this EDTF date: what is --to elsewhere.", valueName: "date"))
    var until: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var datasetOptions: DatasetOptions

    func validate() throws {
        if let path, let dataset = datasetOptions.dataset.first {
            throw ValidationError("«\(path)» and --dataset «\(dataset)»: name what to export once")
        }
        if let table {
            guard to == .csv else { throw ValidationError("--class «\(table)»: only csv has tables") }
            guard CSVTable(rawValue: table) != nil else {
                let tables = CSVTable.allCases.map(\.rawValue)
                let near = nearest(to: table, among: tables).map { "; did you mean \($0)?" } ?? ""
                throw ValidationError(
                    "--class «\(table)»: there is no such table; choose from \(tables.joined(separator: ", "))\(near)"
                )
            }
        } else if to == .csv && into == nil {
            throw ValidationError("--to csv: name a folder with --into, or one table with --class")
        }
        if format == .json && into == nil {
            throw ValidationError(
                "--format json: the summary goes to standard output, so the data needs a file; add --into")
        }
        if to != .iati && reporting.isGiven {
            throw ValidationError("--reporting-org and the like are for --to iati")
        }
        try FilterOptions.validate([("--from", from), ("--until", until)])
        if selection.sort != nil && to == .graphml {
            throw ValidationError("--sort: a network has no order")
        }
    }

    func run() throws {
        do {
            var options = datasetOptions
            if let path { options.dataset = [path] }
            let dataset = try options.open()
            var view = View(.projects)
            try selection.apply(to: &view, dataset, from: from, to: until, ties)
            let list = dataset.list(.project, filter: view.filter, sort: view.sort)
            switch to {
            case .iati: try writeIATI(dataset, list)
            case .csv: try writeTables(dataset, view.filter)
            case .graphml: try writeNetwork(dataset, list)
            }
        } catch let error where !(error is ExitCode) { throw Failure(error) }
    }

    private func writeIATI(_ dataset: Dataset, _ list: RecordList) throws {
        guard try list.count() > 0 else {
            throw Failure(.nothing, "no project meets the filter; IATI knows no file without activities")
        }
        let reporter = reporting.reporter ?? ActivityExport.Reporter(dataset)
        let limit = selection.limit ?? -1
        let tally = try output { put in
            try ActivityExport(
                dataset, reporter: reporter, language: reporting.language, today: .today, put: put
            ).write(list, limit: limit)
        }
        if format == .json {
            StandardOutput.write(JSONValue.export(tally, reporter).pretty)
        } else {
            for line in tally.lines(reporter, isDefault: reporting.reporter == nil) {
                StandardError.write("whofunds: " + line)
            }
        }
    }

    private func writeTables(_ dataset: Dataset, _ filter: Filter) throws {
        let limit = selection.limit ?? -1
        if let table = table.flatMap(CSVTable.init(rawValue:)) {
            let rows = try output { try table.write(dataset, filter, limit: limit, put: $0) }
            return tell([(table.rawValue, rows)])
        }
        guard let into else { return }
        do {
            try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        } catch { throw Failure(.unreadable, SafeText("\(into): cannot be made a folder")) }
        var counts: [(String, Int)] = []
        for table in CSVTable.allCases {
            let file = try FileOutput("\(into)/\(table.rawValue).csv")
            let rows = try table.write(dataset, filter, limit: limit, put: file.put)
            // What the dataset knows nothing of has no file.
            if rows > 0 {
                try file.finish()
                counts.append((table.rawValue, rows))
            }
        }
        tell(counts)
    }

    private func writeNetwork(_ dataset: Dataset, _ list: RecordList) throws {
        let network = try FundingNetwork(dataset, list)
        let graph = try output { put in
            var graph = GraphML(put: put)
            try graph.write(network, title: dataset.title.string)
            return graph
        }
        tell([("nodes", graph.nodes), ("edges", graph.edges)])
    }

    /// Where the data goes: the file, which appears when it is whole, or standard output.
    private func output<Result>(_ write: (@escaping (String) throws -> Void) throws -> Result) throws
        -> Result
    {
        guard let into else { return try write(StandardOutput.put) }
        let file = try FileOutput(into)
        let result = try write(file.put)
        try file.finish()
        return result
    }

    private func tell(_ counts: [(String, Int)]) {
        if format == .json {
            let pairs = counts.map { ($0.0, JSONValue.integer($0.1)) }
            StandardOutput.write(JSONValue.object([("format", .string(to.rawValue))] + pairs).pretty)
        } else {
            let words = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
            StandardError.write(SafeText("whofunds: wrote \(words)"))
        }
    }
}
