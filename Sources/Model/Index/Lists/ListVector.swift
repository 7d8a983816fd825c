import Foundation
import GRDB

/// A long row of 32-bit numbers in an index, in pages: the keys of a class in some order, or a day of each.
///
/// A list of a million is then read at any place by one look-up, and gone through at the speed of memory,
/// without a row of it.
enum ListVector: Hashable {
    /// Keys in the order of a column, what is not known last.
    case order(column: String, isDescending: Bool)
    /// Keys, ascending: what the vectors of days lie beside.
    case keys
    case startEarliest, startLatest, endEarliest, endLatest
    /// The first and the last day that a bar of a project is drawn to, its plan and sightings included; the first
    /// is greater where there is none.
    case drawnFirst, drawnLast
    /// Keys, ascending, of what the sources deny.
    case absent
    /// Keys of dated projects by who implements them, and then by the first month in which each may have run; beside
    /// them a number for those who implement, and the first and the last of these months.
    case teamKey, team, teamFirst, teamLast
    /// Keys of documented conflicts, those whose clash is known best first.
    case conflicts

    static let pageLength = 4096

    /// What the table calls it.
    var name: String {
        switch self {
        case .order(let column, let isDescending): "by \(column)\(isDescending ? " descending" : "")"
        case .keys: "key"
        case .startEarliest: "start_earliest"
        case .startLatest: "start_latest"
        case .endEarliest: "end_earliest"
        case .endLatest: "end_latest"
        case .drawnFirst: "drawn_first"
        case .drawnLast: "drawn_last"
        case .absent: "absent"
        case .teamKey: "team key"
        case .team: "team"
        case .teamFirst: "team first"
        case .teamLast: "team last"
        case .conflicts: "conflicts"
        }
    }

    static func data(_ items: ArraySlice<Int32>) -> Data {
        items.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }

    static func items(_ data: Data) -> [Int32] {
        data.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map {
                Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self))
            }
        }
    }
}

/// Reads the vectors of one class.
struct ListVectors {
    private let recordClass: RecordClass
    private let page: Statement

    init(_ db: Database, _ recordClass: RecordClass) throws {
        self.recordClass = recordClass
        page = try db.cachedStatement(
            sql: "SELECT items FROM list_page WHERE class = ? AND vector = ? AND page = ?")
    }

    /// A page of a vector; empty beyond its end.
    func page(_ vector: ListVector, _ number: Int) throws -> [Int32] {
        let data = try Data.fetchOne(page, arguments: [recordClass.number, vector.name, number])
        return data.map(ListVector.items) ?? []
    }

    /// Goes through the pages from the first on, as long as it is told to.
    func each(_ vector: ListVector, _ body: ([Int32]) throws -> Bool) throws {
        var number = 0
        while true {
            let items = try page(vector, number)
            guard !items.isEmpty, try body(items) else { return }
            number += 1
        }
    }

    /// The items from `offset`, at most `limit`; all when it is negative.
    func items(_ vector: ListVector, _ offset: Int, _ limit: Int) throws -> [Int32] {
        var items: [Int32] = []
        var (number, skipped) = (offset / ListVector.pageLength, offset % ListVector.pageLength)
        while limit < 0 || items.count < limit {
            let page = try page(vector, number)
            guard !page.isEmpty else { break }
            items += page.dropFirst(skipped).prefix(limit < 0 ? .max : limit - items.count)
            (number, skipped) = (number + 1, 0)
        }
        return items
    }

    /// Goes through three vectors side by side.
    func eachPair(
        _ keys: ListVector, _ one: ListVector, _ other: ListVector,
        _ body: (Int32, Int32, Int32) throws -> Void
    ) throws {
        var number = 0
        while true {
            let items = (try page(keys, number), try page(one, number), try page(other, number))
            guard !items.0.isEmpty, items.1.count == items.0.count, items.2.count == items.0.count else {
                return
            }
            for index in items.0.indices { try body(items.0[index], items.1[index], items.2[index]) }
            number += 1
        }
    }

    /// Goes through the dated projects by who implements them.
    func eachTeam(_ body: ((key: Int32, owner: Int32, first: Int32, last: Int32)) throws -> Void) throws {
        var number = 0
        while true {
            let parts = try [ListVector.teamKey, .team, .teamFirst, .teamLast].map { try page($0, number) }
            guard !parts[0].isEmpty else { return }
            for index in parts[0].indices {
                try body((parts[0][index], parts[1][index], parts[2][index], parts[3][index]))
            }
            number += 1
        }
    }

    /// Goes through the keys and days of the class.
    func eachExtent(_ body: (Int32, Extent) throws -> Void) throws {
        var number = 0
        while true {
            let keys = try page(.keys, number)
            guard !keys.isEmpty else { return }
            let days = try [ListVector.startEarliest, .startLatest, .endEarliest, .endLatest].map {
                try page($0, number)
            }
            for index in keys.indices {
                try body(
                    keys[index],
                    Extent(
                        startEarliest: Day(rawValue: Int(days[0][index])),
                        startLatest: Day(rawValue: Int(days[1][index])),
                        endEarliest: Day(rawValue: Int(days[2][index])),
                        endLatest: Day(rawValue: Int(days[3][index]))))
            }
            number += 1
        }
    }
}
