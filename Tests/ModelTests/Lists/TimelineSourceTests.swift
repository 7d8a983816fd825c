import Testing

@testable import Model

@Suite("A timeline fetched by windows")
struct TimelineSourceTests {
    private let dataset: Dataset

    init() throws { dataset = try PlainList.corpus() }

    private static let ways: [View.Lanes?] = [nil, .kind, .donor, .implementer, .theme, .country]

    @Test("has the lanes and rows of one that holds them all", arguments: ways)
    func lanes(_ way: View.Lanes?) throws {
        var generator = SeededGenerator(seed: 3)
        for filter in try [Filter()] + PlainList.filters(dataset, &generator, 8) {
            let whole = try dataset.timeline(filter, lanes: way)
            let source = try dataset.timelineSource(filter, lanes: way)
            let held = whole.lanes.filter { !$0.rows.isEmpty }
            let lanes = source.lanes.enumerated().filter { $0.element.count > 0 }
            #expect(lanes.map(\.element.id) == held.map(\.id))
            #expect(lanes.map(\.element.title) == held.map(\.title))
            #expect(lanes.map(\.element.count) == held.map(\.rows.count))
            for ((index, lane), other) in zip(lanes, held) {
                let offset = generator.number(0...lane.count - 1)
                #expect(
                    try source.rows(index, offset, 5) == Array(other.rows.dropFirst(offset).prefix(5)))
            }
            #expect(source.clashes == whole.clashes)
            #expect(source.marks == whole.marks)
        }
    }

    @Test("finds the place of a project in its first lane", arguments: ways)
    func places(_ way: View.Lanes?) throws {
        let whole = try dataset.timeline(lanes: way)
        let source = try dataset.timelineSource(lanes: way)
        for id in try dataset.list(.project).ids().prefix(60) {
            let place = try #require(try source.place(of: id))
            let lane = try #require(whole.lanes.firstIndex { $0.rows.contains { $0.id == id } })
            #expect(place.lane == lane)
            #expect(place.row == whole.lanes[lane].rows.firstIndex { $0.id == id })
        }
        #expect(try source.place(of: "nobody") == nil)
    }
}
