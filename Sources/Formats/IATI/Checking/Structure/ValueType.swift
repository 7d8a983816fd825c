import Model

/// What an attribute or a text may hold. Source for the forms: W3C, *XML Schema Part 2: Datatypes*, 2nd ed.,
/// 2004, as IATI's schemas use them.
enum ValueType: Sendable {
    case string
    case date
    case dateTime
    case decimal
    case integer(ClosedRange<Int>)
    case boolean
    case uri
    case language
    /// A name without spaces.
    case token
    /// A version of the standard.
    case version
    case code(CodeList)
    /// The list depends on the vocabulary that the element names; the first one if it names none.
    case codeByVocabulary([(vocabulary: String, list: CodeList)])
    /// A code of a list that only the old versions have.
    case oneOf([String])

    /// Whether `text` has the form; codes have none.
    func accepts(_ text: String) -> Bool {
        let value = text.xmlTrimmed
        return switch self {
        case .string, .version, .code, .codeByVocabulary, .oneOf: true
        case .date: CivilDate(date: value) != nil
        case .dateTime: CivilDate(dateTime: value) != nil
        case .decimal: Self.isDecimal(value)
        case .integer(let range): Self.integer(value).map(range.contains) ?? false
        case .boolean: ["true", "false", "1", "0"].contains(value)
        case .uri: Self.isURI(value)
        case .language: value.isEmpty || Self.isLanguage(value)
        case .token: !value.isEmpty && !value.contains(where: \.isWhitespace)
        }
    }

    /// `[+-]` digits, with or without a point.
    static func isDecimal(_ text: String) -> Bool {
        var digits = 0
        var points = 0
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "+"), UInt8(ascii: "-"): if position > 0 { return false }
            default: return false
            }
        }
        return digits > 0 && points <= 1
    }

    /// A whole number; one too large for the machine counts as the largest.
    private static func integer(_ text: String) -> Int? {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text) ?? (text.first == "-" ? .min : .max)
    }

    /// Letters, then groups of letters and digits, with hyphens between, of at most eight each.
    private static func isLanguage(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).enumerated().allSatisfy { index, part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte | 0x20) || (index > 0 && (0x30...0x39).contains(byte))
                }
        }
    }

    /// An address in the wide sense of XML Schema: letters of any script and spaces may stand as they are, but
    /// what has a meaning in an address must have a form. Source: RFC 3986 §3.
    private static func isURI(_ text: String) -> Bool {
        guard text.utf8.count(where: { $0 == UInt8(ascii: "#") }) <= 1 else { return false }
        var rest = Array(text.utf8)[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            let digits = rest[(percent + 1)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
                return false
            }
            rest = rest[(percent + 3)...]
        }
        let head = text.prefix { !"/?#".contains($0) }
        if let colon = head.firstIndex(of: ":") {
            let scheme = head[..<colon]
            let isScheme =
                scheme.first.map { $0.isASCII && $0.isLetter } ?? false
                && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            guard isScheme else { return false }
            return isHierarchy(text[text.index(after: colon)...])
        }
        return isHierarchy(text[...])
    }

    /// Whether what follows the scheme names a host and a port, if it names one.
    private static func isHierarchy(_ text: Substring) -> Bool {
        guard text.hasPrefix("//") else { return true }
        let authority = text.dropFirst(2).prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if host.hasPrefix("[") { return host.contains("]") }
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count <= 2 && (parts.count < 2 || parts[1].allSatisfy { $0.isASCII && $0.isNumber })
    }
}
