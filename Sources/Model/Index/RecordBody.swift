import Foundation

/// A record as JSON, the same bytes as `JSONEncoder` gives with sorted keys, many times faster: of a million
/// records it would take minutes. A test holds the two together; `Codable` reads it back.
struct RecordBody {
    private var bytes: [UInt8] = []

    /// The JSON of `record`.
    static func text(_ record: Record) -> String {
        var body = RecordBody()
        body.bytes.reserveCapacity(2048)
        body.write(record)
        return String(decoding: body.bytes, as: UTF8.self)
    }

    // MARK: The types, each with its keys in order

    private mutating func write(_ record: Record) {
        raw("{")
        if record.isAbsent { raw("\"absent\":true,") }
        raw("\"cite\":")
        write(record.citations) { $0.write($1) }
        raw(",\"class\":")
        write(record.recordClass.rawValue)
        raw(",\"id\":")
        write(record.id)
        member("note", record.note)
        if let origin = record.origin {
            raw(",\"origin\":{\"file\":")
            write(origin.file)
            raw(",\"line\":\(origin.line)}")
        }
        raw(",\"values\":{")
        for (index, key) in record.values.keys.sorted().enumerated() {
            if index > 0 { raw(",") }
            write(key)
            raw(":")
            write(record.values[key] ?? []) { $0.write($1) }
        }
        raw("}}")
    }

    private mutating func write(_ value: Value) {
        raw("{")
        if value.isAbsent { raw("\"absent\":true,") }
        if let citations = value.citations {
            raw("\"cite\":")
            write(citations) { $0.write($1) }
            raw(",")
        }
        leading("code", value.code)
        if let footnotes = value.footnotes {
            raw("\"footnotes\":")
            write(footnotes) { $0.write($1) }
            raw(",")
        }
        leading("language", value.language)
        if let money = value.money { write(money) }
        leading("note", value.note)
        if let participant = value.participant { write(participant) }
        if let share = value.share { raw("\"share\":\(share.plainText),") }
        raw("\"text\":")
        write(value.text)
        raw("}")
    }

    private mutating func write(_ money: Money) {
        raw("\"money\":{")
        leading("currency", money.currency)
        leading("kind", money.kind)
        leading("qualifier", money.qualifier)
        raw("\"value\":\(money.value.plainText)},")
    }

    private mutating func write(_ participant: Participant) {
        raw("\"participant\":{")
        leading("activity", participant.activity)
        leading("period", participant.period)
        raw("\"role\":")
        write(participant.role)
        member("via", participant.via)
        raw("},")
    }

    private mutating func write(_ citation: Citation) {
        raw("{\"basis\":")
        write(citation.basis.rawValue)
        member("by", citation.by)
        member("from", citation.from)
        raw(",\"locator\":")
        write(citation.locator.text)
        raw(",\"source\":")
        write(citation.source)
        raw("}")
    }

    // MARK: JSON

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A member that is not the first of its object and left out when there is none.
    private mutating func member(_ key: String, _ text: String?) {
        guard let text else { return }
        raw(",\"")
        raw(key)
        raw("\":")
        write(text)
    }

    /// A member before others of its object, left out when there is none.
    private mutating func leading(_ key: String, _ text: String?) {
        guard let text else { return }
        raw("\"")
        raw(key)
        raw("\":")
        write(text)
        raw(",")
    }

    private mutating func write<Element>(
        _ elements: [Element], _ write: (inout RecordBody, Element) -> Void
    ) {
        raw("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { raw(",") }
            write(&self, element)
        }
        raw("]")
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        if text.utf8.allSatisfy(Self.isPlain) { return raw(text) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): raw("\\\"")
            case UInt8(ascii: "\\"): raw("\\\\")
            case 0x08: raw("\\b")
            case 0x09: raw("\\t")
            case 0x0A: raw("\\n")
            case 0x0C: raw("\\f")
            case 0x0D: raw("\\r")
            case 0..<0x10: raw("\\u000\(String(byte, radix: 16))")
            case 0x10..<0x20: raw("\\u00\(String(byte, radix: 16))")
            default: bytes.append(byte)
            }
        }
    }

    /// Whether a byte stands for itself in a JSON string.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
