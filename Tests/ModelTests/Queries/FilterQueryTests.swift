import Model
import Testing

@Suite("Filters on lists")
struct FilterQueryTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func ids(_ recordClass: RecordClass, _ change: (inout Filter) -> Void) throws -> Set<String> {
        var filter = Filter()
        change(&filter)
        return Set(try dataset.list(recordClass, filter: filter).ids())
    }

    private func projects(_ dimension: Filter.Dimension, _ targets: String...) throws -> Set<String> {
        try ids(.project) { $0.ties[dimension] = targets }
    }

    @Test("a project is found under itself and under what it stands in or is paid through")
    func byProject() throws {
        #expect(try projects(.project, "calm") == ["calm"])
        #expect(try projects(.project, "aeneas") == ["aeneas", "regulating", "calm", "partnerships"])
    }

    @Test("a project is found under who takes part, and under what they are part of")
    func byOrganisation() throws {
        #expect(try projects(.organisation, "iom-kyrgyzstan") == ["calm"])
        #expect(try projects(.organisation, "iom") == ["calm", "carmp"])
        #expect(try projects(.organisation, "ministry") == ["partnerships"])
        #expect(try projects(.organisation, "eu") == ["partnerships", "regulating", "calm", "bomca"])
        #expect(try projects(.donor, "ec-delegation") == ["calm"])
        #expect(try projects(.donor, "eu") == ["partnerships", "regulating", "calm", "bomca"])
        #expect(try projects(.donor, "ilo") == [])
    }

    @Test("whom the sources deny takes no part")
    func denied() throws {
        #expect(try projects(.implementer, "ilo") == ["partnerships", "regulating"])
        #expect(try projects(.organisation, "ilo") == ["partnerships", "regulating"])
    }

    @Test("a wider place and a wider theme hold the narrower")
    func containment() throws {
        #expect(try projects(.country, "kazakhstan") == ["partnerships"])
        #expect(try projects(.country, "central-asia").count == 5)
        #expect(try projects(.theme, "labour-migration") == ["partnerships", "regulating", "calm"])
        #expect(try projects(.theme, "migration") == ["partnerships", "regulating", "calm", "carmp"])
    }

    @Test("several values of one dimension widen it, several dimensions hold together")
    func combined() throws {
        #expect(try projects(.theme, "border-management", "labour-migration").count == 4)
        let both = try ids(.project) {
            $0.ties = [.donor: ["eu"], .country: ["tajikistan", "kazakhstan"], .theme: ["migration"]]
        }
        #expect(both == ["partnerships"])
    }

    @Test("status, kind and words narrow")
    func terms() throws {
        #expect(try ids(.project) { $0.status = "closed" } == ["regulating"])
        #expect(try ids(.project) { $0.kind = "programme" } == ["bomca", "carmp"])
        #expect(try ids(.project) { $0.text = "central border" } == ["bomca"])
        #expect(try ids(.source) { $0.kind = "interview" } == ["interview-ilo", "interview-official"])
        #expect(try ids(.organisation) { $0.kind = "government" } == ["dfid", "ministry"])
        #expect(try ids(.project) { $0.kind = "programme'; --" } == [])
    }

    @Test("a time leaves what may have run in it, and nothing that has no date")
    func time() throws {
        #expect(try ids(.project) { $0.from = "2012" } == ["bomca", "calm"])
        #expect(try ids(.project) { $0.to = "2005" } == ["bomca"])
        #expect(try ids(.project) { $0.to = "2002" } == [])
        let year = try ids(.project) { ($0.from, $0.to) = ("2011-06", "2011-12") }
        #expect(year == ["bomca", "calm", "partnerships"])
        let all = try ids(.project) { $0.from = "1900" }
        #expect(all == ["bomca", "calm", "partnerships", "regulating"])
        #expect(try ids(.event) { $0.from = "2007" } == ["strategy", "no-meeting"])
        #expect(try ids(.flow) { $0.from = "2008" } == ["flow-ec-ilo"])
        #expect(try ids(.source) { $0.to = "2010" } == ["evaluation"])
    }

    @Test("a time that ends before it begins leaves nothing")
    func reversedTime() throws {
        #expect(try ids(.project) { ($0.from, $0.to) = ("2012", "2005") } == [])
    }

    @Test("a doubtful date reaches one unit further")
    func doubtfulTime() throws {
        #expect(try ids(.project) { $0.to = "2002?" } == ["bomca"])
    }

    @Test("what has no date of its own is placed by its projects, what has one by that")
    func timeOfOthers() throws {
        #expect(try ids(.relation) { $0.from = "2006" } == ["ilo-iom"])
        #expect(try ids(.relation) { $0.to = "2005" } == [])
        #expect(try ids(.organisation) { $0.to = "2005" } == ["ec", "undp"])
        let past = Record(
            .relation, "past",
            ["kind": ["overlap"], "parties": ["ec", "dfid"], "projects": ["calm"], "period": ["2001"]])
        var filter = Filter()
        filter.from = "2006"
        #expect(try SampleDossier.dataset(adding: past).list(.relation, filter: filter).ids() == ["ilo-iom"])
    }

    @Test("the other classes are found under what they name")
    func otherClasses() throws {
        #expect(
            try ids(.relation) { $0.ties[.organisation] = ["iom"] }
                == ["ilo-iom", "no-rivalry", "ilo-iom-together", "ec-supports-iom"])
        #expect(try ids(.relation) { $0.ties[.theme] = ["migration"] } == ["ilo-iom", "donors"])
        #expect(try ids(.event) { $0.ties[.project] = ["calm"] } == ["tour"])
        #expect(try ids(.event) { $0.ties[.organisation] = ["eu"] } == ["strategy"])
        #expect(try ids(.flow) { $0.ties[.donor] = ["ec"] } == ["flow-ec-ilo"])
        #expect(try ids(.finding) { $0.ties[.organisation] = ["ilo"] } == ["mandates"])
        #expect(try ids(.discrepancy) { $0.ties[.project] = ["calm"] } == ["calm-end"])
        #expect(
            try ids(.organisation) { $0.ties[.project] = ["calm"] } == ["ec-delegation", "iom-kyrgyzstan"])
        #expect(try ids(.organisation) { $0.ties[.theme] = ["border-management"] } == ["ec", "undp"])
    }

    @Test("a theme and a place are found under the projects that work there, and under who works there")
    func themesAndPlaces() throws {
        #expect(try ids(.theme) { $0.ties[.project] = ["calm"] } == ["labour-migration"])
        #expect(try ids(.theme) { $0.ties[.donor] = ["dfid"] } == ["migration"])
        #expect(try ids(.theme) { $0.to = "2005" } == ["border-management"])
        #expect(try ids(.theme) { $0.ties[.theme] = ["migration"] } == ["migration", "labour-migration"])
        #expect(try ids(.place) { $0.ties[.project] = ["bomca"] } == ["kyrgyzstan", "tajikistan"])
        #expect(try ids(.place) { $0.ties[.implementer] = ["undp"] } == ["kyrgyzstan", "tajikistan"])
        #expect(try ids(.place) { $0.ties[.country] = ["tajikistan"] } == ["tajikistan"])
    }

    @Test("a source is found under what rests on it and under who speaks in it")
    func sources() throws {
        #expect(
            try ids(.source) { $0.ties[.project] = ["calm"] } == [
                "paper", "interview-ilo", "interview-official",
            ])
        #expect(try ids(.source) { $0.ties[.project] = ["partnerships"] }.contains("evaluation"))
        #expect(try ids(.source) { $0.ties[.organisation] = ["ministry"] }.contains("interview-official"))
    }

    @Test("an instrument is not tied to all that is paid through it as if it took part in it")
    func instruments() throws {
        #expect(try !projects(.implementer, "ilo").contains("aeneas"))
        #expect(try !projects(.theme, "labour-migration").contains("aeneas"))
    }

    @Test("a filter lets through what each of its parts lets through")
    func conjunction() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<200 {
            let recordClass = random.pick(RecordClass.allCases, or: .project)
            let filter = Self.filter(&random)
            var expected = Set(try dataset.list(recordClass).ids())
            for part in Self.parts(filter) {
                expected.formIntersection(try dataset.list(recordClass, filter: part).ids())
            }
            let found = try dataset.list(recordClass, filter: filter).ids()
            #expect(Set(found) == expected, "\(recordClass) \(filter.parts)")
            #expect(try dataset.list(recordClass, filter: filter).count() == found.count)
        }
    }

    static func filter(_ random: inout SeededGenerator) -> Filter {
        var filter = Filter()
        let records = SampleDossier.dossier.records
        for dimension in Filter.Dimension.allCases where random.once(in: 4) {
            let choices = records.filter { $0.recordClass == dimension.recordClass }.map(\.id)
            filter = filter.adding(dimension, random.pick(choices, or: ""))
            if random.once(in: 3) { filter = filter.adding(dimension, random.pick(choices, or: "")) }
        }
        if random.once(in: 5) { filter.from = "20\(random.number(10...13))" }
        if random.once(in: 5) { filter.to = "200\(random.number(3...9))-06" }
        if random.once(in: 8) { filter.kind = random.pick(["project", "programme", "competition"], or: "") }
        if random.once(in: 8) { filter.status = "closed" }
        if random.once(in: 8) { filter.text = random.pick(["labour", "ilo", "border central"], or: "") }
        return filter
    }

    /// One filter for each dimension, and one for the time.
    private static func parts(_ filter: Filter) -> [Filter] {
        var parts = filter.ties.map { dimension, ids in
            var part = Filter()
            part.ties[dimension] = ids
            return part
        }
        var (time, kind, status, text) = (Filter(), Filter(), Filter(), Filter())
        (time.from, time.to, kind.kind) = (filter.from, filter.to, filter.kind)
        (status.status, text.text) = (filter.status, filter.text)
        parts += [time, kind, status, text]
        return parts
    }
}
