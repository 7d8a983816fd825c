import Model
import Testing

@testable import TUI

@Suite("Counts of a timeline from the index")
struct TimelineSourceActivityTests {
    private static func filters(_ dataset: Dataset) throws -> [Filter] {
        let donors = try dataset.list(.organisation).ids(limit: 4).map { Filter().adding(.organisation, $0) }
        let places = try dataset.list(.place).ids(limit: 3).map { Filter().adding(.country, $0) }
        return [Filter()] + donors + places
    }

    @Test("are those of a timeline that holds all its rows")
    func counts() throws {
        let dataset = try BasinDossier.dataset.get()
        for filter in try Self.filters(dataset) {
            let timeline = try dataset.timeline(filter)
            let source = try dataset.timelineSource(filter)
            let (one, other) = (TimelineChart(timeline), TimelineChart(source))
            #expect(one.months == other.months)
            #expect(one.rows.rowCount == other.rows.rowCount)
            for year in 1950...2040 {
                for month in 1...12 {
                    let month = Month(year: year, month: month)
                    #expect(
                        one.activity.counts(in: month) == other.activity.counts(in: month), "\(month.text)")
                }
            }
            #expect(one.activity.certain.peak == other.activity.certain.peak)
        }
    }
}
