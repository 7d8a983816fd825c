/// The records of a class in the order of a column, ascending, what is not known last.
struct ListRanking {
    private(set) var keys: [Int32] = []
    /// Where records begin whose value differs from that of the one before.
    private var groups: [Int32] = []
    /// Where those begin of which nothing is known.
    private var known: Int?

    /// - Parameter isNew: whether its value differs from that of the one before.
    mutating func add(_ key: Int32, isNew: Bool, isKnown: Bool) {
        if isNew { groups.append(Int32(keys.count)) }
        if !isKnown && known == nil { known = keys.count }
        keys.append(key)
    }

    /// The other way round. Records that are equal keep the order of names either way, and what is not known comes
    /// last either way, so that the one is not the other turned round.
    var descending: [Int32] {
        let end = known ?? keys.count
        var descending: [Int32] = []
        descending.reserveCapacity(keys.count)
        var until = end
        for group in groups.reversed() where group < end {
            descending += keys[Int(group)..<until]
            until = Int(group)
        }
        return descending + keys[end...]
    }
}

/// What a column says of a record, in the order in which SQLite sorts, but what is not known last.
enum ListValue: Hashable, Comparable {
    case number(Int64)
    case text(String)
    case unknown

    init(_ row: RawRow, _ column: Int) {
        self =
            row.isNull(column)
            ? .unknown : row.isText(column) ? .text(row.text(column)) : .number(row[column])
    }

    static func < (left: ListValue, right: ListValue) -> Bool {
        switch (left, right) {
        case (.number(let one), .number(let other)): one < other
        case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
        case (.number, _), (.text, .unknown): true
        default: false
        }
    }
}

/// A column of which many records say the same: each value is held once, and of a record its number.
struct RecurringValues {
    private var numbersOfValues: [ListValue: Int32] = [:]
    private var values: [ListValue] = []
    /// By the place of a record.
    private var numbers: [Int32] = []

    mutating func append(_ value: ListValue) {
        let number = numbersOfValues[value] ?? Int32(values.count)
        if number == values.count {
            numbersOfValues[value] = number
            values.append(value)
        }
        numbers.append(number)
    }

    subscript(place: Int) -> ListValue { values[Int(numbers[place])] }

    /// Of each record the rank of its value; equal values have one rank, and ranks count from 0.
    var ranks: [Int32] {
        var rank = [Int32](repeating: 0, count: values.count)
        for (place, number) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
            rank[number] = Int32(place)
        }
        return numbers.map { rank[Int($0)] }
    }

    /// The records in the order of their values, those that are equal as they come.
    ///
    /// - Parameters:
    ///   - places: of all records, in the order of names.
    ///   - keys: by the place of a record.
    func ranking(_ places: [Int32], keys: [Int32]) -> ListRanking {
        let ranks = ranks
        var next = [Int](repeating: 0, count: values.count + 1)
        for rank in ranks { next[Int(rank) + 1] += 1 }
        for rank in next.indices.dropFirst() { next[rank] += next[rank - 1] }
        var sorted = [Int32](repeating: 0, count: places.count)
        for place in places {
            let rank = Int(ranks[Int(place)])
            sorted[next[rank]] = place
            next[rank] += 1
        }
        var ranking = ListRanking()
        var last: Int32?
        for place in sorted {
            let rank = ranks[Int(place)]
            ranking.add(keys[Int(place)], isNew: rank != last, isKnown: self[Int(place)] != .unknown)
            last = rank
        }
        return ranking
    }
}
