import Testing

@testable import Model

/// What one slip in a source must not take away.
@Suite("Measures of an untidy dataset")
struct UntidyMeasureTests {
    private func dataset(_ projects: [(String, String, [String])], _ organisations: [Record] = []) throws
        -> Dataset
    {
        var dossier = SampleDossier.dossier
        dossier.records += organisations
        dossier.records += projects.map { id, period, implementers in
            Record(
                .project, id,
                [
                    "title": [Value(id)], "kind": ["project"], "period": [Value(period)],
                    "participants": implementers.map { .takesPart($0, "implementing") }
                        + [.takesPart("dfid", "funding")],
                ])
        }
        return try IndexCompiler.compile(dossier)
    }

    private func measure(_ name: MeasureName, in dataset: Dataset) throws -> Measure {
        var view = View(.measures)
        view.measure = name
        return try #require(try dataset.measures(view).first)
    }

    @Test("a stray year leaves the series of the others, and is named")
    func stray() throws {
        let tidy = try measure(.presence, in: try SampleDossier.dataset())
        let stray = try measure(.presence, in: dataset([("old", "1700/1702", ["undp"])]))
        #expect(stray.value == tidy.value && stray.value != nil)
        #expect(stray.series.map(\.year) == tidy.series.map(\.year) && !stray.series.isEmpty)
        #expect(stray.years.string.contains("left out of the series: 1700, 1702"))
        #expect(try measure(.projects, in: dataset([("old", "1700/1702", [])])).series.count > 1)
        #expect(!tidy.years.string.contains("left out"))
    }

    @Test("of organisations that are each part of the other the first stays")
    func ring() throws {
        let ring = ["a", "b"].map { id in
            Record(.organisation, id, ["name": [Value(id)], "part-of": [id == "a" ? "b" : "a"]])
        }
        let dataset = try dataset([("ringed", "2010", ["a", "b"]), ("too", "2011", ["b", "a"])], ring)
        let field = try dataset.measuredField(Filter())
        let a = try dataset.organisationKey("a")
        let b = try dataset.organisationKey("b")
        let implementers = field.projects.map { Array($0.implementers) }
        #expect(implementers.contains { $0 == [a].compactMap { $0 } })
        #expect(implementers.contains { $0 == [b].compactMap { $0 } })
    }

    @Test("a part is left out beside its whole; a ring beside the whole of it all is left out too")
    func outermost() {
        let parts = ["office": ["country", "world"], "country": ["world"], "x": ["y"], "y": ["x"]]
        func outermost(_ list: [String]) -> [String] {
            list.outermost { parts[$0]?.contains($1) == true }
        }
        #expect(outermost(["office", "world", "country"]) == ["world"])
        #expect(outermost(["y", "office", "x"]) == ["y", "office"])
        #expect(["x", "y", "z"].outermost { $0 != "z" && $0 != $1 } == ["z"])
        #expect(outermost(["office"]) == ["office"])
    }

    @Test("a hand-over between rings still names somebody")
    func handOver() throws {
        func name(_ id: String) throws -> RecordName {
            try #require(try SampleDossier.dataset().names(of: [id])[id])
        }
        let ring = [try name("ilo"), try name("iom")]
        let handOver = HandOver(from: [try name("undp")], to: ring) { one, other in
            one != "undp" && other != "undp" && one != other
        }
        #expect(handOver?.joined.map(\.id) == ["ilo"])
    }

    @Test("the measures of all donors who leave are those of each by itself")
    func withdrawals() throws {
        let dataset = try SampleDossier.dataset()
        let builder = try MeasureBuilder(dataset, Filter())
        let all = try builder.withdrawals(8)
        #expect(all.count > 1)
        for measure in all {
            let name = try #require(measure.of.first)
            let key = try #require(try dataset.organisationKey(name.id))
            let own = try builder.withdrawal(of: MeasureBuilder.Actor(name: name, key: key))
            #expect(own.value == measure.value && own.groups == measure.groups && own.note == measure.note)
        }
    }

    @Test("in a large dataset a page leaves out what needs all of it, and says which key shows it")
    func deferred() throws {
        let dataset = try SampleDossier.dataset()
        let iom = try #require(try dataset.record("iom"))
        let own = try dataset.list(.project, filter: Filter().adding(.implementer, "iom")).count()
        #expect(own < (try dataset.list(.project).count()))
        let short = try #require(try dataset.recordMeasures(iom, most: own))
        #expect(short.measures.map(\.name) == [.dependency])
        #expect(short.deferred?.string.hasSuffix("# shows them") == true)
        let shorter = try #require(try dataset.recordMeasures(iom, most: own - 1))
        #expect(shorter.measures.isEmpty && shorter.deferred != nil)
        let full = try #require(try dataset.recordMeasures(iom))
        #expect(full.deferred == nil && full.measures.count > 1)
        #expect(full.measures.first?.value == short.measures.first?.value)
    }

    @Test("what is kept for the whole dataset is not taken for a part of it, whatever is asked first")
    func kept() throws {
        let dataset = try SampleDossier.dataset()
        var filter = Filter()
        filter.kind = "programme"
        let part = try dataset.measuredField(filter).projects.map(\.key)
        let whole = try dataset.measuredField(Filter()).projects.map(\.key)
        #expect(part.count < whole.count)
        #expect(try dataset.measuredField(filter).projects.map(\.key) == part)
        #expect(try dataset.measuredField(Filter()).projects.map(\.key) == whole)
        func cells(_ filter: Filter) throws -> Int {
            try dataset.cells(dataset.measuredField(filter).projects, filter).cells.count
        }
        #expect(try cells(filter) < cells(Filter()))
        let all = try dataset.portfolios(.themes, .implementer, Filter())
        let fresh = try SampleDossier.dataset().portfolios(.themes, .implementer, Filter())
        #expect(all == fresh)
        #expect(try dataset.portfolios(.themes, .implementer, Filter()) == all)
        #expect(try dataset.portfolios(.countries, .implementer, Filter()) != all)
        #expect(try dataset.portfolios(.themes, .donor, Filter()) != all)
    }
}
