import Foundation
import GRDB

/// Fills the tables of ``ListSchema`` but `facet_count` and `clash`: counts, and the order of every list by every one
/// of its columns.
///
/// A class is gone through once (``ListDraft``). While its lists are written, four bytes are held of each record and
/// column, and each value once.
struct ListWriter {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// All that needs only records' rows.
    func write() throws {
        for dimension in Filter.Dimension.allCases {
            try db.execute(
                sql: "INSERT INTO dimension VALUES (?, ?)", arguments: [dimension.number, dimension.rawValue])
        }
        for recordClass in RecordClass.allCases {
            try db.execute(
                sql: "INSERT INTO class SELECT ?, ?, count(*) FROM record WHERE class = ?",
                arguments: [recordClass.number, recordClass.rawValue, recordClass.rawValue])
        }
        try db.execute(sql: counts)
        try writeRoles()
        for recordClass in RecordClass.allCases where !Self.counting.contains(recordClass) {
            try writeVectors(recordClass)
        }
        try writeYears()
        try writeMonths()
    }

    /// The classes whose lists count what is tied to a record.
    private static let counting: [RecordClass] = [.organisation, .theme, .place]

    /// The lists that need `facet_count` to be filled.
    func writeCounting() throws {
        for recordClass in Self.counting { try writeVectors(recordClass) }
    }

    private let counts = """
        INSERT INTO term_count SELECT class.number, 'kind', kind, count(*) FROM record
          JOIN class ON class.name = record.class WHERE kind IS NOT NULL GROUP BY record.class, kind;
        INSERT INTO term_count SELECT class.number, 'status', status, count(*) FROM record
          JOIN class ON class.name = record.class WHERE status IS NOT NULL GROUP BY record.class, status;
        INSERT INTO fact_count SELECT source, count(*) FROM (
            SELECT source, key FROM citation UNION SELECT said_by, key FROM citation WHERE said_by IS NOT NULL)
          GROUP BY source;
        INSERT OR IGNORE INTO taking_part
          SELECT role = 'implementing', target, record FROM link
          WHERE field = 'participants' AND role IN ('funding', 'implementing') AND absent = 0 ORDER BY 1, 2, 3;
        """

    /// In how many projects each organisation has each role; in one it may be named in the same role again.
    private func writeRoles() throws {
        struct Part: Hashable {
            let organisation: Int64
            let role: String
        }
        var counts: [Part: Int] = [:]
        var parts: Set<Part> = []
        var project: Int64?
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT record, target, role FROM link
                WHERE field = 'participants' AND absent = 0 AND role IS NOT NULL ORDER BY record
                """)
        while let row = try rows.next() {
            let record: Int64 = row[0]
            if record != project {
                parts.removeAll(keepingCapacity: true)
                project = record
            }
            let part = Part(organisation: row[1], role: row[2])
            if parts.insert(part).inserted { counts[part, default: 0] += 1 }
        }
        let statement = try RowStatement(db, into: "role_count", columns: 3)
        for (part, projects) in counts.sorted(by: {
            ($0.key.organisation, $0.key.role) < ($1.key.organisation, $1.key.role)
        }) {
            try statement.run(part.organisation, part.role, projects)
        }
    }

    private func writeYears() throws {
        let years = try ProjectYears(db, among: nil)
        for year in years.years {
            try db.execute(
                sql: "INSERT INTO year_count VALUES (?, ?, ?)",
                arguments: [year.year, year.certain, year.possible])
        }
        try db.execute(
            sql: "INSERT INTO meta VALUES ('undated', ?)", arguments: [String(years.undated)])
    }

    private func writeMonths() throws {
        let tally = try TimelineTally(db, counting: nil)
        for (what, months) in tally.counts {
            for month in Set(months.starts.keys).union(months.ends.keys).sorted() {
                try db.execute(
                    sql: "INSERT INTO month_count VALUES (?, ?, ?, ?)",
                    arguments: [what, month, months.starts[month] ?? 0, months.ends[month] ?? 0])
            }
        }
    }

    // MARK: Vectors

    /// Columns in which hardly two records say the same: SQLite sorts them, whatever room they take.
    private static let distinct: Set<String> = ["title", "name"]

    private func writeVectors(_ recordClass: RecordClass) throws {
        guard
            try Bool.fetchOne(
                db, sql: "SELECT records > 0 FROM class WHERE number = ?", arguments: [recordClass.number])
                == true
        else { return }
        let columns = recordClass.columns
        let recurring = columns.filter { !Self.distinct.contains($0.key) }
        let draft = try ListDraft(db, recordClass, recurring: recurring)
        for column in columns {
            let ranking = draft.values[column.key]?.ranking(draft.byName, keys: draft.keys)
            try write(recordClass, column.key, ranking ?? sorted(recordClass, column))
        }
        if recordClass.isDated {
            var starts = RecurringValues()
            for day in draft.days[0] { starts.append(.number(Int64(day))) }
            try write(recordClass, Column.ranKey, starts.ranking(draft.byName, keys: draft.keys))
        }
        let days: [ListVector] = [.startEarliest, .startLatest, .endEarliest, .endLatest]
        for (vector, items) in zip(days, draft.days) { try write(recordClass, vector, items) }
        try write(recordClass, .keys, draft.keys)
        try write(recordClass, .absent, draft.absent)
        guard recordClass == .project else { return }
        try write(.project, .drawnFirst, draft.drawn.first)
        try write(.project, .drawnLast, draft.drawn.last)
        try writeTeams(draft)
    }

    private func write(_ recordClass: RecordClass, _ column: String, _ ranking: ListRanking) throws {
        try write(recordClass, .order(column: column, isDescending: false), ranking.keys)
        try write(recordClass, .order(column: column, isDescending: true), ranking.descending)
    }

    func write(_ recordClass: RecordClass, _ vector: ListVector, _ items: [Int32]) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO list_page VALUES (?, ?, ?, ?)")
        for (page, first) in stride(from: 0, to: items.count, by: ListVector.pageLength).enumerated() {
            let slice = items[first..<min(items.count, first + ListVector.pageLength)]
            try statement.execute(
                arguments: [recordClass.number, vector.name, page, ListVector.data(slice)])
        }
    }

    private func sorted(_ recordClass: RecordClass, _ column: Column) throws -> ListRanking {
        let value = column.order ?? column.sql
        // Names have an index in this order.
        let order = value == "r.sort" ? "r.sort, r.key" : "\(value) ASC NULLS LAST, r.sort, r.key"
        var ranking = ListRanking()
        var last: ListValue?
        try RawRow.each(
            db,
            "SELECT r.key, \(value) FROM record r WHERE r.class = '\(recordClass.rawValue)' ORDER BY \(order)"
        ) { row in
            let value = ListValue(row, 1)
            ranking.add(Int32(row[0]), isNew: value != last, isKnown: value != .unknown)
            last = value
        }
        return ranking
    }

    /// Projects by who implements them, and then by the first day on which each may have run.
    private func writeTeams(_ draft: ListDraft) throws {
        guard let implementers = draft.values["implementers"] else { return }
        let ranks = implementers.ranks
        let firsts = draft.keys.indices.map { min(draft.days[0][$0], draft.days[3][$0]) }
        let places = draft.keys.indices.filter { place in
            implementers[place] != .unknown && implementers[place] != .text("")
        }.sorted { (ranks[$0], firsts[$0], $0) < (ranks[$1], firsts[$1], $1) }
        var teams: (keys: [Int32], owners: [Int32], first: [Int32], last: [Int32]) = ([], [], [], [])
        var last: Int32?
        var owner: Int32 = 0
        for place in places {
            guard let run = draft.extent(place).drawn else { continue }
            if ranks[place] != last {
                owner += 1
                last = ranks[place]
            }
            teams.keys.append(draft.keys[place])
            teams.owners.append(owner)
            teams.first.append(Int32(run.startEarliest.month.index))
            teams.last.append(Int32(run.endLatest.month.index))
        }
        try write(.project, .teamKey, teams.keys)
        try write(.project, .team, teams.owners)
        try write(.project, .teamFirst, teams.first)
        try write(.project, .teamLast, teams.last)
    }
}
