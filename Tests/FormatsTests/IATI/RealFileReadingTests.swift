import Foundation
import Testing

@testable import Formats

/// Files as publishers issued them, which stand beside the project where it is developed and belong to others.
/// Elsewhere these tests are skipped.
@Suite("Real files of IATI", .enabled(if: FilesBeside.areThere)) struct RealFileReadingTests {
    @Test("activities and identifiers are as counted independently", arguments: FilesBeside.names)
    func counts(name: String) throws {
        let truth = try #require(FilesBeside.truth()[name] as? [String: Any])
        let found = InputFinder.find([FilesBeside.folder.appendingPathComponent(name).path])
        #expect(found.problems.isEmpty)
        let sample = try ReadingSample(try #require(found.inputs.first), scope: .imported)
        #expect(sample.activities.count == truth["activities"] as? Int)
        #expect(!sample.outcome.isRefused)
        #expect(sample.outcome.root == truth["root"] as? String)
        #expect(
            sample.outcome.version == truth["root_version"] as? String
                || truth["root"] as? String != "iati-activities")
        let identifiers = sample.identifiers.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let counted = try #require(truth["identifiers"] as? [String: Int])
        #expect(Set(identifiers.filter { !$0.isEmpty }).count == counted["distinct"])
        #expect(identifiers.count { $0.isEmpty } == counted["missing"])
        let transactions = try #require(truth["transactions"] as? [String: Any])
        #expect(
            sample.activities.reduce(0) { $0 + Array($1.element.children(.transaction)).count }
                == transactions["total"] as? Int)
        if truth["wellformed"] as? Bool == true { #expect(sample.outcome.problems.isEmpty) }
    }
}

enum FilesBeside {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/iati/real").standardizedFileURL

    static let areThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("truth.json").path)

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".xml") }.sorted()

    static func truth() throws -> [String: Any] {
        let data = try Data(contentsOf: folder.appendingPathComponent("truth.json"))
        let all = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return all?["files"] as? [String: Any] ?? [:]
    }
}
