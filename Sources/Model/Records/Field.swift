/// One attribute that records of a class may have: how it is spelled in a dossier, what it may hold, what it
/// is called on the screen. Reader, checker, index and record view all work from these.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case text
        case term(Vocabulary)
        /// One EDTF date.
        case date
        /// An EDTF period, or a date within which it lies.
        case period
        case money
        /// Ids of records of these classes; empty for any class.
        case reference([RecordClass])
        /// Organisations with their roles.
        case participants
        /// Organisations whose people speak, with their function.
        case speakers
        /// By citing source, the footnotes in which it is cited.
        case footnotes
        /// Attested values of another attribute, side by side.
        case attestations
        /// ISO 3166-1 alpha-2.
        case countryCode
        case flag
    }

    package let key: String
    package let kind: Kind
    package let label: String
    package let isRequired: Bool
    /// Whether several values are the normal case and not several attestations of one.
    package let isList: Bool
    /// Whether a reader looks for it, so that its absence is told: not said in the sources.
    package let isExpected: Bool
    /// Whether a value may say what part of the record it makes up, in percent.
    package let hasShares: Bool
    /// Whether a search looks at its text: codes of every other record would bury what is looked for.
    package let isSearched: Bool

    package init(
        _ key: String, _ kind: Kind, _ label: String? = nil, required: Bool = false, list: Bool = false,
        expected: Bool = false, shares: Bool = false, searched: Bool = true
    ) {
        self.key = key
        self.kind = kind
        self.label = label ?? key.replacing("-", with: " ")
        isRequired = required
        isList = list
        isExpected = expected
        hasShares = shares
        isSearched = searched
    }
}

extension RecordClass {
    /// Keys that every record may have beside its class's fields.
    package static let commonKeys = ["id", "cite", "note", "absent"]

    /// The fields of the class, in the order in which a record shows them.
    package var fields: [Field] {
        switch self {
        case .source: Self.sourceFields
        case .organisation: Self.organisationFields
        case .project: Self.projectFields
        case .flow: Self.flowFields
        case .relation: Self.relationFields
        case .event: Self.eventFields
        case .finding: Self.findingFields
        case .discrepancy: Self.discrepancyFields
        case .theme: Self.themeFields
        case .place: Self.placeFields
        }
    }

    package func field(_ key: String) -> Field? { fields.first { $0.key == key } }

    /// The field by which records of the class are told apart in lists and filters.
    package var kindField: String { field("kind") == nil ? "type" : "kind" }

    /// The terms of that field; none where the class has no kinds.
    package var kinds: [Vocabulary] {
        guard case .term(let vocabulary) = field(kindField)?.kind else { return [] }
        return [vocabulary]
    }

    private static let sourceFields: [Field] = [
        Field("title", .text, required: true),
        Field("type", .term(.sourceType), required: true),
        Field("authors", .text, list: true),
        Field("editors", .text, list: true),
        Field("speaker", .speakers, "who speaks", list: true),
        Field("year", .date),
        Field("date", .period),
        Field("container", .text, "in"),
        Field("volume", .text),
        Field("issue", .text),
        Field("number", .text),
        Field("pages", .text),
        Field("publisher", .text),
        Field("place", .text),
        Field("url", .text),
        Field("accessed", .date),
        Field("languages", .text, list: true),
        Field("text", .term(.sourceText), "text at hand"),
        Field("footnotes", .footnotes, "cited in notes"),
    ]

    private static let organisationFields: [Field] = [
        Field("name", .text, required: true),
        Field("acronym", .text),
        Field("expansion", .text, "stands for"),
        Field("aliases", .text, "also called", list: true),
        Field("type", .term(.organisationType)),
        Field("part-of", .reference([.organisation]), list: true),
        Field("country", .reference([.place])),
        Field("seat", .reference([.place]), list: true),
        Field("identifiers", .text, list: true),
        Field("mandate", .text, expected: true),
        Field("interests", .text, list: true),
        Field("description", .text, list: true),
    ]

    private static let projectFields: [Field] = [
        Field("title", .text, required: true),
        Field("acronym", .text),
        Field("expansion", .text, "stands for"),
        Field("aliases", .text, "also called", list: true),
        Field("kind", .term(.projectKind), required: true),
        Field("period", .period, expected: true),
        Field("active", .period, "seen running", list: true),
        Field("planned", .period),
        Field("status", .term(.activityStatus), expected: true),
        Field("format", .term(.format), list: true),
        Field("themes", .reference([.theme]), list: true, shares: true),
        Field("classifications", .text, "classified as", list: true, shares: true),
        Field("places", .reference([.place]), list: true, shares: true),
        Field("locations", .text, list: true),
        Field("scope", .text, searched: false),
        Field("participants", .participants, list: true, expected: true),
        Field("amounts", .money, "money", list: true, expected: true),
        Field("channel", .text, expected: true),
        Field("collaboration", .text, searched: false),
        Field("flow-type", .text, searched: false),
        Field("finance-type", .text, searched: false),
        Field("aid-type", .text, list: true, searched: false),
        Field("tied-status", .text, searched: false),
        Field("humanitarian", .flag),
        Field("hierarchy", .text, searched: false),
        Field("part-of", .reference([.project]), list: true),
        Field("parts", .reference([.project]), list: true),
        Field("related", .reference([.project]), list: true),
        Field("predecessor", .reference([.project]), list: true),
        Field("successor", .reference([.project]), list: true),
        Field("follow-up", .text, expected: true),
        Field("objectives", .text, list: true),
        Field("activities", .text, list: true),
        Field("coverage", .text, list: true),
        Field("deliverables", .text, list: true),
        Field("problems", .text, list: true),
        Field("assessment", .text, list: true),
        Field("results", .text, list: true),
        Field("description", .text, list: true),
        Field("documents", .text, list: true),
        Field("contact", .text, list: true, searched: false),
        Field("website", .text, list: true, searched: false),
        Field("identifiers", .text, list: true),
        Field("updated", .date, "last updated", searched: false),
    ]

    private static let flowFields: [Field] = [
        Field("title", .text),
        Field("kind", .term(.flowKind), required: true),
        Field("from", .reference([.organisation, .project]), required: true),
        Field("through", .reference([.organisation, .project]), list: true),
        Field("to", .reference([.organisation, .project, .place]), required: true),
        Field("project", .reference([.project]), list: true),
        Field("amounts", .money, "money", list: true, expected: true),
        Field("date", .period),
        Field("description", .text, list: true),
    ]

    private static let relationFields: [Field] = [
        Field("title", .text),
        Field("kind", .term(.relationKind), required: true),
        Field("parties", .reference([.organisation, .project, .place]), required: true, list: true),
        Field("level", .term(.level)),
        Field("nature", .term(.nature)),
        Field("themes", .reference([.theme]), list: true),
        Field("places", .reference([.place]), list: true),
        Field("projects", .reference([.project]), list: true),
        Field("period", .period),
        Field("description", .text, list: true),
        Field("consequence", .text, "what came of it", list: true),
        Field("said-by", .reference([.source]), "who says so", list: true),
    ]

    private static let eventFields: [Field] = [
        Field("title", .text, required: true),
        Field("kind", .term(.eventKind), required: true),
        Field("date", .period),
        Field("organisations", .reference([.organisation]), list: true),
        Field("projects", .reference([.project]), list: true),
        Field("places", .reference([.place]), list: true),
        Field("themes", .reference([.theme]), list: true),
        Field("description", .text, list: true),
    ]

    private static let findingFields: [Field] = [
        Field("text", .text, required: true),
        Field("kind", .term(.findingKind)),
        Field("about", .reference([]), list: true),
        Field("themes", .reference([.theme]), list: true),
        Field("places", .reference([.place]), list: true),
        Field("said-by", .reference([.source]), "who says so", list: true),
    ]

    private static let discrepancyFields: [Field] = [
        Field("title", .text, required: true),
        Field("kind", .term(.discrepancyKind), required: true),
        Field("about", .reference([]), required: true, list: true),
        Field("attribute", .text),
        Field("values", .attestations, "side by side", list: true),
        Field("description", .text, list: true),
    ]

    private static let themeFields: [Field] = [
        Field("name", .text, required: true),
        Field("kind", .term(.themeKind)),
        Field("aliases", .text, "also called", list: true),
        Field("parent", .reference([.theme]), "part of"),
        Field("dac", .text, "DAC sectors", list: true),
        Field("description", .text, list: true),
    ]

    private static let placeFields: [Field] = [
        Field("name", .text, required: true),
        Field("kind", .term(.placeKind), required: true),
        Field("iso", .countryCode, "ISO 3166-1"),
        Field("part-of", .reference([.place]), list: true),
        Field("aliases", .text, "also called", list: true),
        Field("description", .text, list: true),
    ]
}
