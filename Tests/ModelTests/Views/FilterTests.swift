import Model
import Testing

@Suite("Filters")
struct FilterTests {
    private var full: Filter {
        var filter = Filter()
        filter.ties = [.theme: ["migration", "border-management"], .project: ["calm"]]
        (filter.from, filter.to) = ("2005", "2009-06")
        (filter.status, filter.kind, filter.text) = ("closed", "programme", "border guards")
        return filter
    }

    @Test("the parts of a filter come in the order of the options")
    func parts() {
        #expect(
            full.parts.map { "\($0.option) \($0.value)" } == [
                "project calm", "theme migration", "theme border-management", "from 2005", "to 2009-06",
                "status closed", "kind programme", "text border guards",
            ])
        #expect(Filter().parts.isEmpty && Filter().isEmpty)
        #expect(!full.isEmpty)
    }

    @Test("lifting one part leaves the others, lifting all leaves nothing")
    func lifting() {
        for part in full.parts {
            #expect(full.lifting(part).parts == full.parts.filter { $0 != part })
        }
        #expect(full.parts.reduce(full) { $0.lifting($1) }.isEmpty)
        #expect(full.parts.reduce(full) { $0.lifting($1) } == Filter())
    }

    @Test("adding a value twice adds it once, and lifting it gives back what was")
    func adding() throws {
        let once = full.adding(.donor, "ec")
        #expect(once.adding(.donor, "ec") == once)
        #expect(once.ties[.donor] == ["ec"])
        let part = try #require(once.parts.first { $0.option == "donor" })
        #expect(once.lifting(part) == full)
        #expect(full.adding(.theme, "labour-migration").ties[.theme]?.count == 3)
    }

    @Test("the months of a filter reach from the earliest to the latest day of its dates")
    func months() {
        #expect(Filter().months == nil)
        #expect(full.months?.text == "2005-01/2009-06")
        var filter = Filter()
        filter.from = "2005?"
        #expect(filter.months?.text == "2004-01/..")
        filter = Filter()
        filter.to = "2009-21"
        #expect(filter.months?.text == "../2009-05")
    }

    @Test("a filter without values is empty, whatever dimensions it lists")
    func emptyDimensions() {
        var filter = Filter()
        filter.ties[.theme] = []
        #expect(filter.isEmpty)
    }

    @Test("every dimension names records of one class")
    func dimensions() {
        #expect(Filter.Dimension.donor.recordClass == .organisation)
        #expect(Filter.Dimension.country.recordClass == .place)
        #expect(Filter.Dimension.theme.recordClass == .theme)
    }
}
