import Testing

@testable import TUI

@Suite("Screens")
struct ScreenTests {
    @Test("Every view looks as recorded", arguments: ScreenSample.all)
    func recorded(sample: ScreenSample) throws {
        try RecordedScreen.expect(try sample.pictures, is: sample.name)
    }

    @Test("Every recorded picture is one of a view that is tested")
    func noLeftovers() throws {
        #expect(Set(try RecordedScreen.names()).subtracting(ScreenSample.all.map(\.name)) == [])
    }

    @Test("A difference names the line and shows both")
    func difference() {
        #expect(RecordedScreen.differences(["a", "b"], ["a", "c"]) == "2\t-|b\n2\t+|c")
        #expect(RecordedScreen.differences(["a"], ["a", "c"]) == "2\t+|c")
        #expect(RecordedScreen.differences(["a"], ["a"]) == "")
    }

    @Test("Every view fits every size at once, however small", arguments: ScreenSample.all)
    func everySize(sample: ScreenSample) throws {
        var explorer = try sample.explorer
        let sizes = [
            (200, 60), (40, 10), (100, 30), (20, 5), (5, 3), (1, 1), (0, 0), (300, 1), (1, 50), (7, 2),
            (80, 24),
        ]
        for size in sizes.map({ Size($0.0, $0.1) }) {
            #expect(explorer.update(.resized(size)).isEmpty)
            let canvas = explorer.render(size)
            #expect(canvas.size == size)
            #expect(CanvasSoundness.faults(of: canvas) == [], "at \(size)")
        }
        #expect(explorer.screen.contains("whofunds"))
    }

    @Test("The ASCII form is ASCII and keeps its columns", arguments: ScreenSample.all)
    func ascii(sample: ScreenSample) throws {
        let canvas = try sample.canvas
        let ascii = canvas.ascii
        #expect(ascii.size == canvas.size)
        for line in ascii.lines { #expect(line.allSatisfy { $0.isASCII && !$0.isNewline }) }
        for y in 0..<24 { #expect(ascii.row(y).allSatisfy { $0.glyph != nil }) }
    }

    @Test("Nothing hostile in a name reaches the screen", arguments: ScreenSample.all)
    func harmless(sample: ScreenSample) throws {
        for scalar in try sample.canvas.lines.joined().unicodeScalars {
            #expect(
                ![.control, .format, .surrogate, .privateUse].contains(scalar.properties.generalCategory))
        }
    }

    @Test("A pane draws nothing outside its rectangle", arguments: ScreenSample.all)
    func inBounds(sample: ScreenSample) throws {
        var pane = try sample.explorer.pane
        for (width, height) in [(76, 19), (110, 30), (30, 8), (9, 3), (2, 2), (1, 1), (0, 0)] {
            try pane.prepare(Size(width, height))
            var canvas = Canvas(Size(width + 7, height + 5))
            canvas.fill(canvas.bounds, "¤")
            let rect = Rect(3, 2, width, height)
            canvas.fill(rect)
            pane.draw(into: &canvas, rect)
            #expect(
                CanvasSoundness.strays(on: canvas, outside: rect, ground: "¤") == [],
                "at \(width) × \(height)")
        }
    }
}
