import Model
import Testing

@Suite("Safe text")
struct SafeTextTests {
    @Test(
        "what could move the cursor, hide or reorder is taken out",
        arguments: [
            ("plain text", "plain text"), ("Martin-Mazé, Кыргызстан, 移民", "Martin-Mazé, Кыргызстан, 移民"),
            // Control characters are shown, white space of any kind is a space.
            ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{9B}2J", "\u{FFFD}2J"),
            ("a\u{7F}b\u{0}c", "a\u{FFFD}b\u{FFFD}c"),
            ("a\tb\nc\rd", "a b c d"), ("a\r\nb", "a  b"), ("a\u{2028}b\u{85}c\u{3000}d\u{A0}e", "a b c d e"),
            // Bidirectional controls, zero-width characters, tags and other invisible ones go.
            ("a\u{202E}b\u{2066}c\u{2069}d\u{200F}e", "abcde"),
            ("a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}e", "abcde"),
            ("x\u{E0041}\u{E007F}y", "xy"), ("a\u{115F}b\u{1160}c\u{3164}d\u{FFA0}e", "abcde"),
            ("a\u{34F}b\u{17B4}c\u{180B}d", "abcd"), ("❤\u{FE0F}", "❤"), ("👩\u{200D}🔬", "👩🔬"),
            // Private use, unassigned and non-characters.
            ("a\u{E000}b\u{10FFFD}c\u{378}d\u{FFFE}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
            // A mark needs a letter to sit on.
            ("\u{301}\u{302}a", "a"), ("", ""),
        ])
    func sanitises(_ raw: String, _ safe: String) {
        #expect(SafeText(raw).string == safe)
    }

    @Test(
        "a pile of marks is cut to four, whatever stands between them",
        arguments: ["", "\u{200B}", "\u{34F}"])
    func piles(_ between: String) {
        let pile = "a" + Array(repeating: "\u{300}\u{301}\u{302}", count: 30).joined(separator: between)
        #expect(SafeText(pile).string.unicodeScalars.count == 5)
        #expect(SafeText(pile + "b\u{301}").string.unicodeScalars.count == 7)
    }

    @Test(
        "nothing that controls, formats, is private or unassigned survives, and a second pass changes nothing"
    )
    func randomText() {
        var random = SeededGenerator(seed: 11)
        let forbidden: Set<Unicode.GeneralCategory> = [
            .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator,
        ]
        for _ in 0..<3000 {
            let raw = Self.text(&random)
            let safe = SafeText(raw)
            let survivors = safe.string.unicodeScalars.filter { scalar in
                forbidden.contains(scalar.properties.generalCategory)
                    || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isVariationSelector
            }
            #expect(survivors.isEmpty, "\(raw.unicodeScalars.map { String($0.value, radix: 16) })")
            #expect(
                SafeText(safe.string) == safe, "\(raw.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test("no scalar of Unicode gets through that must not")
    func everyScalar() {
        let wrong = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            SafeText("a\(scalar)").string.unicodeScalars.contains {
                switch $0.properties.generalCategory {
                case .control, .format, .privateUse, .unassigned, .surrogate: true
                default: $0.properties.isDefaultIgnorableCodePoint
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("texts are joined without a second look and stay safe")
    func joining() {
        #expect((["a", "b", "c"] as [SafeText]).joined(separator: ", ") == "a, b, c")
        var text: SafeText = "a"
        text += "b" + SafeText("\u{1B}")
        #expect(text.string == "ab\u{FFFD}")
        #expect("\("x\u{202E}y")!" as SafeText == "xy!")
        #expect(SafeText.empty.isEmpty)
        #expect(SafeText("a") < SafeText("b"))
    }

    /// Random scalars, the troublesome ones more often than their share.
    static func text(_ random: inout SeededGenerator) -> String {
        let troublesome: [ClosedRange<Int>] = [
            0...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x2000...0x206F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF,
            0xD7F0...0xE010, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x20...0x7E,
            0x400...0x52F,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<random.number(0...24) {
            let range = random.once(in: 2) ? 0...0x10FFFF : random.pick(troublesome, or: 0...0x1F)
            if let scalar = Unicode.Scalar(UInt32(random.number(range))) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
