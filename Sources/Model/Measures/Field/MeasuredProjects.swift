/// The projects of a field in the order of their keys, to be gone through as often as wanted: some forty bytes each, of
/// which only a stretch is in memory (``LongNumbers``), for there may be a million.
struct MeasuredProjects: Sequence, Sendable {
    /// Of each project its key, its four days as ``Extent/init(_:)`` takes them, how many donors, channels and
    /// implementers there are, and their keys in this order.
    private let numbers: LongNumbers
    private let tally: Tally
    private static let head = 8

    /// What is counted as they are taken in.
    fileprivate struct Tally {
        var (all, undated) = (0, 0)
        /// Those without a donor, and those without an implementer.
        var (withoutDonor, withoutImplementer) = (0, 0)
    }

    fileprivate init(_ numbers: LongNumbers, _ tally: Tally) {
        self.numbers = numbers
        self.tally = tally
    }

    var count: Int { tally.all }
    /// How many of them have no date.
    var undated: Int { tally.undated }

    /// In how many of them nobody is named in a role.
    func silent(_ role: MeasuredField.Role) -> Int {
        role == .donor ? tally.withoutDonor : tally.withoutImplementer
    }

    var isEmpty: Bool { count == 0 }
    var underestimatedCount: Int { count }

    func makeIterator() -> Iterator { Iterator(numbers.reader()) }

    struct Iterator: IteratorProtocol {
        private var reader: LongNumbers.Reader

        fileprivate init(_ reader: LongNumbers.Reader) { self.reader = reader }

        mutating func next() -> MeasuredField.Project? {
            guard reader.has(MeasuredProjects.head) else { return nil }
            let key = Int64(reader.one())
            let days = SIMD4(reader.one(), reader.one(), reader.one(), reader.one())
            let counts = (reader.one(), reader.one(), reader.one())
            return MeasuredField.Project(
                key: key, extent: Extent(days), donors: parties(counts.0), channels: parties(counts.1),
                implementers: parties(counts.2))
        }

        private mutating func parties(_ count: Int32) -> Parties {
            switch count {
            case 0: Parties(one: 0)
            case 1: Parties(one: reader.has(1) ? Int64(reader.one()) : 0)
            default: Parties(several: reader.several(Int(count)))
            }
        }
    }

    /// Those of which something holds.
    func those(where isWanted: (MeasuredField.Project) throws -> Bool) rethrows -> MeasuredProjects {
        var wanted = Builder()
        for project in self where try isWanted(project) { wanted.add(project) }
        return wanted.finish()
    }

    /// Takes projects in as they are read, in ascending order of keys.
    struct Builder {
        private var numbers: LongNumbers.Builder
        private var tally = Tally()
        /// Whoever of several counts.
        private let counted: ([Int64]) -> [Int64]

        init(held: Int = LongNumbers.held, counted: @escaping ([Int64]) -> [Int64] = { $0 }) {
            self.counted = counted
            numbers = LongNumbers.Builder(held: held)
        }

        /// - Parameter parties: donors, channels, implementers.
        mutating func add(_ key: Int64, days: SIMD4<Int32>, _ parties: [[Int64]]) {
            add(key, days, parties.map { $0.count < 2 ? $0 : counted($0) })
        }

        fileprivate mutating func add(_ project: MeasuredField.Project) {
            add(
                project.key, project.extent.days,
                [project.donors, project.channels, project.implementers])
        }

        private mutating func add(
            _ key: Int64, _ days: SIMD4<Int32>, _ parties: [some RandomAccessCollection<Int64>]
        ) {
            tally.all += 1
            if Extent(days).isUnknown { tally.undated += 1 }
            if parties[0].isEmpty { tally.withoutDonor += 1 }
            if parties[2].isEmpty { tally.withoutImplementer += 1 }
            numbers.append(Int32(key))
            for place in 0..<4 { numbers.append(days[place]) }
            for members in parties { numbers.append(Int32(members.count)) }
            for members in parties { numbers.append(contentsOf: members.lazy.map { Int32($0) }) }
        }

        consuming func finish() -> MeasuredProjects { MeasuredProjects(numbers.finish(), tally) }
    }
}

/// Who stands in a role of a project, each once, in the order of the sources: mostly one.
struct Parties: RandomAccessCollection, Sendable {
    private let one: Int64
    private let several: ArraySlice<Int32>

    /// - Parameter one: its key; 0 for nobody.
    init(one: Int64) { (self.one, several) = (one, []) }

    init(several: ArraySlice<Int32>) { (one, self.several) = (0, several) }

    var startIndex: Int { 0 }
    var endIndex: Int { several.isEmpty ? (one == 0 ? 0 : 1) : several.count }

    subscript(place: Int) -> Int64 { several.isEmpty ? one : Int64(several[several.startIndex + place]) }
}
