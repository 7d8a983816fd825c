import GRDB

extension TimelineTally {
    /// How much of what is selected runs when: of all projects the index knows it.
    init(_ db: Database, among keys: KeySet?) throws {
        guard keys == nil else {
            self = try TimelineTally(db, counting: keys)
            return
        }
        var months: [String: MonthTally] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT what, month, starts, ends FROM month_count")
        while let row = try rows.next() {
            months[row[0], default: MonthTally()].add(month: row[1], starts: row[2], ends: row[3])
        }
        certain = months["certain"] ?? MonthTally()
        possible = months["possible"] ?? MonthTally()
        owners = months["owners"] ?? MonthTally()
        let undated = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'undated'")
        self.undated = undated.flatMap(Int.init) ?? 0
        if let drawn = months["drawn"], let first = drawn.starts.keys.min(), let last = drawn.ends.keys.max()
        {
            self.months = MonthSpan(Month(index: first), Month(index: last))
        }
    }

    /// What the index keeps of it.
    var counts: [(what: String, months: MonthTally)] {
        [
            ("certain", certain), ("possible", possible), ("owners", owners),
            ("drawn", MonthTally(months.map { [$0] } ?? [])),
        ]
    }

    /// The same from the vectors of days.
    init(_ db: Database, counting keys: KeySet?) throws {
        let vectors = try ListVectors(db, .project)
        var bounds = (first: Int32.max, last: Int32.min)
        try vectors.eachExtent { key, extent in
            guard keys?.contains(Int64(key)) != false else { return }
            guard let run = extent.drawn else {
                undated += 1
                return
            }
            possible.add(MonthSpan(between: run.startEarliest.month, and: run.endLatest.month))
            if let months = run.certainMonths { certain.add(months) }
        }
        try vectors.eachPair(.keys, .drawnFirst, .drawnLast) { key, first, last in
            guard keys?.contains(Int64(key)) != false, first <= last else { return }
            bounds = (min(bounds.first, first), max(bounds.last, last))
        }
        if bounds.first <= bounds.last {
            months = MonthSpan(
                between: Day(rawValue: Int(bounds.first)).month, and: Day(rawValue: Int(bounds.last)).month)
        }
        try addOwners(vectors, keys)
    }

    /// Projects come by who implements them and then by their starts: each owner's spans are made one where they
    /// meet, so that an owner of two projects counts once.
    private mutating func addOwners(_ vectors: ListVectors, _ keys: KeySet?) throws {
        var current: (owner: Int32, span: MonthSpan)?
        try vectors.eachTeam { team in
            guard keys?.contains(Int64(team.key)) != false else { return }
            let span = MonthSpan(
                between: Month(index: Int(team.first)), and: Month(index: Int(team.last)))
            if let (owner, running) = current, owner == team.owner, span.first <= running.last {
                current = (
                    owner, MonthSpan(between: running.first, and: max(running.last, span.last))
                )
                return
            }
            if let (_, running) = current { owners.add(running) }
            current = (team.owner, span)
        }
        if let (_, running) = current { owners.add(running) }
    }
}

extension Extent {
    /// The bounding days as they are drawn and counted; nil when nothing dates it. Dates that contradict each
    /// other (an end before the start) leave nothing certain and everything between them possible.
    package var drawn: Extent? {
        guard !isUnknown else { return nil }
        guard startEarliest > endLatest else { return self }
        return Extent(
            startEarliest: endLatest, startLatest: startEarliest, endEarliest: endLatest,
            endLatest: startEarliest)
    }
}
