import Testing

@testable import Model
@testable import corpus

@Suite("Projects by year")
struct ProjectYearsTests {
    @Test(
        "counting by changes gives what asking each project for each year gives",
        arguments: [1, 2, 3] as [UInt64])
    func asAsked(_ seed: UInt64) throws {
        var extents: [Extent] = []
        Corpus(projects: 300, seed: seed).records { record in
            if record.recordClass == .project { extents.append(record.extent) }
        }
        var years = ProjectYears()
        for extent in extents { years.add(extent) }
        let counted = years.years
        #expect(counted.count > 20)
        #expect(years.undated == extents.count { $0.isUnknown })
        for year in counted {
            let span = try #require(
                MonthSpan(Month(year: year.year, month: 1), Month(year: year.year, month: 12)))
            let asked = extents.filter { !$0.isUnknown }.map { $0.runs(in: span) }
            #expect(year.certain == asked.count { $0 == .certain }, "\(year.year)")
            #expect(year.possible == asked.count { $0 != .none }, "\(year.year)")
        }
    }
}
