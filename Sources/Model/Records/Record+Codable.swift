import Foundation

// A record as the JSON of an index's bodies (docs/DATA.md). What is not absent does not say so: of a million records
// that would be a fifth of all.

extension Record: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, recordClass = "class", citations = "cite", values, isAbsent = "absent", note, origin
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        recordClass = try container.decode(RecordClass.self, forKey: .recordClass)
        citations = try container.decode([Citation].self, forKey: .citations)
        values = try container.decode([String: [Value]].self, forKey: .values)
        isAbsent = try container.decodeIfPresent(Bool.self, forKey: .isAbsent) ?? false
        note = try container.decodeIfPresent(String.self, forKey: .note)
        origin = try container.decodeIfPresent(Origin.self, forKey: .origin)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(recordClass, forKey: .recordClass)
        try container.encode(citations, forKey: .citations)
        try container.encode(values, forKey: .values)
        if isAbsent { try container.encode(true, forKey: .isAbsent) }
        try container.encodeIfPresent(note, forKey: .note)
        try container.encodeIfPresent(origin, forKey: .origin)
    }
}

extension Value: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, money, participant, footnotes, share, code, language, citations = "cite", note
        case isAbsent = "absent"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        money = try container.decodeIfPresent(Money.self, forKey: .money)
        participant = try container.decodeIfPresent(Participant.self, forKey: .participant)
        footnotes = try container.decodeIfPresent([String].self, forKey: .footnotes)
        share = try container.decodeIfPresent(Decimal.self, forKey: .share)
        code = try container.decodeIfPresent(String.self, forKey: .code)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        citations = try container.decodeIfPresent([Citation].self, forKey: .citations)
        note = try container.decodeIfPresent(String.self, forKey: .note)
        isAbsent = try container.decodeIfPresent(Bool.self, forKey: .isAbsent) ?? false
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encodeIfPresent(money, forKey: .money)
        try container.encodeIfPresent(participant, forKey: .participant)
        try container.encodeIfPresent(footnotes, forKey: .footnotes)
        try container.encodeIfPresent(share, forKey: .share)
        try container.encodeIfPresent(code, forKey: .code)
        try container.encodeIfPresent(language, forKey: .language)
        try container.encodeIfPresent(citations, forKey: .citations)
        try container.encodeIfPresent(note, forKey: .note)
        if isAbsent { try container.encode(true, forKey: .isAbsent) }
    }
}
