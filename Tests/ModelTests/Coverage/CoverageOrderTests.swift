import Model
import Testing

@Suite("Order of a coverage's rows")
struct CoverageOrderTests {
    /// Themes with, in each year named, two projects of different implementers; and one with a single actor.
    private func dataset(_ overlaps: [String: [Int]]) throws -> Dataset {
        var records = [
            Record(.source, "paper", ["title": ["Paper"], "type": ["article"]], cite: []),
            Record(.organisation, "left", ["name": ["Left"]]),
            Record(.organisation, "right", ["name": ["Right"]]),
        ]
        for (theme, years) in overlaps.sorted(by: { $0.key < $1.key }) {
            records.append(Record(.theme, theme, ["name": [Value(theme)]]))
            for year in years {
                for actor in ["left", "right"] {
                    records.append(
                        Record(
                            .project, "\(theme)-\(year)-\(actor)",
                            [
                                "title": [Value("\(theme) \(year) \(actor)")], "kind": ["project"],
                                "period": [Value(String(year))], "themes": [Value(theme)],
                                "participants": [.takesPart(actor, "implementing")],
                            ]))
                }
            }
        }
        records.append(Record(.theme, "calm", ["name": ["calm"]]))
        records.append(
            Record(
                .project, "alone",
                [
                    "title": ["alone"], "kind": ["project"], "period": ["2000/2009"], "themes": ["calm"],
                    "participants": [.takesPart("left", "implementing")],
                ]))
        return try IndexCompiler.compile(
            Dossier(id: "o", title: "O", description: "O.", language: "en", records: records))
    }

    private func rows(_ dataset: Dataset, _ sort: String?) throws -> [String] {
        var view = View(.coverage)
        view.sort = sort.map { View.Sort(text: $0) }
        return try dataset.coverage(view).rows.map(\.id)
    }

    @Test("by name, by size, and the other way round")
    func plain() throws {
        let dataset = try dataset(["beta": [2001, 2002], "alpha": [2001]])
        #expect(try rows(dataset, "name") == ["alpha", "beta", "calm"])
        #expect(try rows(dataset, nil) == ["beta", "alpha", "calm"])
        #expect(try rows(dataset, "-size") == ["calm", "alpha", "beta"])
    }

    @Test("rows that overlap in the same years stand side by side; those without overlaps come last")
    func clusters() throws {
        // By size and name, the old and the new ones would alternate.
        let dataset = try dataset([
            "a-old": [2001, 2002, 2003], "b-new": [2007, 2008, 2009], "c-old": [2001, 2002],
            "d-new": [2008, 2009], "e-old": [2002, 2003],
        ])
        #expect(try rows(dataset, "size") == ["a-old", "b-new", "c-old", "d-new", "e-old", "calm"])
        #expect(try rows(dataset, "conflicts") == ["a-old", "c-old", "e-old", "b-new", "d-new", "calm"])
    }

    @Test("a limit leaves the first rows")
    func limit() throws {
        var view = View(.coverage)
        view.limit = 1
        #expect(try dataset(["beta": [2001, 2002]]).coverage(view).rows.map(\.id) == ["beta"])
    }
}
