import Model
import Testing

@Suite("Measures of a dataset")
struct MeasureTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func view(_ subject: String? = nil, _ change: (inout View) -> Void = { _ in }) -> View {
        var view = View(.measures, subject)
        change(&view)
        return view
    }

    private func measure(
        _ name: MeasureName, _ subject: String? = nil, level: Measure.Level? = nil,
        in dataset: Dataset? = nil,
        _ change: (inout View) -> Void = { _ in }
    ) throws -> Measure {
        let view = view(subject) {
            $0.measure = name
            $0.measureLevel = level
            change(&$0)
        }
        return try #require(try (dataset ?? self.dataset).measures(view).first)
    }

    private func number(_ measure: Measure) throws -> Double { try #require(measure.value?.number) }

    @Test("donors by hand: the Commission funds 3 of 5 projects, two others one each")
    func donors() throws {
        // (3/5)² + (1/5)² + (1/5)²; the instrument is no project.
        #expect(abs(try number(measure(.herfindahl, level: .donor)) - 0.44) < 1e-12)
        #expect(abs(try number(measure(.effectiveNumber, level: .donor)) - 1 / 0.44) < 1e-12)
        #expect(abs(try number(measure(.leadShare, level: .donor)) - 0.6) < 1e-12)
        #expect(try measure(.leadShare, level: .donor).note == "EC")
        #expect(try measure(.actors, level: .donor).value == .count(3))
        #expect(try measure(.projects).value == .count(5))
        #expect(try measure(.herfindahl, level: .donor).items == 5)
    }

    @Test("a project that two share is split between them, and a part beside its whole is not counted")
    func shared() throws {
        let joint = Record(
            .project, "joint",
            [
                "title": ["Joint"], "kind": ["project"],
                "participants": [
                    .takesPart("ec", "funding"), .takesPart("ec-delegation", "funding"),
                    .takesPart("dfid", "funding"), .takesPart("undp", "funding", absent: true),
                ],
            ])
        let measure = try measure(.herfindahl, level: .donor, in: try SampleDossier.dataset(adding: joint))
        // 3½, 1½ and 1 of 6.
        let expected = (3.5 * 3.5 + 1.5 * 1.5 + 1) / 36
        #expect(abs(try number(measure) - expected) < 1e-12)
        #expect(measure.groups[0].items.map(\.records[0].id) == ["ec", "dfid", "ec-delegation"])
    }

    @Test("overlap of themes by hand: all in labour migration against half in it")
    func themes() throws {
        #expect(abs(try number(measure(.themeOverlap, "ilo+iom")) - 0.5) < 1e-12)
        #expect(abs(try number(measure(.themeNicheOverlap, "ilo+iom")) - 0.5.squareRoot()) < 1e-12)
        #expect(try number(measure(.themeOverlap, "ilo+undp")) == 0)
    }

    @Test("overlap of countries by hand: a region is each of its countries")
    func countries() throws {
        // ILO ¼ KZ, ¾ KG; IOM ½ KG of CALM, and a sixth each of KG, KZ and TJ of the regional programme.
        #expect(abs(try number(measure(.countryOverlap, "ilo+iom")) - (1.0 / 6 + 2.0 / 3)) < 1e-12)
    }

    @Test("months together: those of a project whose dates are not said are not guessed")
    func months() throws {
        let joint = try measure(.jointPresence, "ilo+iom")
        #expect(joint.value == .months(certain: 1, possible: 54))
        #expect(joint.remarks == ["without a date: 1 project of IOM"])
        let unknown = try measure(.jointPresence, "ilo+ec") { $0.filter.kind = "programme" }
        #expect(unknown.value == nil && unknown.unknown?.string.contains("is dated") == true)
        let clipped = try measure(.jointPresence, "ilo+iom") { $0.filter.from = "2010" }
        #expect(clipped.value == .months(certain: 0, possible: 23))
    }

    @Test("dependency: an implementer’s projects are those of its parts too")
    func dependency() throws {
        let iom = try measure(.dependency, "iom")
        #expect(iom.value == .share(0.5))
        #expect(iom.items == 2)
        #expect(try measure(.dependency, "ilo").value == .share(1))
        let dfid = try measure(.dependency, "dfid")
        #expect(dfid.value == nil && dfid.unknown == "it implements no project here")
    }

    @Test("the funding graph by hand: four ways lead through the instrument")
    func graph() throws {
        let through = try #require(
            try dataset.measures(view { $0.measure = .betweenness }).first)
        #expect(through.of.map(\.id) == ["aeneas"])
        #expect(through.value == .number(4))
        // Eight nodes: 7 × 6 pairs of others.
        #expect(abs(try #require(through.normalised) - 4.0 / 42) < 1e-12)
        #expect(through.items == 6)
        // The denied flow from DFID is no edge.
        #expect(try measure(.outDegree, "dfid").value == .count(1))
        #expect(try measure(.inDegree, "ilo").value == .count(1))
        #expect(try measure(.betweenness, "ministry").value == nil)
    }

    @Test("a donor leaves with its parts, and what rests on another stays")
    func withdrawal() throws {
        let union = try measure(.withdrawal, "eu")
        #expect(union.value == .count(4))
        let groups = union.groups.map { $0.items.map { $0.records.map(\.id).joined(separator: " ") } }
        #expect(Set(groups[0]) == ["partnerships", "regulating", "calm", "bomca"])
        #expect(Set(groups[1]) == ["ilo", "iom-kyrgyzstan", "undp"])
        #expect(
            Set(groups[2]) == [
                "labour-migration kazakhstan", "labour-migration kyrgyzstan", "border-management kyrgyzstan",
                "border-management tajikistan",
            ])
        #expect(try measure(.withdrawal, "ec-delegation").value == .count(1))
        #expect(try measure(.withdrawal, "ilo").unknown?.string.contains("funds no project") == true)
    }

    @Test("a project of two donors loses nothing by one of them; one without a named donor is not known to")
    func support() throws {
        func project(_ id: String, _ participants: Value...) -> Record {
            Record(
                .project, id,
                [
                    "title": [Value(id)], "kind": ["project"], "themes": ["migration"],
                    "places": ["tajikistan"],
                    "participants": participants,
                ])
        }
        let more = try SampleDossier.dataset(
            adding: project(
                "both", .takesPart("ec", "funding"), .takesPart("dfid", "funding"),
                .takesPart("undp", "implementing")),
            project("unsaid", .takesPart("iom", "implementing")))
        let dfid = try measure(.withdrawal, "dfid", in: more)
        #expect(dfid.value == .count(1))
        #expect(dfid.items == 2)
        let iom = try #require(dfid.groups[1].items.first)
        #expect(iom.figures == [1, 1, 1] && !iom.text.string.hasSuffix(": all"))
        #expect(dfid.remarks.contains { $0.string.contains("of 1 project no donor is named") })
    }

    @Test("year by year, over what certainly and what possibly ran")
    func years() throws {
        let series = try measure(.herfindahl, level: .implementer).series
        let year = try #require(series.first { $0.year == 2009 })
        // ILO's two projects and BOMCA certainly; CALM possibly.
        #expect(year.certainItems == 3 && year.possibleItems == 4)
        #expect(abs(try #require(year.certain) - 5.0 / 9) < 1e-12)
        #expect(abs(try #require(year.possible) - 6.0 / 16) < 1e-12)
    }

    @Test("nothing that passes gives no number, and says why")
    func nothing() throws {
        let silent = try dataset.measures(
            view {
                $0.filter.from = "1950"; $0.filter.to = "1951"
            })
        #expect(silent.first?.value == .count(0))
        let shares = silent.filter { $0.name != .projects }
        #expect(!shares.isEmpty)
        for measure in shares {
            #expect(measure.value == nil, "\(measure.id)")
            #expect(measure.unknown?.isEmpty == false, "\(measure.id)")
        }
    }

    @Test("measures do not depend on the order of the records")
    func order() throws {
        var reversed = SampleDossier.dossier
        reversed.records.reverse()
        let other = try IndexCompiler.compile(reversed)
        func told(_ dataset: Dataset) throws -> Set<String> {
            Set(
                try dataset.measures(view()).filter { $0.level != .pair }.map {
                    "\($0.id) \($0.value as Any)"
                })
        }
        #expect(try told(dataset) == told(other))
        #expect(
            try number(measure(.themeNicheOverlap, "ilo+iom"))
                == number(measure(.themeNicheOverlap, "iom+ilo", in: other)))
    }

    @Test("the matrix is symmetric with ones where a portfolio is compared with itself")
    func matrix() throws {
        let matrix = try dataset.overlapMatrix(view { $0.isMatrix = true })
        #expect(matrix.organisations.count == 4)
        for row in matrix.values.indices {
            #expect(abs(try #require(matrix.values[row][row]) - 1) < 1e-12)
            for column in matrix.values.indices {
                #expect(matrix.values[row][column] == matrix.values[column][row])
            }
        }
    }
}
