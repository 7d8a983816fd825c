import Model
import Testing

@testable import TUI

@Suite("Chain chart")
struct ChainChartTests {
    @Test("show") func show() {
        for width in [80, 120, 200] {
            print(String(repeating: "=", count: width))
            print(ChainChart.print(ChainSample.centralAsia, width: width).text)
        }
        print(ChainTree(ChainSample.centralAsia).print(width: 80).text)
        print(ChainTree(ChainSample.centralAsia).print(width: 100).text)
        #expect(Bool(true))
    }
}
