import GRDB

/// What a project is compared by: a row of the table `profile`. Records are meant by their keys in the index.
package struct Profile: Hashable, Sendable {
    package struct Share: Hashable, Sendable {
        package let theme: Int64
        /// From 0 to 1.
        package let share: Double
    }

    package let key: Int64
    package let id: String
    package let bounds: MonthExtent
    /// Ascending, as all lists of keys here.
    package let places: [Int64]
    package let themes: [Share]
    package let implementers: [Int64]
    /// The implementers and all that they are part of.
    package let implementersAbove: [Int64]
    package let funders: [Int64]
    package let fundersAbove: [Int64]
    /// The project and the programmes that it stands under.
    package let programmes: [Int64]
    /// What comes right before it and right after it.
    package let follows: [Int64]

    static let columns = """
        profile.project, profile.id, profile.start_earliest, profile.start_latest, profile.end_earliest,
        profile.end_latest, profile.places, profile.themes, profile.implementers, profile.implementers_above,
        profile.funders, profile.funders_above, profile.programmes, profile.follows
        """

    /// From a row with ``columns`` in their order, after `offset` others.
    init(row: Row, offset: Int = 0) {
        key = row[offset]
        id = row[offset + 1]
        bounds = MonthExtent(
            startEarliest: row[offset + 2], startLatest: row[offset + 3], endEarliest: row[offset + 4],
            endLatest: row[offset + 5])
        places = Self.keys(row[offset + 6])
        themes = Self.shares(row[offset + 7])
        implementers = Self.keys(row[offset + 8])
        implementersAbove = Self.keys(row[offset + 9])
        funders = Self.keys(row[offset + 10])
        fundersAbove = Self.keys(row[offset + 11])
        programmes = Self.keys(row[offset + 12])
        follows = Self.keys(row[offset + 13])
    }

    private static func keys(_ text: String) -> [Int64] {
        text.isEmpty ? [] : text.utf8.split(separator: UInt8(ascii: " ")).map(number)
    }

    private static func number(_ digits: Substring.UTF8View) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1) - 48 }
    }

    /// `12:0.5 14:0.5`
    private static func shares(_ text: String) -> [Share] {
        text.split(separator: " ").compactMap { item in
            guard let colon = item.firstIndex(of: ":") else { return nil }
            return Share(
                theme: number(item[..<colon].utf8), share: Double(item[item.index(after: colon)...]) ?? 0)
        }
    }
}

/// What two ascending lists have in common, in pairs of what bears the same key.
func common<Item>(_ one: [Item], _ other: [Item], by key: (Item) -> Int64) -> [(Item, Item)] {
    var both: [(Item, Item)] = []
    walk(one, other, by: key) {
        both.append(($0, $1))
        return true
    }
    return both
}

func common(_ one: [Int64], _ other: [Int64]) -> [Int64] { common(one, other) { $0 }.map(\.0) }

func countCommon(_ one: [Int64], _ other: [Int64]) -> Int {
    var count = 0
    visitCommon(one, other, by: { $0 }) { _, _ in count += 1 }
    return count
}

/// Visits what two ascending lists have in common.
func visitCommon<Item>(
    _ one: [Item], _ other: [Item], by key: (Item) -> Int64, _ visit: (Item, Item) -> Void
) {
    walk(one, other, by: key) {
        visit($0, $1)
        return true
    }
}

/// The first key that two ascending lists have in common; nil when they have none.
func firstCommon<Item>(_ one: [Item], _ other: [Item], by key: (Item) -> Int64) -> Int64? {
    var first: Int64?
    walk(one, other, by: key) { item, _ in
        first = key(item)
        return false
    }
    return first
}

/// Whether two ascending lists have anything in common.
func meet(_ one: [Int64], _ other: [Int64]) -> Bool { firstCommon(one, other) { $0 } != nil }

/// Goes through two ascending lists side by side and visits what they have in common, as long as it is told to.
private func walk<Item>(
    _ one: [Item], _ other: [Item], by key: (Item) -> Int64, visit: (Item, Item) -> Bool
) {
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
        let (left, right) = (key(one[i]), key(other[j]))
        if left == right {
            if !visit(one[i], other[j]) { return }
            (i, j) = (i + 1, j + 1)
        } else if left < right {
            i += 1
        } else {
            j += 1
        }
    }
}
