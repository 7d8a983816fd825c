import GRDB
import Testing

@testable import Model

@Suite("A search that matches more than is ranked")
struct SearchCandidateTests {
    private func dataset(_ count: Int, adding title: String? = nil) throws -> Dataset {
        try IndexCompiler.compile(meta: DatasetDescription(id: "many", title: "Many")) { writer in
            try writer.add(Record(.source, "paper", ["title": ["Paper"], "type": ["report"]], cite: []))
            for index in 0..<count {
                try writer.add(
                    Record(
                        .project, "p-\(index)",
                        [
                            "title": [Value("Works in the valley \(index)")], "kind": ["project"],
                            "objectives": [Value("Better water for everybody, number \(index)")],
                        ]))
            }
            try writer.add(
                Record(
                    .project, "named",
                    ["title": ["Water for all"], "kind": ["project"], "acronym": ["WATER"]]))
            try writer.add(
                Record(.project, "titled", ["title": ["Clean water and soil"], "kind": ["project"]]))
            if let title {
                try writer.add(Record(.project, "added", ["title": [Value(title)], "kind": ["project"]]))
            }
        }
    }

    @Test("a name comes first, then what has the words in its title, wherever they stand in the index")
    func names() throws {
        let dataset = try dataset(SearchCandidates.most + 100)
        let ids = try dataset.find("water").map(\.name.id)
        #expect(ids.prefix(2) == ["named", "titled"])
        #expect(ids.count == 50)
        #expect(try dataset.find("wat", limit: 3).map(\.name.id).prefix(2) == ["named", "titled"])
    }

    @Test("passages are marked as in a search that ranks all")
    func passages() throws {
        let hits = try dataset(SearchCandidates.most + 100).find("water everybody", limit: 3)
        #expect(hits.count == 3)
        #expect(hits.allSatisfy { $0.snippet.string.contains("«water» for «everybody»") })
    }

    @Test("a filter narrows what is ranked")
    func filtered() throws {
        var filter = Filter()
        filter.text = "soil"
        let dataset = try dataset(SearchCandidates.most + 100)
        #expect(try dataset.find("water", filter: filter).map(\.name.id) == ["titled"])
    }

    @Test("a rarer word with the same beginning is found in a title")
    func rarer() throws {
        let dataset = try dataset(SearchCandidates.most + 100, adding: "Watered gardens")
        #expect(Set(try dataset.find("wat", limit: 3).map(\.name.id)) == ["named", "titled", "added"])
    }

    @Test("what is found at once is some of what matches")
    func quick() throws {
        let dataset = try dataset(SearchCandidates.most + 100, adding: "Watered gardens")
        try dataset.read { db in
            func found(_ pattern: String) throws -> Set<Int64> {
                try Set(
                    Int64.fetchAll(
                        db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: [pattern]))
            }
            for words in ["wat", "Water every", "better wat soil", "in the val"] {
                let all = try found(try #require(Filter.searchPattern(words)))
                let quick = try found(try #require(try CommonWords(db).pattern(words)))
                #expect(quick.isSubset(of: all), "\(words)")
                #expect(all.count <= 1 || quick.count > SearchCandidates.most, "\(words)")
            }
            #expect(try CommonWords(db).pattern("soil") == nil)
            #expect(try CommonWords(db).pattern("«wat»") == nil)
        }
    }

    @Test("few and many are ranked alike where both hold the same")
    func agreement() throws {
        let few = try dataset(200).find("water", limit: 5).map(\.name.id)
        let many = try dataset(SearchCandidates.most + 100).find("water", limit: 5).map(\.name.id)
        #expect(few.prefix(2) == many.prefix(2))
    }
}
