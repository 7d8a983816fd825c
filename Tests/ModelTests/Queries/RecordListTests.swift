import Model
import Testing

@Suite("Lists")
struct RecordListTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func ids(_ recordClass: RecordClass, _ sort: String? = nil) throws -> [String] {
        try dataset.list(recordClass, sort: sort.map { View.Sort(text: $0) }).ids()
    }

    @Test("a list holds every record of its class once", arguments: RecordClass.allCases)
    func complete(_ recordClass: RecordClass) throws {
        let expected = SampleDossier.dossier.records.filter { $0.recordClass == recordClass }.map(\.id)
        let list = dataset.list(recordClass)
        #expect(try list.ids().sorted() == expected.sorted())
        #expect(try list.count() == expected.count)
        #expect(try list.rows().map(\.id) == list.ids())
        #expect(try list.rows().allSatisfy { $0.cells.count == list.columns.count })
    }

    @Test("projects come by their start, those without one last")
    func byStart() throws {
        #expect(
            try ids(.project, "start")
                == ["bomca", "partnerships", "calm", "regulating", "aeneas", "carmp"])
    }

    @Test("what is not said comes last, whichever way the list is turned")
    func unknownLast() throws {
        #expect(try Array(ids(.project, "-start").suffix(2)) == ["aeneas", "carmp"])
        #expect(try ids(.project, "-start").first == "regulating")
        #expect(try ids(.event, "date") == ["strategy", "no-meeting", "tour"])
        #expect(try ids(.event, "-date") == ["no-meeting", "strategy", "tour"])
        #expect(try ids(.source, "year") == ["evaluation", "interview-official", "interview-ilo", "paper"])
        #expect(try ids(.relation, "level").first == "ilo-iom")
        #expect(try ids(.relation, "-level").first == "ilo-iom")
    }

    @Test(
        "every column sorts up and down, and rows that are equal keep one order",
        arguments: RecordClass.allCases)
    func sorting(_ recordClass: RecordClass) throws {
        for column in recordClass.columns {
            let up = try ids(recordClass, column.key)
            let down = try ids(recordClass, "-" + column.key)
            #expect(up.sorted() == down.sorted(), "\(column.key)")
            #expect(try ids(recordClass, column.key) == up)
        }
        // By kind, rows of one kind stay in the order of their names both ways.
        #expect(try ids(.project, "kind").filter { ["bomca", "carmp"].contains($0) } == ["bomca", "carmp"])
        #expect(try ids(.project, "-kind").filter { ["bomca", "carmp"].contains($0) } == ["bomca", "carmp"])
    }

    @Test("a column that is not there does not upset a list")
    func unknownColumn() throws {
        #expect(try ids(.project, "no-such; DROP TABLE record").count == 6)
    }

    @Test("a list is read window by window as it is read at once")
    func paging() throws {
        let list = dataset.list(.relation, sort: View.Sort("kind"))
        let all = try list.rows()
        for size in 1...4 {
            let windows = try stride(from: 0, to: all.count, by: size).flatMap { try list.rows($0, size) }
            #expect(windows == all)
        }
        #expect(try list.rows(all.count, 5).isEmpty)
        #expect(try list.rows(2, 0).isEmpty)
    }

    @Test(
        "every record knows its place in a list", arguments: ["start", "-start", "title", "-kind", "donors"])
    func positions(_ sort: String) throws {
        let list = dataset.list(.project, sort: View.Sort(text: sort))
        for (place, id) in try list.ids().enumerated() { #expect(try list.position(of: id) == place) }
        #expect(try list.position(of: "ilo") == nil)
        #expect(try list.position(of: "nobody") == nil)
    }

    @Test("a position is told within what the filter lets through")
    func filteredPosition() throws {
        var filter = Filter()
        filter.ties[.donor] = ["dfid"]
        let list = dataset.list(.project, filter: filter)
        #expect(try list.position(of: "carmp") == 0)
        #expect(try list.position(of: "calm") == nil)
    }

    private func cells(_ recordClass: RecordClass, _ id: String) throws -> [String: String] {
        let list = dataset.list(recordClass)
        let row = try #require(try list.rows().first { $0.id == id })
        return Dictionary(uniqueKeysWithValues: zip(list.columns.map(\.key), row.cells.map(\.string)))
    }

    @Test("the cells of a project tell who, when and where, and leave out whom the sources deny")
    func projectCells() throws {
        let calm = try cells(.project, "calm")
        #expect(calm["name"] == "CALM")
        #expect(calm["implementers"] == "IOM Kyrgyzstan")
        #expect(calm["donors"] == "Delegation of the European Commission, Almaty")
        #expect(calm["start"] == "2007-06")
        #expect(calm["end"] == "?")
        #expect(calm["countries"] == "KG")
        #expect(try cells(.project, "partnerships")["countries"] == "KZ KG")
    }

    @Test("the cells of the other classes count and name what is tied")
    func otherCells() throws {
        #expect(try cells(.organisation, "iom")["conflicts"] == "1")
        // With that of its delegation.
        #expect(try cells(.organisation, "ec")["projects"] == "4")
        #expect(try cells(.organisation, "eu")["projects"] == "4")
        #expect(try cells(.organisation, "ec")["roles"] == "funding")
        #expect(try cells(.relation, "ilo-iom")["parties"] == "ILO – IOM")
        #expect(try cells(.theme, "migration")["projects"] == "4")
        #expect(try cells(.place, "central-asia")["projects"] == "5")
        #expect(try cells(.place, "kyrgyzstan")["iso"] == "KG")
        #expect(try cells(.source, "evaluation")["notes"] == "n2 n10")
        #expect(try cells(.source, "interview-ilo")["authors"] == "ILO")
        #expect(try cells(.source, "paper")["authors"] == "Mazé, Anne")
    }

    @Test("a flow tells its amounts as they are told everywhere, and that it did not take place")
    func flowCells() throws {
        let flow = try cells(.flow, "flow-ec-ilo")
        #expect(flow["amounts"] == "almost 1,800,000 USD / around 1,000,000 EUR")
        #expect(flow["through"] == "AENEAS")
        #expect(flow["project"] == "Regulating labour migration")
        let absent = try cells(.flow, "flow-dfid-ilo")
        #expect(absent["kind"] == "funding (none)")
        #expect(absent["amounts"] == "?")
        #expect(try dataset.list(.flow).rows().first { $0.id == "flow-dfid-ilo" }?.isAbsent == true)
    }

    @Test("what has no title is called after its ends")
    func nameless() throws {
        #expect(try dataset.record("ilo-iom")?.title == "ILO – IOM")
        #expect(try dataset.record("flow-ec-ilo")?.title == "EC → AENEAS → ILO")
    }

    @Test("under dates a list tells what certainly ran then, those first, and can be turned")
    func ranThen() throws {
        var filter = Filter()
        (filter.from, filter.to) = ("2008-06", "2008-06")
        let list = dataset.list(.project, filter: filter)
        let place = try #require(list.columns.firstIndex { $0.key == "ran" })
        #expect(
            try list.rows().map { "\($0.id) \($0.cells[place].string)" }
                == ["bomca certain", "partnerships certain", "regulating certain", "calm possible"])
        let turned = dataset.list(.project, filter: filter, sort: View.Sort(text: "-ran"))
        #expect(try turned.ids() == ["calm", "regulating", "partnerships", "bomca"])
        #expect(dataset.list(.organisation, filter: filter).columns.allSatisfy { $0.key != "ran" })
        #expect(dataset.list(.project).columns.allSatisfy { $0.key != "ran" })
    }

    @Test("a year in which something ran on some day is a year in which it certainly ran")
    func ranInYear() throws {
        let record = Record(.project, "brief", ["title": ["Brief"], "kind": ["project"], "period": ["2008"]])
        let dataset = try SampleDossier.dataset(adding: record)
        var filter = Filter()
        (filter.from, filter.to) = ("2008", "2008")
        let list = dataset.list(.project, filter: filter)
        let place = try #require(list.columns.firstIndex { $0.key == "ran" })
        #expect(try list.rows().first { $0.id == "brief" }?.cells[place] == "certain")
    }

    @Test("a view that lists gives its list, another gives none")
    func lists() throws {
        var view = View(.projects)
        view.filter.ties[.implementer] = ["undp"]
        view.sort = View.Sort("title")
        #expect(try dataset.list(view)?.ids() == ["bomca"])
        #expect(dataset.list(View(.timeline))?.recordClass == nil)
    }
}
