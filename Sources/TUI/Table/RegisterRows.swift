import Model

/// The register of conflicts as a table: what sources document, what is computed, and the ties beside them.
package struct RegisterRows {
    package let conflicts: [Conflict]
    package let register: OverlapRegister?
    /// Relations of the other kinds; shown after the rest.
    package var ties: [Record] = []
    /// Names of what the ties name.
    package var names: [String: RecordName] = [:]
    /// By relation, the computed overlaps that it documents.
    package var found: [String: [Overlap]] = [:]
    /// By the id of a conflict, what the user makes of it.
    package var verdicts: [String: String] = [:]
    package var view: View

    package init(conflicts: [Conflict], register: OverlapRegister?, view: View) {
        self.conflicts = conflicts
        self.register = register
        self.view = view
    }

    private static let columns = [
        TableColumn("title", "conflict", 24, flexible: true),
        TableColumn("kind", "kind", 11),
        TableColumn("months", "months", 9, rank: 2),
        TableColumn("score", "score", 13, rank: 1),
        TableColumn("nature", "nature", 11, rank: 5),
        TableColumn("level", "level", 23, rank: 6),
        TableColumn("over", "over", 14, flexible: true, rank: 4),
        TableColumn("ties", "ties, documents", 15, flexible: true, rank: 3),
        TableColumn("verdict", "verdict", 10, rank: 3),
    ]

    package var rows: FixedRows {
        let computed = register.map { register in pairs(register) + donors(register) } ?? []
        return FixedRows(
            columns: Self.columns, rows: documented + computed + ties.map { tie($0) })
    }

    // MARK: Documented

    private var documented: [TableRow] {
        return conflicts.map { conflict in
            let record = conflict.record
            return row(
                record, conflict.names, months: Self.months(conflict),
                // The best of its pairs.
                score: found[record.id]?.first.map { $0.score(view.components).words } ?? .empty,
                group: "documented conflicts", mark: .conflict)
        }
    }

    private func tie(_ record: Record) -> TableRow {
        row(
            record, names, months: .empty, score: .empty, group: "beside them: cooperation and other ties",
            mark: .tie)
    }

    private func row(
        _ record: Record, _ names: [String: RecordName], months: SafeText, score: SafeText, group: SafeText,
        mark: TableRow.Mark
    ) -> TableRow {
        let themes = record.texts("themes").map { names[$0]?.short ?? SafeText($0) }
        let terms = ["kind", "nature", "level"].map { SafeText(record.text($0) ?? "") }
        return TableRow(
            record.id,
            [
                SafeText(record.title), terms[0], months, score, terms[1], terms[2],
                themes.joined(separator: ", "), .empty, SafeText(verdicts[record.id] ?? ""),
            ], isAbsent: record.isAbsent, group: group, mark: mark)
    }

    private static func months(_ conflict: Conflict) -> SafeText {
        guard conflict.isDated else { return "?" }
        guard !conflict.meetings.isEmpty else { return "0" }
        return OverlapWords.months(
            certain: conflict.monthsShared.certain, possible: conflict.monthsShared.possible)
    }

    // MARK: Computed

    /// What nobody coordinates goes first.
    private func pairs(_ register: OverlapRegister) -> [TableRow] {
        guard view.shows(level: "implementer-implementer") else { return [] }
        let loose = register.pairs.filter { !$0.overlap.isCoordinated }
        let tied = register.pairs.filter(\.overlap.isCoordinated)
        return loose.map {
            row($0, register, group: "computed: overlaps without a tie", mark: .conflict)
        }
            + tied.map {
                row($0, register, group: "computed: overlaps with a tie", mark: .tie)
            }
    }

    private func row(
        _ pair: OverlapRegister.Pair, _ register: OverlapRegister, group: SafeText, mark: TableRow.Mark
    ) -> TableRow {
        let overlap = pair.overlap
        let sides = [overlap.first, overlap.second].map { profile in
            let who = profile.implementers.first.flatMap { register.names[$0]?.short } ?? "?"
            return who + " " + (register.names[profile.key]?.short ?? SafeText(profile.id))
        }
        return computed(
            overlap.id, sides.joined(separator: " × "), overlap, pair.score, "implementer-implementer",
            pair.documented, register, group: group, mark: mark)
    }

    private func donors(_ register: OverlapRegister) -> [TableRow] {
        guard view.shows(level: "donor-donor") else { return [] }
        let known = Dictionary(
            register.names.values.map { ($0.id, $0.short) }, uniquingKeysWith: { first, _ in first })
        return register.donors.map { pair in
            let names = pair.donors.map { known[$0] ?? SafeText($0) }
            let times = pair.meetings == 1 ? "" : ", \(pair.meetings) pairs"
            return computed(
                pair.id, names.joined(separator: " × ") + SafeText(times), pair.strongest, pair.score,
                "donor-donor", pair.documented, register,
                group: "computed: donors whose projects overlap", mark: pair.isCoFunding ? .tie : .conflict)
        }
    }

    private func computed(
        _ id: String, _ title: SafeText, _ overlap: Overlap, _ score: Overlap.Score, _ level: SafeText,
        _ documented: [String], _ register: OverlapRegister, group: SafeText, mark: TableRow.Mark
    ) -> TableRow {
        let themes = overlap.sharedThemes.compactMap { register.names[$0.theme]?.short }
        var seen = Set<String>()
        let words =
            (documented.isEmpty ? [] : ["documented"])
            + overlap.ties.map(\.word).filter { seen.insert($0).inserted }
        return TableRow(
            id,
            [
                title, "overlap", OverlapWords.months(overlap.time), score.words, .empty, level,
                themes.joined(separator: ", "), SafeText(words.joined(separator: ", ")),
                SafeText(verdicts[id] ?? ""),
            ], group: group, mark: mark)
    }
}
