import Chance
import GRDB
import Testing

@testable import Model

@Suite("Sorting more numbers than there is room for")
struct NumberSorterTests {
    @Test(
        "However little room there is, each number is given once, in order", arguments: [1, 2, 7, 64, 10_000])
    func once(limit: Int) throws {
        try DatabaseQueue().write { db in
            let sorter = try NumberSorter(db, limit: limit)
            var random = SeededGenerator(seed: UInt64(limit))
            for round in 0..<3 {
                var expected: Set<UInt64> = []
                for _ in 0..<300 {
                    // Far apart, and close together so that many come again.
                    let number =
                        round == 1
                        ? UInt64.random(in: 0 ... .max, using: &random)
                        : UInt64(random.number(0...50))
                    try sorter.add(number)
                    expected.insert(number)
                }
                var given: [UInt64] = []
                try sorter.drain { given.append($0) }
                #expect(given == expected.sorted())
            }
        }
    }

    @Test("Runs longer than a page are joined")
    func pages() throws {
        try DatabaseQueue().write { db in
            let sorter = try NumberSorter(db, limit: 20_000)
            let numbers = (0..<50_000).map { UInt64($0) * 3 }
            for number in numbers.shuffled() { try sorter.add(number) }
            var given: [UInt64] = []
            try sorter.drain { given.append($0) }
            #expect(given == numbers)
            try sorter.drain { _ in Issue.record("It was empty.") }
        }
    }

    @Test("Who adds may be reading, one table after another")
    func whileReading() throws {
        try DatabaseQueue().write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE one (n INTEGER PRIMARY KEY);
                    CREATE TEMP TABLE other (n INTEGER PRIMARY KEY);
                    INSERT INTO one VALUES (1), (2), (3), (4), (5);
                    INSERT INTO other VALUES (6), (7), (8), (9);
                    """)
            let sorter = try NumberSorter(db, limit: 2)
            try RawRow.each(db, "SELECT n FROM other UNION ALL SELECT n FROM one") { row in
                try sorter.add(UInt64(row[0]))
            }
            var given: [UInt64] = []
            try sorter.drain { given.append($0) }
            #expect(given == Array(1...9))
            try sorter.drop()
            let tables = try String.fetchAll(db, sql: "SELECT name FROM temp.sqlite_master ORDER BY name")
            #expect(tables == ["one", "other"])
        }
    }

    @Test("Ties and facets come out of a number as they went in")
    func packed() {
        let tie = FacetTie(record: 268_435_455, dimension: 5, target: 268_435_454)
        #expect(FacetTie(packed: tie.packed) == tie)
        let facet = Facet(tie, under: 7, recordClass: 9)
        #expect(Facet(packed: facet.packed) == facet)
        #expect(facet.packed < Facet(tie, under: 8, recordClass: 0).packed)
    }
}
