import Chance
import Testing

@testable import Model

@Suite("The order of a list by a column whose values recur")
struct ListRankingTests {
    @Test("SQLite's order of values, but what is not known comes last")
    func values() {
        let sorted: [ListValue] = [
            .number(-2), .number(7), .text(""), .text("B"), .text("a"), .text("b"), .text("é"), .unknown,
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test("Equals keep the order of names either way, the unknown stay last", arguments: 0..<20)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let keys = (0..<60).map { Int32(100 + 3 * $0) }
        let places = keys.indices.map(Int32.init).shuffled(using: &generator)
        let choices: [ListValue] = [.unknown, .text("x"), .text("y"), .text("Y"), .number(3)]
        var column = RecurringValues()
        var said: [ListValue] = []
        for _ in keys {
            let value = choices.randomElement(using: &generator) ?? .unknown
            said.append(value)
            column.append(value)
        }
        #expect(keys.indices.map { column[$0] } == said)
        let ranking = column.ranking(places, keys: keys)
        func listed(_ values: [ListValue]) -> [Int32] {
            values.flatMap { value in places.filter { said[Int($0)] == value }.map { keys[Int($0)] } }
        }
        let known: [ListValue] = [.number(3), .text("Y"), .text("x"), .text("y")]
        #expect(ranking.keys == listed(known + [.unknown]))
        #expect(ranking.descending == listed(known.reversed() + [.unknown]))
    }

    @Test("None are in no order")
    func empty() {
        let ranking = RecurringValues().ranking([], keys: [])
        #expect(ranking.keys.isEmpty && ranking.descending.isEmpty)
    }
}
