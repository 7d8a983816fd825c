/// Characters of several bytes in UTF-8.
enum UTF8Character {
    enum Length: Equatable {
        case whole(Int)
        /// The bytes end within it.
        case cut
        /// There is none that XML may hold.
        case none
    }

    /// The length of the character that begins at `start`, with a byte above 0x7F. Bounds as in the Unicode Standard,
    /// table 3-7; U+FFFE and U+FFFF are no characters of XML.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Length {
        let first = bytes[start]
        var low: UInt8 = 0x80
        var high: UInt8 = 0xbf
        let length: Int
        switch first {
        case 0xc2...0xdf: length = 2
        case 0xe0: (length, low) = (3, 0xa0)
        case 0xed: (length, high) = (3, 0x9f)
        case 0xe1...0xef: length = 3
        case 0xf0: (length, low) = (4, 0x90)
        case 0xf1...0xf3: length = 4
        case 0xf4: (length, high) = (4, 0x8f)
        default: return .none
        }
        for offset in 1..<length {
            guard start + offset < bytes.count else { return .cut }
            let byte = bytes[start + offset]
            if byte < low || byte > high { return .none }
            (low, high) = (0x80, 0xbf)
        }
        let isNoCharacter = first == 0xef && bytes[start + 1] == 0xbf && bytes[start + 2] >= 0xbe
        return isNoCharacter ? .none : .whole(length)
    }
}
