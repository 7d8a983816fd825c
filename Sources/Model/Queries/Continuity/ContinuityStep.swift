/// One step from a project to what came after it: a successor that a record names, or what the sources say of a
/// follow-up.
package struct ContinuityStep: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// One project follows another.
        case succession
        case guaranteed, refused, endorsed
        /// The sources say that there is no follow-up.
        case noFollowUp
        /// What the sources say of a follow-up, in other words than these.
        case text(SafeText)

        /// By the term of the field `follow-up`.
        init(followUp text: String) {
            switch text {
            case "guaranteed": self = .guaranteed
            case "refused": self = .refused
            case "endorsed": self = .endorsed
            case "none": self = .noFollowUp
            default: self = .text(SafeText(text))
            }
        }

        /// `succession`, `follow-up refused`.
        package var words: SafeText {
            switch self {
            case .succession: "succession"
            case .guaranteed: "follow-up guaranteed"
            case .refused: "follow-up refused"
            case .endorsed: "follow-up endorsed"
            case .noFollowUp: "no follow-up"
            case .text(let text): "follow-up: " + text
            }
        }

        /// The term for scripts: `succession`, `follow-up-refused`; what is said in other words is
        /// `follow-up-text`.
        package var term: String {
            switch self {
            case .succession: "succession"
            case .guaranteed: "follow-up-guaranteed"
            case .refused: "follow-up-refused"
            case .endorsed: "follow-up-endorsed"
            case .noFollowUp: "follow-up-none"
            case .text: "follow-up-text"
            }
        }
    }

    /// One of the two projects.
    package struct End: Hashable, Sendable {
        package let id: String
        /// Nil when the dataset has no record of it.
        package let name: RecordName?
        package let extent: Extent
        /// EDTF; nil when the sources are silent.
        package let start: String?
        package let end: String?
        /// Who implements it, in the order of the record; what the sources deny is left out.
        package let implementers: [RecordName]

        package var short: SafeText { name?.short ?? SafeText(id) }
    }

    /// A record that says so, and in which of its fields.
    package struct Telling: Hashable, Sendable {
        package let record: String
        /// `predecessor`, `successor` or `follow-up`.
        package let field: String
        /// The record says that it is not so.
        package let isAbsent: Bool
    }

    package let from: End
    /// Nil for what is said of a follow-up without a project being named.
    package let to: End?
    package let kind: Kind
    package let tellings: [Telling]
    /// Nil for a follow-up without a project.
    package let gap: MonthGap?
    /// Nil when the sources do not say who implements on one of the sides.
    package let handOver: HandOver?

    /// `cbmm+calm`; `cadap+` for all that is said of the follow-up of one project.
    package var address: String { "\(from.id)+\(to?.id ?? "")" }

    /// Every record that speaks of it denies it.
    package var isAbsent: Bool { tellings.allSatisfy(\.isAbsent) }

    /// One record says that it is so, another that it is not.
    package var isDisputed: Bool { !isAbsent && tellings.contains(where: \.isAbsent) }

    /// The records that speak of it, each once.
    package var saidBy: [String] {
        tellings.reduce(into: []) { records, telling in
            if !records.contains(telling.record) { records.append(telling.record) }
        }
    }

    /// Which of the two records says so.
    package var saidWords: SafeText {
        if isDisputed { return "they differ" }
        if saidBy.count > 1 { return "both records" }
        return saidBy.first == from.id ? "the first record" : "the second record"
    }
}
