/// What loses its only named support when a donor, and all that is part of it, leaves. What nobody is named to
/// fund is not known to have lost anything.
struct Withdrawal: Sendable {
    private let leaving: Set<Int64>
    let funded: Int
    /// How many projects lose all their named donors.
    let lost: Int
    /// Keys of the first of these.
    let first: [Int64]
    /// Implementers of these, and how much of what they do is lost.
    let implementers: [Loser]

    struct Loser: Sendable {
        let key: Int64
        fileprivate(set) var lost = 0
        /// Projects of it with a named donor.
        fileprivate(set) var supported = 0
        /// Projects of it of which no donor is named.
        fileprivate(set) var unknown = 0

        fileprivate mutating func count(_ project: MeasuredField.Project, _ isLost: Bool) {
            if isLost { lost += 1 }
            if project.donors.isEmpty { unknown += 1 } else { supported += 1 }
        }

        /// Every project of it is lost, and of none is the donor unknown.
        var losesAll: Bool { lost == supported && unknown == 0 }
    }

    /// - Parameter listed: how many of the projects are named.
    init(_ donor: Int64, _ field: MeasuredField, listed: Int) {
        let leaving = Set(field.wholes.keys.filter { field.isWithin($0, donor) }).union([donor])
        var (funded, lost) = (0, 0)
        var first: [Int64] = []
        var all: [Int64: Loser] = [:]
        for project in field.projects {
            let isLost = Self.isLost(project, leaving)
            if isLost || project.donors.contains(where: leaving.contains) { funded += 1 }
            if isLost {
                lost += 1
                if lost <= listed { first.append(project.key) }
            }
            for implementer in project.implementers {
                all[implementer, default: Loser(key: implementer)].count(project, isLost)
            }
        }
        self.leaving = leaving
        self.funded = funded
        self.lost = lost
        self.first = first
        implementers = all.values.filter { $0.lost > 0 }.sorted { ($0.lost, $1.key) > ($1.lost, $0.key) }
    }

    private static func isLost(_ project: MeasuredField.Project, _ leaving: Set<Int64>) -> Bool {
        !project.donors.isEmpty && project.donors.allSatisfy(leaving.contains)
    }

    /// Whether all named donors of a project leave.
    func isLost(_ project: MeasuredField.Project) -> Bool { Self.isLost(project, leaving) }

    /// For every donor, and whatever it is part of, how many projects would lose their only named support.
    static func counts(_ field: MeasuredField) -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        for project in field.projects {
            guard let first = project.donors.first else { continue }
            var all = (field.wholes[first] ?? []).union([first])
            for donor in project.donors.dropFirst() {
                all.formIntersection((field.wholes[donor] ?? []).union([donor]))
            }
            for donor in all { counts[donor, default: 0] += 1 }
        }
        return counts
    }
}
