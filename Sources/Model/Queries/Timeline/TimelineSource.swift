import GRDB

/// A timeline of any length: its lanes and how many rows they have, how much runs when, its events and clashes;
/// rows are fetched a window at a time.
package struct TimelineSource: Sendable {
    /// Rows that belong together; a project may stand in several lanes.
    package struct Lane: Sendable {
        package let id: String
        /// Empty when there is only one lane.
        package let title: SafeText
        package let count: Int
        let members: TimelineLanes.Members
    }

    private let dataset: Dataset
    private let filter: Filter
    package let lanes: [Lane]
    package let tally: TimelineTally
    package let marks: [Timeline.Mark]
    package let clashes: [Timeline.Clash]
    /// Columns that the names of who implements take at most; 10 is as good as any more.
    package let ownerWidth: Int

    init(_ dataset: Dataset, _ filter: Filter, _ lanes: View.Lanes?) throws {
        self.dataset = dataset
        self.filter = filter
        marks = try dataset.marks(filter)
        clashes = try dataset.clashes(filter)
        (self.lanes, tally, ownerWidth) = try dataset.read { db in
            let keys = try dataset.selection(db, .project, filter)
            let lanes = try TimelineLanes(db, keys, dataset.interruption).lanes(lanes)
            return (lanes, try TimelineTally(db, among: keys), try Self.ownerWidth(db, keys))
        }
    }

    /// Rows of a lane, in the order of their starts.
    package func rows(_ lane: Int, _ offset: Int, _ limit: Int) throws -> [Timeline.Row] {
        let ids = try dataset.read { db in
            let id = try db.cachedStatement(sql: "SELECT id FROM record WHERE key = ?")
            return try order(db, lane).keys(offset, limit).compactMap {
                try String.fetchOne(id, arguments: [$0])
            }
        }
        return try dataset.timelineRows(ids)
    }

    /// The lane and the place in it of a project; nil when it is in none.
    package func place(of id: String) throws -> (lane: Int, row: Int)? {
        try dataset.read { db in
            guard
                let key = try Int64.fetchOne(
                    db, sql: "SELECT key FROM record WHERE id = ? AND class = 'project'", arguments: [id])
            else { return nil }
            let own = try lanes.count > 1 ? TimelineLanes.memberships(db, of: key) : nil
            for (index, lane) in lanes.enumerated() {
                if case .rest(let rest) = lane.members {
                    guard rest.contains(key) else { continue }
                } else if let own {
                    guard own.contains(lane.members) else { continue }
                }
                if let row = try order(db, index).position(of: Int32(key)) { return (index, row) }
            }
            return nil
        }
    }

    private func order(_ db: Database, _ lane: Int) throws -> ListOrder {
        let keys = try dataset.selection(db, .project, filter)
        return try ListOrder(
            db, .project, sort: View.Sort("start"), months: nil,
            keys: TimelineLanes(db, keys, dataset.interruption).keys(of: lanes[lane].members))
    }

    private static func ownerWidth(_ db: Database, _ keys: KeySet?) throws -> Int {
        var owned: [Int64] = []
        let all = try keys ?? Selection(db, .project).all()
        guard all.count <= 1000 else { return 10 }
        all.forEach { owned.append($0) }
        let names = try SQLRequest<String>(
            literal: """
                SELECT coalesce(\(SQL(sql: RecordClass.implementers)), '') FROM record r WHERE r.key IN \(owned)
                """
        ).fetchAll(db)
        return names.reduce(0) { max($0, min(SafeText($1).columns, 10)) }
    }
}

extension Dataset {
    /// The projects that `filter` lets through as bars, fetched as they are looked at. Lanes by succession are of
    /// another kind: see ``timeline(_:lanes:)``.
    package func timelineSource(_ filter: Filter = Filter(), lanes: View.Lanes? = nil) throws
        -> TimelineSource
    {
        try TimelineSource(self, filter, lanes)
    }

    /// Where documented conflicts lie in time, between projects that `filter` lets through.
    func clashes(_ filter: Filter) throws -> [Timeline.Clash] {
        try read { db in
            let keys = try selection(db, .project, filter)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT clash.first, clash.second, r.id, r.title, one.id, other.id, certain_first, certain_last,
                      possible_first, possible_last FROM clash CROSS JOIN record r ON r.key = clash.relation
                    CROSS JOIN record one ON one.key = clash.first CROSS JOIN record other ON other.key = clash.second
                    ORDER BY clash.rank, clash.position
                    """)
            var clashes: [Timeline.Clash] = []
            while let row = try rows.next() {
                guard keys?.contains(row[0]) != false, keys?.contains(row[1]) != false else { continue }
                clashes.append(
                    Timeline.Clash(
                        id: row[2], title: SafeText(row[3] as String), first: row[4], second: row[5],
                        months: SharedMonths(
                            certain: Self.span(row[6], row[7]), possible: Self.span(row[8], row[9]))))
            }
            return clashes
        }
    }

    private static func span(_ first: Int?, _ last: Int?) -> MonthSpan? {
        guard let first, let last else { return nil }
        return MonthSpan(Month(index: first), Month(index: last))
    }
}
