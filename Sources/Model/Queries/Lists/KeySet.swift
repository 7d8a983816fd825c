/// A set of keys of records: a bit for each record of the index, so that a million cost 125 kilobytes.
struct KeySet: Sendable, Hashable {
    private var words: [UInt64] = []
    private(set) var count = 0

    init() {}

    init(_ keys: some Sequence<Int64>) {
        for key in keys { insert(key) }
    }

    var isEmpty: Bool { count == 0 }

    mutating func insert(_ key: Int64) {
        let (word, bit) = (Int(key >> 6), UInt64(1) << UInt64(key & 63))
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(words.count, word + 1 - words.count)))
        }
        guard words[word] & bit == 0 else { return }
        words[word] |= bit
        count += 1
    }

    func contains(_ key: Int64) -> Bool {
        let word = Int(key >> 6)
        return word < words.count && words[word] & (1 << UInt64(key & 63)) != 0
    }

    mutating func formIntersection(_ other: KeySet) {
        words.removeLast(max(0, words.count - other.words.count))
        count = 0
        for index in words.indices {
            words[index] &= other.words[index]
            count += words[index].nonzeroBitCount
        }
    }

    mutating func subtract(_ other: KeySet) {
        count = 0
        for index in words.indices {
            if index < other.words.count { words[index] &= ~other.words[index] }
            count += words[index].nonzeroBitCount
        }
    }

    /// Ascending.
    func forEach(_ body: (Int64) throws -> Void) rethrows {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                try body(Int64(index << 6 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(count) }

    static func == (left: KeySet, right: KeySet) -> Bool {
        guard left.count == right.count else { return false }
        let shared = min(left.words.count, right.words.count)
        return left.words[..<shared] == right.words[..<shared]
    }
}
