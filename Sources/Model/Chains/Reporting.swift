import GRDB

/// Whose word a flow rests on, seen from its two ends.
package enum Reporting: String, CaseIterable, Codable, Sendable {
    /// Who pays and who receives both say so.
    case both
    case payer
    case receiver
    /// Only others than these two.
    case neither
    /// Nobody says so; a reader concludes it.
    case inferred

    package var words: SafeText {
        switch self {
        case .both: "reported by payer and receiver"
        case .payer: "reported by the payer"
        case .receiver: "reported by the receiver"
        case .neither: "reported by a third source"
        case .inferred: "inferred"
        }
    }

    /// - Parameters:
    ///   - citations: what the flow rests on.
    ///   - voices: for a source, the organisations whose word it is, each with all that it is part of.
    ///   - payers: the giver at a hop, and whoever stands before it in the same flow.
    ///   - receivers: the receiver at a hop, and whoever stands after it.
    package init(
        _ citations: [Citation], voices: [String: Set<String>], payers: Set<String>, receivers: Set<String>
    ) {
        let said = citations.filter { $0.basis == .stated || $0.basis == .reported }
        guard !said.isEmpty || citations.isEmpty else {
            self = .inferred
            return
        }
        let speakers = said.reduce(into: Set<String>()) { speakers, citation in
            speakers.formUnion(voices[citation.reporter] ?? [])
        }
        switch (speakers.isDisjoint(with: payers), speakers.isDisjoint(with: receivers)) {
        case (false, false): self = .both
        case (false, true): self = .payer
        case (true, false): self = .receiver
        case (true, true): self = .neither
        }
    }
}

extension Citation {
    /// Id of the source whose word it is.
    fileprivate var reporter: String { basis == .reported ? by ?? source : source }
}

extension Dataset {
    /// Says of each flow whose word it is.
    func addReporting(to chain: inout Chain) throws {
        let sources = Set(chain.flows.flatMap { $0.citations.map(\.reporter) })
        let voices = try voices(of: sources.sorted())
        for (index, flow) in chain.flows.enumerated() {
            chain.flows[index].reporting = Reporting(
                flow.citations, voices: voices, payers: Set(flow.course.prefix(flow.hop + 1)),
                receivers: Set(flow.course.dropFirst(flow.hop + 1)))
        }
    }

    /// The organisations whose word a source is: those of its speakers, and those that bear the name of an
    /// author or of the publisher; each with all that it is part of.
    private func voices(of sources: [String]) throws -> [String: Set<String>] {
        var speakers: [String: [String]] = [:]
        var makers: [String: [String]] = [:]
        for source in try records(sources) {
            speakers[source.id] = source.texts("speaker")
            makers[source.id] = (source.texts("authors") + source.texts("publisher")).map(\.folded)
        }
        let bearers = try organisations(named: Set(makers.values.joined()).subtracting([""]).sorted())
        for (source, names) in makers {
            speakers[source, default: []] += names.flatMap { bearers[$0] ?? [] }
        }
        let wholes = try ancestry(of: Array(speakers.values.joined()))
        return speakers.mapValues { ids in
            ids.reduce(into: []) { $0.formUnion(wholes[$1] ?? [$1]) }
        }
    }

    /// By folded name, the ids of the organisations that bear it.
    private func organisations(named names: [String]) throws -> [String: [String]] {
        try read { db in
            try Self.chunks(names).reduce(into: [:]) { found, names in
                let rows = try SQLRequest<Row>(
                    literal: """
                        SELECT name.folded, record.id FROM name JOIN record ON record.key = name.record
                        WHERE name.folded IN \(names) AND record.class = 'organisation' ORDER BY record.id
                        """
                ).fetchAll(db)
                for row in rows { found[row["folded"], default: []].append(row["id"]) }
            }
        }
    }
}
