import Foundation
import Model
import Testing

@testable import Formats

@Suite("dev") struct DevTests {
    @Test("all") func all() throws {
        #expect(Structure.two.mistakes.isEmpty, "\(Structure.two.mistakes)")
        #expect(Structure.one.mistakes.isEmpty, "\(Structure.one.mistakes)")
        let list = try String(contentsOfFile: "/tmp/devfiles", encoding: .utf8)
        for path in list.split(separator: "\n") {
            let root = DevTape.tape(try Data(contentsOf: URL(fileURLWithPath: String(path)))).root
            for measure in [StandardCheck.Measure.schema, .standard] {
                var check = StandardCheck(measure: measure, today: Day(year: 2026, month: 11, day: 22), limit: 100000)
                check.begin(file: String(path))
                
                if root.tag == .iatiActivity { check.check(root, declared: nil) }
                for child in root.children {
                    if child.tag == .iatiActivity { check.check(child, declared: root[.version]) }
                    else if root.tag == .iatiActivities && !child.isForeign { print("?? child", child.name) }
                }
                check.end(frame: root)
                print("FILE \(measure) \((path as NSString).lastPathComponent) errors \(check.log.errors) warnings \(check.log.warnings)")
                for p in check.log.kept where true { print("P \(measure) \((path as NSString).lastPathComponent):\(p.line ?? 0): \(p.severity) [\(p.code)] \(p.message) \(p.mend)") }
            }
        }
    }
}
