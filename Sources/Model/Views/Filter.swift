/// What narrows a view. The same on every view; several dimensions hold together, and several values of one
/// dimension widen it.
package struct Filter: Hashable, Codable, Sendable {
    /// The ways in which a record is tied to others; each is an option of the command line.
    package enum Dimension: String, CaseIterable, Codable, Sendable {
        case project, organisation, donor, implementer, country, theme

        /// The class of the records that are named with it.
        package var recordClass: RecordClass {
            switch self {
            case .project: .project
            case .organisation, .donor, .implementer: .organisation
            case .country: .place
            case .theme: .theme
            }
        }
    }

    /// Ids of records, by dimension.
    package var ties: [Dimension: [String]] = [:]
    /// EDTF dates: only what may have run in or after the first, and in or before the second.
    package var from: String?
    package var to: String?
    package var status: String?
    package var kind: String?
    /// Words, each of which must occur.
    package var text: String?

    package init() {}

    package var isEmpty: Bool { parts.isEmpty }

    /// The months that `from` and `to` leave; nil when neither is set, or `to` comes before `from`.
    package var months: MonthSpan? {
        if from == nil && to == nil { return nil }
        let first = from.flatMap(EDTFDate.init)?.earliest.month ?? .distantPast
        let last = to.flatMap(EDTFDate.init)?.latest.month ?? .distantFuture
        return MonthSpan(first, last)
    }

    /// One active part of a filter: what a chip shows and what one key lifts.
    package struct Part: Hashable, Sendable {
        package let option: String
        package let value: String
    }

    /// The active parts in the order of the options.
    package var parts: [Part] {
        var parts = Dimension.allCases.flatMap { dimension in
            (ties[dimension] ?? []).map { Part(option: dimension.rawValue, value: $0) }
        }
        for (option, value) in [
            ("from", from), ("to", to), ("status", status), ("kind", kind), ("text", text),
        ] {
            if let value { parts.append(Part(option: option, value: value)) }
        }
        return parts
    }

    /// The filter without one of its parts.
    package func lifting(_ part: Part) -> Filter {
        var rest = self
        if let dimension = Dimension(rawValue: part.option) {
            rest.ties[dimension]?.removeAll { $0 == part.value }
            if rest.ties[dimension]?.isEmpty == true { rest.ties[dimension] = nil }
            return rest
        }
        switch part.option {
        case "from": rest.from = nil
        case "to": rest.to = nil
        case "status": rest.status = nil
        case "kind": rest.kind = nil
        default: rest.text = nil
        }
        return rest
    }

    /// The filter with `id` added to `dimension`, once.
    package func adding(_ dimension: Dimension, _ id: String) -> Filter {
        var more = self
        if more.ties[dimension]?.contains(id) != true { more.ties[dimension, default: []].append(id) }
        return more
    }
}
