import Foundation
import GRDB

/// Fills the tables of ``ListSchema`` but `facet_count` and `clash`: counts, and the order of every list by every one
/// of its columns.
///
/// The columns of a class are computed once, for the whole of it, into a temporary table; each order is then a
/// sort of that. Only one class's keys, four bytes each, are held in memory.
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

    private func writeVectors(_ recordClass: RecordClass) throws {
        guard
            try Bool.fetchOne(
                db, sql: "SELECT records > 0 FROM class WHERE number = ?", arguments: [recordClass.number])
                == true
        else { return }
        let columns = recordClass.columns
        let values = columns.indices.map { "\(columns[$0].order ?? columns[$0].sql) AS v\($0)" }
        try db.execute(
            sql: """
                CREATE TEMP TABLE listed AS SELECT r.key, r.sort, r.start_earliest, r.start_latest, r.end_earliest,
                  r.end_latest, r.absent, \(values.joined(separator: ", "))
                FROM record r WHERE r.class = '\(recordClass.rawValue)' ORDER BY r.key
                """)
        for index in columns.indices { try writeOrder(recordClass, columns[index].key, by: "v\(index)") }
        if recordClass.isDated { try writeOrder(recordClass, Column.ranKey, by: "start_earliest") }
        for vector in [ListVector.startEarliest, .startLatest, .endEarliest, .endLatest] {
            try write(recordClass, vector, "SELECT \(vector.name) FROM listed ORDER BY key")
        }
        try write(recordClass, .keys, "SELECT key FROM listed ORDER BY key")
        try write(recordClass, .absent, "SELECT key FROM listed WHERE absent ORDER BY key")
        if recordClass == .project { try writeDrawn(columns) }
        try db.execute(sql: "DROP TABLE temp.listed")
    }

    private func write(_ recordClass: RecordClass, _ vector: ListVector, _ query: String) throws {
        try write(recordClass, vector, try Int32.fetchAll(db, sql: query))
    }

    func write(_ recordClass: RecordClass, _ vector: ListVector, _ items: [Int32]) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO list_page VALUES (?, ?, ?, ?)")
        for (page, first) in stride(from: 0, to: items.count, by: ListVector.pageLength).enumerated() {
            let slice = items[first..<min(items.count, first + ListVector.pageLength)]
            try statement.execute(
                arguments: [recordClass.number, vector.name, page, ListVector.data(slice)])
        }
    }

    /// What a timeline is counted and bounded by.
    private func writeDrawn(_ columns: [Column]) throws {
        var drawn: (first: [Int32], last: [Int32]) = ([], [])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT start_earliest, start_latest, end_earliest, end_latest, drawn.first, drawn.last
                FROM temp.listed LEFT JOIN drawn ON drawn.key = listed.key ORDER BY listed.key
                """)
        while let row = try rows.next() {
            let days = (0..<6).compactMap { row[$0] as Int32? }.filter { Day(rawValue: Int($0)).isBounded }
            drawn.first.append(days.min() ?? .max)
            drawn.last.append(days.max() ?? .min)
        }
        try write(.project, .drawnFirst, drawn.first)
        try write(.project, .drawnLast, drawn.last)
        drawn = ([], [])
        guard let implementers = columns.firstIndex(where: { $0.key == "implementers" }) else { return }
        try writeTeams(by: "v\(implementers)")
    }

    private func writeTeams(by owners: String) throws {
        var teams: (keys: [Int32], owners: [Int32], first: [Int32], last: [Int32]) = ([], [], [], [])
        var last: String?
        var owner: Int32 = 0
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT key, \(owners), start_earliest, start_latest, end_earliest, end_latest FROM temp.listed
                WHERE coalesce(\(owners), '') <> '' ORDER BY \(owners), min(start_earliest, end_latest), key
                """)
        while let row = try rows.next() {
            let days = (2..<6).map { Day(rawValue: row[$0]) }
            let extent = Extent(
                startEarliest: days[0], startLatest: days[1], endEarliest: days[2], endLatest: days[3])
            guard let run = extent.drawn else { continue }
            let name: String = row[1]
            if name != last {
                owner += 1
                last = name
            }
            teams.keys.append(row[0])
            teams.owners.append(owner)
            teams.first.append(Int32(run.startEarliest.month.index))
            teams.last.append(Int32(run.endLatest.month.index))
        }
        try write(.project, .teamKey, teams.keys)
        try write(.project, .team, teams.owners)
        try write(.project, .teamFirst, teams.first)
        try write(.project, .teamLast, teams.last)
    }

    /// Both directions. Rows that are equal keep the order of names either way, and what is not known comes last
    /// either way, so that the one is not the other turned round.
    private func writeOrder(_ recordClass: RecordClass, _ column: String, by value: String) throws {
        var keys: [Int32] = []
        /// Where rows begin whose value differs from the one before.
        var groups: [Int32] = []
        var known: Int?
        var last: DatabaseValue?
        let rows = try Row.fetchCursor(
            db, sql: "SELECT key, \(value) FROM temp.listed ORDER BY \(value) ASC NULLS LAST, sort, key")
        while let row = try rows.next() {
            let value: DatabaseValue = row[1]
            if value != last {
                groups.append(Int32(keys.count))
                last = value
                if value.isNull { known = keys.count }
            }
            keys.append(row[0])
        }
        try write(recordClass, .order(column: column, isDescending: false), keys)
        let end = known ?? keys.count
        var descending: [Int32] = []
        descending.reserveCapacity(keys.count)
        var until = end
        for group in groups.reversed() where group < end {
            descending += keys[Int(group)..<until]
            until = Int(group)
        }
        descending += keys[end...]
        try write(recordClass, .order(column: column, isDescending: true), descending)
    }
}
