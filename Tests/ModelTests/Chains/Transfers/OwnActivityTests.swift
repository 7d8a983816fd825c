import GRDB
import Testing

@testable import Model

@Suite("Participants' own activities in chains")
struct OwnActivityTests {
    /// A donor's activity that somebody carries out by an activity of its own, which names the donor's; and below it
    /// one that names it back only.
    private func dataset() throws -> Dataset {
        func taking(_ organisation: String, _ role: String, by activity: String) -> Value {
            Value(organisation, participant: Participant(role: role, activity: activity))
        }
        func activity(_ id: String, _ participants: [Value]) -> Model.Record {
            Model.Record(
                .project, id,
                ["title": [Value(id)], "kind": ["project"], "participants": participants], cite: [])
        }
        return try IndexCompiler.compile(meta: DatasetDescription(id: "d", title: "D")) { writer in
            for id in ["donor", "agency", "local"] {
                try writer.add(Model.Record(.organisation, id, ["name": [Value(id)]], cite: []))
            }
            try writer.add(
                activity(
                    "D-1", [.takesPart("donor", "funding"), taking("agency", "implementing", by: "A-1")]))
            try writer.add(activity("A-1", [.takesPart("agency", "reporting")]))
            try writer.add(
                activity(
                    "L-1",
                    [taking("agency", "funding", by: "A-1"), taking("local", "implementing", by: "nowhere")]))
            try writer.add(activity("apart", [.takesPart("local", "implementing")]))
        }
    }

    @Test(
        "a chain goes on into them, whichever of the two names the other", arguments: ["D-1", "A-1", "L-1"])
    func goesOn(subject: String) throws {
        let chain = try dataset().chain(subject)
        let flows = Set(chain.flows.map { "\($0.from) → \($0.to)" })
        // Down from the donor's to the agency's, and on to the local one's; from below, up again.
        #expect(flows.contains("agency → A-1"))
        #expect(chain.flows.count { $0.from == "agency" && $0.to == "A-1" } == 1)
        #expect(flows.contains("donor → agency"))
        #expect(flows.contains("local → L-1"))
        #expect(!chain.nodes.contains { $0.id == "apart" || $0.id == "nowhere" })
    }

    @Test("the index says whose activity is known")
    func table() throws {
        let rows = try dataset().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT r.id || ' ' || role || ' ' || activity_id || ' ' || coalesce(a.id, '?')
                    FROM participant_activity JOIN record r ON r.key = record
                    LEFT JOIN record a ON a.key = activity ORDER BY 1
                    """)
        }
        #expect(
            rows == ["D-1 implementing A-1 A-1", "L-1 funding A-1 A-1", "L-1 implementing nowhere ?"])
    }
}
