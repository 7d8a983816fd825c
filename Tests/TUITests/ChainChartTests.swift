import Model
import Testing

@testable import TUI

@Suite("Chain chart")
struct ChainChartTests {
    private func picture(_ chain: Chain, _ width: Int, _ height: Int) -> Canvas {
        var canvas = Canvas(Size(width, height))
        ChainChart.draw(ChainLayout(chain, width: width), on: &canvas, in: canvas.bounds)
        return canvas
    }

    @Test("at 80 columns names take several lines and amounts stand below them")
    func narrow() {
        #expect(
            picture(ChainSample.centralAsia, 80, 24).text == """
                 DONOR       INSTRUMENT / CHANNEL        IMPLEMENTER   PROJECT        FOR
                                                             ┌──────── Towards ────┬─ ministries
                                                             │         Sustainable │  of labour
                                                             │         Partnershi… │
                                                             │         ≈€2.0m      │
                                                             │                     │
                                    ┌─────────────── ? ┬ ILO ┴──────── Regulating ─┘
                                    │             ┌· ✗ ┘               Labour
                                    │             ┆                    Migration
                          ┌─ AENEAS ┴─ EC ────────┆───── IOM ───────┐  ≲$1.8m
                          │  ?         Delegation ┆      Kazakhstan │  ≈€1.0m
                          │            in Almaty  ┆      ?          │
                          │            ?          ┆                 └─ CALM ─┌─────── Kazakhstan
                 European ┴───────────────────────┆───── UNDP ──────── BOMCA ┼─────── Kyrgyzstan
                 Commission                       ┆      ?                   │
                                                  ┆                          │
                                                  ├───── IOM ────────┬ CARMP ┴─────── Tajikistan
                                                  │      ?          ┌┘
                                                  │                 ┊
                 UK ─ DFID ───────────────────────┼┈┈┈┈┈ UN Women ┈┈┤
                      ?                           ┊      ?          ┊
                                                  ┊                 ┊
                                                  └┈┈┈┈┈ World Bank ┘
                                                         ?
                """)
    }

    @Test("at 120 columns amounts stand on the lines, what sources give differently one below another")
    func wide() {
        #expect(
            picture(ChainSample.centralAsia, 120, 40).text == """
                 DONOR                      INSTRUMENT / CHANNEL                   IMPLEMENTER      PROJECT                FOR
                                                                                       ┌── ≈€2.0m ─ Towards Sustainable ┬─ ministries of
                                                                                       │            Partnerships        │  labour
                                                                                       │                                │
                                                   ┌────────────────────────── ? ┬ ILO ┴── ≲$1.8m ─ Regulating Labour ──┘
                                                   │                        ┌· ✗ ┘         ≈€1.0m   Migration
                                                   │                        ┆
                 European Commission ┬─ ? ─ AENEAS ┴─ ? ─ EC Delegation in ─┆─ ? ─ IOM Kazakhstan ─ CALM ─┌─────────────── Kazakhstan
                                     │                    Almaty            ┆                             │
                                     └──────────────────────────────────────┆─ ? ─ UNDP ─────────── BOMCA ┼─────────────── Kyrgyzstan
                 UK ─ ? ─ DFID ─────────────────────────────────────────────┼─ ? ─ IOM ───────────┬ CARMP ┴─────────────── Tajikistan
                                                                            ├┈ ? ┈ UN Women ┈┈┬┈┈┈┘
                                                                            └┈ ? ┈ World Bank ┘
                """)
    }

    @Test("in ASCII lines that cross are told from lines that meet")
    func ascii() {
        #expect(
            picture(ChainSample.centralAsia, 120, 40).ascii.text == """
                 DONOR                      INSTRUMENT / CHANNEL                   IMPLEMENTER      PROJECT                FOR
                                                                                       +-- ~E2.0m - Towards Sustainable +- ministries of
                                                                                       |            Partnerships        |  labour
                                                                                       |                                |
                                                   +-------------------------- ? + ILO +-- <$1.8m - Regulating Labour --+
                                                   |                        +. x +         ~E1.0m   Migration
                                                   |                        :
                 European Commission +- ? - AENEAS +- ? - EC Delegation in -:- ? - IOM Kazakhstan - CALM -+--------------- Kazakhstan
                                     |                    Almaty            :                             |
                                     +--------------------------------------:- ? - UNDP ----------- BOMCA +--------------- Kyrgyzstan
                 UK - ? - DFID ---------------------------------------------+- ? - IOM -----------+ CARMP +--------------- Tajikistan
                                                                            +. ? . UN Women ..+...+
                                                                            +. ? . World Bank +
                """)
    }

    @Test("a small window is panned to the selected node, and arrows say what lies outside")
    func panned() {
        let layout = ChainLayout(ChainSample.centralAsia, width: 40)
        var cursor = ChainCursor(layout.chain)
        cursor.keepInView(layout, Size(40, 9))
        var canvas = Canvas(Size(40, 10))
        ChainChart.draw(
            layout, on: &canvas, in: canvas.bounds, offset: cursor.offset,
            selection: cursor.selection(in: layout))
        #expect(
            canvas.text == """
                                             IMPLEME ◀▼▶



                ──────────────────────── ? ┬>ILO ───────
                                     ┌·· ✗ ┘
                                     ┆
                legation in Almaty ──┆── ? ─ IOM Kazakhs
                ─────────────────────┆── ? ─ UNDP ──────
                ─────────────────────┼── ? ─ IOM ───────
                """)
        #expect(canvas.cursor == Point(28, 4))
    }

    @Test("sources with the same targets share a stroke, and a labelled line keeps its own")
    func shared() {
        let money = [ChainSample.money(1_000_000, "EUR", nil)]
        let chain = Chain(
            subject: "a",
            nodes: ["a", "b", "c", "d"].map { ChainSample.node($0, "Agency \($0)", .implementer) } + [
                ChainSample.node("p", "BOMCA", .project), ChainSample.node("q", "CADAP", .project),
            ],
            flows: ["a", "b"].flatMap { agency in
                ["p", "q"].map { ChainSample.flow(agency, $0, "implementing") }
            } + [
                ChainSample.flow("c", "q", "implementing", amounts: money),
                ChainSample.flow("d", "q", "implementing"),
            ])
        #expect(
            ChainChart.print(chain, width: 40).text == """
                 IMPLEMENTER                    PROJECT
                 Agency a ─┬─────────────────── BOMCA
                 Agency b ─┴─┌────────────────┬ CADAP
                 Agency c ───│───────── €1.0m ┘
                 Agency d ───┘
                """)
    }

    @Test("a cycle is broken once, drawn dashed against the flow, and named")
    func cycle() {
        let chain = Chain(
            subject: "a",
            nodes: [
                ChainSample.node("a", "Alpha", .donor), ChainSample.node("b", "Beta", .implementer),
                ChainSample.node("c", "Gamma", .project),
            ],
            flows: [
                ChainSample.flow("a", "b", "funding"), ChainSample.flow("b", "c", "implementing"),
                ChainSample.flow("c", "a", "extending"), ChainSample.flow("c", "c", "extending"),
            ])
        let layout = ChainLayout(chain, width: 40)
        #expect(layout.chain.cycles == [["c"], ["a", "b", "c"]])
        #expect(
            ChainChart.print(chain, width: 40).text == """
                 DONOR           IMPLEMENTER     PROJECT
                 Alpha ─┬─── ? ─ Beta ─────────┬ Gamma ↺
                        └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ ◂ ? ┘
                """)
    }

    @Test("what leads to the selected node and from it is set off, the rest dimmed, what did not flow too")
    func selection() throws {
        let layout = ChainLayout(ChainSample.centralAsia, width: 80)
        let undp = try #require(layout.index(of: "undp"))
        var canvas = Canvas(Size(80, 24))
        ChainChart.draw(
            layout, on: &canvas, in: canvas.bounds, selection: ChainChart.Selection(node: undp))
        func style(_ id: String) -> Style? {
            layout.index(of: id).map { canvas[layout.nodes[$0].rect.x, layout.nodes[$0].rect.y + 1].style }
        }
        #expect(style("undp") == Style(bold: true, reversed: true))
        #expect(["ec", "bomca", "kg"].allSatisfy { style($0) == Style(.accent, bold: true) })
        #expect(["uk", "ilo", "aeneas", "carmp"].allSatisfy { style($0) == .dim })
        let rect = layout.nodes[undp].rect
        #expect(canvas[rect.x - 1, rect.y + 1].glyph == ">")
        #expect(canvas.cursor == Point(rect.x - 1, rect.y + 1))
        #expect(canvas[rect.x - 3, rect.y + 1].style == .accent)
    }

    @Test("a path does not run through what did not flow")
    func absent() throws {
        let layout = ChainLayout(ChainSample.centralAsia, width: 80)
        let path = layout.path(through: try #require(layout.index(of: "ilo")))
        #expect(!path.nodes.contains(try #require(layout.index(of: "dfid"))))
        #expect(path.nodes.contains(try #require(layout.index(of: "ec"))))
    }

    @Test("what is wider than the page is printed as a tree")
    func fallback() {
        let printed = ChainChart.print(ChainSample.centralAsia, width: 60)
        #expect(printed.size.width <= 60)
        #expect(
            printed.lines.prefix(3) == [
                "European Commission", "├── AENEAS  funding ?", "│   ├── ILO  extending ?",
            ])
    }

    @Test("nothing is drawn outside a rectangle, however small", arguments: [0, 1, 2, 7])
    func tiny(side: Int) throws {
        let layout = ChainLayout(ChainSample.centralAsia, width: side)
        var canvas = Canvas(Size(20, 20))
        let rect = Rect(5, 5, side, side)
        ChainChart.draw(layout, on: &canvas, in: rect, selection: ChainChart.Selection(node: 5))
        for y in 0..<20 {
            for x in 0..<20 where !rect.contains(Point(x, y)) { #expect(canvas[x, y] == .blank) }
        }
    }

    @Test("a chain without nodes is an empty picture")
    func empty() {
        #expect(ChainChart.print(Chain(subject: "", nodes: [], flows: []), width: 80).text == "")
    }

    @Test("a name as long as a page is cut, and does not hold up the picture")
    func longName() {
        let name = String(repeating: "Programme for migration ", count: 400)
        let chain = Chain(
            subject: "a",
            nodes: [ChainSample.node("a", name, .donor), ChainSample.node("b", "ILO", .implementer)],
            flows: [ChainSample.flow("a", "b", "funding")])
        let layout = ChainLayout(chain, width: 1000)
        #expect(layout.nodes[0].lines.count == 3)
        #expect(layout.nodes[0].lines.last?.string.last == "…")
        #expect(ChainLayout(chain, width: 80).size.width <= 80)
    }

    @Test("flows to nodes that the chain does not name are left out")
    func dangling() {
        let chain = Chain(
            subject: "a", nodes: [ChainSample.node("a", "Alpha", .donor)],
            flows: [ChainSample.flow("a", "nobody", "funding")])
        #expect(ChainChart.print(chain, width: 40).lines == [" DONOR", " Alpha"])
    }
}
