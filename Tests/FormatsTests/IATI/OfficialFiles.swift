import Foundation

/// The files of the standard, which stand beside the project where it is developed and belong to others. Elsewhere
/// the tests that want them are skipped.
enum OfficialFiles {
    private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/iati").standardizedFileURL

    static let areThere = FileManager.default.fileExists(
        atPath: shared.appendingPathComponent("official/MANIFEST.tsv").path)

    static func schema(_ version: String) -> String {
        shared.appendingPathComponent("official/schema/\(version)/iati-activities-schema.xsd").path
    }

    /// The files of a folder whose names begin so, sorted.
    static func files(_ folder: String, _ beginning: String = "") -> [String] {
        let folder = shared.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix(beginning) && $0.hasSuffix(".xml") }.sorted()
            .map { folder.appendingPathComponent($0).path }
    }
}

/// libxml2's own validation against IATI's schema.
enum XMLLint {
    private static let program = "/usr/bin/xmllint"

    static let isThere = FileManager.default.isExecutableFile(atPath: program)

    /// Of files the lines that the schema has something against; none for a valid one.
    static func lines(_ files: [String], schema: String) throws -> [[Int]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["--noout", "--huge", "--schema", schema] + files
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        var lines: [String: [Int]] = [:]
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^(.+\.xml):([0-9]+): element .* Schemas validity error/)
            else {
                continue
            }
            lines[String(match.1), default: []].append(Int(match.2) ?? 0)
        }
        return files.map { lines[$0] ?? [] }
    }
}
