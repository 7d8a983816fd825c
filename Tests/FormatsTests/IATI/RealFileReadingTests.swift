import Foundation
import Testing

@testable import Formats

/// Files as publishers issued them, which stand beside the project where it is developed and belong to others.
/// Elsewhere these tests are skipped.
@Suite("Real files of IATI", .enabled(if: FilesBeside.areThere)) struct RealFileReadingTests {
    @Test("activities and identifiers are as counted independently", arguments: FilesBeside.names)
    func counts(name: String) throws {
        let truth = try FilesBeside.truth(name)
        let found = InputFinder.find([FilesBeside.folder.appendingPathComponent(name).path])
        #expect(found.problems.isEmpty)
        let sample = try ReadingSample(try #require(found.inputs.first), scope: .imported)
        #expect(sample.activities.count == truth.activities)
        #expect(!sample.outcome.isRefused)
        #expect(sample.outcome.root == truth.root)
        #expect(sample.outcome.version == truth.root_version || truth.root != "iati-activities")
        let identifiers = sample.identifiers.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        #expect(Set(identifiers.filter { !$0.isEmpty }).count == truth.identifiers.distinct)
        #expect(identifiers.count { $0.isEmpty } == truth.identifiers.missing)
        #expect(
            sample.activities.reduce(0) { $0 + Array($1.element.children(.transaction)).count }
                == truth.transactions.total)
        if truth.wellformed { #expect(sample.outcome.problems.isEmpty) }
    }
}
