import Model

/// A made-up dataset of any size with the skew of real ones: few donors give most, few countries and themes get
/// most, dates are known as well or as badly as sources know them. The same numbers give the same corpus; none of
/// it is held in memory.
package struct Corpus {
    private let count: Int
    private let seed: UInt64

    package init(projects: Int, seed: UInt64) {
        count = projects
        self.seed = seed
    }

    package var meta: DatasetDescription {
        DatasetDescription(
            id: "corpus-\(count)-\(seed)", title: "A generated corpus of \(count) projects",
            description: "Made up for measuring; nothing in it is real.", language: "en")
    }

    /// Calls `add` with each record: sources, places, themes, organisations, then project by project.
    package func records(_ add: (Record) throws -> Void) rethrows {
        let cast = Cast(projects: count, seed: seed)
        let sources = max(5, count / 400)
        for index in 0..<sources { try add(source(index, cast)) }
        for record in World.records { try add(record) }
        for index in 0..<cast.donors { try add(cast.record(donor: index)) }
        for index in 0..<cast.implementers { try add(cast.record(implementer: index)) }
        let projects = ProjectWriting(cast: cast, seed: seed, sources: sources)
        let ties = TieWriting(projects)
        for index in 0..<count {
            let plan = Plan(index, cast, seed: seed)
            try add(projects.record(plan))
            for record in ties.flows(plan) + ties.others(plan) { try add(record) }
        }
    }

    private func source(_ index: Int, _ cast: Cast) -> Record {
        let year = "\(2005 + index % 21)"
        return Record(
            id: "s-\(index)", recordClass: .source,
            values: [
                "title": [Value("Register of activities, \(cast.name(donor: index % cast.donors)), \(year)")],
                "type": [Value("report")], "year": [Value(year)],
            ])
    }
}
