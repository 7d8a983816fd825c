import Model
import Testing

@Suite("Records and what stands around them")
struct DetailTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    @Test("a record comes out of the index as it went in")
    func unchanged() throws {
        for record in SampleDossier.dossier.records where record.text(record.recordClass.titleField) != nil {
            #expect(try dataset.record(record.id) == record)
        }
        #expect(try dataset.record("nobody") == nil)
    }

    @Test("records come in the order asked for, unknown ones left out")
    func records() throws {
        #expect(try dataset.records(["iom", "nobody", "calm", "ilo"]).map(\.id) == ["iom", "calm", "ilo"])
        #expect(try dataset.records([]).isEmpty)
    }

    @Test("a project is told with who refers to it and what is disputed about it")
    func project() throws {
        let detail = try #require(try dataset.detail("calm"))
        let referrers = detail.referrers.map { "\($0.name.id) \($0.field)" }
        #expect(Set(referrers) == ["calm-end about", "tour projects", "ilo-iom projects"])
        #expect(detail.discrepancies.map(\.id) == ["calm-end"])
        #expect(detail.rests.isEmpty)
        #expect(detail.title("iom-kyrgyzstan") == "IOM Kyrgyzstan")
        #expect(detail.short("aeneas") == "AENEAS")
        #expect(detail.title("nobody") == "nobody")
        #expect(try dataset.detail("nobody")?.record == nil)
    }

    @Test("an organisation is told with its roles, and with what the sources deny")
    func organisation() throws {
        let referrers = try #require(try dataset.detail("ilo")).referrers
        let calm = try #require(referrers.first { $0.name.id == "calm" })
        #expect(calm.field == "participants" && calm.role == "implementing" && calm.isAbsent)
        let regulating = try #require(referrers.first { $0.name.id == "regulating" })
        #expect(!regulating.isAbsent && regulating.start == "2008-03" && regulating.end == "2011-05")
        #expect(referrers.first { $0.name.id == "flow-dfid-ilo" }?.isAbsent == true)
        #expect(referrers.contains { $0.name.id == "interview-ilo" && $0.field == "speaker" })
    }

    @Test("a channel that is named twice refers once")
    func channelTwice() throws {
        let twice = Record(
            .project, "twice",
            [
                "title": ["Twice"], "kind": ["project"],
                "participants": [
                    .takesPart("ec", "funding", via: "ec-delegation"),
                    .takesPart("ec-delegation", "extending"),
                ],
            ])
        let detail = try #require(try SampleDossier.dataset(adding: twice).detail("ec-delegation"))
        #expect(detail.referrers.filter { $0.name.id == "twice" }.map(\.role) == ["extending"])
    }

    @Test("what cites a footnote rests on the sources that the footnote cites")
    func restsByFootnote() throws {
        func rests(_ id: String) throws -> [String] {
            try #require(try dataset.detail(id)).rests.map { "\($0.name.id) \($0.locator)" }
        }
        #expect(try rests("evaluation") == ["partnerships §1 n2"])
        #expect(try rests("interview-ilo") == ["calm §1 n3", "ilo-iom §1 n3"])
        #expect(try rests("interview-official") == ["ilo-iom §1 n*"])
    }

    @Test("what is passed on rests on the one whose word it is")
    func restsByWord() throws {
        var reported = Record(.finding, "reported", ["text": ["Word of mouth"]])
        reported.citations = [Citation(short: "paper §9", basis: .reported, by: "interview-official")]
        let dataset = try SampleDossier.dataset(adding: reported)
        let rests = try #require(try dataset.detail("interview-official")).rests
        #expect(rests.first { $0.name.id == "reported" }?.basis == "reported")
        #expect(try dataset.sources(of: "reported") == ["interview-official", "paper"])
    }

    @Test("a value with a citation of its own is told by its field")
    func restsByValue() throws {
        let rests = try #require(try dataset.detail("paper")).rests.filter { $0.name.id == "calm-end" }
        #expect(Set(rests.map { "\($0.field) \($0.locator)" }) == [" §1", "values §1", "values §2"])
    }

    @Test("a record rests on what it cites and on what its footnotes cite; a source on itself")
    func sources() throws {
        #expect(try dataset.sources(of: "partnerships") == ["evaluation", "paper"])
        #expect(try dataset.sources(of: "calm") == ["interview-ilo", "paper"])
        #expect(try dataset.sources(of: "ilo-iom") == ["interview-ilo", "interview-official", "paper"])
        #expect(try dataset.sources(of: "bomca") == ["paper"])
        #expect(try dataset.sources(of: "evaluation") == ["evaluation"])
        #expect(try dataset.sources(of: "nobody") == [])
    }

    @Test("the roles of an organisation are those that the sources give it")
    func roles() throws {
        #expect(try dataset.roles(of: "ilo") == ["implementing"])
        #expect(try dataset.roles(of: "ec") == ["funding"])
        #expect(try dataset.roles(of: "aeneas") == ["extending"])
        #expect(try dataset.roles(of: "eu") == [])
    }
}
