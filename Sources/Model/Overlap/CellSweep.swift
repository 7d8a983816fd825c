import GRDB

/// Goes through the cells of place and theme, and in each through the projects in the order of their starts,
/// and meets each pair that may have run in one month once.
///
/// Those still running stand in a list that each newcomer meets; whoever ended before it leaves the list. The
/// cost is that of the rows read and of the pairs made, not of all pairs that there are.
struct CellSweep {
    /// Whether to go on.
    enum Step { case on, stop }

    /// How far it came.
    struct Outcome: Sendable {
        var rows = 0
        var pairs = 0
        var isComplete = true
    }

    /// Only pairs of which one is among these; nil for all.
    var either: Set<Int64>?
    /// Pairs to look at before giving up.
    var budget = Int.max

    /// Rows of `request` are place and theme of a cell and then ``Profile/columns``, by place, theme and start.
    func run(_ db: Database, _ request: SQLRequest<Row>, _ meet: (Profile, Profile) throws -> Step) throws
        -> Outcome
    {
        var outcome = Outcome()
        var cell: (place: Int64, theme: Int64) = (0, 0)
        var running: [Profile] = []
        let rows = try request.fetchCursor(db)
        while let row = try rows.next() {
            outcome.rows += 1
            let next: (Int64, Int64) = (row[0], row[1])
            if next != cell {
                cell = next
                running.removeAll(keepingCapacity: true)
            }
            let newcomer = Profile(row: row, offset: 2)
            running.removeAll { $0.bounds.endLatest < newcomer.bounds.startEarliest }
            for other in running where isWanted(newcomer, other) && isFirstCell(cell, newcomer, other) {
                outcome.pairs += 1
                if try outcome.pairs > budget || meet(other, newcomer) == .stop {
                    outcome.isComplete = false
                    return outcome
                }
            }
            running.append(newcomer)
        }
        return outcome
    }

    private func isWanted(_ one: Profile, _ other: Profile) -> Bool {
        either.map { $0.contains(one.key) || $0.contains(other.key) } ?? true
    }

    /// Two that meet in several cells are a pair in the first of them only.
    private func isFirstCell(_ cell: (place: Int64, theme: Int64), _ one: Profile, _ other: Profile) -> Bool {
        func first(_ one: [Int64], _ other: [Int64]) -> Int64? {
            var (i, j) = (0, 0)
            while i < one.count, j < other.count {
                if one[i] == other[j] { return one[i] }
                if one[i] < other[j] { i += 1 } else { j += 1 }
            }
            return nil
        }
        guard first(one.places, other.places) == cell.place else { return false }
        var (i, j) = (0, 0)
        while i < one.themes.count, j < other.themes.count {
            if one.themes[i].theme == other.themes[j].theme { return one.themes[i].theme == cell.theme }
            if one.themes[i].theme < other.themes[j].theme { i += 1 } else { j += 1 }
        }
        return false
    }
}
