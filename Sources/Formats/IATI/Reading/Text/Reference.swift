/// What stands at an `&`.
struct Reference: Equatable {
    enum Meaning: Equatable {
        /// XML knows it.
        case sound
        /// It names a character that no XML may hold.
        case noCharacter
        /// HTML knows it, XML does not.
        case html(String)
        /// The `&` is none of a reference.
        case stray
    }

    let meaning: Meaning
    /// From `&` to `;`.
    let length: Int

    /// Nil when more bytes must be known first.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isLast: Bool) {
        let most = MarkupScanner.reach
        var end = start + 1
        while end < bytes.count, end - start < most, Self.isInName(bytes[end]) { end += 1 }
        guard end < bytes.count || isLast || end - start >= most else { return nil }
        length = end - start + 1
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
            meaning = .stray
            return
        }
        meaning = Self.meaning(bytes[start + 1..<end])
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    private static func meaning(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Meaning {
        let name = String(decoding: name, as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return .sound }
        if name.hasPrefix("#") {
            let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
            let isHexadecimal = name.hasPrefix("#x")
            guard !digits.isEmpty, digits.allSatisfy({ $0.isHexDigit && (isHexadecimal || $0.isNumber) })
            else { return .stray }
            let number = UInt32(digits, radix: isHexadecimal ? 16 : 10)
            return isCharacter(number ?? .max) ? .sound : .noCharacter
        }
        return htmlEntities[name].map(Meaning.html) ?? .stray
    }

    /// XML 1.0, production 2.
    private static func isCharacter(_ number: UInt32) -> Bool {
        switch number {
        case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
        default: false
        }
    }

    /// Those of Latin-1, from U+00A0 on, and of common punctuation.
    private static let htmlEntities: [String: String] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
            acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
            Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc \
            Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
            aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
            otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        var entities = [
            "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
            "bdquo": "„", "bull": "•", "hellip": "…", "euro": "€", "trade": "™",
        ]
        for (number, name) in zip(UInt8(0xa0)...0xff, latin.split(separator: " ")) {
            entities[String(name)] = String(Unicode.Scalar(number))
        }
        return entities
    }()
}
