import GRDB

/// What makes coordination of an overlap.
package struct Tie: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case succession, programme
        case coFunding = "co-funding"
        /// A relation that a source documents: cooperation, coordination, division of labour.
        case relation
    }

    package let kind: Kind
    /// What it rests on: the programmes or funders in common; a relation.
    package let records: [Int64]
    /// The kind of the relation, else the kind of the tie.
    package let word: String
}

/// Finds the ties between two projects. The relations that sources document are read once; there are few.
struct TieBook {
    fileprivate struct Entry {
        let key: Int64
        let kind: String
        /// With all that they are part of: what a country office does its organisation does. Not the other way
        /// round: what is said of a group is not said of each member.
        var parties: Set<Int64> = []
        var projects: Set<Int64> = []
        /// The themes that it is about, and those under them; empty for all.
        var themes: Set<Int64> = []
    }

    static let kinds = ["cooperation", "coordination", "division-of-labour"]

    private let entries: [Entry]
    /// By party and by project, the entries that name it.
    private let byMember: [Int64: [Int]]

    init(_ db: Database) throws {
        var entries: [Int64: Entry] = [:]
        let links = try SQLRequest<Row>(
            literal: """
                SELECT r.key, r.kind, link.field, link.target FROM record r JOIN link ON link.record = r.key
                WHERE r.class = 'relation' AND r.kind IN \(Self.kinds) AND r.absent = 0 AND link.absent = 0
                AND link.field IN ('parties', 'projects')
                UNION ALL
                SELECT r.key, r.kind, link.field, outer_record FROM record r JOIN link ON link.record = r.key
                JOIN containment ON inner_record = link.target
                WHERE r.class = 'relation' AND r.kind IN \(Self.kinds) AND r.absent = 0 AND link.absent = 0
                AND link.field = 'parties'
                UNION ALL
                SELECT r.key, r.kind, link.field, inner_record FROM record r JOIN link ON link.record = r.key
                JOIN containment ON outer_record = link.target
                WHERE r.class = 'relation' AND r.kind IN \(Self.kinds) AND r.absent = 0 AND link.absent = 0
                AND link.field = 'themes'
                """
        ).fetchAll(db)
        for row in links {
            let key: Int64 = row["key"]
            let target: Int64 = row["target"]
            var entry = entries[key] ?? Entry(key: key, kind: row["kind"])
            switch row["field"] as String {
            case "parties": entry.parties.insert(target)
            case "projects": entry.projects.insert(target)
            default: entry.themes.insert(target)
            }
            entries[key] = entry
        }
        self.entries = entries.values.sorted { $0.key < $1.key }
        var byMember: [Int64: [Int]] = [:]
        for (index, entry) in self.entries.enumerated() {
            for member in entry.parties.union(entry.projects) { byMember[member, default: []].append(index) }
        }
        self.byMember = byMember
    }

    func ties(_ first: Profile, _ second: Profile, themes: [Int64]) -> [Tie] {
        var ties: [Tie] = []
        if first.follows.contains(second.key) {
            ties.append(Tie(kind: .succession, records: [], word: Tie.Kind.succession.rawValue))
        }
        let programmes = common(first.programmes, second.programmes)
        if !programmes.isEmpty {
            ties.append(Tie(kind: .programme, records: programmes, word: "one programme"))
        }
        // One funder behind both is no coordination; that it pays for one of them together with others is.
        let funders = common(first.funders, second.funders)
        if !funders.isEmpty && max(first.funders.count, second.funders.count) > 1 {
            ties.append(Tie(kind: .coFunding, records: funders, word: Tie.Kind.coFunding.rawValue))
        }
        return ties + relations(first, second, themes: themes)
    }

    private func relations(_ first: Profile, _ second: Profile, themes: [Int64]) -> [Tie] {
        guard !entries.isEmpty else { return [] }
        // Who stands on both sides, or above the other side, is no second party.
        let mine = Set(first.implementers + first.funders + first.programmes).subtracting(
            second.implementersAbove + second.fundersAbove)
        let other = Set(second.implementers + second.funders + second.programmes).subtracting(
            first.implementersAbove + first.fundersAbove)
        let candidates = Set(mine.flatMap { byMember[$0] ?? [] })
        return candidates.sorted().compactMap { index in
            let entry = entries[index]
            let joins =
                entry.isBetween(first.key, second.key)
                || (entry.joins(mine, other) && entry.isAbout(first.key, second.key, themes))
            return joins ? Tie(kind: .relation, records: [entry.key], word: entry.kind) : nil
        }
    }
}

extension TieBook.Entry {
    /// Whether the two projects are its parties.
    fileprivate func isBetween(_ first: Int64, _ second: Int64) -> Bool {
        parties.contains(first) && parties.contains(second)
    }

    /// Whether a party of it stands on the one side and another on the other.
    fileprivate func joins(_ mine: Set<Int64>, _ other: Set<Int64>) -> Bool {
        !parties.isDisjoint(with: mine) && !parties.isDisjoint(with: other)
    }

    /// Whether it is about what the two do: it names one of them, or none; their themes, or none.
    fileprivate func isAbout(_ first: Int64, _ second: Int64, _ shared: [Int64]) -> Bool {
        let isNamed = projects.isEmpty || projects.contains(first) || projects.contains(second)
        return isNamed && (themes.isEmpty || shared.contains(where: themes.contains))
    }
}
