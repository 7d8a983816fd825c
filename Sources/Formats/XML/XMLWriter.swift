import Model

/// Writes XML 1.0, element by element. What it holds is taken with ``take()``, so that a document of any size
/// goes through little memory.
struct XMLWriter {
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// How many bytes wait to be taken.
    var count: Int { text.utf8.count }

    mutating func take() -> String {
        defer { text = "" }
        return text
    }

    /// Opens an element; attributes without a value are left out.
    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes)
        text += ">\n"
        open.append(name)
    }

    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        text += "</\(name)>\n"
    }

    /// An element without children, with a text or without.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String? = nil
    ) {
        start(name, attributes)
        if let content {
            text += ">"
            Self.write(content, to: &text)
            text += "</\(name)>\n"
        } else {
            text += "/>\n"
        }
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        indent()
        text += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            text += " \(key)=\""
            Self.write(value, to: &text)
            text += "\""
        }
    }

    private mutating func indent() { text += String(repeating: " ", count: open.count) }

    /// What means something in markup, and what a terminal would obey or not show, is written as a reference;
    /// what XML 1.0 cannot hold at all becomes `�`. Source: XML 1.0, 5th ed., §2.2.
    static func write(_ content: String, to text: inout String) {
        if content.utf8.allSatisfy(isPlain) {
            text += content
            return
        }
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r", "\u{7F}"..."\u{9F}": refer(scalar, &text)
            case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            case _ where scalar.isASCII || isVisible(scalar): text.unicodeScalars.append(scalar)
            default: refer(scalar, &text)
            }
        }
    }

    private static func refer(_ scalar: Unicode.Scalar, _ text: inout String) {
        text += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .format, .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            return false
        default: return true
        }
    }
}
