import Foundation

/// What a record puts into the tables of an index, worked out from the record alone.
struct RecordRows {
    let key: Int64
    /// What the record is called and found by; nil for one that is named after others (see ``unnamed``).
    let face: RecordFace?
    /// A relation or flow without a title of its own: the tables know what its ends are called.
    let unnamed: Record?
    let references: [Reference]
    let citations: [Cited]
    let citedIn: [CitedIn]
    let amounts: [Amount]
    let continuities: [Continuity]
    let ownActivities: [OwnActivity]

    /// One record that another names, by its id.
    struct Reference {
        /// Of the field among those of its class, and of the reference within the field.
        let place: Int
        let position: Int
        let field: String
        let target: String
        let role: String?
        let share: Double?
        let isAbsent: Bool
        /// Whether the record is found by the target's names, too.
        let isSpoken: Bool
    }

    /// A citation of a value, or of the record as a whole.
    struct Cited {
        let citation: Citation
        /// Empty for the record as a whole.
        let field: String
        let position: Int
    }

    /// A footnote of a source in which the record is cited.
    struct CitedIn {
        let source: String
        let number: String
    }

    struct Amount {
        let position: Int
        let money: Money
    }

    /// What a project says of what came before and after it.
    struct Continuity {
        let field: String
        let position: Int
        let text: String
        let isAbsent: Bool
    }

    /// The activity that a participant has of its own for a project.
    struct OwnActivity {
        let position: Int
        let role: String
        let activity: String
    }

    init(_ record: Record, key: Int64) {
        self.key = key
        let isNamed = record.namingEnds == nil
        face = isNamed ? RecordFace(record) : nil
        unnamed = isNamed ? nil : record
        amounts = record.values("amounts").enumerated().compactMap { position, value in
            value.money.map { Amount(position: position, money: $0) }
        }
        continuities = Self.continuities(record)
        ownActivities = record.isAbsent ? [] : Self.ownActivities(record)
        var references: [Reference] = []
        var citedIn: [CitedIn] = []
        var citations = record.citations.enumerated().map {
            Cited(citation: $0.element, field: "", position: $0.offset)
        }
        for (place, field) in record.recordClass.fields.enumerated() {
            guard let values = record.values[field.key] else { continue }
            for (position, value) in values.enumerated() {
                for citation in value.citations ?? [] {
                    citations.append(Cited(citation: citation, field: field.key, position: position))
                }
            }
            switch field.kind {
            case .reference, .participants, .speakers:
                Self.add(values, of: record, field.key, place, to: &references)
            case .footnotes:
                citedIn += values.flatMap { value in
                    (value.footnotes ?? []).map { CitedIn(source: value.text, number: $0) }
                }
            default: continue
            }
        }
        self.references = references
        self.citations = citations
        self.citedIn = citedIn
    }

    private static func add(
        _ values: [Value], of record: Record, _ field: String, _ place: Int,
        to references: inout [Reference]
    ) {
        var position = 0
        for value in values {
            let isAbsent = value.isAbsent || record.isAbsent
            references.append(
                Reference(
                    place: place, position: position, field: field, target: value.text,
                    role: value.participant?.role,
                    share: value.share.map { NSDecimalNumber(decimal: $0).doubleValue },
                    isAbsent: isAbsent, isSpoken: true))
            position += 1
            guard let via = value.participant?.via else { continue }
            references.append(
                Reference(
                    place: place, position: position, field: field, target: via, role: "extending",
                    share: nil, isAbsent: isAbsent, isSpoken: false))
            position += 1
        }
    }

    private static func ownActivities(_ record: Record) -> [OwnActivity] {
        record.values("participants").enumerated().compactMap { position, value in
            guard !value.isAbsent, let participant = value.participant, let activity = participant.activity,
                activity != record.id
            else { return nil }
            return OwnActivity(position: position, role: participant.role, activity: activity)
        }
    }

    private static func continuities(_ record: Record) -> [Continuity] {
        guard record.recordClass == .project else { return [] }
        return ["predecessor", "successor", "follow-up"].flatMap { field in
            record.values(field).enumerated().map { position, value in
                Continuity(
                    field: field, position: position, text: value.text,
                    isAbsent: value.isAbsent || record.isAbsent)
            }
        }
    }
}
