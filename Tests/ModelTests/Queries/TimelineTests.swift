import Model
import Testing

@Suite("Timelines")
struct TimelineTests {
    private let dataset: Dataset

    init() throws { dataset = try SampleDossier.dataset() }

    private func lanes(_ lanes: View.Lanes) throws -> [String] {
        try dataset.timeline(lanes: lanes).lanes.map { lane in
            "\(lane.id): \(lane.rows.map(\.id).joined(separator: " "))"
        }
    }

    @Test("without lanes, projects stand one below another by their start, the undated last")
    func oneLane() throws {
        let lanes = try dataset.timeline().lanes
        #expect(lanes.count == 1)
        #expect(lanes[0].title.isEmpty)
        #expect(
            lanes[0].rows.map(\.id) == ["bomca", "partnerships", "calm", "regulating", "aeneas", "carmp"])
    }

    @Test("the fullest lane comes first, what is not said last")
    func lanesByRole() throws {
        #expect(
            try lanes(.donor) == [
                "ec: bomca partnerships regulating", "dfid: carmp", "ec-delegation: calm", "unknown: aeneas",
            ])
        #expect(
            try lanes(.implementer) == [
                "ilo: partnerships regulating", "iom: carmp", "iom-kyrgyzstan: calm", "undp: bomca",
                "unknown: aeneas",
            ])
        #expect(try dataset.timeline(lanes: .donor).lanes.last?.title == "donor not said")
        #expect(try dataset.timeline(lanes: .donor).lanes.first?.title == "European Commission")
    }

    @Test("a project stands in every lane that it belongs to")
    func severalLanes() throws {
        #expect(
            try lanes(.country) == [
                "kyrgyzstan: bomca partnerships calm regulating", "central-asia: carmp",
                "kazakhstan: partnerships", "tajikistan: bomca", "unknown: aeneas",
            ])
        #expect(
            try lanes(.theme).first == "labour-migration: partnerships calm regulating")
        #expect(
            try lanes(.kind) == [
                "project: partnerships calm regulating", "programme: bomca carmp", "instrument: aeneas",
            ])
    }

    @Test("a bar tells who, when and what is not said")
    func rows() throws {
        let rows = try dataset.timeline().lanes[0].rows
        let calm = try #require(rows.first { $0.id == "calm" })
        #expect(calm.name == "CALM" && calm.title == "Central Asian Labour Migration")
        #expect(calm.owner == "IOM Kyrgyzstan")
        #expect(calm.start == "2007-06" && calm.end == nil)
        #expect(rows.first { $0.id == "bomca" }?.end == "..")
        #expect(rows.first { $0.id == "carmp" }?.extent.isUnknown == true)
    }

    @Test("sightings and plans are told beside the period")
    func sightings() throws {
        let project = Record(
            .project, "seen",
            [
                "title": ["Seen"], "kind": ["project"], "active": ["2009-05", "2010"],
                "planned": ["2009-01/2010-12"],
            ])
        let rows = try SampleDossier.dataset(adding: project).timeline().lanes[0].rows
        let row = try #require(rows.first { $0.id == "seen" })
        #expect(row.seen.map(\.text) == ["2009-05"])
        #expect(row.extent.certainMonths?.text == "2009-05/2010-01")
        #expect(row.planned?.possibleMonths?.text == "2009-01/2010-12")
        #expect(row.start == nil)
    }

    @Test("dated events are marks; undated ones and those that did not take place are not")
    func marks() throws {
        #expect(try dataset.timeline().marks.map(\.id) == ["strategy"])
        var filter = Filter()
        filter.from = "2008"
        #expect(try dataset.timeline(filter).marks.isEmpty)
        filter.from = "2007"
        filter.kind = "project"
        #expect(try dataset.timeline(filter).marks.map(\.id) == ["strategy"])
        filter.ties[.theme] = ["border-management"]
        #expect(try dataset.timeline(filter).marks.isEmpty)
    }

    @Test("a clash joins two bars that are both shown")
    func clashes() throws {
        let clashes = try dataset.timeline().clashes
        #expect(
            clashes.map { "\($0.id): \($0.first) \($0.second)" }
                == ["ilo-iom: partnerships calm", "ilo-iom: regulating calm"])
        var filter = Filter()
        filter.ties[.implementer] = ["ilo"]
        #expect(try dataset.timeline(filter).clashes.isEmpty)
    }

    @Test("a timeline reaches from the first to the last month that anything is bounded by")
    func months() throws {
        #expect(try dataset.timeline().months?.text == "2003-01/2011-11")
        var filter = Filter()
        filter.ties[.project] = ["carmp"]
        #expect(try dataset.timeline(filter).months == nil)
    }

    @Test("what the filter leaves out is not drawn")
    func filtered() throws {
        var filter = Filter()
        filter.ties[.country] = ["tajikistan"]
        #expect(try dataset.timeline(filter, lanes: .donor).lanes.map(\.id) == ["ec"])
        filter.kind = "instrument"
        #expect(try dataset.timeline(filter, lanes: .donor).lanes.isEmpty)
    }
}
