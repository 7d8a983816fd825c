/// The projects of a field, by key, in columns: some thirty bytes each, for there may be a million.
struct MeasuredProjects: RandomAccessCollection, Sendable {
    private var keys: [Int32] = []
    /// As ``Extent/init(_:)`` takes them.
    private var days: [SIMD4<Int32>] = []
    /// Of each project the donors, the channels and the implementers: 0 for nobody, the key of one who stands alone,
    /// or less than 0, -1 for those who begin at the first place of ``several``.
    private var members: [Int32] = []
    /// How many they are, and their keys, again and again.
    private var several: [Int32] = []

    private static let roles = 3

    init() {}

    var startIndex: Int { 0 }
    var endIndex: Int { keys.count }

    subscript(place: Int) -> MeasuredField.Project {
        let first = place * Self.roles
        return MeasuredField.Project(
            key: Int64(keys[place]), extent: Extent(days[place]), donors: parties(members[first]),
            channels: parties(members[first + 1]), implementers: parties(members[first + 2]))
    }

    private func parties(_ member: Int32) -> Parties {
        guard member < 0 else { return Parties(one: Int64(member)) }
        let place = Int(-1 - member)
        return Parties(several: several[place + 1..<place + 1 + Int(several[place])])
    }

    func key(_ place: Int) -> Int64 { Int64(keys[place]) }

    /// Those of which something holds.
    func those(where isWanted: (MeasuredField.Project) throws -> Bool) rethrows -> MeasuredProjects {
        var wanted = MeasuredProjects()
        wanted.several = several
        for (place, project) in enumerated() where try isWanted(project) {
            wanted.keys.append(keys[place])
            wanted.days.append(days[place])
            wanted.members += members[place * Self.roles..<(place + 1) * Self.roles]
        }
        return wanted
    }

    /// Takes projects in as they are read.
    struct Builder {
        private var projects = MeasuredProjects()
        /// Whoever of several counts.
        private let counted: ([Int64]) -> [Int64]

        /// - Parameter most: as many as may come, for which room is made: to make room again and again takes twice
        ///   as much.
        init(most: Int, counted: @escaping ([Int64]) -> [Int64]) {
            self.counted = counted
            projects.keys.reserveCapacity(most)
            projects.days.reserveCapacity(most)
            projects.members.reserveCapacity(most * MeasuredProjects.roles)
        }

        /// Keys come in ascending order.
        ///
        /// - Parameter parties: donors, channels, implementers.
        mutating func add(_ key: Int64, days: SIMD4<Int32>, _ parties: [[Int64]]) {
            projects.keys.append(Int32(key))
            projects.days.append(days)
            for list in parties { projects.members.append(member(list)) }
        }

        private mutating func member(_ list: [Int64]) -> Int32 {
            if list.count < 2 { return Int32(list.first ?? 0) }
            let left = counted(list)
            if left.count < 2 { return Int32(left.first ?? 0) }
            let place = projects.several.count
            projects.several.append(Int32(left.count))
            projects.several += left.map(Int32.init)
            return -1 - Int32(place)
        }

        consuming func finish() -> MeasuredProjects { projects }
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
