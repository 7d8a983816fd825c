import Testing

@testable import Model

@Suite("Numbers that lie in a temporary file")
struct LongNumbersTests {
    private static func numbers(_ count: Int, held: Int) -> LongNumbers {
        var builder = LongNumbers.Builder(held: held)
        for number in 0..<count { builder.append(Int32(number)) }
        return builder.finish()
    }

    @Test(
        "One by one they come as they were written, and then no more",
        arguments: [0, 1, 99, 100, 101, 200, 30_000], [100, 1 << 20])
    func one(count: Int, held: Int) {
        var reader = Self.numbers(count, held: held).reader()
        var read: [Int32] = []
        while reader.has(1) { read.append(reader.one()) }
        #expect(read == (0..<Int32(count)).map { $0 })
        let hasMore = reader.has(1)
        #expect(!hasMore)
    }

    @Test("Several at once come whole, across what is read at once, filed and held", arguments: 1...20)
    func several(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let held = Int.random(in: 1...40_000, using: &generator)
        var reader = Self.numbers(60_000, held: held).reader()
        var next = 0
        while next < 60_000 {
            let count = min(60_000 - next, Int.random(in: 1...20_000, using: &generator))
            if Bool.random(using: &generator) {
                let number = reader.has(1) ? reader.one() : nil
                #expect(number == Int32(next))
                next += 1
            } else {
                let numbers = reader.several(count)
                #expect(numbers == ArraySlice((next..<next + count).map(Int32.init)))
                next += count
            }
        }
        let hasMore = reader.has(1)
        #expect(!hasMore)
    }

    @Test("They outlive whoever wrote them, and a reader whoever holds them")
    func life() {
        var reader = { Self.numbers(1000, held: 10).reader() }()
        let last = reader.several(1000).last
        #expect(last == 999)
    }
}
