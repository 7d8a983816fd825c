import Testing

@testable import Model

@Suite("Sets of keys")
struct KeySetTests {
    @Test("behave as sets of numbers do", arguments: 1...20 as ClosedRange<UInt64>)
    func sets(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func numbers() -> Set<Int64> {
            Set((0..<generator.number(0...60)).map { _ in Int64(generator.number(0...400)) })
        }
        let (one, other) = (numbers(), numbers())
        let keys = KeySet(one)
        #expect(keys.count == one.count)
        #expect((0...400).allSatisfy { keys.contains(Int64($0)) == one.contains(Int64($0)) })
        var both = keys
        both.formIntersection(KeySet(other))
        #expect(members(both) == one.intersection(other).sorted())
        var rest = keys
        rest.subtract(KeySet(other))
        #expect(members(rest) == one.subtracting(other).sorted())
        #expect(rest.count == one.subtracting(other).count)
        #expect((keys == KeySet(other)) == (one == other))
    }

    @Test("are equal whatever was in them before")
    func equality() {
        var large = KeySet([1, 1000])
        large.subtract(KeySet([1000]))
        #expect(large == KeySet([1]))
        #expect(KeySet([1]) == large)
    }

    private func members(_ keys: KeySet) -> [Int64] {
        var members: [Int64] = []
        keys.forEach { members.append($0) }
        return members
    }
}
