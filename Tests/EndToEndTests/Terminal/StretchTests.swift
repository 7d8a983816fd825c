import Foundation
import Model
import TUI
import Testing

@testable import Terminal

@Suite("Rows for ncurses")
struct StretchTests {
    init() { _ = setlocale(LC_CTYPE, "C.UTF-8") }

    private func stretches(_ width: Int, _ draw: (inout Canvas) -> Void) -> [String] {
        var canvas = Canvas(Size(width, 1))
        draw(&canvas)
        return Stretch.stretches(of: canvas.row(0)).map { stretch in
            let scalars = stretch.text.compactMap { Unicode.Scalar(UInt32($0)) }
            return "\(stretch.x):" + String(String.UnicodeScalarView(scalars))
        }
    }

    @Test("blanks that show nothing are not written")
    func blanks() {
        #expect(stretches(40) { $0.write("a", 3, 0) } == ["3:a"])
        #expect(stretches(40) { $0.fill(Rect(0, 0, 40, 1), " ", .accent) } == [])
        #expect(stretches(4) { $0.fill(Rect(0, 0, 4, 1), " ", .reversed) } == ["0:    "])
    }

    @Test("a short gap is bridged, a long one is not")
    func gaps() {
        #expect(stretches(40) { $0.write("a b   c", 0, 0, .accent) } == ["0:a b   c"])
        #expect(stretches(40) { $0.write("a               b", 0, 0) } == ["0:a", "16:b"])
    }

    @Test("a change of style begins another stretch")
    func styles() {
        let drawn = stretches(40) {
            $0.write("plain ", 0, 0)
            $0.write("red", 6, 0, .conflict)
        }
        #expect(drawn == ["0:plain", "6:red"])
    }

    @Test("a wide character is written once, and half of one becomes a blank")
    func wide() {
        #expect(stretches(9) { $0.write("日本x", 0, 0) } == ["0:日本x"])
        let halved = stretches(9) {
            $0.write("日x", 0, 0)
            $0.put("|", 1, 0)
        }
        #expect(halved == ["1:|x"])
    }

    @Test("what the C library counts otherwise cannot shift the row")
    func otherWidths() {
        // Two regional indicators are one character of one column here, two columns there.
        #expect(stretches(9) { $0.write("🇰x", 0, 0) } == ["0:🇰x"])
        for cell in stretches(9, { $0.write("🇰🇬x", 0, 0) }) {
            #expect(cell.unicodeScalars.count - 2 == 2)
        }
        #expect(stretches(9) { $0.write("e\u{301}x", 0, 0) } == ["0:e\u{301}x"])
    }
}
