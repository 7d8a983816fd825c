import Model
import Testing

@Suite("Conflicts")
struct ConflictTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func project(_ id: String, _ period: String, _ implementers: String...) -> Record {
        let parts = implementers.map { Value.takesPart($0, "implementing") }
        return Record(
            .project, id,
            ["title": [Value(id)], "kind": ["project"], "period": [Value(period)], "participants": parts])
    }

    private func rivalry(_ parties: [String], _ projects: [String]) -> Record {
        Record(
            .relation, "rivalry",
            [
                "kind": ["competition"], "parties": parties.map { Value($0) },
                "projects": projects.map { Value($0) },
            ])
    }

    @Test("clashes that can be told in months come first, what the sources deny last")
    func order() throws {
        #expect(try dataset.conflicts().map(\.record.id) == ["ilo-iom", "donors", "within", "no-rivalry"])
    }

    @Test("each party stands on a side with its own projects, those of its parts included")
    func sides() throws {
        let conflict = try #require(try dataset.conflict("ilo-iom"))
        #expect(conflict.sides.map(\.party.id) == ["ilo", "iom"])
        #expect(
            conflict.sides.map { $0.projects.map(\.name.id) } == [["partnerships", "regulating"], ["calm"]])
        #expect(conflict.sides[0].mandate == ["Labour migration"])
        #expect(conflict.sides[1].mandate == [])
        #expect(conflict.common.isEmpty)
        #expect(try dataset.conflict("calm")?.record == nil)
        #expect(try dataset.conflict("nobody")?.record == nil)
    }

    @Test("projects of different sides meet in the months that both may have run")
    func meetings() throws {
        let conflict = try #require(try dataset.conflict("ilo-iom"))
        #expect(
            conflict.meetings.map { "\($0.first) \($0.second)" } == ["partnerships calm", "regulating calm"])
        #expect(conflict.meetings.map { $0.months.certain?.text } == ["2007-06", nil])
        #expect(conflict.meetings.map { $0.months.possible?.text } == ["2007-06/2011-11", "2008-03/2011-05"])
        #expect(conflict.monthsShared.certain == 1)
        #expect(conflict.monthsShared.possible == 54)
        #expect(conflict.window.certain?.text == "2007-06")
        #expect(conflict.window.possible?.text == "2007-06/2011-11")
    }

    @Test("a month in which several pairs meet counts once, one in which none meets not at all")
    func union() throws {
        let dataset = try SampleDossier.dataset(
            adding: project("a", "2001-01/2001-12", "ilo"), project("b", "2001-06/2002-03", "iom"),
            project("c", "2001-10/2001-11", "iom"), project("d", "2005-01/2005-02", "ilo"),
            project("e", "2005-02/2005-09", "iom"), rivalry(["ilo", "iom"], ["a", "b", "c", "d", "e"]))
        let conflict = try #require(try dataset.conflict("rivalry"))
        #expect(conflict.meetings.count == 3)
        #expect(conflict.monthsShared.certain == 8)
        #expect(conflict.monthsShared.possible == 8)
        #expect(conflict.window.certain?.text == "2001-06/2005-02")
        #expect(conflict.certainSpans.map(\.text) == ["2001-06/2001-12", "2005-02"])
    }

    @Test("what both say goes on shares months without a bound")
    func unbounded() throws {
        let dataset = try SampleDossier.dataset(
            adding: project("a", "2001-01/..", "ilo"), project("b", "2003-01/..", "iom"),
            rivalry(["ilo", "iom"], ["a", "b"]))
        let conflict = try #require(try dataset.conflict("rivalry"))
        #expect(conflict.window.certain?.text == "2003-01/..")
        #expect(conflict.monthsShared.certain == nil)
        #expect(conflict.monthsShared.possible == nil)
        #expect(try dataset.conflicts().first?.record.id == "rivalry")
    }

    @Test("a project of every side is common to them, and two of them meet once")
    func common() throws {
        let dataset = try SampleDossier.dataset(
            adding: project("joint", "2001", "ilo", "iom"), project("other", "2001-02/2001-03", "ilo", "iom"),
            project("foreign", "2001", "undp"), rivalry(["ilo", "iom"], ["joint", "other", "foreign"]))
        let conflict = try #require(try dataset.conflict("rivalry"))
        #expect(Set(conflict.common.map(\.name.id)) == ["joint", "other", "foreign"])
        #expect(conflict.meetings.count == 1)
    }

    @Test("undated projects cannot be said to have met")
    func undated() throws {
        let dataset = try SampleDossier.dataset(adding: rivalry(["ilo", "iom"], ["regulating", "carmp"]))
        let conflict = try #require(try dataset.conflict("rivalry"))
        #expect(conflict.meetings.isEmpty)
        #expect(conflict.monthsShared.certain == 0)
        #expect(conflict.window.certainty == .none)
    }

    @Test("a project can be a party itself")
    func projectsAsParties() throws {
        let dataset = try SampleDossier.dataset(adding: rivalry(["partnerships", "regulating"], []))
        let conflict = try #require(try dataset.conflict("rivalry"))
        #expect(conflict.sides.map { $0.projects.map(\.name.id) } == [["partnerships"], ["regulating"]])
        #expect(conflict.monthsShared.certain == 39)
    }

    @Test("whose word it is is told, and whether that is a party's own")
    func voices() throws {
        let voices = try #require(try dataset.conflict("ilo-iom")).voices
        #expect(voices.map(\.source.id) == ["interview-ilo", "interview-official", "paper"])
        #expect(voices.map(\.isParty) == [true, false, false])
        #expect(voices.map(\.speakers) == [["ILO"], ["Ministry of Labour"], []])
    }

    @Test("one who belongs to a party speaks as the party")
    func voiceOfPart() throws {
        let interview = Record(
            .source, "interview-iom",
            [
                "title": ["Interview"], "type": ["interview"],
                "speaker": [.speaks("iom-kyrgyzstan", "officer")],
            ])
        var rivalry = rivalry(["ilo", "iom"], [])
        rivalry.values["said-by"] = ["interview-iom"]
        let dataset = try SampleDossier.dataset(adding: interview, rivalry)
        #expect(try #require(try dataset.conflict("rivalry")).voices.map(\.isParty) == [true])
    }

    @Test("conflicts are found about a party, a part of one, and what they are over")
    func about() throws {
        func ids(_ subject: String) throws -> Set<String> {
            Set(try dataset.conflicts(about: subject).map(\.record.id))
        }
        #expect(try ids("ilo") == ["ilo-iom"])
        #expect(try ids("iom") == ["ilo-iom", "no-rivalry"])
        #expect(try ids("calm") == ["ilo-iom"])
        #expect(try ids("eu") == ["donors", "within"])
        #expect(try ids("migration") == ["ilo-iom", "donors"])
        #expect(try ids("central-asia") == ["ilo-iom"])
        #expect(try ids("ilo-iom") == ["ilo-iom"])
        #expect(try ids("bomca") == [])
        #expect(try ids("nobody") == [])
    }

    @Test("a filter narrows the conflicts")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.theme] = ["labour-migration"]
        #expect(try dataset.conflicts(filter).map(\.record.id) == ["ilo-iom"])
        filter.kind = "overlap"
        #expect(try dataset.conflicts(filter).isEmpty)
        filter.kind = "cooperation"
        filter.ties = [:]
        #expect(try dataset.conflicts(filter).isEmpty)
    }

    @Test("the author's own name makes a report a party's own word, a missing name makes nothing so")
    func voiceOfAuthor() throws {
        let report = Record(
            .source, "report",
            ["title": ["Report"], "type": ["report"], "authors": ["ILO"], "year": ["2010"]])
        let anonymous = Record(
            .source, "anonymous",
            ["title": ["Leaflet"], "type": ["report"], "authors": ["?"], "year": ["2010"]])
        var rivalry = rivalry(["ilo", "ministry"], [])
        rivalry.values["said-by"] = ["report", "anonymous"]
        let dataset = try SampleDossier.dataset(adding: report, anonymous, rivalry)
        #expect(try #require(try dataset.conflict("rivalry")).voices.map(\.isParty) == [true, false])
    }

    @Test("ties of other kinds stand beside a conflict when they join its parties")
    func counterparts() throws {
        let conflict = try #require(try dataset.conflict("ilo-iom"))
        #expect(try dataset.counterparts(of: conflict).map(\.id) == ["ilo-iom-together"])
        // The Commission's tie to IOM does not join the Commission to its own delegation.
        let within = try #require(try dataset.conflict("within"))
        #expect(try dataset.counterparts(of: within).map(\.id) == [])
    }

    @Test("relations of other kinds are ties, by kind")
    func ties() throws {
        #expect(try dataset.ties().map(\.id) == ["ilo-iom-together", "ec-supports-iom"])
        #expect(try dataset.ties(about: "ec").map(\.id) == ["ec-supports-iom"])
        var filter = Filter()
        filter.kind = "cooperation"
        #expect(try dataset.ties(filter).map(\.id) == ["ilo-iom-together"])
    }
}
