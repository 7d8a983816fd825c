import GRDB
import Testing

@testable import Model

@Suite("Ties on their way into facets")
struct FacetTieDraftTests {
    @Test(
        "However little room there is, each tie is written once, in order", arguments: [1, 2, 7, 64, 10_000])
    func once(limit: Int) throws {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TEMP TABLE tie (\(FacetTieDraft.columns)) WITHOUT ROWID")
            var random = SeededGenerator(seed: UInt64(limit))
            var draft = try FacetTieDraft(db, limit: limit)
            var expected: Set<[Int64]> = []
            for round in 0..<3 {
                for _ in 0..<200 {
                    // Keys as large as they may be, too.
                    let record = Int64(random.number(1...9)) * (round == 1 ? 29_000_000 : 1)
                    let target = Int64(random.number(1...5))
                    let dimension = random.number(0...5)
                    try draft.add(FacetTie(record: record, dimension: dimension, target: target))
                    expected.insert([record, Int64(dimension), target])
                }
                try draft.finish()
                let rows = try Row.fetchAll(db, sql: "SELECT record, dimension, target FROM tie")
                #expect(Set(rows.map { [$0[0], $0[1], $0[2]] }) == expected)
            }
            try draft.drop()
        }
    }

    @Test("Who adds while it reads the table does not meet what was added")
    func apart() throws {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TEMP TABLE tie (\(FacetTieDraft.columns)) WITHOUT ROWID")
            for record in 1...5 {
                try db.execute(sql: "INSERT INTO tie VALUES (?, 0, 1)", arguments: [record])
            }
            var draft = try FacetTieDraft(db, limit: 1)
            var met: [Int64] = []
            try NumberRow.each(db, "SELECT record FROM tie ORDER BY record") { row in
                met.append(row[0])
                try draft.add(FacetTie(record: row[0] + 5, dimension: 0, target: 1))
                try draft.add(FacetTie(record: row[0] + 10, dimension: 0, target: 1))
            }
            #expect(met == [1, 2, 3, 4, 5])
            try draft.finish()
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM tie") == 15)
        }
    }
}
