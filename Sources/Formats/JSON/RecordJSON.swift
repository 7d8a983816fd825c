import Model

/// One record in the spelling of its class's list.
struct RecordJSON {
    let record: Record
    let names: [String: RecordName]
    let dataset: Dataset

    var value: JSONValue {
        get throws {
            let own: [(String, JSONValue)]
            switch record.recordClass {
            case .project: own = try project()
            case .organisation: own = try organisation()
            case .relation: own = relation
            case .event: own = event
            case .finding: own = finding
            case .discrepancy: own = discrepancy
            case .source: own = source
            case .theme: own = theme
            case .place: own = place
            case .flow: own = flow
            }
            let absent =
                own.contains { $0.0 == "absent" } ? [] : [("absent", JSONValue.bool(record.isAbsent))]
            return .object(
                [("id", .text(record.id))] + own + absent + [("citations", .citations(record.citations))])
        }
    }

    // MARK: Classes

    private func project() throws -> [(String, JSONValue)] {
        let period = record.text("period").flatMap(Period.init)
        return [
            ("title", .text(record.title)), ("acronym", .text(record.acronym)), ("kind", one("kind")),
            ("status", one("status")), ("start", .text(period?.startText)), ("end", .text(period?.endText)),
            // Every period that a source attests; `start` and `end` are the first one's.
            ("periods", all("period")),
            ("active", all("active")), ("countries", .texts(try countries())), ("themes", all("themes")),
            // In percent, one for each of the themes; null where the sources do not say.
            (
                "themeShares",
                .array(
                    record.values("themes").filter { !$0.isAbsent }.map {
                        $0.share.map(JSONValue.decimal) ?? .null
                    })
            ),
            ("format", one("format")),
            (
                "participants",
                .array(
                    record.values("participants").map { value in
                        .object([
                            ("organisation", .text(value.text)),
                            ("name", .text(names[value.text]?.title.string)),
                            ("role", .text(value.participant?.role)), ("via", .text(value.participant?.via)),
                            ("activity", .text(value.participant?.activity)),
                            ("absent", .bool(value.isAbsent)),
                            ("citations", .citations(value.citations ?? record.citations)),
                        ])
                    })
            ),
            ("amounts", amounts), ("channel", one("channel")), ("followUp", one("follow-up")),
            ("places", all("places")),
        ]
    }

    private func organisation() throws -> [(String, JSONValue)] {
        let filter = Filter().adding(.organisation, record.id)
        return [
            ("name", .text(record.title)), ("acronym", .text(record.acronym)), ("aliases", all("aliases")),
            ("type", one("type")), ("country", one("country")), ("partOf", all("part-of")),
            ("mandate", all("mandate")), ("roles", .texts(try dataset.roles(of: record.id))),
            ("projects", .texts(try dataset.list(.project, filter: filter).ids())),
        ]
    }

    private var relation: [(String, JSONValue)] {
        [
            ("title", .text(record.title)), ("kind", one("kind")), ("level", one("level")),
            ("nature", one("nature")),
            ("parties", all("parties")), ("projects", all("projects")), ("themes", all("themes")),
            ("places", all("places")), ("period", one("period")), ("description", joined("description")),
            ("consequence", joined("consequence")), ("saidBy", all("said-by")),
            ("absent", .bool(record.isAbsent)),
        ]
    }

    private var event: [(String, JSONValue)] {
        [
            ("date", one("date")), ("title", .text(record.title)), ("kind", one("kind")),
            ("organisations", all("organisations")), ("projects", all("projects")), ("places", all("places")),
            ("absent", .bool(record.isAbsent)),
        ]
    }

    private var finding: [(String, JSONValue)] {
        [
            ("text", .text(record.title)), ("kind", one("kind")),
            (
                "basis",
                .text((record.values("kind").first?.citations ?? record.citations).first?.basis.rawValue)
            ),
            ("about", all("about")), ("themes", all("themes")), ("saidBy", all("said-by")),
        ]
    }

    private var discrepancy: [(String, JSONValue)] {
        [
            ("title", .text(record.title)), ("kind", one("kind")), ("about", all("about")),
            ("attribute", one("attribute")),
            (
                "values",
                .array(
                    record.values("values").map { value in
                        .object([
                            ("value", .text(value.text)),
                            ("citations", .citations(value.citations ?? record.citations)),
                        ])
                    })
            ),
            ("note", joined("description")),
        ]
    }

    private var source: [(String, JSONValue)] {
        let notes = record.values("footnotes").flatMap { $0.footnotes ?? [] }
        let speakers = record.values("speaker").map { value in
            JSONValue.object([
                ("organisation", .text(value.text)), ("name", .text(names[value.text]?.title.string)),
                ("role", .text(value.participant?.role)),
            ])
        }
        let published = ["container", "volume", "issue", "number", "pages", "publisher", "url", "accessed"]
        return [
            ("type", one("type")), ("authors", all("authors")), ("editors", all("editors")),
            ("title", .text(record.title)), ("year", one("year")), ("date", one("date")),
            ("place", one("place")),
            ("speaker", speakers.isEmpty ? .null : .array(speakers)),
            ("footnotes", .array(notes.map { note in Int(note).map(JSONValue.integer) ?? .text(note) })),
        ] + published.map { ($0, one($0)) }
    }

    private var theme: [(String, JSONValue)] {
        [
            ("name", .text(record.title)), ("kind", one("kind")), ("aliases", all("aliases")),
            ("parent", one("parent")),
            ("dac", all("dac")),
        ]
    }

    private var place: [(String, JSONValue)] {
        [
            ("name", .text(record.title)), ("kind", one("kind")), ("iso", one("iso")),
            ("partOf", all("part-of")),
            ("aliases", all("aliases")),
        ]
    }

    private var flow: [(String, JSONValue)] {
        [
            ("title", .text(record.title)), ("kind", one("kind")), ("from", one("from")),
            ("through", all("through")),
            ("to", one("to")), ("projects", all("project")), ("amounts", amounts), ("date", one("date")),
            ("absent", .bool(record.isAbsent)),
        ]
    }

    // MARK: Pieces

    private func one(_ field: String) -> JSONValue { .text(record.text(field)) }

    private func all(_ field: String) -> JSONValue { .texts(record.texts(field)) }

    private func joined(_ field: String) -> JSONValue {
        let texts = record.texts(field)
        return texts.isEmpty ? .null : .text(texts.joined(separator: " "))
    }

    private var amounts: JSONValue {
        .array(
            record.values("amounts").compactMap { value in
                value.money.map { money in
                    .object(
                        JSONValue.money(money) + [
                            ("citations", .citations(value.citations ?? record.citations))
                        ])
                }
            })
    }

    private func countries() throws -> [String] {
        try dataset.records(record.texts("places")).compactMap { $0.text("iso") }
    }

    /// Every field with its attested values, as a dossier has them.
    var attributes: JSONValue {
        .object(
            record.recordClass.fields.compactMap { field in
                let values = record.values(field.key)
                guard !values.isEmpty else { return nil }
                return (
                    field.key,
                    .array(
                        values.map { value in
                            .object(
                                [("value", .text(value.text))] + value.published + [
                                    ("absent", .bool(value.isAbsent)), ("note", .text(value.note)),
                                    ("citations", .citations(value.citations ?? record.citations)),
                                ])
                        })
                )
            })
    }
}

extension Value {
    /// The published code and the language behind the value, where they are known.
    fileprivate var published: [(String, JSONValue)] {
        [("code", code), ("language", language)].compactMap { key, text in
            text.map { (key, .text($0)) }
        }
    }
}
