import Model

extension JSONViews {
    func measures(_ view: View) throws -> JSONValue {
        if view.isMatrix { return matrix(try dataset.overlapMatrix(view)) }
        let measures = try dataset.measures(view)
        return .array((view.limit.map { Array(measures.prefix($0)) } ?? measures).map(measure))
    }

    private func measure(_ measure: Measure) -> JSONValue {
        var possible = JSONValue.null
        if case .months(_, let months?) = measure.value { possible = .integer(months) }
        return .object([
            ("measure", .string(measure.name.rawValue)), ("title", .string(measure.name.title.string)),
            ("level", .string(measure.level.rawValue)), ("of", .texts(measure.of.map(\.id))),
            ("value", number(measure.value?.number)), ("possible", possible),
            ("normalised", number(measure.normalised)), ("unit", .text(measure.value?.unit)),
            ("unknown", .text(measure.unknown?.string)),
            ("formula", .string(measure.name.formula.string)), ("year", .string(measure.years.string)),
            ("rule", .string(measure.rule.string)), ("items", .integer(measure.items)),
            ("itemsAre", .string(measure.itemNoun)), ("note", .string(measure.note.string)),
            ("working", .string(measure.working.string)), ("remarks", .texts(measure.remarks.map(\.string))),
            ("ingredients", .array(measure.groups.map(group))),
            (
                "years",
                .array(
                    measure.series.map { year in
                        .object([
                            ("year", .integer(year.year)), ("certain", number(year.certain)),
                            ("possible", number(year.possible)),
                            ("certainItems", .integer(year.certainItems)),
                            ("possibleItems", .integer(year.possibleItems)),
                        ])
                    })
            ),
            ("reading", .string(measure.name.reading.string)),
            ("source", .string(measure.name.source.string)),
        ])
    }

    private func group(_ group: Measure.Group) -> JSONValue {
        .object([
            ("heading", .string(group.heading.string)),
            (
                "items",
                .array(
                    group.items.map { item in
                        .object([
                            ("ids", .texts(item.records.map(\.id))),
                            ("figures", .array(item.figures.map { number($0) })),
                            ("text", .string(item.text.string)),
                        ])
                    })
            ),
            ("more", .integer(group.more)),
        ])
    }

    private func matrix(_ matrix: OverlapMatrix) -> JSONValue {
        .array(
            zip(matrix.organisations, matrix.values).map { name, values in
                .object([
                    ("organisation", .text(name.id)), ("name", .text(name.title.string)),
                    ("measure", .string(matrix.name.rawValue)),
                    ("formula", .string(matrix.name.formula.string)),
                    (
                        "values",
                        .object(
                            zip(matrix.organisations, values).map { other, value in
                                (SafeText(other.id).string, number(value))
                            })
                    ),
                ])
            })
    }

    /// With all its digits, so that whoever computes it again can compare.
    private func number(_ value: Double?) -> JSONValue { value.map(JSONValue.double) ?? .null }
}
