import Model

/// The views as JSON, in the spelling that scripts rely on: more keys may come, none is renamed.
package struct JSONViews {
    let dataset: Dataset
    let notes: NoteStore?

    package init(dataset: Dataset, notes: NoteStore? = nil) {
        self.dataset = dataset
        self.notes = notes
    }

    package func value(_ view: View) throws -> JSONValue {
        switch view.kind {
        case .overview: return try overview(view)
        case .show: return try show(view.subject ?? "")
        case .timeline: return try timeline(view)
        case .chain: return try chain(view)
        case .coverage: return try coverage(view)
        case .conflicts: return try conflicts(view)
        case .continuity: return try continuity(view)
        case .find:
            let hits = try dataset.find(view.subject ?? "", filter: view.filter, limit: view.limit ?? 200)
            return .array(
                hits.map { hit in
                    .object([
                        ("kind", .text(hit.name.recordClass.rawValue)), ("id", .text(hit.name.id)),
                        ("name", .text(hit.name.title.string)), ("snippet", .text(hit.snippet.string)),
                    ])
                })
        case .measures: return try measures(view)
        case .notes: return try notesValue()
        default: return try list(view)
        }
    }

    func limited<Item>(_ items: [Item], _ view: View) -> [Item] {
        view.limit.map { Array(items.prefix($0)) } ?? items
    }

    private func list(_ view: View) throws -> JSONValue {
        guard let list = dataset.list(view) else { return .array([]) }
        let records = try dataset.records(list.ids(limit: view.limit ?? -1))
        let names = try dataset.names(of: records.flatMap(\.namedIds))
        return .array(try records.map { try RecordJSON(record: $0, names: names, dataset: dataset).value })
    }

    /// A record in its list's spelling, with every attested value and what refers to it.
    private func show(_ id: String) throws -> JSONValue {
        if let (one, other) = try dataset.pair(id) {
            return one.recordClass == .project
                ? try comparison(one.id, other.id) : try organisations(one, other)
        }
        guard let detail = try dataset.detail(id) else { return .null }
        let writer = RecordJSON(record: detail.record, names: detail.names, dataset: dataset)
        let referrers = detail.referrers.map { referrer in
            JSONValue.object([
                ("id", .text(referrer.name.id)), ("class", .text(referrer.name.recordClass.rawValue)),
                ("title", .text(referrer.name.title.string)), ("field", .text(referrer.field)),
                ("role", .text(referrer.role)), ("absent", .bool(referrer.isAbsent)),
            ])
        }
        let rests = detail.rests.map { rest in
            JSONValue.object([
                ("id", .text(rest.name.id)), ("class", .text(rest.name.recordClass.rawValue)),
                ("attribute", .text(rest.field)), ("locator", .text(rest.locator)),
                ("basis", .text(rest.basis)),
            ])
        }
        let around: [(String, JSONValue)] = [
            ("class", .text(detail.record.recordClass.rawValue)), ("absent", .bool(detail.record.isAbsent)),
            ("attributes", writer.attributes), ("referredToBy", .array(referrers)),
            ("discrepancies", .texts(detail.discrepancies.map(\.id))), ("restsOnIt", .array(rests)),
        ]
        guard case .object(let own) = try writer.value else { return .null }
        let isProject = detail.record.recordClass == .project
        let published = isProject ? try JSONTransfers(dataset: dataset).members(of: id) : []
        return .object(own + around + published)
    }

    private func overview(_ view: View) throws -> JSONValue {
        let overview = try dataset.overview(view.filter)
        func ranked(_ entries: [Overview.Ranked]) -> JSONValue {
            .array(
                entries.map {
                    .object([
                        ("id", .text($0.name.id)), ("name", .text($0.name.title.string)),
                        ("projects", .integer($0.projects)),
                    ])
                })
        }
        return .object([
            ("title", .text(dataset.title.string)), ("description", .text(dataset.description?.string)),
            ("counts", .object(RecordClass.allCases.map { ($0.plural, .integer(overview.counts[$0] ?? 0)) })),
            (
                "years",
                .array(
                    overview.years.map {
                        .object([
                            ("year", .integer($0.year)), ("certain", .integer($0.certain)),
                            ("possible", .integer($0.possible)),
                        ])
                    })
            ),
            ("undated", .integer(overview.undated)),
            ("donors", ranked(overview.donors)), ("implementers", ranked(overview.implementers)),
            ("conflicts", .texts(overview.conflictIds)),
            ("discrepancies", .texts(overview.discrepancies.map(\.id))),
        ])
    }

    private func notesValue() throws -> JSONValue {
        let notes = try notes?.notes(in: dataset.id) ?? []
        return .array(
            notes.map { note in
                .object([
                    ("record", .text(note.record)), ("dataset", .text(note.dataset)),
                    ("marked", .bool(note.isMarked)),
                    ("text", .text(note.text)), ("verdict", .text(note.verdict)),
                    ("changed", .text(note.changed)),
                ])
            })
    }
}

extension JSONValue {
    static func citations(_ citations: [Citation]) -> JSONValue {
        .array(
            citations.map { citation in
                var pairs: [(String, JSONValue)] = [
                    ("source", .text(citation.source)), ("locator", .text(citation.locator.text)),
                    ("basis", .text(citation.basis.rawValue)),
                ]
                if let by = citation.by { pairs.append(("by", .text(by))) }
                if let from = citation.from { pairs.append(("from", .text(from))) }
                return .object(pairs)
            })
    }

    /// A number of money, its currency and qualifier; `null` where the source is silent.
    static func money(_ money: Money) -> [(String, JSONValue)] {
        [
            ("value", .decimal(money.value)), ("currency", .text(money.currency)),
            ("qualifier", .text(money.qualifier)),
        ] + (money.kind.map { [("kind", .text($0))] } ?? [])
    }
}
