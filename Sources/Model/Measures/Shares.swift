import Foundation

/// How a whole is shared: who holds how much.
struct Shares: Sendable {
    struct Holder: Sendable {
        let key: Int64
        /// Projects in which it stands, alone or with others.
        let projects: Int
        /// Of these, shared with others in the same role.
        let shared: Int
        let weight: Double
        /// The same in money, exactly, when money is counted.
        let money: Decimal
    }

    /// The heaviest first.
    let holders: [Holder]
    /// Projects that were counted.
    let projects: Int
    /// Their money, exactly.
    let money: Decimal
    let total: Double

    /// Shares of `projects` among those in a role: a project is one whole, split evenly among those who share
    /// it, so that it weighs the same whoever joins it. With money, a project weighs what it cost, and one that
    /// several share is left out (``ProjectMoney``).
    init(
        _ projects: some Sequence<MeasuredField.Project>, _ role: MeasuredField.Role,
        money amounts: ProjectMoney? = nil
    ) {
        var tallies: [Int64: (projects: Int, shared: Int, weight: Double, money: Decimal)] = [:]
        var counted = 0
        var whole = Decimal()
        var standings = amounts?.reader()
        for project in projects {
            let members = project.members(role)
            guard !members.isEmpty else { continue }
            var amount: Decimal?
            if let standing = standings?.standing(of: project.key) {
                guard members.count == 1, case .known(let known) = standing else { continue }
                amount = known
            }
            counted += 1
            whole += amount ?? 0
            for member in members {
                var tally = tallies[member] ?? (0, 0, 0, 0)
                tally.projects += 1
                if members.count > 1 { tally.shared += 1 }
                tally.weight +=
                    amount.map { NSDecimalNumber(decimal: $0).doubleValue } ?? 1 / Double(members.count)
                tally.money += amount ?? 0
                tallies[member] = tally
            }
        }
        holders = tallies.map { key, tally in
            Holder(
                key: key, projects: tally.projects, shared: tally.shared, weight: tally.weight,
                money: tally.money)
        }.sorted { ($0.weight, $1.key) > ($1.weight, $0.key) }
        self.projects = counted
        self.money = whole
        // The sum of what is listed, in its order, so that it does not depend on the order of the projects.
        total = holders.reduce(0) { $0 + $1.weight }
    }

    func share(_ holder: Holder) -> Double { holder.weight / total }

    /// The heaviest first; empty when there is nothing to share.
    var values: [Double] { total > 0 ? holders.map(share) : [] }

    var herfindahl: Double? { Concentration.herfindahl(values) }

    func top(_ count: Int) -> Double? { Concentration.top(count, values) }
}

/// Indices of concentration over shares that add up to 1.
package enum Concentration {
    /// Σ s² (Herfindahl 1950; Hirschman 1964); nil without shares.
    package static func herfindahl(_ shares: [Double]) -> Double? {
        shares.isEmpty ? nil : shares.sorted(by: >).reduce(0) { $0 + $1 * $1 }
    }

    /// 1 / Σ s² (Hill 1973, N₂; Laakso and Taagepera 1979).
    package static func effectiveNumber(_ shares: [Double]) -> Double? { herfindahl(shares).map { 1 / $0 } }

    /// The sum of the largest shares; never above 1.
    package static func top(_ count: Int, _ shares: [Double]) -> Double? {
        shares.isEmpty ? nil : min(1, shares.sorted(by: >).prefix(count).reduce(0, +))
    }
}
