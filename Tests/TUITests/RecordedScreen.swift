import Foundation
import Testing

@testable import TUI

/// A picture kept in Screens/. To record all of them anew after a change that was meant, and to see in the
/// commit what it did:
///
///     WHOFUNDS_RECORD=1 swift test --filter ScreenTests
enum RecordedScreen {
    static let isRecording = ProcessInfo.processInfo.environment["WHOFUNDS_RECORD"] == "1"

    /// Compares a picture with the one in `Screens/name.txt`, whole.
    static func expect(
        _ picture: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appendingPathComponent("\(name).txt")
        if isRecording {
            try (picture + "\n").write(to: file, atomically: true, encoding: .utf8)
            return
        }
        guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("Screens/\(name).txt is not there: record it", sourceLocation: sourceLocation)
            return
        }
        let differences = Self.differences(lines(recorded), lines(picture + "\n"))
        if !differences.isEmpty {
            Issue.record(
                "Screens/\(name).txt: - as recorded, + as drawn now\n\(differences)",
                sourceLocation: sourceLocation)
        }
    }

    /// The names of all recorded pictures.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    }

    /// Beside this file, so that what is recorded can be committed.
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Screens")

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Line by line, as pictures have it: what moved down is shown as all that moved.
    static func differences(_ recorded: [String], _ drawn: [String]) -> String {
        var out: [String] = []
        for index in 0..<max(recorded.count, drawn.count) {
            let before = recorded.indices.contains(index) ? recorded[index] : nil
            let after = drawn.indices.contains(index) ? drawn[index] : nil
            guard before != after else { continue }
            let number = String(index + 1)
            if let before { out.append("\(number)\t-|\(before)") }
            if let after { out.append("\(number)\t+|\(after)") }
        }
        return out.joined(separator: "\n")
    }
}
