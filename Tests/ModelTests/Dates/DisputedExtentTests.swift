import Testing

@testable import Model

@Suite("Extents of disputed dates")
struct DisputedExtentTests {
    @Test("sources that differ make certain only what both say")
    func disputed() {
        let record = Record(
            id: "p", recordClass: .project,
            values: ["period": [Value("2005-03/2009-06"), Value("2006/2008-02")]])
        #expect(record.extent.certainMonths?.text == "2006-12/2008-02")
        #expect(record.extent.possibleMonths?.text == "2005-03/2009-06")
    }

    @Test("one period alone is its own extent")
    func single() throws {
        let record = Record(id: "p", recordClass: .project, values: ["period": [Value("2005-03/2009-06")]])
        let period = try #require(Period("2005-03/2009-06"))
        #expect(record.extent == Extent(period))
    }
}
