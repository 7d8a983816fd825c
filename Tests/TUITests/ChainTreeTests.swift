import Model
import Testing

@testable import TUI

@Suite("Chain as a tree")
struct ChainTreeTests {
    @Test("each node is written in full once, roles and amounts stand beside")
    func tree() {
        #expect(
            ChainTree(ChainSample.centralAsia).print(width: 100).text == """
                European Commission
                ├── AENEAS                                     funding ?
                │   ├── ILO                                    extending ?
                │   │   ├── Towards Sustainable Partnerships   implementing ≈€2.0m
                │   │   │   └── ministries of labour           beneficiary
                │   │   └── Regulating Labour Migration        implementing ≲$1.8m / ≈€1.0m
                │   │       └── ministries of labour           beneficiary · ↑
                │   └── EC Delegation in Almaty                extending ?
                │       └── IOM Kazakhstan                     extending ?
                │           └── CALM                           implementing
                │               └── Kazakhstan                 beneficiary
                └── UNDP                                       funding ?
                    └── BOMCA                                  implementing
                        ├── Kazakhstan                         beneficiary · ↑
                        ├── Kyrgyzstan                         beneficiary
                        └── Tajikistan                         beneficiary
                UK
                └── DFID                                       funding ?
                    ├── IOM                                    funding ?
                    │   └── CARMP                              implementing
                    │       ├── Kazakhstan                     beneficiary · ↑
                    │       ├── Kyrgyzstan                     beneficiary · ↑
                    │       └── Tajikistan                     beneficiary · ↑
                    ├┈┈ UN Women                               funding ?, inferred
                    │   └┈┈ CARMP                              implementing, inferred · ↑ see above
                    ├┈┈ World Bank                             funding ?, inferred
                    │   └┈┈ CARMP                              implementing, inferred · ↑ see above
                    └·✗ ILO                                    funding did not flow · ↑ see above
                """)
    }

    @Test("where the page is narrow notes follow the names, and a name is cut before its note")
    func narrow() {
        let lines = ChainTree(ChainSample.centralAsia).print(width: 60).ascii.lines
        #expect(lines[4] == "|   |   |   +-- ministries of labour  beneficiary")
        #expect(lines[3] == "|   |   +-- Towards Sustainable Partne~  implementing ~E2.0m")
        #expect(lines[27] == "    +.x ILO  funding did not flow . ^ see above")
    }

    @Test("a cycle ends where it comes back, and is entered at its first tier if nothing leads into it")
    func cycle() {
        let chain = Chain(
            subject: "b",
            nodes: [ChainSample.node("b", "Beta", .implementer), ChainSample.node("a", "Alpha", .donor)],
            flows: [ChainSample.flow("a", "b", "funding"), ChainSample.flow("b", "a", "funding")])
        #expect(
            ChainTree(chain).print(width: 80).text == """
                Alpha
                └── Beta        funding ?
                    └── Alpha   funding ? · ↑ see above, a cycle
                """)
    }

    @Test("nothing hangs on what did not flow")
    func absent() {
        let chain = Chain(
            subject: "a",
            nodes: [
                ChainSample.node("a", "Alpha", .donor), ChainSample.node("b", "Beta", .implementer),
                ChainSample.node("c", "Gamma", .project),
            ],
            flows: [
                ChainSample.flow("a", "b", "funding", absent: true),
                ChainSample.flow("b", "c", "implementing"),
            ])
        #expect(
            ChainTree(chain).print(width: 80).text == """
                Alpha
                └·✗ Beta    funding did not flow
                Beta
                └── Gamma   implementing
                """)
    }
}

@Suite("Flow in words")
struct ChainFlowLineTests {
    private let chain = ChainSample.centralAsia

    private func line(from: String, to: String) -> String {
        let flow = chain.flows.first { $0.from == from && $0.to == to }
        return flow.map { ChainFlowLine.describe($0, names: chain.names).string } ?? ""
    }

    @Test("who, to whom, as what, for what, how much, who says so")
    func unknown() {
        #expect(
            line(from: "almaty", to: "iom-kz")
                == "EC Delegation in Almaty → IOM Kazakhstan · extending, CALM · amount unknown · "
                + "stated [korneev-2013 §3.1 ¶7 n36]")
    }

    @Test("figures that differ stand side by side")
    func figures() {
        #expect(
            line(from: "ilo", to: "regulating")
                == "ILO → Regulating Labour Migration · implementing · "
                + "almost 1,800,000 USD / around 1,000,000 EUR · stated [korneev-2013 §3.1 ¶7 n36]")
    }

    @Test("what did not flow says so, and a beneficiary owes no amount")
    func words() {
        #expect(
            line(from: "dfid", to: "ilo")
                == "DFID ✗ ILO · funding · did not flow · stated [korneev-2013 §3.1 ¶7 n36]")
        #expect(
            line(from: "calm", to: "kz")
                == "CALM → Kazakhstan · beneficiary · stated [korneev-2013 §3.1 ¶7 n36]")
    }

    @Test("several citations stand together, and none leaves no brackets")
    func citations() {
        var flow = ChainSample.flow("a", "b", "pledge", known: "one side")
        flow.citations.append(Citation(source: "other", locator: Locator("p. 3")))
        let names: [String: SafeText] = ["a": "Alpha"]
        #expect(
            ChainFlowLine.describe(flow, names: names).string
                == "Alpha → b · pledge · amount unknown · one side [korneev-2013 §3.1 ¶7 n36; other p. 3]")
        flow.citations = []
        #expect(
            ChainFlowLine.describe(flow, names: names).string
                == "Alpha → b · pledge · amount unknown · one side")
    }
}
