/// What a byte means to a scanner of markup. Most mean nothing where they stand.
enum ByteClass {
    static let plain: UInt8 = 0
    static let newline: UInt8 = 1
    static let less: UInt8 = 2
    static let greater: UInt8 = 3
    static let ampersand: UInt8 = 4
    static let quote: UInt8 = 5
    static let apostrophe: UInt8 = 6
    static let nul: UInt8 = 7
    static let control: UInt8 = 8
    /// Part of a character of several bytes.
    static let high: UInt8 = 9
    /// What may begin the end of a comment, an instruction or CDATA.
    static let closer: UInt8 = 10

    /// The class of each byte in each state of ``MarkupScanner``, 256 a state.
    static let table: [UInt8] = MarkupScanner.State.allCases.flatMap { state in
        (0...255).map { of($0, in: state) }
    }

    private static func of(_ byte: UInt8, in state: MarkupScanner.State) -> UInt8 {
        let dropped = state == .comment || state == .instruction
        switch byte {
        case 0: return nul
        case 0x0a: return newline
        case 0x09, 0x0d: return plain
        case ..<0x20: return dropped ? plain : control
        case 0x80...: return dropped ? plain : high
        case UInt8(ascii: "<"): return dropped || state == .cdata ? plain : less
        case UInt8(ascii: ">"): return state == .tag ? greater : plain
        case UInt8(ascii: "&"): return state == .text || state.isQuoted ? ampersand : plain
        case UInt8(ascii: "\""): return state == .tag || state == .doubleQuoted ? quote : plain
        case UInt8(ascii: "'"): return state == .tag || state == .singleQuoted ? apostrophe : plain
        case UInt8(ascii: "-"): return state == .comment ? closer : plain
        case UInt8(ascii: "?"): return state == .instruction ? closer : plain
        case UInt8(ascii: "]"): return state == .cdata ? closer : plain
        default: return plain
        }
    }
}
