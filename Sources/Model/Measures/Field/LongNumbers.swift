/// Numbers that are written one after another, and then gone through from the first on as often as wanted. All but the
/// last stretch of many lie in a temporary file, so that they take the same memory however many they are.
struct LongNumbers: Sendable {
    /// How many are held: a megabyte.
    static let held = 1 << 18

    private let file: ScratchFile?
    /// How many lie in the file, before those that are held.
    private let filed: Int
    private let rest: [Int32]

    /// None.
    init() { (file, filed, rest) = (nil, 0, []) }

    private init(_ file: ScratchFile?, _ filed: Int, _ rest: [Int32]) {
        self.file = file
        self.filed = filed
        self.rest = rest
    }

    // MARK: Writing

    struct Builder {
        private let held: Int
        private var file: ScratchFile?
        private var filed = 0
        private var rest: [Int32] = []
        private var isFull = false

        /// - Parameter held: how many are held in memory.
        init(held: Int = LongNumbers.held) { self.held = held }

        mutating func append(_ number: Int32) {
            rest.append(number)
            if rest.count >= held, !isFull { spill() }
        }

        mutating func append(contentsOf numbers: some Sequence<Int32>) {
            for number in numbers { append(number) }
        }

        /// Without a file, and without room in it, they stay in memory.
        private mutating func spill() {
            if file == nil { file = ScratchFile() }
            guard let file, file.write(rest, at: filed) else {
                isFull = true
                return
            }
            filed += rest.count
            rest.removeAll(keepingCapacity: true)
        }

        consuming func finish() -> LongNumbers { LongNumbers(file, filed, rest) }
    }

    // MARK: Reading

    func reader() -> Reader { Reader(self) }

    struct Reader {
        /// How many are read at once.
        private static let piece = 1 << 13

        private let numbers: LongNumbers
        /// Those at hand, and the place of the first that was not given yet.
        private var hand: [Int32]
        private var next = 0
        /// How many of the file were read, and whether those that are held came after.
        private var read = 0
        private var isAtRest: Bool

        fileprivate init(_ numbers: LongNumbers) {
            self.numbers = numbers
            isAtRest = numbers.filed == 0
            hand = isAtRest ? numbers.rest : []
        }

        private var isLast: Bool { read == numbers.filed }

        /// Whether there is one more, and with it as many as were written together.
        mutating func has(_ count: Int) -> Bool {
            if hand.count - next < count { turn(count) }
            return hand.count - next >= count
        }

        /// The next one of those that there are.
        mutating func one() -> Int32 {
            next += 1
            return hand[next - 1]
        }

        /// As many as were written together.
        mutating func several(_ count: Int) -> ArraySlice<Int32> {
            guard has(count) else { return [] }
            next += count
            return hand[next - count..<next]
        }

        /// Has at least so many at hand, if there are as many.
        private mutating func turn(_ wanted: Int) {
            guard let file = numbers.file else { return }
            var left = Array(hand[next...])
            while left.count < wanted, !isLast {
                let end = min(numbers.filed, read + max(Self.piece, wanted - left.count))
                left += file.read(read..<end)
                read = end
            }
            // Where the file ends, those that are held follow.
            if isLast, !isAtRest, left.count < wanted {
                left += numbers.rest
                isAtRest = true
            }
            (hand, next) = (left, 0)
        }
    }
}
