import Glibc

/// How a file's characters are written.
enum TextEncoding: Equatable {
    case utf8
    case utf16(isBigEndian: Bool)
    /// Each byte's character; nil for a byte that is none.
    case singleByte([Unicode.Scalar?])

    /// What the beginning of a file says of its encoding.
    struct Finding: Equatable {
        var encoding: TextEncoding
        /// How many bytes of a byte-order mark come before the text.
        var mark = 0
        /// The name of an encoding that is not known, or that cannot be the file's.
        var doubted: (kind: Remarks.Kind, name: String)?

        static func == (left: Finding, right: Finding) -> Bool {
            left.encoding == right.encoding && left.mark == right.mark
                && left.doubted?.kind == right.doubted?.kind && left.doubted?.name == right.doubted?.name
        }
    }

    /// A byte-order mark decides; then the shape of the first two characters; then what the file declares.
    static func find(_ head: UnsafeBufferPointer<UInt8>) throws -> Finding {
        let first = Array(head.prefix(4))
        if first == [0xff, 0xfe, 0, 0] || first == [0, 0, 0xfe, 0xff] || first == [0x3c, 0, 0, 0]
            || first == [0, 0, 0, 0x3c]
        {
            throw Refusal.utf32
        }
        if first.starts(with: [0xef, 0xbb, 0xbf]) { return Finding(encoding: .utf8, mark: 3) }
        if first.starts(with: [0xff, 0xfe]) { return Finding(encoding: .utf16(isBigEndian: false), mark: 2) }
        if first.starts(with: [0xfe, 0xff]) { return Finding(encoding: .utf16(isBigEndian: true), mark: 2) }
        if first.count == 4, first[0] == 0x3c, first[1] == 0 {
            return Finding(encoding: .utf16(isBigEndian: false))
        }
        if first.count == 4, first[0] == 0, first[1] == 0x3c {
            return Finding(encoding: .utf16(isBigEndian: true))
        }
        guard let name = declared(head) else { return Finding(encoding: .utf8) }
        return named(name)
    }

    private static func named(_ name: String) -> Finding {
        let plain = name.lowercased()
        if ["utf-8", "utf8", "us-ascii", "ascii"].contains(plain) { return Finding(encoding: .utf8) }
        if plain.hasPrefix("utf-16") || plain.hasPrefix("utf-32") || plain.hasPrefix("ucs-")
            || plain.hasPrefix("iso-10646")
        {
            return Finding(encoding: .utf8, doubted: (.falseEncoding, name))
        }
        // As browsers do (WHATWG Encoding, 4.2): who says Latin-1 means what Windows makes of it.
        let table = ["iso-8859-1", "iso8859-1", "latin1", "latin-1"].contains(plain) ? "windows-1252" : plain
        if let characters = characters(table) { return Finding(encoding: .singleByte(characters)) }
        return Finding(encoding: .utf8, doubted: (.unknownEncoding, name))
    }

    /// `…` of `<?xml version="1.0" encoding="…"?>`.
    private static func declared(_ head: UnsafeBufferPointer<UInt8>) -> String? {
        let text = String(decoding: head.prefix(1024), as: UTF8.self).drop { $0.isWhitespace }
        guard text.hasPrefix("<?xml"), let end = text.range(of: "?>"),
            let word = text[..<end.lowerBound].range(of: "encoding")
        else { return nil }
        let rest = text[word.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let name = rest.dropFirst().prefix { $0 != quote }
        return name.isEmpty || name.count > 40 ? nil : String(name)
    }

    /// The characters of an encoding with one byte a character, from the C library.
    private static func characters(_ name: String) -> [Unicode.Scalar?]? {
        let families = ["iso-8859-", "iso8859-", "windows-125", "cp125", "koi8-"]
        guard families.contains(where: name.hasPrefix),
            name.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || isalnum(Int32($0)) != 0 })
        else { return nil }
        let converter = iconv_open("UTF-32LE", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        return (0...255).map { character(UInt8($0), converter) }
    }

    private static func character(_ byte: UInt8, _ converter: iconv_t?) -> Unicode.Scalar? {
        var byte = CChar(bitPattern: byte)
        var number: UInt32 = 0
        let isConverted = withUnsafeMutablePointer(to: &byte) { byte in
            withUnsafeMutableBytes(of: &number) { number in
                var source: UnsafeMutablePointer<CChar>? = byte
                var sourceLeft = 1
                var target = number.baseAddress?.assumingMemoryBound(to: CChar.self)
                var targetLeft = 4
                iconv(converter, nil, nil, nil, nil)
                let answer = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
                return answer == 0 && targetLeft == 0
            }
        }
        return isConverted ? Unicode.Scalar(UInt32(littleEndian: number)) : nil
    }
}
