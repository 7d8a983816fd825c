import Model
import Testing

@Suite("Display widths")
struct DisplayWidthTests {
    @Test(
        "a text takes as many columns as a terminal gives it",
        arguments: [
            ("", 0), ("ILO", 3), ("Mazé", 4), ("Maze\u{301}", 4), ("Кыргызстан", 10), ("移民", 4), ("한국", 4),
            ("ｆｕｌｌ", 8), ("€2.0m", 5), ("👩", 2), ("─┄▓◆", 4), ("…", 1), ("⚔", 1), ("✅", 2), ("\u{FFFD}", 1),
            ("䷀", 2), ("︐", 2), ("\u{18D00}", 2),
        ])
    func columns(_ text: String, _ columns: Int) {
        #expect(SafeText(text).columns == columns)
    }

    @Test(
        "a text is cut to the room there is, with an ellipsis for what is left out",
        arguments: [
            ("International", 20, "International"), ("International", 13, "International"),
            ("International", 6, "Inter…"), ("a b c", 3, "a…"), ("International", 1, "…"),
            ("International", 0, ""),
            ("International", -3, ""), ("", 0, ""), ("移民移民", 5, "移民…"), ("移民移民", 4, "移…"), ("移", 1, "…"),
        ])
    func fitted(_ text: String, _ columns: Int, _ expected: String) {
        #expect(SafeText(text).fitted(to: columns).string == expected)
    }

    @Test("a padded text fills its room exactly")
    func padded() {
        #expect(SafeText("ILO").padded(to: 5).string == "ILO  ")
        #expect(SafeText("International").padded(to: 5).string == "Inte…")
        #expect(SafeText("移民移民").padded(to: 4).string == "移… ")
        #expect(SafeText("ILO").padded(to: 0).string == "")
    }

    @Test("no text is ever wider than the room that it was fitted to, and padded text never narrower")
    func randomText() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<3000 {
            let text = SafeText(SafeTextTests.text(&random))
            let room = random.number(-2...20)
            #expect(text.fitted(to: room).columns <= max(0, room), "\(text.string) in \(room)")
            #expect(text.padded(to: room).columns == max(0, room), "\(text.string) in \(room)")
            if text.columns <= room { #expect(text.fitted(to: room) == text) }
        }
    }
}
