import GRDB

/// What the lists of a class are ordered and counted by, read in one walk through its records: by the place of a
/// record in the order of keys.
struct ListDraft {
    private(set) var keys: [Int32] = []
    /// As in an ``Extent``: the earliest and the latest start, the earliest and the latest end.
    private(set) var days: [[Int32]] = [[], [], [], []]
    /// Keys of what the sources deny.
    private(set) var absent: [Int32] = []
    /// The first and the last day of ``ListVector/drawnFirst``; of a project.
    private(set) var drawn: (first: [Int32], last: [Int32]) = ([], [])
    /// By the key of a column whose values recur.
    private(set) var values: [String: RecurringValues] = [:]
    /// All places in the order of names.
    private(set) var byName: [Int32] = []

    init(_ db: Database, _ recordClass: RecordClass, recurring columns: [Column]) throws {
        let isProject = recordClass == .project
        let expressions = columns.map { ", \($0.order ?? $0.sql)" }.joined()
        var texts = [RecurringValues](repeating: RecurringValues(), count: columns.count)
        // Most records are projects: the plus keeps SQLite from following the order of their names, in which it
        // would read each page many times.
        try RawRow.each(
            db,
            """
            SELECT r.key, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.absent,
              \(isProject ? "drawn.first, drawn.last" : "NULL, NULL")\(expressions)
            FROM record r \(isProject ? "LEFT JOIN drawn ON drawn.key = r.key" : "")
            WHERE \(isProject ? "+" : "")r.class = '\(recordClass.rawValue)' ORDER BY r.key
            """
        ) { row in
            keys.append(Int32(row[0]))
            for day in 0..<4 { days[day].append(Int32(row[day + 1])) }
            if row[5] != 0 { absent.append(Int32(row[0])) }
            if isProject {
                let bounds = [1, 2, 3, 4, 6, 7].compactMap { row.optional($0).map(Int32.init) }.filter {
                    Day(rawValue: Int($0)).isBounded
                }
                drawn.first.append(bounds.min() ?? .max)
                drawn.last.append(bounds.max() ?? .min)
            }
            for index in columns.indices { texts[index].append(ListValue(row, 8 + index)) }
        }
        values = Dictionary(uniqueKeysWithValues: zip(columns.map(\.key), texts))
        byName = try places(db, recordClass)
    }

    private func places(_ db: Database, _ recordClass: RecordClass) throws -> [Int32] {
        var placeOfKey = [Int32](repeating: 0, count: Int(keys.last ?? -1) + 1)
        for (place, key) in keys.enumerated() { placeOfKey[Int(key)] = Int32(place) }
        var places: [Int32] = []
        places.reserveCapacity(keys.count)
        try RawRow.each(
            db, "SELECT key FROM record WHERE class = '\(recordClass.rawValue)' ORDER BY sort, key"
        ) { places.append(placeOfKey[Int($0[0])]) }
        return places
    }

    func extent(_ place: Int) -> Extent {
        Extent(SIMD4(days[0][place], days[1][place], days[2][place], days[3][place]))
    }
}
