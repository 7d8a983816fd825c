import Foundation
import Testing

@testable import Formats
@testable import Model

@Suite("Writing XML")
struct XMLWriterTests {
    @Test("Markup, quotes and line ends in texts and attributes come back as they were")
    func markup() throws {
        let text = "a<b>&\"c\"' ]]> \t\n\r d&amp; <!-- é 漢字 🌍"
        var writer = XMLWriter()
        writer.begin("iati-activity", ["default-currency": text, "hierarchy": nil])
        writer.element("iati-identifier", text: text)
        writer.element("activity-status")
        writer.end()
        let sample = try ReadingSample(writer.take())
        #expect(sample.codes == [])
        let activity = try #require(sample.activities.first?.element)
        #expect(activity[.defaultCurrency] == text)
        #expect(activity.first(.iatiIdentifier)?.text == text)
        #expect(activity[.hierarchy] == nil && activity.first(.activityStatus) != nil)
    }

    @Test(
        "Any text comes back; what XML cannot hold is replaced; nothing a terminal obeys stands there as such"
    )
    func anything() throws {
        var state: UInt64 = 1
        func below(_ limit: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33) % limit
        }
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<20 {
                let limits: [UInt32] = [0x20, 0xA0, 0x2100, 0x10000, 0x110000]
                if let scalar = Unicode.Scalar(below(limits[Int(below(5))])) { text.append(scalar) }
            }
            // White space alone is no text to a reader.
            text.append("x")
            var written = ""
            XMLWriter.write(String(text), to: &written)
            #expect(!written.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
            #expect(!written.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint })
            let sample = try ReadingSample(
                "<iati-activity><iati-identifier>\(written)</iati-identifier></iati-activity>")
            let wanted = String(
                String.UnicodeScalarView(
                    text.map { scalar in
                        let isLost = scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
                        return isLost || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                            ? "\u{FFFD}" : scalar
                    }))
            let read = sample.activities.first?.element.first(.iatiIdentifier)?.text
            #expect(read.map { Array($0.unicodeScalars) } == Array(wanted.unicodeScalars), "\(written)")
        }
    }
}
