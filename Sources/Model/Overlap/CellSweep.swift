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

    private struct Running {
        let key: Int64
        let end: Int
    }

    /// Only pairs of which one is among these; nil for all.
    var either: Set<Int64>?
    /// Pairs to look at before giving up.
    var budget = Int.max

    /// Rows of `request` are place, theme, start, project and end of a cell, by place, theme and start.
    func run(_ db: Database, _ request: SQLRequest<Row>, _ meet: (Profile, Profile) throws -> Step) throws
        -> Outcome
    {
        var outcome = Outcome()
        let shelf = try ProfileShelf(db)
        var cell: (place: Int64, theme: Int64) = (0, 0)
        // Whoever is looked for meets all; all others meet only whoever is looked for.
        var all: [Running] = []
        var wanted: [Running] = []
        let rows = try request.fetchCursor(db)
        while let row = try rows.next() {
            outcome.rows += 1
            let next: (Int64, Int64) = (row[0], row[1])
            if next != cell {
                cell = next
                all.removeAll(keepingCapacity: true)
                wanted.removeAll(keepingCapacity: true)
            }
            let start: Int = row[2]
            let newcomer = Running(key: row[3], end: row[4])
            let isWanted = either?.contains(newcomer.key) ?? true
            if isWanted {
                all.removeAll { $0.end < start }
            } else {
                wanted.removeAll { $0.end < start }
            }
            for other in isWanted ? all : wanted {
                guard let one = try shelf.profile(newcomer.key), let two = try shelf.profile(other.key),
                    isFirstCell(cell, one, two)
                else { continue }
                outcome.pairs += 1
                if try outcome.pairs > budget || meet(two, one) == .stop {
                    outcome.isComplete = false
                    return outcome
                }
            }
            all.append(newcomer)
            if isWanted && either != nil { wanted.append(newcomer) }
        }
        return outcome
    }

    /// Two that meet in several cells are a pair in the first of them only.
    private func isFirstCell(_ cell: (place: Int64, theme: Int64), _ one: Profile, _ other: Profile) -> Bool {
        firstCommon(one.places, other.places) { $0 } == cell.place
            && firstCommon(one.themes, other.themes, by: \.theme) == cell.theme
    }
}
