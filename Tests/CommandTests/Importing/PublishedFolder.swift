import Foundation

/// A folder of small IATI files, and room for an index beside it; gone with the test.
final class PublishedFolder: Sendable {
    let base: String
    var path: String { "\(base)/data" }
    var index: String { "\(base)/it.index" }

    init() throws {
        base = try Program.folder().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write("one.xml", Self.file((1...3).map { Self.activity("XX-1-\($0)") }))
        try write("two.xml", Self.file([Self.activity("XX-1-3"), Self.activity("XX-2-1")]))
    }

    deinit { try? FileManager.default.removeItem(atPath: base) }

    static func file(_ activities: [String]) -> String {
        "<iati-activities version=\"2.03\">\n\(activities.joined(separator: "\n"))\n</iati-activities>\n"
    }

    static func activity(_ identifier: String, title: String = "Wells", partner: String = "") -> String {
        """
        <iati-activity default-currency="EUR"><iati-identifier>\(identifier)</iati-identifier>
        <reporting-org ref="XX-1" type="10"><narrative>Ministry of Wells</narrative></reporting-org>
        <title><narrative>\(title) of \(identifier)</narrative></title>
        <participating-org role="1" type="10" ref="XX-9"><narrative>World Wells Fund</narrative></participating-org>
        \(partner)<activity-status code="2"/><activity-date type="2" iso-date="2019-03-01"/>
        <recipient-country code="KG"/><sector code="14031"/>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2020-01-02"/>
        <value value-date="2020-01-02">100</value></transaction></iati-activity>
        """
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    var beside: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: base).filter { $0 != "data" }.sorted()
        }
    }

    /// Imports the folder into the index.
    @discardableResult
    func run(_ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["import", path, "--into", index] + more)
    }

    /// The summary of an import.
    func summary(_ more: [String] = []) throws -> [String: Any] {
        let outcome = try run(["--format", "json"] + more)
        return try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any] ?? [:]
    }

    /// The ids of the projects of the index.
    func projects() throws -> [String] {
        let outcome = try Program.run(["projects", "--dataset", index, "--format", "json"])
        let projects = try JSONSerialization.jsonObject(with: outcome.bytes) as? [[String: Any]] ?? []
        return projects.compactMap { $0["id"] as? String }.sorted()
    }
}
