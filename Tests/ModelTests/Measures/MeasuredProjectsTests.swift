import Testing

@testable import Model

@Suite("Projects that measures are computed from")
struct MeasuredProjectsTests {
    private static let parties: [[[Int64]]] = [
        [[], [], []], [[1], [], [2]], [[1, 3], [4], [2]], [[3, 1], [], [5, 6]], [[1, 3], [7, 8, 9], []],
    ]

    /// - Parameter held: how many numbers are held in memory.
    private static func projects(held: Int = 100, counted: @escaping ([Int64]) -> [Int64] = { $0 })
        -> MeasuredProjects
    {
        var builder = MeasuredProjects.Builder(held: held, counted: counted)
        for (place, parties) in parties.enumerated() {
            let day = Int32(place)
            builder.add(Int64(10 + place), days: SIMD4(day, day + 1, day + 2, day + 3), parties)
        }
        return builder.finish()
    }

    private static func lists(_ project: MeasuredField.Project) -> [[Int64]] {
        [project.donors, project.channels, project.implementers].map { $0.map { $0 } }
    }

    @Test(
        "What was put in comes out, wherever it lies: nobody, one, several, and dates",
        arguments: [1, 5, 9, 100])
    func roundTrip(held: Int) {
        let projects = Self.projects(held: held)
        #expect(projects.map(\.key) == [10, 11, 12, 13, 14])
        #expect(projects.map(Self.lists) == Self.parties)
        #expect(projects.map(\.extent.startEarliest.rawValue) == [0, 1, 2, 3, 4])
        #expect(projects.map(\.extent.endLatest.rawValue) == [3, 4, 5, 6, 7])
    }

    @Test("They are gone through as often as wanted, and by two at once")
    func again() {
        let projects = Self.projects(held: 3)
        #expect(zip(projects, projects).allSatisfy { $0.key == $1.key })
        #expect(projects.count { $0.donors.isEmpty } == 1)
        #expect(Array(projects).count == projects.count)
    }

    @Test("Some of them keep who stands in them")
    func some() {
        let some = Self.projects().those { $0.donors.contains(3) }
        #expect(some.map(\.key) == [12, 13, 14])
        #expect(some.map(Self.lists) == Array(Self.parties[2...]))
    }

    @Test("Of several, only who counts; of one it is not asked")
    func counts() {
        var asked: [[Int64]] = []
        let projects = Self.projects {
            asked.append($0)
            return $0.filter { $0 != 3 }
        }
        #expect(projects.map { $0.donors.map { $0 } } == [[], [1], [1], [1], [1]])
        #expect(asked == [[1, 3], [3, 1], [5, 6], [1, 3], [7, 8, 9]])
    }
}
