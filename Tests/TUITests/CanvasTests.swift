import Testing

@testable import TUI

@Suite("Canvas")
struct CanvasTests {
    private static func written(_ text: String, over other: String, at x: Int) -> Canvas {
        var canvas = Canvas(Size(8, 1))
        canvas.write("\(other)", 0, 0)
        canvas.write("\(text)", x, 0)
        return canvas
    }

    @Test("Of a wide character that is drawn over in part, nothing stays", arguments: 0...5)
    func halves(x: Int) {
        for text in ["a", "ab", "水", "a水"] {
            let canvas = Self.written(text, over: "水水水水", at: x)
            #expect(CanvasSoundness.faults(of: canvas) == [], "\(text) at \(x): \(canvas.lines)")
            #expect(canvas.lines[0].contains(text))
        }
    }

    @Test("A style put over a wide character leaves it whole")
    func restyled() {
        var canvas = Self.written("", over: "水a", at: 0)
        canvas.restyle(canvas.bounds) { $0.with(bold: true) }
        #expect(canvas.lines == ["水a"])
    }

    @Test("What does not fit is left out, and no half of it is drawn")
    func clipped() {
        var canvas = Canvas(Size(4, 2))
        canvas.write("abc水", 0, 0)
        canvas.write("x", -1, 0)
        canvas.write("x", 0, 7)
        canvas.write("yyyy", 1, 1, in: Rect(2, 1, 1, 1))
        #expect(canvas.lines == ["abc", "  y"])
    }

    @Test("A cursor outside is hidden")
    func cursor() {
        var canvas = Canvas(Size(2, 2))
        for place in [Point(2, 0), Point(0, 2), Point(-1, 0), Point(0, -1)] {
            canvas.cursor = place
            #expect(canvas.cursor == nil)
        }
        canvas.cursor = Point(1, 1)
        #expect(canvas.cursor == Point(1, 1))
    }

    @Test("In ASCII each glyph keeps its column")
    func ascii() {
        var canvas = Canvas(Size(9, 1))
        canvas.write("é水Ж─▓«", 0, 0)
        #expect(canvas.ascii.lines == ["e? Z-#<"])
    }
}
