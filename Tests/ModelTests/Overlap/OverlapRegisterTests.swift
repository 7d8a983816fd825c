import Model
import Testing

@Suite("The computed register")
struct OverlapRegisterTests {
    private static let epsilon = 1e-9

    @Test("ILO and IOM over labour migration, with figures that can be recomputed by hand")
    func byHand() throws {
        let register = try SampleDossier.dataset().overlaps()
        let pair = try #require(register.pairs.first { $0.overlap.projects == ["calm", "partnerships"] })
        // Months: 54 of at most 61; place: Kyrgyzstan, all of CALM's area; theme: labour migration, all of both.
        #expect(abs(pair.overlap.time.least - 54.0 / 61) < Self.epsilon)
        #expect(pair.overlap.place.share == 1 && pair.overlap.theme == 1)
        #expect(abs(pair.score.certain - 54.0 / 61) < Self.epsilon && pair.score.possible == 1)
        #expect(pair.documented == ["ilo-iom"])
    }

    @Test("projects of one implementer, of another field, and instruments are no pairs")
    func noPairs() throws {
        let ids = try SampleDossier.dataset().overlaps().pairs.map(\.overlap.id)
        // ILO implements both; border management is another theme; AENEAS pays for others.
        #expect(!ids.contains("partnerships+regulating"))
        #expect(!ids.contains { $0.contains("bomca") || $0.contains("aeneas") })
    }

    @Test("a cooperation that a source records is a tie, one funder alone is none")
    func ties() throws {
        let register = try SampleDossier.dataset().overlaps()
        let pair = try #require(register.pairs.first { $0.overlap.projects == ["calm", "partnerships"] })
        #expect(pair.overlap.ties.map(\.word) == ["cooperation"])
        let relation = try SampleDossier.dataset(
            adding: Record(
                .project, "alone",
                [
                    "title": ["Alone"], "kind": ["project"], "period": ["2007/2009"],
                    "themes": ["labour-migration"], "places": ["kyrgyzstan"],
                    "participants": [.takesPart("ec", "funding"), .takesPart("undp", "implementing")],
                ])
        ).overlaps().pairs.first { $0.overlap.projects == ["alone", "partnerships"] }
        #expect(try #require(relation).overlap.ties.isEmpty)
    }

    @Test("succession, one programme and co-funding are ties")
    func otherTies() throws {
        func project(_ id: String, _ implementer: String, _ more: [String: [Value]]) -> Record {
            let values: [String: [Value]] = [
                "title": [Value(id)], "kind": ["project"], "period": ["2001/2002"], "themes": ["migration"],
                "places": ["tajikistan"], "participants": [.takesPart(implementer, "implementing")],
            ]
            return Record(.project, id, values.merging(more) { $1 })
        }
        func words(_ first: [String: [Value]], _ second: [String: [Value]]) throws -> [String] {
            let dataset = try SampleDossier.dataset(
                adding: project("one", "undp", first), project("two", "iom", second),
                Record(.project, "whole", ["title": ["Whole"], "kind": ["programme"]]))
            return try #require(try dataset.overlaps().pairs.first { $0.overlap.id == "one+two" })
                .overlap.ties.map(\.word)
        }
        #expect(try words(["successor": ["two"]], [:]) == ["succession"])
        #expect(try words(["part-of": ["whole"]], ["part-of": ["whole"]]) == ["one programme"])
        // AENEAS is an instrument: who is paid through it does not work together.
        #expect(try words(["part-of": ["aeneas"]], ["part-of": ["aeneas"]]).isEmpty)
        let joint: [Value] = [
            .takesPart("undp", "implementing"), .takesPart("ec", "funding"), .takesPart("dfid", "funding"),
        ]
        let single: [Value] = [.takesPart("iom", "implementing"), .takesPart("ec", "funding")]
        #expect(try words(["participants": joint], ["participants": single]) == ["co-funding"])
    }

    @Test("what the user counts makes the score; the threshold keeps what may reach it")
    func request() throws {
        let dataset = try SampleDossier.dataset()
        var request = OverlapRegister.Request()
        request.components = [.months, .ties]
        #expect(try dataset.overlaps(request).pairs.allSatisfy { !$0.overlap.isCoordinated })
        request = OverlapRegister.Request()
        let all = try dataset.overlaps(request)
        request.threshold = 0.5
        let some = try dataset.overlaps(request)
        #expect(some.pairs.allSatisfy { $0.score.possible >= 0.5 })
        #expect(some.overlapping == all.found && some.found == all.pairs.count { $0.score.possible >= 0.5 })
    }

    @Test("a subject wants one of the two, a country and a time both")
    func scope() throws {
        let dataset = try SampleDossier.dataset()
        var request = OverlapRegister.Request()
        request.subject = "calm"
        #expect(try dataset.overlaps(request).pairs.allSatisfy { $0.overlap.projects.contains("calm") })
        request.subject = "iom"
        #expect(try !dataset.overlaps(request).pairs.isEmpty)
        request.subject = "undp"
        #expect(try dataset.overlaps(request).pairs.isEmpty)
        request.subject = nil
        request.filter.ties[.country] = ["kazakhstan"]
        #expect(try dataset.overlaps(request).pairs.isEmpty)
        request.filter = Filter()
        request.filter.to = "2007-05"
        #expect(try dataset.overlaps(request).pairs.isEmpty)
    }

    @Test("what cannot be compared is counted, not guessed")
    func census() throws {
        let census = try SampleDossier.dataset().overlaps().census
        // Five projects beside the instrument; one is not dated.
        #expect(census.projects == 5 && census.undated == 1 && census.unplaced == 0 && census.compared == 4)
    }

    @Test("two projects face to face say why they are no pair")
    func reasons() throws {
        let dataset = try SampleDossier.dataset()
        func words(_ one: String, _ other: String) throws -> [String] {
            try #require(try dataset.comparison(one, other)).reasons.map(\.word)
        }
        #expect(try words("calm", "partnerships").isEmpty)
        #expect(try words("partnerships", "regulating") == ["same-implementer"])
        #expect(try words("carmp", "partnerships") == ["undated", "no-common-theme"])
        #expect(try words("bomca", "partnerships") == ["no-common-theme"])
        #expect(try words("aeneas", "calm") == ["no-project"])
        #expect(try dataset.comparison("calm", "partnerships")?.rank?.place == 1)
    }

    @Test("documented rivalries are looked for in the register")
    func agreement() throws {
        let agreement = try #require(try SampleDossier.dataset().agreement())
        let rivalry = try #require(agreement.rivalries.first { $0.relation.id == "ilo-iom" })
        #expect(rivalry.rank == 1 && agreement.found == 1)
    }

    @Test("a pair is found by its id and by names")
    func pairs() throws {
        let dataset = try SampleDossier.dataset()
        #expect(try dataset.resolve("partnerships+calm") == "calm+partnerships")
        #expect(try dataset.resolve("IOM + ilo") == "ilo+iom")
        #expect(throws: LookupError.self) { try dataset.resolve("calm+nothing-like-it") }
    }
}
