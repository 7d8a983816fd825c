import Model
import Testing

@Suite("Lanes by succession")
struct SuccessionLanesTests {
    private func lanes(_ dataset: Dataset, _ filter: Filter = Filter()) throws -> [String] {
        try dataset.timeline(filter, lanes: .succession).lanes.map { lane in
            "\(lane.title.string): \(lane.rows.map(\.id).joined(separator: " "))"
        }
    }

    @Test("projects that follow each other stand in one lane, with what lies between; a cycle ends")
    func lanes() throws {
        #expect(
            try lanes(ContinuitySample.dataset()) == [
                "Ebb → Flood: ebb ebb+flood flood flood+ebb",
                "Pilot → Main → Again: pilot pilot+main main main+again again",
                "Proud → Torn → Late: proud proud+torn torn torn+late late",
                "no predecessor or successor here: bomca partnerships calm regulating aeneas carmp heir",
            ])
    }

    @Test("without successions, what is said of follow-ups stands before the rest")
    func followUps() throws {
        let sure = Record(
            .project, "sure", ["title": ["Sure"], "kind": ["project"], "follow-up": ["guaranteed"]])
        let dataset = try SampleDossier.dataset(adding: sure)
        let lanes = try dataset.timeline(lanes: .succession).lanes
        #expect(
            lanes.map(\.title.string) == [
                "a follow-up is spoken of, no successor named", "no predecessor or successor here",
            ])
        #expect(lanes[0].rows.map(\.followUps) == [[.guaranteed]])
    }

    @Test("a step to a project that the filter leaves out has no row")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.implementer] = ["iom"]
        #expect(
            try lanes(ContinuitySample.dataset(), filter) == [
                "Main → Again: main main+again again", "no predecessor or successor here: calm carmp",
            ])
    }

    @Test("who has several predecessors stands below them all, and rows that do not meet name both")
    func branches() throws {
        func project(_ id: String, _ period: String, after: [String]) -> Record {
            Record(
                .project, id,
                [
                    "title": [Value(id)], "kind": ["project"], "period": [Value(period)],
                    "predecessor": after.map { Value($0) },
                ])
        }
        let dataset = try SampleDossier.dataset(
            adding: project("x", "2001", after: []), project("y", "2002", after: []),
            project("z", "2000", after: ["x", "y"]))
        let lane = try #require(try dataset.timeline(lanes: .succession).lanes.first)
        #expect(lane.rows.map(\.id) == ["x", "y", "x+z", "y+z", "z"])
        #expect(lane.rows[2].name.string.hasSuffix(", x → z"))
        #expect(!lane.rows[3].name.string.contains("→"))
    }

    @Test("long chains and large cycles cost no more than their steps")
    func large() throws {
        let count = 3000
        let projects = (0..<count).map { index in
            Record(
                .project, "p\(index)",
                [
                    "title": [Value("P\(index)")], "kind": ["project"],
                    "successor": [Value("p\((index + 1) % count)")],
                ])
        }
        let dataset = try IndexCompiler.compile(
            Dossier(id: "ring", title: "Ring", description: nil, language: nil, records: projects))
        let lanes = try dataset.timeline(lanes: .succession).lanes
        #expect(lanes.count == 1 && lanes[0].rows.count == 2 * count)
    }
}
