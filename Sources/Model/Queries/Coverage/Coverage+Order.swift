extension Coverage {
    /// Rows in the order of a view's sort: `size` when it has none. A descending sort turns the order round.
    ///
    /// `size` is largest first, by what is counted; `name` is alphabetical; `conflicts` lays rows with overlaps
    /// in the same columns side by side (``clustered``). Columns of records follow size or name; years stay.
    package func ordered(by sort: View.Sort?, count: Count) -> Coverage {
        let order = sort.flatMap { Order(rawValue: $0.key) } ?? .size
        var coverage = self
        switch order {
        case .name: break
        case .size: coverage.rows = bySize(count)
        case .conflicts: coverage.rows = Self.clustered(bySize(count), columns: columns.count)
        }
        if sort?.isDescending == true { coverage.rows.reverse() }
        guard axes.columns != .year, order != .name else { return coverage }
        let places = columns.indices.sorted { left, right in
            (columns[right].projects, left) < (columns[left].projects, right)
        }
        return coverage.keeping(columns: places)
    }

    /// The first rows only.
    func limited(to limit: Int?) -> Coverage {
        guard let limit else { return self }
        var coverage = self
        coverage.rows = Array(rows.prefix(limit))
        return coverage
    }

    private func bySize(_ count: Count) -> [Row] {
        let sizes = rows.map { ($0.total[count], $0.total.projects) }
        return rows.indices.sorted { left, right in
            sizes[left] == sizes[right] ? left < right : sizes[left] > sizes[right]
        }.map { rows[$0] }
    }

    /// How many rows are laid side by side by likeness; the others follow as they came. Each is compared with
    /// each.
    static let mostClustered = 2000

    /// Rows that overlap in the same columns side by side: begins with the row with the most overlaps; next is
    /// always the row most like the last one, by the share of columns that both overlap in among those that
    /// either does. Of equals, the one with more overlaps, then the one that came first. Rows without overlaps
    /// come last.
    ///
    /// Source: the nearest-neighbour way to order rows by likeness, of those that M. Hahsler, K. Hornik,
    /// C. Buchta, *Getting Things in Order*, Journal of Statistical Software 25(3), 2008, list; likeness is
    /// P. Jaccard's (1901).
    private static func clustered(_ rows: [Row], columns: Int) -> [Row] {
        var waiting = rows.indices.compactMap { index -> Overlaps? in
            let overlaps = Overlaps(rows[index], index, columns)
            return overlaps.count > 0 ? overlaps : nil
        }
        // Stable: what came first stays first.
        waiting.sort { ($1.count, $0.row) < ($0.count, $1.row) }
        let beyond = waiting.dropFirst(mostClustered).map(\.row)
        waiting = Array(waiting.prefix(mostClustered))
        var order: [Int] = []
        if var last = waiting.first {
            while !waiting.isEmpty {
                var (best, likeness) = (0, -1.0)
                for (place, candidate) in waiting.enumerated() {
                    let share = candidate.likeness(to: last)
                    if share > likeness { (best, likeness) = (place, share) }
                }
                last = waiting.remove(at: best)
                order.append(last.row)
            }
        }
        let without = Set(rows.indices).subtracting(order + beyond).sorted()
        return (order + beyond + without).map { rows[$0] }
    }

    /// The columns in which a row overlaps, as a set of bits.
    private struct Overlaps {
        let row: Int
        let count: Int
        private let bits: [UInt64]

        init(_ row: Row, _ index: Int, _ columns: Int) {
            self.row = index
            let places = row.cells.filter { $0.tally.overlap != .none }.map(\.column)
            var bits = [UInt64](repeating: 0, count: columns / 64 + 1)
            for place in places { bits[place / 64] |= 1 << UInt64(place % 64) }
            self.bits = bits
            count = places.count
        }

        func likeness(to other: Overlaps) -> Double {
            let shared = zip(bits, other.bits).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
            let all = count + other.count - shared
            return all == 0 ? 0 : Double(shared) / Double(all)
        }
    }
}
