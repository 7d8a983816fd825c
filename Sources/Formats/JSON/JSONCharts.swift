import Model

extension JSONViews {
    func timeline(_ view: View) throws -> JSONValue {
        let timeline = try dataset.timeline(view.filter, lanes: view.lanes)
        let rows = timeline.lanes.flatMap { lane in
            lane.rows.filter { $0.between == nil }.map { row(lane, $0, timeline.clashes) }
        }
        let steps = timeline.lanes.flatMap(\.rows).compactMap { row in
            row.between.map { between in
                JSONValue.object([
                    ("id", .text(row.id)), ("from", .text(between.first)), ("to", .text(between.second)),
                    ("gap", .gap(between.gap)),
                ])
            }
        }
        let events = timeline.marks.map { mark in
            JSONValue.object([
                ("id", .text(mark.id)), ("date", .text(mark.date)), ("title", .text(mark.title.string)),
            ])
        }
        let months = view.windowMonths ?? view.filter.months ?? timeline.months
        return .object([
            ("from", .text(months?.first.text)), ("to", .text(months?.last.text)), ("rows", .array(rows)),
            ("events", .array(events)), ("steps", .array(steps)),
        ])
    }

    private func row(_ lane: Timeline.Lane, _ row: Timeline.Row, _ clashes: [Timeline.Clash]) -> JSONValue {
        let overlaps = clashes.compactMap { clash -> JSONValue? in
            guard clash.first == row.id || clash.second == row.id else { return nil }
            let months = clash.months.certain ?? clash.months.possible
            return .object([
                ("with", .text(clash.first == row.id ? clash.second : clash.first)),
                ("from", .text(months?.first.text)), ("to", .text(months?.last.text)),
                ("certainty", .text(clash.months.certainty.rawValue)), ("relation", .text(clash.id)),
            ])
        }
        return .object([
            ("id", .text(row.id)), ("title", .text(row.title.string)),
            ("lane", lane.id.isEmpty ? .null : .text(lane.id)), ("start", .text(row.start)),
            ("end", .text(row.end)),
            ("certainty", .text(row.extent.certaintyWord)),
            ("overlaps", .array(overlaps)),
        ])
    }

    /// A documented conflict; with `computed`, the ids of the computed pairs that it documents.
    func conflict(_ conflict: Conflict, computed: [String] = []) -> JSONValue {
        let record = conflict.record
        let window = conflict.window
        let months = conflict.monthsShared
        let span = window.certain ?? window.possible
        return .object([
            ("id", .text(record.id)), ("basis", .string("documented")), ("title", .text(record.title)),
            ("kind", .text(record.text("kind"))), ("level", .text(record.text("level"))),
            ("nature", .text(record.text("nature"))), ("parties", .texts(record.texts("parties"))),
            ("projects", .texts(record.texts("projects"))), ("countries", .texts(record.texts("places"))),
            ("themes", .texts(record.texts("themes"))),
            (
                "window",
                conflict.meetings.isEmpty
                    ? .null
                    : .object([
                        ("from", .text(span?.first.text)), ("to", .text(span?.last.text)),
                        ("certainty", .text(window.certainty.rawValue)),
                    ])
            ),
            // Documented conflicts are not scored: the sources document them, whatever the dates say.
            ("score", .null),
            (
                "components",
                .object([
                    (
                        "months",
                        !conflict.isDated
                            ? .null
                            : .object([
                                ("certain", months.certain.map(JSONValue.integer) ?? .null),
                                ("possible", months.possible.map(JSONValue.integer) ?? .null),
                            ])
                    ),
                    ("place", .null), ("theme", .null), ("ties", .null),
                ])
            ),
            (
                "consequence",
                record.texts("consequence").isEmpty
                    ? .null : .text(record.texts("consequence").joined(separator: " "))
            ),
            (
                "saidBy",
                .array(
                    conflict.voices.map { voice in
                        .object([
                            ("source", .text(voice.source.id)),
                            ("speakers", .texts(voice.speakers.map(\.string))),
                            ("isParty", .bool(voice.isParty)),
                        ])
                    })
            ),
            ("absent", .bool(record.isAbsent)), ("computed", .texts(computed)),
            ("citations", .citations(record.citations)),
        ])
    }
}

extension Extent {
    /// Whether the months of its start and of its end are both known, or at least something.
    fileprivate var certaintyWord: String {
        if isUnknown { return "unknown" }
        return certainMonths == possibleMonths && possibleMonths?.count != nil ? "certain" : "possible"
    }
}
