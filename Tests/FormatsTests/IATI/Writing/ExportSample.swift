import Foundation

@testable import Formats
@testable import Model

/// An export in memory.
struct ExportSample {
    let xml: String
    let tally: ExportTally

    static let reporter = ActivityExport.Reporter(reference: "XX-T", name: "Tester", type: "90")

    init(_ dataset: Dataset, _ filter: Filter = Filter(), language: String? = nil) throws {
        var xml = ""
        let export = ActivityExport(
            dataset, reporter: Self.reporter, language: language, today: CheckFixture.today
        ) { xml += $0 }
        tally = try export.write(dataset.list(.project, filter: filter))
        self.xml = xml
    }

    /// The activities read back.
    func activities() throws -> [Element] {
        try ReadingSample(xml, scope: .imported).activities.map(\.element)
    }

    /// What the schema has against it, as the check sees it.
    var faults: [Problem] { CheckFixture.check(xml, .schema) }

    func count(_ remark: ExportRemark) -> Int { tally.counts[remark] ?? 0 }
}

extension IndexCompiler {
    /// A dossier of records in memory.
    static func compile(_ records: [Record]) throws -> Dataset {
        try compile(Dossier(id: "small", title: "Small", records: records))
    }
}
