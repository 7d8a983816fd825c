/// What the computation makes of the rivalries that the sources document between projects.
package struct Agreement: Sendable {
    package struct Rivalry: Sendable {
        package let relation: RecordName
        /// The best place of one of its pairs in the computed register, from 1; nil when none is in it.
        package let rank: Int?
        /// Of pairs that are not in it, why.
        package let missed: [(pair: String, reasons: [Comparison.Reason])]
    }

    package let rivalries: [Rivalry]
    /// How many pairs the computed register has.
    package let register: Int

    package var found: Int { rivalries.count { $0.rank != nil } }
}

extension Dataset {
    /// The documented rivalries in which projects face each other, and whether the computation finds them.
    ///
    /// Nil for a dataset that is too large to be searched to its end at once.
    package func agreement() throws -> Agreement? {
        guard let register = try wholeRegister() else { return nil }
        let ranks = register.ranks
        let rivalries = try conflicts().compactMap { conflict -> Agreement.Rivalry? in
            let facing = conflict.facing.map { ($0.name.id, $1.name.id) }
            guard !conflict.record.isAbsent, !facing.isEmpty else { return nil }
            let missed = try comparisons(facing.filter { ranks[Overlap.id($0, $1)] == nil }).map {
                (pair: $0.id, reasons: $0.reasons)
            }
            let name = RecordName(
                id: conflict.record.id, recordClass: .relation, title: SafeText(conflict.record.title),
                acronym: nil, kind: conflict.record.text("kind"))
            return Agreement.Rivalry(
                relation: name, rank: facing.compactMap { ranks[Overlap.id($0, $1)] }.min(), missed: missed)
        }
        return Agreement(rivalries: rivalries, register: register.found)
    }
}
