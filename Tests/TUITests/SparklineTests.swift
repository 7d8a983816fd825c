import Model
import Testing

@testable import TUI

@Suite("Bars of the years")
struct SparklineTests {
    @Test("zero, no number, and the largest are told apart")
    func glyphs() {
        #expect(Sparkline.bars([0, nil, 0.01, 0.5, 1], top: 1) == "▁·▂▅█")
        #expect(Sparkline.bars([0, 0], top: 0) == "▁▁")
    }

    @Test("a larger value never has a lower bar")
    func monotone() {
        let glyphs = Array(Sparkline.bars((0...100).map { Double($0) / 100 }, top: 1))
        for (one, next) in zip(glyphs, glyphs.dropFirst()) { #expect(one <= next) }
    }

    @Test("in ASCII each bar is one character, the higher the larger")
    func ascii() {
        let bars = Sparkline.bars([0, 1, 2, 3, 4, 5, 6, 7, nil], top: 7)
        #expect(String(bars.map(\.asciiStandIn)) == "1234567#.")
    }

    @Test("the page of a measure says everything that it takes to compute it again")
    func page() throws {
        let dataset = try BasinDossier.dataset.get()
        var view = View(.measures)
        (view.measure, view.measureLevel) = (.herfindahl, .donor)
        let measure = try #require(try dataset.measures(view).first)
        let text = DocumentLayout(MeasureDocument.document(measure, in: view), width: 100).canvas.text
        for part in [
            measure.name.formula.string, "0.5000^2 + 0.5000^2 = 0.500000", "4 projects", "2006 to 2014",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        let links = DocumentLayout(MeasureDocument.document(measure, in: view), width: 100).links
        #expect(links.map(\.target) == [.record("kestrel-foundation"), .record("northern-union")])
    }
}
