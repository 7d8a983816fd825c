/// What a file is that is no XML, by its first bytes.
enum Stranger: Equatable {
    case empty
    case html
    case pdf
    case json
    case compressed
    case spreadsheet
    case database
    case other(String)

    /// Nil for what may be XML.
    init?(_ text: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let start = text.drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
        guard let first = start.first else {
            if !isLast { return nil }
            self = .empty
            return
        }
        func begins(_ bytes: [UInt8]) -> Bool { start.starts(with: bytes) }
        switch first {
        case UInt8(ascii: "<"): return nil
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        case _ where begins(Array("%PDF".utf8)): self = .pdf
        case _ where begins([0x1f, 0x8b]) || begins([0x50, 0x4b, 3, 4]) || begins(Array("BZh".utf8)):
            self = .compressed
        case _ where begins([0xd0, 0xcf, 0x11, 0xe0]): self = .spreadsheet
        case _ where begins(Array("SQLite format 3".utf8)): self = .database
        default: self = .other(String(decoding: start.prefix(60), as: UTF8.self))
        }
    }
}
