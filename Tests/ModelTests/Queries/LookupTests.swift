import Model
import Testing

@Suite("Looking up a name")
struct LookupTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    @Test(
        "a record is meant by its id, acronym, name, alias or an unambiguous part",
        arguments: [
            ("ec-delegation", "ec-delegation"), ("ILO", "ilo"), ("ilo", "ilo"), ("  Ilo ", "ilo"),
            ("UK Aid", "dfid"), ("European Commission", "ec"), ("european  commission", "ec"),
            ("Commission of", "ec"), ("Regulating", "regulating"), ("sustainable", "partnerships"),
            ("Delegation", "ec-delegation"), ("International Lab", "ilo"),
            ("Kyrgyzstan", "kyrgyzstan"), ("IOM", "iom"),
        ])
    func resolves(_ text: String, _ id: String) throws {
        #expect(try dataset.resolve(text) == id)
    }

    @Test("a name that several bear equally lists them", arguments: ["International", "inter", "Interview"])
    func ambiguous(_ text: String) throws {
        let error = #expect(throws: LookupError.self) { try dataset.resolve(text) }
        guard case .ambiguous(let asked, let candidates) = error else {
            Issue.record("\(text) gave \(String(describing: error))")
            return
        }
        #expect(asked == text)
        #expect(candidates.count >= 2)
    }

    @Test("an organisation and a project that bear a name alike are both offered")
    func projectAndOrganisation() throws {
        let guards = Record(.organisation, "border-guards", ["name": ["Border guards"]])
        let dataset = try SampleDossier.dataset(adding: guards)
        let error = #expect(throws: LookupError.self) { try dataset.resolve("border") }
        guard case .ambiguous(_, let candidates) = error else {
            Issue.record("gave \(String(describing: error))")
            return
        }
        #expect(Set(candidates.map(\.id)).isSuperset(of: ["border-guards", "bomca"]))
    }

    @Test("a project or organisation is meant before a place, a theme or a source of the same name")
    func firstClasses() throws {
        #expect(try dataset.resolve("Central Asia", among: [.place]) == "central-asia")
        #expect(try dataset.resolve("Central Asian") == "calm")
        #expect(try dataset.resolve("Border management") == "border-management")
        let namesake = Record(.organisation, "bm", ["name": ["Border management"]])
        #expect(try SampleDossier.dataset(adding: namesake).resolve("Border management") == "bm")
    }

    @Test("only the classes asked for are looked at")
    func amongClasses() throws {
        #expect(try dataset.resolve("labour", among: [.theme]) == "labour-migration")
        #expect(throws: LookupError.self) { try dataset.resolve("ilo", among: [.project]) }
        #expect(throws: LookupError.self) { try dataset.resolve("tajikistan", among: [.organisation]) }
    }

    @Test("an unknown name suggests the nearest, each once")
    func suggests() throws {
        func suggestions(_ text: String) -> [String]? {
            do {
                _ = try dataset.resolve(text)
                return nil
            } catch LookupError.unknown(_, let near) {
                return near.map(\.id)
            } catch { return nil }
        }
        #expect(suggestions("bomka") == ["bomca"])
        #expect(suggestions("clam") == ["calm"])
        #expect(suggestions("partnershps") == ["partnerships"])
        #expect(suggestions("zzzzzzzz") == [])
        #expect(suggestions("") == [])
        #expect(suggestions("?!") == [])
    }

    @Test("a record whose names are all near is suggested once")
    func suggestsOnce() throws {
        let record = Record(.organisation, "actod", ["name": ["Actad"], "aliases": ["Actid", "Actyd"]])
        let dataset = try SampleDossier.dataset(adding: record)
        let error = #expect(throws: LookupError.self) { try dataset.resolve("acted") }
        guard case .unknown(_, let near) = error else {
            Issue.record("gave \(String(describing: error))")
            return
        }
        #expect(near.map(\.id) == ["actod"])
    }

    @Test("no text that a user may type is more than an unknown name")
    func randomText() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<500 {
            let text = SafeTextTests.text(&random)
            do { _ = try dataset.resolve(text) } catch is LookupError {} catch {
                Issue.record("\(text.unicodeScalars.map(\.value)) gave \(error)")
            }
        }
    }

    @Test("names come by id, and unknown ids are left out")
    func names() throws {
        let names = try dataset.names(of: ["calm", "ilo", "nobody", "calm"])
        #expect(Set(names.keys) == ["calm", "ilo"])
        #expect(names["calm"]?.short == "CALM")
        #expect(names["calm"]?.kind == "project")
        #expect(names["ilo"]?.title == "International Labour Organization")
    }

    @Test("Where thousands begin alike, one of another class is found, and several stay several")
    func alike() throws {
        var records = (1...2500).map { Record(.project, "aid-\($0)", ["title": [Value("Aid number \($0)")]]) }
        records.append(Record(.organisation, "zeal", ["name": ["Aid with zeal"]]))
        let dataset = try IndexCompiler.compile(Dossier(id: "alike", title: "Alike", records: records))
        #expect(try dataset.resolve("aid", among: [.organisation]) == "zeal")
        #expect(try dataset.resolve("aid number 2500") == "aid-2500")
        let error = #expect(throws: LookupError.self) { try dataset.resolve("aid") }
        guard case .ambiguous("aid", let names)? = error else {
            Issue.record("Not ambiguous: \(String(describing: error))")
            return
        }
        #expect(names.count == 12)
    }
}
