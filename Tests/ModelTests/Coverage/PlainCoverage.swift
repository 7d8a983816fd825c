import Model

/// Counts cells from the records themselves, as one would by hand: pair by pair, without an index.
struct PlainCoverage {
    private let records: [String: Record]

    init(_ dossier: Dossier) {
        records = Dictionary(uniqueKeysWithValues: dossier.records.map { ($0.id, $0) })
    }

    /// - Parameter year: that of the column; nil where columns are no times.
    func tally(_ ids: [String], in year: Int?) -> Coverage.Tally {
        var tally = Coverage.Tally.nothing
        tally.projects = ids.count
        tally.implementers = heads(ids, "implementing").count
        tally.donors = heads(ids, "funding").count
        if let year {
            tally.certain = ids.count { ran($0, in: year) == .certain }
        }
        let years = year.map { $0...$0 } ?? 1990...2030
        if meets(ids, years, at: .possible) { tally.overlap = .possible }
        if meets(ids, years, at: .certain) { tally.overlap = .certain }
        return tally
    }

    private func ran(_ id: String, in year: Int) -> Certainty {
        guard let extent = records[id]?.extent, !extent.isUnknown,
            let months = MonthSpan(Month(year: year, month: 1), Month(year: year, month: 12))
        else { return .none }
        return extent.runs(in: months)
    }

    private func meets(_ ids: [String], _ years: ClosedRange<Int>, at least: Certainty) -> Bool {
        let there = ids.filter { id in years.contains { ran(id, in: $0) >= least } }
        return there.contains { first in
            there.contains { second in
                let (left, right) = (who(first, among: ids), who(second, among: ids))
                return left != right && !left.isEmpty && !right.isEmpty
                    && years.contains { ran(first, in: $0) >= least && ran(second, in: $0) >= least }
            }
        }
    }

    /// Who implements a project, each told by the whole that it is part of and that is there too.
    private func who(_ id: String, among ids: [String]) -> Set<String> {
        let all = Set(ids.flatMap { actors($0, "implementing") })
        return Set(
            actors(id, "implementing").map { actor in wholes(actor).first(where: all.contains) ?? actor })
    }

    private func heads(_ ids: [String], _ role: String) -> Set<String> {
        let all = Set(ids.flatMap { actors($0, role) })
        return all.filter { wholes($0).allSatisfy { !all.contains($0) } }
    }

    private func actors(_ id: String, _ role: String) -> [String] {
        (records[id]?.values("participants") ?? [])
            .filter { $0.participant?.role == role && !$0.isAbsent }.map(\.text)
    }

    /// What an organisation is part of; in the made dossiers, at most one.
    private func wholes(_ id: String) -> [String] { records[id]?.texts("part-of") ?? [] }
}
