import Model
import Testing

@Suite("Continuity")
struct ContinuityTests {
    private let dataset: Dataset

    init() throws { dataset = try ContinuitySample.dataset() }

    private func addresses(_ filter: Filter = Filter(), about subject: String? = nil) throws -> [String] {
        try dataset.continuity(filter, about: subject).map { "\($0.address) \($0.kind.term)" }
    }

    private func step(_ address: String) throws -> ContinuityStep {
        try #require(try dataset.steps(at: address)?.first)
    }

    @Test("every succession and every saying of a follow-up is a row, by the start of the first")
    func all() throws {
        #expect(
            try addresses() == [
                "ebb+flood succession", "flood+ebb succession", "flood+flood succession",
                "pilot+main succession", "pilot+ follow-up-guaranteed", "pilot+ follow-up-refused",
                "main+again succession", "main+proud succession", "again+ follow-up-text",
                "proud+torn succession", "torn+late succession", "late+ follow-up-endorsed",
                "late+ follow-up-none", "lost-ancestor+heir succession",
            ])
        #expect(try SampleDossier.dataset().continuity().isEmpty)
    }

    @Test("what both records say is one row, and it is said by which of them")
    func tellings() throws {
        #expect(try step("pilot+main").saidWords == "both records")
        #expect(Set(try step("pilot+main").saidBy) == ["pilot", "main"])
        #expect(try step("main+again").saidWords == "the second record")
        #expect(try step("ebb+flood").saidWords == "the first record")
    }

    @Test("what is denied is told as denied, and a contradiction as one")
    func denied() throws {
        #expect(try step("main+proud").isAbsent && !(try step("main+proud").isDisputed))
        #expect(try !step("proud+torn").isAbsent && step("proud+torn").isDisputed)
        #expect(try step("proud+torn").saidWords == "they differ")
    }

    @Test("the gap is that of the two periods; without a record of one there is none to tell")
    func gaps() throws {
        // Ended in June 2004, began in January 2005 at the earliest, in December at the latest.
        #expect(try step("pilot+main").gap?.words == "gap 6–17 months")
        #expect(try step("lost-ancestor+heir").gap?.isUnknown == true)
        #expect(try step("lost-ancestor+heir").from.name == nil)
        #expect(try step("pilot+").gap == nil)
    }

    @Test("a hand-over takes parts of an organisation as it, and does not guess")
    func handOvers() throws {
        let handed = try #require(try step("pilot+main").handOver)
        #expect(handed.isChange && handed.words == "UNDP → IOM Kyrgyzstan")
        let kept = try #require(try step("main+again").handOver)
        #expect(!kept.isChange && kept.words == "IOM stays")
        #expect(try step("ebb+flood").handOver == nil)
    }

    @Test("a part is not listed beside its whole")
    func wholes() throws {
        let more = Record(
            .project, "more",
            [
                "title": ["More"], "kind": ["project"], "predecessor": ["carmp"],
                "participants": [
                    .takesPart("iom", "implementing"), .takesPart("iom-kyrgyzstan", "implementing"),
                    .takesPart("undp", "implementing"), .takesPart("ilo", "implementing", absent: true),
                ],
            ])
        let step = try #require(try SampleDossier.dataset(adding: more).continuity().first)
        #expect(step.handOver?.words == "IOM stays, UNDP joins")
    }

    @Test("a filter passes a step of which either project meets it")
    func filters() throws {
        var filter = Filter()
        filter.ties[.implementer] = ["undp"]
        #expect(
            try addresses(filter) == [
                "pilot+main succession", "pilot+ follow-up-guaranteed", "pilot+ follow-up-refused",
            ])
        filter.ties[.implementer] = ["iom"]
        filter.to = "2006"
        #expect(
            try addresses(filter) == [
                "pilot+main succession", "main+again succession", "main+proud succession",
            ])
        filter.to = "1990"
        #expect(try addresses(filter).isEmpty)
    }

    @Test("a subject is a project, what is tied to projects, or one that has no record")
    func subjects() throws {
        #expect(try addresses(about: "again") == ["main+again succession", "again+ follow-up-text"])
        #expect(
            try addresses(about: "iom") == [
                "pilot+main succession", "main+again succession", "main+proud succession",
                "again+ follow-up-text",
            ])
        #expect(try addresses(about: "lost-ancestor") == ["lost-ancestor+heir succession"])
        #expect(try addresses(about: "bomca").isEmpty)
    }

    @Test("an address is of a step, and of nothing else")
    func steps() throws {
        #expect(
            try dataset.steps(at: "pilot+")?.map(\.kind.words) == [
                "follow-up guaranteed", "follow-up refused",
            ])
        #expect(try dataset.steps(at: "lost-ancestor+heir")?.count == 1)
        for none in ["pilot", "main+pilot", "main+", "+main", "+", "", "nobody+nowhere"] {
            #expect(try dataset.steps(at: none) == nil, "\(none)")
        }
    }

    @Test("names on both sides of a + are looked up")
    func names() throws {
        #expect(try dataset.continuitySubject("Pilot + MAIN") == "pilot+main")
        #expect(try dataset.continuitySubject("pilot+") == "pilot+")
        #expect(try dataset.continuitySubject("IOM") == "iom")
        #expect(throws: LookupError.self) { try dataset.continuitySubject("main + pilot") }
        #expect(throws: LookupError.self) { try dataset.continuitySubject("nowhere+") }
    }

    @Test("a page has each record's words with what they rest on")
    func details() throws {
        let detail = try #require(try dataset.continuityDetail("pilot+main"))
        let said = detail.said(detail.steps[0]).map { "\($0.telling.field) \($0.citations[0].locator)" }
        #expect(Set(said) == ["successor §4 n1", "predecessor §4"])
        #expect(detail.followUps.map(\.text) == ["guaranteed", "refused"])
        let follow = try #require(try dataset.continuityDetail("pilot+"))
        #expect(follow.successors.map(\.address) == ["pilot+main"])
        #expect(try dataset.continuityDetail("main+pilot") == nil)
    }
}
