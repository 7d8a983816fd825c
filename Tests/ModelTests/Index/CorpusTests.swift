import Testing

import class GRDB.Row

@testable import Model
@testable import corpus

@Suite("A generated corpus")
struct CorpusTests {
    private func records(_ projects: Int, seed: UInt64) -> [Record] {
        var records: [Record] = []
        Corpus(projects: projects, seed: seed).records { records.append($0) }
        return records
    }

    @Test("is the same for the same numbers, and another for another seed")
    func deterministic() {
        #expect(records(120, seed: 1) == records(120, seed: 1))
        #expect(records(120, seed: 1) != records(120, seed: 2))
    }

    @Test("names only what is in it, and no id twice")
    func sound() {
        let records = records(400, seed: 5)
        let ids = Set(records.map(\.id))
        #expect(ids.count == records.count)
        let dangling = records.flatMap { record in record.namedIds.filter { !ids.contains($0) } }
        #expect(dangling == [])
    }

    @Test("writes dates that are EDTF and terms that are terms")
    func valid() throws {
        for record in records(400, seed: 3) {
            for field in record.recordClass.fields {
                for value in record.values(field.key) {
                    switch field.kind {
                    case .period, .date: #expect(Period(value.text) != nil, "\(record.id) \(value.text)")
                    case .term(let vocabulary) where field.key != "follow-up":
                        #expect(vocabulary.terms.contains(value.text), "\(record.id) \(value.text)")
                    default: continue
                    }
                }
            }
        }
    }

    @Test("has the skew of real data: few donors give most, some projects have no date")
    func skew() throws {
        let corpus = Corpus(projects: 600, seed: 1)
        let dataset = try IndexCompiler.compile(meta: corpus.meta) { writer in
            try corpus.records { try writer.add($0) }
        }
        #expect(try dataset.list(.project).count() == 600)
        let overview = try dataset.overview()
        let funded = overview.donors.map(\.projects)
        #expect((funded.first ?? 0) > 5 * (funded.last ?? 0))
        #expect((1...120).contains(overview.undated))
        #expect(try !dataset.find("agriculture").isEmpty)
        #expect(try dataset.list(.flow).rows(0, 5).count == 5)
        #expect(try dataset.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
    }
}
