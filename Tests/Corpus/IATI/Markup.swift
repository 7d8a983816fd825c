/// XML as bytes, element by element.
struct Markup {
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
        tag(name, attributes)
        bytes += ">\n".utf8
    }

    mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [(String, String?)]) {
        tag(name, attributes)
        bytes += "/>\n".utf8
    }

    /// An element with text.
    mutating func leaf(_ name: String, _ text: String, _ attributes: [(String, String?)] = []) {
        tag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        escaped(text)
        close(name)
    }

    /// An element whose text stands in a narrative, as version 2 wants it.
    mutating func narrated(
        _ name: String, _ narratives: [(language: String?, text: String)],
        _ attributes: [(String, String?)] = []
    ) {
        open(name, attributes)
        for (language, text) in narratives { leaf("narrative", text, [("xml:lang", language)]) }
        close(name)
    }

    mutating func append(_ other: Markup) { bytes += other.bytes }

    private mutating func tag(_ name: String, _ attributes: [(String, String?)]) {
        bytes += "<\(name)".utf8
        for (name, value) in attributes {
            guard let value else { continue }
            bytes += " \(name)=\"".utf8
            escaped(value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
    }
}
