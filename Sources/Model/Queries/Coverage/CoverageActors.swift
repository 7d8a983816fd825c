/// Organisations that implement or fund, and how many different ones there are among some of them.
///
/// One that is part of another is counted with it where both are there: a country office beside its
/// headquarters is no second actor. Two offices without their headquarters are two.
struct CoverageActors {
    /// For each organisation, those that it is part of; of a ring of parts, only one counts as the whole.
    private let wholes: [[Int32]]
    private var seen: [Int32]
    private var turn: Int32 = 0
    private var present: [Int32] = []

    /// - Parameter containment: (inner, outer), at any depth, neither the same.
    init(count: Int, containment: [(inner: Int32, outer: Int32)]) {
        let pairs = Set(containment.map { Pair(inner: $0.inner, outer: $0.outer) })
        var wholes = [[Int32]](repeating: [], count: count)
        for pair in pairs where pair.inner != pair.outer {
            let isRing = pairs.contains(Pair(inner: pair.outer, outer: pair.inner))
            if !isRing || pair.outer < pair.inner { wholes[Int(pair.inner)].append(pair.outer) }
        }
        self.wholes = wholes.map { $0.sorted() }
        seen = Array(repeating: 0, count: count)
    }

    private struct Pair: Hashable {
        let inner: Int32
        let outer: Int32
    }

    /// Forgets who was met.
    mutating func begin() {
        turn += 1
        present.removeAll(keepingCapacity: true)
    }

    mutating func meet(_ actors: some Sequence<Int32>) {
        for actor in actors where seen[Int(actor)] != turn {
            seen[Int(actor)] = turn
            present.append(actor)
        }
    }

    /// How many different ones were met.
    var count: Int { present.count { !isPart($0) } }

    /// Whether any is counted with another.
    var hasParts: Bool { present.contains(where: isPart) }

    /// Whom one that was met is counted with: itself, or the first whole that it is part of.
    func head(of actor: Int32) -> Int32 {
        wholes[Int(actor)].first { seen[Int($0)] == turn && !isPart($0) } ?? actor
    }

    private func isPart(_ actor: Int32) -> Bool {
        wholes[Int(actor)].contains { seen[Int($0)] == turn }
    }
}

/// Finds out whether two projects with different implementers ran in one and the same year.
struct CoverageSweep {
    private var spans: [(first: Int, last: Int, team: Int)] = []
    private var isMixed = false
    /// Numbers for those who implement together, below those of single actors.
    private var teams: [Set<Int32>: Int] = [:]

    /// A number that only the same actors have.
    mutating func number(_ actors: some Collection<Int32>) -> Int {
        if let first = actors.first, actors.allSatisfy({ $0 == first }) { return Int(first) }
        return number(ofTeam: Set(actors))
    }

    private mutating func number(ofTeam actors: Set<Int32>) -> Int {
        let number = teams[actors] ?? -1 - teams.count
        teams[actors] = number
        return number
    }

    /// Takes in a project's years and who implements it; true when it meets the one before, which in a full
    /// cell spares the rest.
    mutating func add(_ years: ClosedRange<Int>, _ team: Int) -> Bool {
        if let before = spans.last, before.team != team {
            isMixed = true
            if before.first <= years.upperBound && years.lowerBound <= before.last { return true }
        }
        spans.append((years.lowerBound, years.upperBound, team))
        return false
    }

    /// A sweep over the beginnings: it keeps who stays longest, and who stays longest of the others.
    mutating func meets() -> Bool {
        guard isMixed else { return false }
        spans.sort { ($0.first, $0.team, $0.last) < ($1.first, $1.team, $1.last) }
        var longest: (last: Int, team: Int)?
        var other: Int?
        for span in spans {
            if let longest {
                let rival = longest.team == span.team ? other : longest.last
                if let rival, rival >= span.first { return true }
            }
            if let current = longest, current.team != span.team {
                if span.last > current.last {
                    other = current.last
                    longest = (span.last, span.team)
                } else {
                    other = max(other ?? .min, span.last)
                }
            } else {
                longest = (max(span.last, longest?.last ?? .min), span.team)
            }
        }
        return false
    }
}
