/// What loses its only named support when a donor, and all that is part of it, leaves. What nobody is named to
/// fund is not known to have lost anything.
struct Withdrawal: Sendable {
    let funded: Int
    /// Places, in the field, of projects whose named donors all leave.
    let lost: [Int]
    /// Implementers of these, and how much of what they do is lost.
    let implementers: [Loser]

    struct Loser: Sendable {
        let key: Int64
        let lost: Int
        /// Projects of it with a named donor.
        let supported: Int
        /// Projects of it of which no donor is named.
        let unknown: Int

        /// Every project of it is lost, and of none is the donor unknown.
        var losesAll: Bool { lost == supported && unknown == 0 }
    }

    init(_ donor: Int64, _ field: MeasuredField) {
        var lost: [Int] = []
        var funded = 0
        for (place, project) in field.projects.enumerated() where !project.donors.isEmpty {
            let leaving = project.donors.count { field.isWithin($0, donor) }
            if leaving > 0 { funded += 1 }
            if leaving == project.donors.count { lost.append(place) }
        }
        var losses: [Int64: Int] = [:]
        for place in lost {
            for implementer in field.projects[place].implementers { losses[implementer, default: 0] += 1 }
        }
        var supported: [Int64: Int] = [:]
        var unknown: [Int64: Int] = [:]
        for project in field.projects {
            for implementer in project.implementers where losses[implementer] != nil {
                if project.donors.isEmpty {
                    unknown[implementer, default: 0] += 1
                } else {
                    supported[implementer, default: 0] += 1
                }
            }
        }
        self.funded = funded
        self.lost = lost
        implementers = losses.map { key, count in
            Loser(key: key, lost: count, supported: supported[key] ?? 0, unknown: unknown[key] ?? 0)
        }.sorted { ($0.lost, $1.key) > ($1.lost, $0.key) }
    }

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
