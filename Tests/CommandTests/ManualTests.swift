import Foundation
import Testing

@testable import whofunds

@Suite("The manual page")
struct ManualTests {
    @Test("The page in docs is the one that the program prints")
    func current() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let kept = try String(contentsOf: root.appendingPathComponent("docs/whofunds.1"), encoding: .utf8)
        // Made anew by: .build/debug/whofunds manual > docs/whofunds.1
        #expect(kept == Manual.page)
    }
}
