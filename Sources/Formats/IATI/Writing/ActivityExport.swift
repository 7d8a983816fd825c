import Foundation
import Model

/// Writes a dataset's projects as activities of IATI 2.03, some hundred at a time.
///
/// Nothing is made up: what the standard requires and the dataset does not know is left empty, where the schema
/// lets it, or said in words; what the standard has no place for is counted (``ExportTally``).
package struct ActivityExport {
    /// Who reports what does not say itself who reports it.
    package struct Reporter: Sendable {
        package var reference: String
        package var name: String
        /// Code list OrganisationType; nil when it is not known.
        package var type: String?

        package init(reference: String, name: String, type: String? = nil) {
            self.reference = reference
            self.name = name
            self.type = type
        }

        /// A dossier is no publisher that IATI knows, and its reference says so: `XX` is nobody's code.
        package init(_ dataset: Dataset) {
            let words = dataset.id.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            let id = words.isEmpty ? "DATASET" : words.joined(separator: "-").uppercased()
            let title = dataset.title.isEmpty ? "a dataset" : dataset.title.string
            self.init(
                reference: "XX-WHOFUNDS-\(id)", name: "\(title) (dossier; registered nowhere)", type: "90")
        }
    }

    private let dataset: Dataset
    private let reporter: Reporter
    private let language: String?
    private let today: Day
    private let put: (String) throws -> Void

    /// - Parameters:
    ///   - language: of texts that do not say theirs.
    ///   - today: told as the day on which the file was made.
    ///   - put: where the text goes, piece by piece.
    package init(
        _ dataset: Dataset, reporter: Reporter, language: String? = nil, today: Day,
        put: @escaping (String) throws -> Void
    ) {
        self.dataset = dataset
        self.reporter = reporter
        self.language = language
        self.today = today
        self.put = put
    }

    package func write(_ list: RecordList, limit: Int = -1) throws -> ExportTally {
        var writer = ActivityWriter(
            reporter: reporter, language: language, ownLanguage: dataset.language, today: today)
        let flows = try FlowShelf(dataset)
        writer.begin()
        try list.walk(limit: limit) { records in
            let shared = try self.neighbours(of: records, flows)
            for record in records {
                let transfers = try dataset.transfers(of: record.id)
                let budgets = try dataset.budgets(of: record.id)
                let ends =
                    transfers.flatMap { [$0.provider, $0.receiver] }
                    + budgets.flatMap { [$0.provider, $0.receiver] }
                let more = try organisations(at: ends, beside: shared)
                let neighbours = more.isEmpty ? shared : shared.merging(more) { first, _ in first }
                writer.write(
                    record, neighbours, transfers: transfers, budgets: budgets, flows: flows[record.id])
                if writer.xml.count > 1 << 16 { try put(writer.xml.take()) }
            }
        }
        writer.end()
        try put(writer.xml.take())
        try count(list.filter, &writer.tally)
        writer.tally.add(.flows, try dataset.list(.flow, filter: list.filter).count() - writer.writtenFlows)
        return writer.tally
    }

    /// The records that these and their flows name: organisations, places, themes.
    private func neighbours(of records: [Record], _ flows: FlowShelf) throws -> [String: Record] {
        var ids = Set<String>()
        for record in records {
            for field in ["participants", "places", "themes"] {
                ids.formUnion(record.values(field).map(\.text))
            }
            for flow in flows[record.id] { ids.formUnion(flow.texts("from") + flow.texts("to")) }
        }
        return Dictionary(try dataset.records(Array(ids)).map { ($0.id, $0) }) { first, _ in first }
    }

    private func organisations(
        at ends: [TransferLine.End], beside known: [String: Record]
    ) throws -> [String: Record] {
        let ids = Set(ends.compactMap { $0.organisation?.id }).filter { known[$0] == nil }
        return Dictionary(try dataset.records(Array(ids)).map { ($0.id, $0) }) { first, _ in first }
    }

    /// The records of classes that IATI does not have.
    private func count(_ filter: Filter, _ tally: inout ExportTally) throws {
        let remarks: [(RecordClass, ExportRemark)] = [
            (.relation, .relations), (.event, .events), (.finding, .findings), (.discrepancy, .discrepancies),
        ]
        for (recordClass, remark) in remarks {
            tally.add(remark, try dataset.list(recordClass, filter: filter).count())
        }
    }
}

/// The flows of a dossier by project. Imported data has transfers instead, and no flows.
private struct FlowShelf {
    private var flows: [String: [Record]] = [:]

    init(_ dataset: Dataset) throws {
        let list = dataset.list(.flow)
        guard try list.count() > 0 else { return }
        try list.walk { records in
            for record in records {
                for project in record.texts("project") { flows[project, default: []].append(record) }
            }
        }
    }

    subscript(project: String) -> [Record] { flows[project] ?? [] }
}
