import GRDB

extension Dataset {
    /// What followed on what: successions, and what the sources say of follow-ups, the earliest start first.
    ///
    /// - Parameters:
    ///   - filter: passes a step of which either project meets it.
    ///   - subject: a project, or anything that projects are tied to: only steps from or to one of these.
    package func continuity(_ filter: Filter = Filter(), about subject: String? = nil) throws
        -> [ContinuityStep]
    {
        let tellings = try read { db in
            var tellings = try ContinuityTellings(db, about: subject)
            if !filter.isEmpty { try tellings.keep(filter, db) }
            return tellings
        }
        return try steps(tellings)
    }

    /// The steps at an address: one for `cbmm+calm`, all that is said of a follow-up for `cadap+`. Nil when
    /// `address` is no address; a record's own id never is.
    package func steps(at address: String) throws -> [ContinuityStep]? {
        guard address.contains("+"), try names(of: [address]).isEmpty else { return nil }
        for index in address.indices where address[index] == "+" {
            let first = String(address[..<index])
            let second = String(address[address.index(after: index)...])
            let about = try names(of: [first]).isEmpty ? second : first
            let steps = try continuity(about: about).filter { $0.address == address }
            if !steps.isEmpty { return steps }
        }
        return nil
    }

    /// What is meant by `text` as the subject of a view of continuity: a record, or two with a `+` between.
    package func continuitySubject(_ text: String) throws -> String {
        let halves = text.split(separator: "+", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").joined(separator: " ")
        }
        guard halves.count == 2, !halves[0].isEmpty, try steps(at: text) == nil, try names(of: [text]).isEmpty
        else { return try text.contains("+") && steps(at: text) != nil ? text : resolve(text) }
        let first = try resolve(halves[0], among: [.project])
        let second = halves[1].isEmpty ? "" : try resolve(halves[1], among: [.project])
        let address = "\(first)+\(second)"
        guard try steps(at: address) != nil else { throw LookupError.unknown(text, []) }
        return address
    }

    private func steps(_ tellings: ContinuityTellings) throws -> [ContinuityStep] {
        let ends = try read { try ContinuityEnds($0, ids: tellings.projects) }
        let steps = tellings.steps.map { pair, sayings in
            let from = ends[pair.from]
            let to = pair.to.map { ends[$0] }
            return ContinuityStep(
                from: from, to: to, kind: pair.kind, tellings: sayings,
                gap: to.map { MonthGap(from: from.extent, to: $0.extent) },
                handOver: to.flatMap {
                    HandOver(from: from.implementers, to: $0.implementers, isPart: ends.isPart)
                })
        }
        // Folded once each, and not at every comparison.
        return steps.map { (order: $0.order, step: $0) }.sorted { $0.order < $1.order }.map(\.step)
    }
}

extension ContinuityStep {
    /// By the start of the first project, what is not dated last; then by name, what follows before what is
    /// only said.
    fileprivate var order: (Int, String, Int, String, String) {
        let start = from.extent.startEarliest
        return (
            start.isBounded ? start.rawValue : Int.max, from.short.string.folded, to == nil ? 1 : 0,
            to?.short.string.folded ?? kind.words.string, address
        )
    }
}
