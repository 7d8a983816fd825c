import Formats
import Foundation
import Model
import Testing

@testable import TUI

/// The invented chain of Fixtures/weirs, with amounts in two currencies and a cycle.
enum WeirsDossier {
    static let dataset: Result<Dataset, any Error> = Result {
        let folder = Bundle.module.resourceURL ?? URL(fileURLWithPath: ".")
        let reading = DossierReader.read(
            try DossierFiles(folder: folder.appendingPathComponent("Fixtures/weirs")))
        return try IndexCompiler.compile(reading.dossier)
    }

    static func pane(_ change: (inout View) -> Void = { _ in }) throws -> ChainPane {
        var view = View(.chain, "weirs")
        change(&view)
        return try ChainPane(view: view, dataset: try dataset.get())
    }
}

@Suite("Bars, totals and accounts of a chain")
struct ChainAccountViewTests {
    @Test("a bar has as many eighths as the amount has of the largest in its currency, and never none")
    func bars() {
        #expect(ChainBar.text(8) == "█" && ChainBar.text(3) == "▍" && ChainBar.text(20) == "██▌")
        let chain = Chain(
            subject: "a", nodes: [],
            flows: [800, 400, 1, 0, -5].map {
                ChainSample.flow("a", "b", "funding", amounts: [ChainSample.money($0, "EUR", nil)])
            } + [ChainSample.flow("a", "b", "funding", amounts: [ChainSample.money(9_000, "USD", nil)])])
        let scale = ChainScale(chain)
        let eighths = chain.flows.map { scale.eighths($0.carried.first, cells: 4) }
        #expect(eighths == [32, 16, 1, nil, nil, 32])
        #expect(scale.eighths(nil, cells: 4) == nil)
        #expect(scale.eighths(ChainSample.money(5, nil, nil), cells: 4) == nil)
        #expect(ChainBar.legend(scale) == "longest bar: 800 EUR, 9,000 USD")
    }

    @Test("the printed tree has bars, a mark for what is unknown, totals, cycles and what the bars mean")
    func tree() throws {
        let printed = try WeirsDossier.pane { $0.isTree = true }.printed(width: 300)
        for line in [
            "disbursement ███ €1.0m / ≈€1.1m", "disbursement ███ on its way", "funding ?",
            "did not flow", "disbursement 2,290,000.20 EUR", "cycle: Weir Trust → Canal Board → Weir Trust",
            "longest bar: 2,000,000 EUR, 200,000 USD", "1 another figure for the same flow",
        ] {
            #expect(printed.contains(line), "\(line)")
        }
    }

    @Test("graph and tree end with the same totals, under whatever rule", arguments: CountingRule.allCases)
    func same(rule: CountingRule) throws {
        let forms = try [false, true].map { isTree in
            try WeirsDossier.pane {
                $0.isTree = isTree
                $0.rule = rule
            }.printed(width: 200).components(separatedBy: "\n").drop { !$0.hasPrefix("total ") }
        }
        #expect(forms[0] == forms[1])
        #expect(forms[0].first?.hasPrefix("total \(rule.title.string): ") == true)
    }

    @Test("the account says every total to the cent, what was left out and why, and each hop")
    func account() throws {
        let printed = try WeirsDossier.pane {
            $0.isAccount = true
            $0.rates = ["USD:EUR=0.7@2011"]
        }.printed(width: 100)
        for line in [
            "TOTAL AS REPORTED", "disbursement    2,290,000.20 EUR", "converted: 140,000 EUR",
            "left out        denied by the sources", "NU → Masons' Guild",
            "1 USD = 0.7 EUR on 2011", "HOP BY HOP: DISBURSEMENT, EUR", "50,000.05", "not known",
            "Weir Trust → Canal Board → Weir Trust",
        ] {
            #expect(printed.contains(line), "\(line)")
        }
        let narrow = try WeirsDossier.pane { $0.isAccount = true }.printed(width: 40)
        #expect(narrow.contains("unexplained: 50,000.05"))
    }

    @Test("Tab goes from graph to tree to account and back to the node that one came from")
    func forms() throws {
        var pane = try WeirsDossier.pane()
        pane.prepare(Size(80, 18))
        pane.select("canal-board")
        _ = pane.perform(.toggleTree)
        #expect(pane.view.isTree && !pane.view.isAccount && pane.selection == "canal-board")
        _ = pane.perform(.toggleTree)
        #expect(!pane.view.isTree && pane.view.isAccount)
        _ = pane.perform(.toggleTree)
        #expect(!pane.view.isTree && !pane.view.isAccount && pane.selection == "canal-board")
    }

    @Test("the rule is switched by a key, and what changes is said")
    func rule() throws {
        var pane = try WeirsDossier.pane()
        guard case .say(let words) = pane.perform(.countingRule) else {
            Issue.record("nothing is said")
            return
        }
        #expect(pane.view.rule == .entry && pane.view.command == "chain weirs --rule entry")
        #expect(
            words
                == "entry money: disbursement 1,000,000.10 EUR (was 2,290,000.20 EUR) · expenditure nothing in EUR (was 50,000 EUR)"
        )
        for _ in 0..<3 { _ = pane.perform(.countingRule) }
        #expect(pane.view.rule == .asReported && pane.view.command == "chain weirs")
    }

    @Test("a cycle is named below graph and tree, however small the screen is")
    func cycleNamed() throws {
        for isTree in [false, true] {
            var pane = try WeirsDossier.pane { $0.isTree = isTree }
            let size = Size(60, 16)
            pane.prepare(size)
            var canvas = Canvas(size)
            pane.draw(into: &canvas, canvas.bounds)
            // In the tree a flow is always selected once the cursor has left the first line.
            #expect(canvas.text.contains("cycle: Weir Trust → Canal Board → Weir Trust"))
        }
    }

    @Test("a selected flow says its share, who reports it, and the figures that do not count")
    func selected() throws {
        let chain = try WeirsDossier.dataset.get().chain("weirs")
        let account = ChainAccount(chain)
        func reckoning(_ record: String, to: String) throws -> [SafeText] {
            let index = try #require(chain.flows.firstIndex { $0.record == record && $0.to == to })
            return ChainFlowLine.reckoning(account, index, names: chain.names)
        }
        #expect(
            try reckoning("bank-to-board", to: "canal-board") == [
                "33.3 % of what Lowland Bank gives in EUR · 75 % of what Canal Board gets · reported by a third source"
            ])
        #expect(
            try reckoning("union-to-bank", to: "lowland-bank") == [
                "100 % of what Weir Facility gives in EUR · 100 % of what Lowland Bank gets · reported by payer and receiver",
                "counted: 1,000,000.1 EUR · told otherwise: around 1,100,000 EUR",
            ])
        #expect(
            try reckoning("harvest-to-trust", to: "weir-trust")[0].string.hasPrefix(
                "100 % of the known part of what Harvest Fund gives in USD"))
        #expect(try reckoning("trust-to-reed", to: "reed-cooperative")[0].string.hasSuffix("inferred"))
        #expect(try reckoning("harvest-to-board", to: "canal-board") == ["reported by a third source"])
    }

    @Test(
        "lines that a reader concludes come in beside those that a source states, and no question mark is lost"
    )
    func companies() {
        let chain = Chain(
            subject: "a",
            nodes: [
                ChainSample.node("a", "Alpha", .donor), ChainSample.node("b", "Beta", .donor),
                ChainSample.node("c", "Gamma", .donor), ChainSample.node("p", "Works", .project),
            ],
            flows: [
                ChainSample.flow("a", "p", "funding"),
                ChainSample.flow("b", "p", "funding", known: "inferred"),
                ChainSample.flow("c", "p", "implementing"),
            ])
        #expect(
            ChainChart.print(chain, width: 60).text == """
                 DONOR                PROJECT
                 Alpha ────────── ? ┬ Works
                 Beta ┈┈┈┈┈┈┈┈┈┈┈ ? ┤
                 Gamma ─────────────┘
                """)
    }
}
