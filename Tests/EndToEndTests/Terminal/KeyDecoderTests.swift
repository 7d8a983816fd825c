import TUI
import Testing

@testable import Terminal

@Suite("Keys from characters")
struct KeyDecoderTests {
    private func decode(_ text: String) -> [Event] {
        var decoder = KeyDecoder()
        return decoder.decode(text.unicodeScalars.map { .character($0) })
    }

    @Test(
        "each sequence is one key",
        arguments: [
            ("a", .character("a")), ("ж", .character("ж")), ("日", .character("日")),
            ("\u{01}", .control("a")), ("\u{03}", .control("c")), ("\u{1A}", .control("z")),
            ("\u{13}", .control("s")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
            ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab),
            ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{1B}[3~", .delete), ("\u{1B}", .escape),
            ("\u{1B}x", .alt("x")), ("\u{1B}ж", .alt("ж")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
            ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}O5D", .left),
            ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
            ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[6;2~", .pageDown),
            ("\u{1B}OP", .function(1)), ("\u{1B}[1;2Q", .function(2)), ("\u{1B}[15~", .function(5)),
            ("\u{1B}[24~", .function(12)), ("\u{1B}Oq", .character("1")), ("\u{1B}Ok", .character("+")),
        ] as [(String, Key)])
    func sequence(text: String, key: Key) {
        #expect(decode(text) == [.key(key)])
    }

    @Test(
        "what is unknown is swallowed and not typed",
        arguments: [
            "\u{1B}[99~", "\u{1B}[2~", "\u{1B}[?1;2c", "\u{1B}[<0;5;3M", "\u{1B}[M !!", "\u{1B}[I",
            "\u{1B}[12;40R", "\u{1B}[27;5;9~", "\u{1B}[[A", "\u{1B}]11;rgb:ff/ff/ff\u{07}",
            "\u{1B}]11;rgb:ff/ff/ff\u{1B}\\", "\u{1B}P1+r\u{1B}\\", "\u{1B}[1;", "\u{85}", "\u{1B}Oz",
        ])
    func unknown(text: String) {
        #expect(decode(text) == [])
        #expect(decode(text + "\u{1B}[Ab").suffix(1) == [.key(.character("b"))] || !text.hasSuffix(";"))
    }

    @Test("keys that come together stay apart")
    func together() {
        #expect(
            decode("jж\u{1B}[Bq\u{1B}\u{1B}[A") == [
                .key(.character("j")), .key(.character("ж")), .key(.down), .key(.character("q")),
                .key(.escape), .key(.up),
            ])
    }

    @Test("a paste is one line of text, and no part of it a key")
    func paste() {
        let text = "\u{1B}[200~q\r\nz\n\u{03}\u{1B}[Aé\tx\u{1B}[201~\r"
        #expect(decode(text) == [.pasted("q z é x"), .key(.enter)])
    }

    @Test("a paste goes on where the reading before it stopped")
    func longPaste() {
        var decoder = KeyDecoder()
        _ = decoder.decode("\u{1B}[200~a".unicodeScalars.map { .character($0) })
        #expect(decoder.decode([.character("\r"), .event(.key(.enter))]) == [.pasted(" ")])
        let end = decoder.decode("\u{1B}[201~\r".unicodeScalars.map { .character($0) })
        #expect(end == [.key(.enter)])
    }
}
