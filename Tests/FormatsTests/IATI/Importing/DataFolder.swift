import Foundation

@testable import Formats
@testable import Model

/// A folder of published files that a test writes, and an index beside it; gone with the test.
final class DataFolder: Sendable {
    let base: String
    var path: String { "\(base)/data" }
    var index: String { "\(base)/it.index" }

    init() throws {
        base = NSTemporaryDirectory() + "whofunds-import-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: base) }

    /// A file with an activity for each identifier; its title is `title` and the identifier.
    func write(_ name: String, _ identifiers: [String], title: String = "Wells") throws {
        let activities = identifiers.map { identifier in
            """
              <iati-activity default-currency="EUR">
                <iati-identifier>\(identifier)</iati-identifier>
                <reporting-org ref="XX-1" type="10"><narrative>Ministry</narrative></reporting-org>
                <title><narrative>\(title) \(identifier)</narrative></title>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2020-01-02"/>
                  <value value-date="2020-01-02">100</value></transaction>
              </iati-activity>
            """
        }
        let text =
            "<iati-activities version=\"2.03\">\n\(activities.joined(separator: "\n"))\n</iati-activities>\n"
        try write(name, text: text)
    }

    func write(_ name: String, text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// Everything beside the folder of data.
    var beside: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: base).filter { $0 != "data" }.sorted()
        }
    }

    /// Imports the folder, or what is named.
    @discardableResult
    func run(
        _ paths: [String]? = nil, language: String? = "en", stop: ImportStop = ImportStop(),
        tell: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) throws -> ImportSummary {
        let options = DataImport.Options(language: language, title: "A test")
        return try DataImport(options, stop, tell: tell).run(paths ?? [path], into: index)
    }

    /// The ids of the activities of the index, sorted.
    var activities: [String] {
        get throws { try texts("SELECT id FROM record WHERE class = 'project' ORDER BY id") }
    }

    var titles: [String] {
        get throws { try texts("SELECT title FROM record WHERE class = 'project' ORDER BY title") }
    }

    private func texts(_ query: String) throws -> [String] {
        try Dataset(path: index).texts(query)
    }
}
