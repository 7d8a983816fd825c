import Model

/// The conflicts of a timeline in the order of time, to go from one to the next.
package struct TimelineClashes: Sendable {
    /// A conflict and the month to look at.
    package struct Place: Hashable, Sendable {
        package let clash: Timeline.Clash
        /// The first month that the two certainly share, else possibly.
        package let month: Month
    }

    /// Those with a month that can be gone to, earliest first.
    package let places: [Place]
    private let byRow: [String: [Timeline.Clash]]

    package init(_ clashes: [Timeline.Clash]) {
        places = clashes.compactMap { clash in Self.month(of: clash).map { Place(clash: clash, month: $0) } }
            .sorted { ($0.month, $0.clash.id) < ($1.month, $1.clash.id) }
        var byRow: [String: [Timeline.Clash]] = [:]
        for clash in clashes {
            byRow[clash.first, default: []].append(clash)
            if clash.second != clash.first { byRow[clash.second, default: []].append(clash) }
        }
        self.byRow = byRow
    }

    /// The conflicts in which a project has a part.
    package func clashes(of id: String) -> [Timeline.Clash] { byRow[id] ?? [] }

    /// The first conflict after `day`. With the conflict one stands at, the next in order: several may begin
    /// in one month.
    package func next(after day: Day, from current: Timeline.Clash? = nil) -> Place? {
        if let index = index(of: current, at: day) { return places[(index + 1)...].first }
        return places.first { $0.month > day.month }
    }

    /// The last conflict before `day`; see ``next(after:from:)``.
    package func previous(before day: Day, from current: Timeline.Clash? = nil) -> Place? {
        if let index = index(of: current, at: day) { return places[..<index].last }
        return places.last { $0.month < day.month }
    }

    private func index(of current: Timeline.Clash?, at day: Day) -> Int? {
        guard let current else { return nil }
        return places.firstIndex { $0.clash == current && $0.month == day.month }
    }

    private static func month(of clash: Timeline.Clash) -> Month? {
        if let certain = clash.months.certain, certain.first.isBounded { return certain.first }
        guard let possible = clash.months.possible else { return nil }
        // Two that both began nobody knows when may have met at any time up to a known end.
        return [possible.first, possible.last].first(where: \.isBounded)
    }
}
