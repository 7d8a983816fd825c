import Model
import Testing

@Suite("Funding chains")
struct ChainTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    /// `ec → aeneas commitment`, a line a flow; what the sources deny in brackets.
    private func told(_ chain: Chain) -> Set<String> {
        Set(
            chain.flows.map { flow in
                let line = "\(flow.from) → \(flow.to) \(flow.role.string)"
                return flow.isAbsent ? "(\(line))" : line
            })
    }

    private func project(_ id: String, _ participants: Value...) -> Record {
        Record(.project, id, ["title": [Value(id)], "kind": ["project"], "participants": participants])
    }

    @Test(
        "a flow's record says who paid through what, and the looser word of the project is not drawn beside it"
    )
    func flowsFirst() throws {
        let chain = try dataset.chain("regulating")
        #expect(
            told(chain) == [
                "ec → aeneas commitment", "aeneas → ilo commitment", "ilo → regulating implementing",
                "regulating → kyrgyzstan where",
            ])
        #expect(chain.flows.count == 4)
        let paid = try #require(chain.flows.first { $0.to == "ilo" })
        #expect(paid.record == "flow-ec-ilo")
        #expect(paid.amounts.map(\.text) == ["almost 1,800,000 USD", "around 1,000,000 EUR"])
        #expect(chain.flows.first { $0.to == "aeneas" }?.amounts == [])
    }

    @Test("from participants alone: who pays, through what, who carries it out, for whom")
    func participants() throws {
        #expect(
            told(try dataset.chain("calm")) == [
                "ec-delegation → aeneas funding", "aeneas → iom-kyrgyzstan extending",
                "iom-kyrgyzstan → calm implementing", "(ilo → calm implementing)", "calm → kyrgyzstan where",
            ])
        #expect(
            told(try dataset.chain("partnerships")).contains("partnerships → ministry beneficiary"))
    }

    @Test("who pays for a project that nobody is said to carry out pays the project")
    func withoutImplementer() throws {
        var record = project("alone", .takesPart("dfid", "funding"))
        record.values["amounts"] = [.amount(500, "GBP")]
        let chain = try SampleDossier.dataset(adding: record).chain("alone")
        #expect(told(chain) == ["dfid → alone funding"])
        #expect(chain.flows.first?.amounts.map(\.text) == ["500 GBP"])
    }

    @Test("every node stands in the tier of what it does")
    func tiers() throws {
        let chain = try dataset.chain("partnerships")
        let tiers = Dictionary(uniqueKeysWithValues: chain.nodes.map { ($0.id, $0.tier) })
        #expect(
            tiers == [
                "ec": .donor, "aeneas": .channel, "ilo": .implementer, "partnerships": .project,
                "ministry": .beneficiary, "kyrgyzstan": .beneficiary, "kazakhstan": .beneficiary,
            ])
        #expect(chain.nodes.first { $0.id == "ec" }?.name == "EC")
        #expect(Chain.Tier.donor < .channel && Chain.Tier.project < .beneficiary)
    }

    @Test("a place to which money flows is whom it is for")
    func placesReceive() throws {
        let flow = Record(.flow, "aid", ["kind": ["funding"], "from": ["dfid"], "to": ["tajikistan"]])
        let chain = try SampleDossier.dataset(adding: flow).chain("dfid")
        #expect(chain.nodes.first { $0.id == "tajikistan" }?.tier == .beneficiary)
    }

    @Test("what an implementer gives to those whom a project is for goes through the project")
    func help() throws {
        let record = project("aid", .takesPart("iom", "implementing"), .takesPart("ministry", "beneficiary"))
        let flow = Record(
            .flow, "help", ["kind": ["in-kind"], "from": ["iom"], "to": ["ministry"], "project": ["aid"]])
        let chain = try SampleDossier.dataset(adding: record, flow).chain("aid")
        #expect(told(chain) == ["iom → aid implementing", "aid → ministry in-kind"])
    }

    @Test("an organisation's chain holds every project in which it or a part of it takes part")
    func ofOrganisation() throws {
        let nodes = try dataset.chain("eu").nodes.map(\.id)
        #expect(
            Set(nodes).isSuperset(of: ["ec", "ec-delegation", "calm", "bomca", "regulating", "partnerships"]))
        #expect(!nodes.contains("carmp"))
        #expect(Set(nodes).count == nodes.count)
    }

    @Test("an instrument's chain holds what is paid through it")
    func ofInstrument() throws {
        let nodes = Set(try dataset.chain("aeneas").nodes.map(\.id))
        #expect(nodes.isSuperset(of: ["aeneas", "ec", "ilo", "regulating", "calm", "partnerships"]))
        #expect(!nodes.contains("bomca"))
    }

    @Test("what did not flow is told as such, and hides nothing that did")
    func absent() throws {
        #expect(told(try dataset.chain("dfid")).contains("(dfid → ilo funding)"))
        let record = project("real", .takesPart("dfid", "funding"), .takesPart("ilo", "implementing"))
        let chain = try SampleDossier.dataset(adding: record).chain("dfid")
        #expect(told(chain).isSuperset(of: ["(dfid → ilo funding)", "dfid → ilo funding"]))
    }

    @Test("money for one project does not hide the money between the same two for another")
    func perProject() throws {
        let record = project("second", .takesPart("ec", "funding"), .takesPart("undp", "implementing"))
        let flows = try SampleDossier.dataset(adding: record).chain("undp").flows
        #expect(Set(flows.filter { $0.to == "undp" }.map(\.project)) == ["bomca", "second"])
    }

    @Test("no edge is told twice, whatever the subject")
    func noDoubles() throws {
        struct Edge: Hashable { let from, to, role, project: String }
        let twice = Record(
            .flow, "flow-again",
            ["kind": ["disbursement"], "from": ["ec"], "to": ["ilo"], "project": ["regulating"]])
        let dataset = try SampleDossier.dataset(adding: twice)
        for record in SampleDossier.dossier.records {
            let chain = try dataset.chain(record.id)
            let edges = chain.flows.map {
                Edge(from: $0.from, to: $0.to, role: $0.role.string, project: $0.project ?? "")
            }
            #expect(Set(edges).count == edges.count, "\(record.id)")
            let ids = Set(chain.nodes.map(\.id))
            #expect(chain.flows.allSatisfy { ids.contains($0.from) && ids.contains($0.to) }, "\(record.id)")
        }
    }

    @Test("a filter leaves only the projects that it lets through, and the money for them")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.theme] = ["border-management"]
        let nodes = try dataset.chain("ec", filter).nodes.map(\.id)
        #expect(Set(nodes) == ["ec", "undp", "bomca", "kyrgyzstan", "tajikistan"])
    }

    @Test("a subject without a chain gives an empty one")
    func empty() throws {
        #expect(try dataset.chain("nobody").nodes.isEmpty)
        #expect(try dataset.chain("paper").flows.isEmpty)
    }

    @Test("an edge is known as its citation says")
    func known() throws {
        var flow = Record(.flow, "maybe", ["kind": ["funding"], "from": ["dfid"], "to": ["undp"]])
        flow.citations = [Citation(short: "paper §4", basis: .inferred)]
        let chain = try SampleDossier.dataset(adding: flow).chain("undp")
        #expect(chain.flows.first { $0.record == "maybe" }?.known == "inferred")
        #expect(chain.flows.first { $0.record == "bomca" }?.known == "stated")
    }
}

@Suite("Rings in chains")
struct ChainCycleTests {
    private func chain(_ edges: [(String, String)], absent: Set<Int> = []) -> Chain {
        let ids = Set(edges.flatMap { [$0.0, $0.1] }).sorted()
        return Chain(
            subject: "a",
            nodes: ids.map {
                Chain.Node(id: $0, recordClass: .organisation, name: SafeText($0), tier: .donor)
            },
            flows: edges.enumerated().map { index, edge in
                Chain.Flow(
                    record: "\(index)", from: edge.0, to: edge.1, role: "funding", project: nil, amounts: [],
                    known: "stated", isAbsent: absent.contains(index), citations: [])
            })
    }

    @Test("money that comes back to its giver makes a ring")
    func rings() {
        #expect(chain([("a", "b"), ("b", "c")]).cycles.isEmpty)
        #expect(chain([("a", "b"), ("b", "a")]).cycles.map { $0.sorted() } == [["a", "b"]])
        let two = chain([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "c")])
        #expect(Set(two.cycles.map { $0.sorted() }) == [["a", "b"], ["c", "d", "e"]])
        #expect(chain([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]).cycles.isEmpty)
    }

    @Test("what did not flow closes no ring")
    func absent() {
        #expect(chain([("a", "b"), ("b", "a")], absent: [1]).cycles.isEmpty)
    }
}
