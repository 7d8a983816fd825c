import Testing

@testable import Model

/// What is computed some years, or some implementers, at a time, so that a large field takes no more memory.
@Suite("Measures computed part by part")
struct PartwiseTests {
    @Test("Shares year by year do not hang on how many years are weighed at once", arguments: [1, 7, 40])
    func years(weights: Int) throws {
        let projects = try SampleDossier.dataset().measuredField(Filter()).projects
        let years = 1990...2030
        for role in [MeasuredField.Role.donor, .implementer] {
            let whole = YearShares(projects, role, years)
            let parted = YearShares(projects, role, years, weights: weights)
            for (facts, expected) in zip(
                parted.certain + parted.possible, whole.certain + whole.possible)
            {
                #expect(facts.projects == expected.projects && facts.actors == expected.actors)
                #expect(facts.herfindahl == expected.herfindahl && facts.lead == expected.lead)
            }
            #expect(whole.possible.contains { $0.actors > 1 } && parted.possible.count == years.count)
        }
    }

    @Test("Presence month by month does not hang on how many implementers are looked at at once")
    func presence() throws {
        let builder = try MeasureBuilder(SampleDossier.dataset(), Filter())
        let named = builder.field.named(.implementer).count
        let window = MonthSpan(
            between: Month(year: 1990, month: 1), and: Month(year: 2030, month: 12))
        let whole = builder.monthlyPresence(of: named, within: window)
        #expect(named > 2 && !whole.runs.isEmpty)
        for together in 1...named {
            #expect(builder.monthlyPresence(of: named, within: window, together: together).runs == whole.runs)
        }
    }

    @Test("Of many projects of one the same months are left as of all at once", arguments: 1...20)
    func spans(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let extents = (0..<200).map { _ in
            let first = Int32(generator.number(0...40_000))
            return Extent(SIMD4(first, first + 10, first + 200, first + 400))
        }
        var draft = Presence.Draft(within: nil)
        for extent in extents { draft.add(extent) }
        let months = Set(
            extents.compactMap(\.possibleMonths).flatMap { Array($0.first.index...$0.last.index) })
        #expect(Set(draft.presence.possible.spans.flatMap { $0.first.index...$0.last.index }) == months)
        #expect(draft.presence.dated == 200 && draft.presence.possible.count == months.count)
    }
}
