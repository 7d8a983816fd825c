/// A text as it was published, white space folded, with its language where one is marked.
struct Narrative: Hashable {
    var text: String
    var language: String?
}

extension Element {
    /// The texts in an element: its narratives or, where it has none, what stands directly in it. What is empty
    /// is left out.
    func narratives(defaultLanguage: String?) -> [Narrative] {
        let own = self[.lang]?.trimmed ?? defaultLanguage
        var found: [Narrative] = []
        for child in children(.narrative) {
            let text = child.text.singleSpaced
            guard !text.isEmpty else { continue }
            found.append(Narrative(text: text, language: child[.lang]?.trimmed ?? own))
        }
        guard found.isEmpty else { return found }
        let text = text.singleSpaced
        return text.isEmpty ? [] : [Narrative(text: text, language: own)]
    }

    /// The first text in an element, nil where it has none.
    var plainText: String? {
        for child in children(.narrative) {
            let text = child.text.singleSpaced
            if !text.isEmpty { return text }
        }
        let text = text.singleSpaced
        return text.isEmpty ? nil : text
    }

    /// An attribute without white space around it; nil when it is not there or empty.
    func value(_ tag: Tag) -> String? { self[tag]?.trimmed }
}

/// The order in which texts in several languages are put: the first one names the record.
struct LanguageOrder {
    /// The user's language, if one was asked for.
    let wanted: String?

    /// The texts in order, none twice: the user's language, English, the activity's own, then as published.
    func sorted(_ narratives: [Narrative], own: String?) -> [Narrative] {
        guard narratives.count > 1 else { return narratives }
        func rank(_ language: String?) -> Int {
            guard let language = language?.lowercased() else { return 3 }
            if let wanted, language == wanted || language.hasPrefix(wanted + "-") { return 0 }
            if language == "en" || language.hasPrefix("en-") { return 1 }
            return language == own?.lowercased() ? 2 : 3
        }
        var seen = Set<Narrative>()
        let ranked = narratives.enumerated().sorted {
            (rank($0.element.language), $0.offset) < (rank($1.element.language), $1.offset)
        }
        return ranked.map(\.element).filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Without white space around it; nil when nothing is left.
    var trimmed: String? {
        guard let first = utf8.first, let last = utf8.last else { return nil }
        if Self.isPlain(first), Self.isPlain(last) { return self }
        var rest = Substring(self)
        while let character = rest.first, character.isWhitespace { rest.removeFirst() }
        while let character = rest.last, character.isWhitespace { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    /// White space of any length as one space, none around it.
    var singleSpaced: String {
        if isSingleSpaced { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether its only white space are single spaces within it.
    private var isSingleSpaced: Bool {
        var text = self
        return text.withUTF8 { bytes in
            var wasSpace = true
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x20:
                    if wasSpace { return false }
                    wasSpace = true
                case 0...0x1F: return false
                default:
                    if byte >= 0xC2, Self.isSpace(bytes[index...]) { return false }
                    wasSpace = false
                }
            }
            return !wasSpace || bytes.isEmpty
        }
    }

    /// Whether UTF-8 begins with white space that is not in ASCII.
    private static func isSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let first = bytes.startIndex
        switch bytes[first] {
        case 0xC2: return [0x85, 0xA0].contains(bytes[first + 1])
        case 0xE1: return bytes[first + 1] == 0x9A && bytes[first + 2] == 0x80
        case 0xE2 where bytes[first + 1] == 0x80:
            return [0x80...0x8A, 0xA8...0xA9, 0xAF...0xAF].contains { $0.contains(bytes[first + 2]) }
        case 0xE2: return bytes[first + 1] == 0x81 && bytes[first + 2] == 0x9F
        case 0xE3: return bytes[first + 1] == 0x80 && bytes[first + 2] == 0x80
        default: return false
        }
    }

    /// Whether a byte of UTF-8 belongs to no white space.
    private static func isPlain(_ byte: UInt8) -> Bool { (0x21...0x7F).contains(byte) }
}
