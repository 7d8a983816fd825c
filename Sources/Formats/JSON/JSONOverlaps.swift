import Model

extension JSONViews {
    /// The register: documented conflicts, then computed ones, then donors who meet in a field.
    func conflicts(_ view: View) throws -> JSONValue {
        var items: [JSONValue] = []
        let register = view.showsComputed ? try dataset.overlaps(view.overlapRequest) : nil
        if view.showsDocumented {
            let found = try dataset.documentedOverlaps()
            items += try dataset.conflicts(view.filter, about: view.subject)
                .filter { view.shows(level: $0.record.text("level")) }
                .map { conflict($0, computed: (found[$0.record.id] ?? []).map(\.id)) }
        }
        if let register {
            let verdicts = try verdicts()
            if view.shows(level: "implementer-implementer") {
                items += register.pairs.map { pair($0, register.names, verdicts[$0.overlap.id]) }
            }
            if view.shows(level: "donor-donor") {
                items += register.donors.map { donors($0, register.names, verdicts[$0.id]) }
            }
        }
        return .array(view.limit.map { Array(items.prefix($0)) } ?? items)
    }

    private func verdicts() throws -> [String: NoteStore.Note] {
        let kept = try notes?.notes(in: dataset.id) ?? []
        return Dictionary(kept.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func pair(
        _ pair: OverlapRegister.Pair, _ names: [Int64: RecordName], _ note: NoteStore.Note?
    ) -> JSONValue {
        let overlap = pair.overlap
        let implementers = overlap.first.implementers + overlap.second.implementers
        return .object(
            [
                ("id", .text(overlap.id)), ("basis", .string("computed")), ("kind", .string("overlap")),
                ("level", .string("implementer-implementer")), ("nature", .null),
                ("parties", ids(implementers, names)), ("projects", .texts(overlap.projects)),
            ] + meeting(overlap, pair.score, names)
                + [("documented", .texts(pair.documented))] + decision(note))
    }

    private func donors(
        _ pair: OverlapRegister.DonorPair, _ names: [Int64: RecordName], _ note: NoteStore.Note?
    ) -> JSONValue {
        .object(
            [
                ("id", .text(pair.id)), ("basis", .string("computed")), ("kind", .string("overlap")),
                ("level", .string("donor-donor")), ("nature", .null), ("parties", .texts(pair.donors)),
                // The strongest of their pairs of projects: the components are that pair's.
                ("projects", .texts(pair.strongest.projects)), ("meetings", .integer(pair.meetings)),
                ("coFunding", .bool(pair.isCoFunding)),
            ] + meeting(pair.strongest, pair.score, names)
                + [("documented", .texts(pair.documented))] + decision(note))
    }

    private func decision(_ note: NoteStore.Note?) -> [(String, JSONValue)] {
        [
            ("verdict", .text(note?.verdict)),
            ("remark", .text(note.flatMap { $0.text.isEmpty ? nil : $0.text })),
            ("consequence", .null), ("citations", .array([])),
        ]
    }

    private func ids(_ keys: [Int64], _ names: [Int64: RecordName]) -> JSONValue {
        .texts(keys.compactMap { names[$0]?.id })
    }

    private func meeting(_ overlap: Overlap, _ score: Overlap.Score, _ names: [Int64: RecordName])
        -> [(String, JSONValue)]
    {
        let span = overlap.time.months.certain ?? overlap.time.months.possible
        return [
            ("countries", ids(overlap.place.shared, names)),
            ("themes", ids(overlap.sharedThemes.map(\.theme), names)),
            (
                "window",
                .object([
                    ("from", .text(span?.first.text)), ("to", .text(span?.last.text)),
                    ("certainty", .text(overlap.time.certainty.rawValue)),
                ])
            ),
            // What holds whatever the true dates are; and what may be.
            ("score", .double(score.certain)), ("scorePossible", .double(score.possible)),
            (
                "components",
                components(
                    time: overlap.time, place: overlap.place, theme: overlap.theme, ties: overlap.ties, names)
            ),
            ("coordinated", .bool(overlap.isCoordinated)),
        ]
    }

    func components(
        time: TimeOverlap?, place: Overlap.PlaceOverlap?, theme: Double?, ties: [Tie]?,
        _ names: [Int64: RecordName]
    ) -> JSONValue {
        .object([
            ("months", time.map(months) ?? .null), ("place", place.map { .double($0.share) } ?? .null),
            ("theme", theme.map(JSONValue.double) ?? .null),
            (
                "ties",
                ties.map { ties in
                    .array(
                        ties.map {
                            .object([
                                ("kind", .text($0.kind.rawValue)), ("word", .text($0.word)),
                                ("records", ids($0.records, names)),
                            ])
                        })
                } ?? .null
            ),
        ])
    }

    private func months(_ time: TimeOverlap) -> JSONValue {
        .object([
            ("certain", time.certainMonths.map(JSONValue.integer) ?? .null),
            ("possible", time.possibleMonths.map(JSONValue.integer) ?? .null),
            ("shareCertain", .double(time.least)), ("sharePossible", .double(time.greatest)),
            // Months shared and months of the shorter for the dates that share least; null without a bound, and the
            // second where none is shared: then it may be any.
            ("leastShared", time.leastShare.isBounded ? .integer(time.leastShare.shared) : .null),
            (
                "leastShorter",
                time.leastShare.isBounded && time.leastShare.shared > 0
                    ? .integer(time.leastShare.shorter) : .null
            ),
        ])
    }

    /// Two organisations: the pairs of their projects that overlap.
    func organisations(_ one: RecordName, _ other: RecordName) throws -> JSONValue {
        let register = try dataset.overlaps(between: one.id, other.id)
        let noted = try verdicts()
        return .object(
            [
                ("id", .text(Overlap.id(one.id, other.id))), ("basis", .string("computed")),
                ("kind", .string("overlap")), ("parties", .texts([one.id, other.id])),
                ("pairs", .array(register.pairs.map { pair($0, register.names, noted[$0.overlap.id]) })),
                ("isComplete", .bool(register.isComplete)),
                ("documented", .texts(try dataset.rivalries(one.id, other.id).map(\.id))),
            ] + decision(noted[Overlap.id(one.id, other.id)]))
    }

    /// Two projects face to face.
    func comparison(_ one: String, _ other: String) throws -> JSONValue {
        guard let comparison = try dataset.comparison(one, other) else { return .null }
        let names = comparison.names
        let score = comparison.overlap?.score(Overlap.Component.usual)
        return .object(
            [
                ("id", .text(comparison.id)), ("basis", .string("computed")), ("kind", .string("overlap")),
                ("projects", .texts(comparison.projects.map(\.id))),
                ("parties", .array(comparison.profiles.map { ids($0.implementers, names) })),
                ("funders", .array(comparison.profiles.map { ids($0.funders, names) })),
                ("score", score.map { .double($0.certain) } ?? .null),
                ("scorePossible", score.map { .double($0.possible) } ?? .null),
                (
                    "components",
                    components(
                        time: comparison.time, place: comparison.place,
                        theme: comparison.themes.map { $0.reduce(0) { $0 + min($1.first, $1.second) } },
                        ties: comparison.ties, names)
                ),
                ("countries", ids(comparison.place?.shared ?? [], names)),
                ("themes", ids(comparison.themes?.map(\.theme) ?? [], names)),
                // Why it is no rivalry that is computed; empty when it is one.
                ("reasons", .texts(comparison.reasons.map(\.word))),
                ("rank", comparison.rank.map { .integer($0.place) } ?? .null),
                ("documented", .texts(comparison.documented.map(\.id))),
                ("around", .texts(comparison.around.map(\.id))),
            ] + decision(try verdicts()[comparison.id]))
    }
}
