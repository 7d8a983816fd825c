/// Goes over a file's text, already UTF-8, ahead of the parser.
///
/// It bounds what the parser must hold at once (libxml2 alone takes minutes for 300,000 attributes), refuses
/// document types and NULs, mends what no parser bears and publishers' files do have (control characters, bytes of
/// another encoding, a lone `&` or `<`), takes out comments and processing instructions, and says where activities
/// begin, so that reading can go on there when one was broken. Lines stay as they are.
struct MarkupScanner {
    enum State: Int, CaseIterable {
        case text, tag, doubleQuoted, singleQuoted, cdata, comment, instruction

        var isQuoted: Bool { self == .doubleQuoted || self == .singleQuoted }
        var isDropped: Bool { self == .comment || self == .instruction }
    }

    /// A stretch of the text for the parser, valid during the call.
    struct Piece {
        let bytes: UnsafeBufferPointer<UInt8>
        /// Whether its first bytes are `<iati-activity`.
        let beginsActivity: Bool
        /// At which it begins.
        let line: Int
    }

    /// As far as anything that is looked for reaches: the longest reference, or `<iati-activity` and a byte.
    static let reach = 34

    private(set) var line = 1
    private(set) var remarks = Remarks()

    private let limits: Limits
    private var state = State.text
    private var attributes = 0
    /// What was consumed by earlier calls; the numbers below count from the file's start.
    private var consumed = 0
    private var lineStart = 0
    private var stateStart = 0
    /// Of the piece that comes next.
    private var beginsActivity = false
    private var pieceLine = 1
    /// The piece so far, as long as something in it was changed.
    private var changed: [UInt8] = []

    init(limits: Limits) { self.limits = limits }

    /// Scans as far as it can tell, which is all of it if it is the last, and answers how many bytes that are. The
    /// rest is to be the beginning of what is given next.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ use: (Piece) throws -> Void
    ) throws -> Int {
        var scan = ScannedText(bytes: bytes, isLast: isLast)
        try ByteClass.table.withUnsafeBufferPointer { table in
            var goesOn = true
            while goesOn {
                let classes = state.rawValue << 8
                var position = scan.position
                var meaning = ByteClass.plain
                while position < bytes.count {
                    meaning = table[classes | Int(bytes[position])]
                    if meaning != ByteClass.plain { break }
                    position += 1
                }
                scan.position = position
                if position == bytes.count { break }
                goesOn = try meet(meaning, &scan, use)
            }
        }
        try measure(at: scan.position)
        try emit(&scan, use)
        consumed += scan.position
        return scan.position
    }

    /// Deals with a byte that means something; false when what follows it must be known first.
    @inline(__always)
    private mutating func meet(
        _ meaning: UInt8, _ scan: inout ScannedText, _ use: (Piece) throws -> Void
    ) throws -> Bool {
        switch meaning {
        case ByteClass.newline:
            if state.isDropped { drop(1, &scan, keeping: "\n") } else { scan.position += 1 }
            line += 1
            lineStart = consumed + scan.position
        case ByteClass.less:
            if scan.left < Self.reach && !scan.isLast { return false }
            try meetMarkup(&scan, use)
        case ByteClass.greater:
            scan.position += 1
            try enter(.text, at: scan.position)
        case ByteClass.quote, ByteClass.apostrophe:
            scan.position += 1
            if state.isQuoted {
                state = .tag
            } else {
                try openQuote(isDouble: meaning == ByteClass.quote)
            }
        case ByteClass.ampersand:
            return meetReference(&scan)
        case ByteClass.high:
            return meetCharacter(&scan)
        case ByteClass.nul:
            throw Refusal.nul
        case ByteClass.closer:
            return try meetCloser(&scan)
        default:
            mend(.controlCharacter, 1, &scan, with: "\u{FFFD}")
        }
        return true
    }

    // MARK: Markup

    private mutating func meetMarkup(_ scan: inout ScannedText, _ use: (Piece) throws -> Void) throws {
        let start = scan.position
        let next = start + 1 < scan.bytes.count ? scan.bytes[start + 1] : 0
        if state != .text {
            // A tag that was not closed. The parser will not bear it and waits for `>`: what it holds until then goes
            // on being measured.
            state = .tag
        } else if next == UInt8(ascii: "/") || Self.beginsName(next) {
            try enter(.tag, at: start)
        } else if next == UInt8(ascii: "?") {
            keep(&scan)
            try enter(.instruction, at: start)
            return drop(2, &scan)
        } else if next == UInt8(ascii: "!") {
            return try meetDeclaration(&scan)
        } else {
            return mend(.strayLessThan, 1, &scan, with: "&lt;")
        }
        if isActivity(scan) {
            try emit(&scan, use)
            beginsActivity = true
        }
        scan.position += 1
    }

    private mutating func meetDeclaration(_ scan: inout ScannedText) throws {
        let start = scan.position
        if scan.begins(with: "<!--", at: start) {
            keep(&scan)
            try enter(.comment, at: start)
            drop(4, &scan)
        } else if scan.begins(with: "<![CDATA[", at: start) {
            try enter(.cdata, at: start)
            scan.position += 9
        } else if isDocumentType(scan) {
            throw Refusal.documentType
        } else {
            try enter(.tag, at: start)
            scan.position += 1
        }
    }

    /// In capitals or not, for there is HTML.
    private func isDocumentType(_ scan: ScannedText) -> Bool {
        let name = scan.bytes.dropFirst(scan.position).prefix(9)
        return name.count == 9 && String(decoding: name, as: UTF8.self).lowercased() == "<!doctype"
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "_"), 0x80..., UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private func isActivity(_ scan: ScannedText) -> Bool {
        let after = scan.position + 14
        // Most tags begin otherwise, and this is asked of each.
        guard after < scan.bytes.count, scan.bytes[scan.position + 1] == UInt8(ascii: "i"),
            scan.begins(with: "<iati-activity", at: scan.position)
        else { return false }
        return [0x20, 0x09, 0x0a, 0x0d, UInt8(ascii: ">"), UInt8(ascii: "/")].contains(scan.bytes[after])
    }

    private mutating func openQuote(isDouble: Bool) throws {
        attributes += 1
        if attributes > limits.attributes { throw Refusal.tooManyAttributes }
        state = isDouble ? .doubleQuoted : .singleQuoted
    }

    private mutating func meetCloser(_ scan: inout ScannedText) throws -> Bool {
        if scan.left < 3 && !scan.isLast { return false }
        switch state {
        case .comment where scan.begins(with: "-->", at: scan.position): drop(3, &scan)
        case .instruction where scan.begins(with: "?>", at: scan.position): drop(2, &scan)
        case .cdata where scan.begins(with: "]]>", at: scan.position): scan.position += 3
        default:
            scan.position += 1
            return true
        }
        try enter(.text, at: scan.position)
        return true
    }

    private mutating func enter(_ next: State, at position: Int) throws {
        try measure(at: position)
        state = next
        attributes = 0
        stateStart = consumed + position
    }

    private func measure(at position: Int) throws {
        let length = consumed + position - stateStart
        switch state {
        case .text, .cdata: if length > limits.text { throw Refusal.longText }
        case .tag, .doubleQuoted, .singleQuoted: if length > limits.tag { throw Refusal.longTag }
        case .comment, .instruction: if length > limits.remark { throw Refusal.longRemark }
        }
    }

    // MARK: Characters

    private mutating func meetReference(_ scan: inout ScannedText) -> Bool {
        guard let reference = Reference(scan.bytes, at: scan.position, isLast: scan.isLast) else {
            return false
        }
        switch reference.meaning {
        case .sound: scan.position += reference.length
        case .stray: mend(.strayAmpersand, 1, &scan, with: "&amp;")
        case .noCharacter: mend(.controlCharacter, reference.length, &scan, with: "\u{FFFD}")
        case .html(let character): mend(.htmlEntity, reference.length, &scan, with: character)
        }
        return true
    }

    private mutating func meetCharacter(_ scan: inout ScannedText) -> Bool {
        while scan.left > 0, scan.bytes[scan.position] >= 0x80 {
            switch UTF8Character.length(scan.bytes, at: scan.position) {
            case .whole(let length): scan.position += length
            case .cut:
                if !scan.isLast { return false }
                mend(.badBytes, 1, &scan, with: "\u{FFFD}")
            case .none: mend(.badBytes, 1, &scan, with: "\u{FFFD}")
            }
        }
        return true
    }

    // MARK: Pieces

    private mutating func mend(
        _ kind: Remarks.Kind, _ count: Int, _ scan: inout ScannedText, with text: String
    ) {
        let found = scan.bytes[scan.position..<min(scan.position + max(count, 20), scan.bytes.count)]
        remarks.add(
            kind, line: line, column: consumed + scan.position - lineStart + 1,
            detail: String(decoding: found, as: UTF8.self))
        drop(count, &scan, keeping: text)
    }

    /// Leaves bytes out, or puts others in their place.
    private mutating func drop(_ count: Int, _ scan: inout ScannedText, keeping text: String = "") {
        keep(&scan)
        changed.append(contentsOf: text.utf8)
        scan.position = min(scan.position + count, scan.bytes.count)
        scan.kept = scan.position
    }

    private mutating func keep(_ scan: inout ScannedText) {
        if !state.isDropped {
            changed.append(contentsOf: UnsafeBufferPointer(rebasing: scan.bytes[scan.kept..<scan.position]))
        }
        scan.kept = scan.position
    }

    /// Hands on what there is up to the position.
    private mutating func emit(_ scan: inout ScannedText, _ use: (Piece) throws -> Void) throws {
        var bytes = UnsafeBufferPointer(rebasing: scan.bytes[scan.kept..<scan.position])
        if state.isDropped { bytes = UnsafeBufferPointer(rebasing: bytes[..<0]) }
        scan.kept = scan.position
        defer {
            beginsActivity = false
            pieceLine = line
        }
        if changed.isEmpty {
            if bytes.count > 0 {
                try use(Piece(bytes: bytes, beginsActivity: beginsActivity, line: pieceLine))
            }
            return
        }
        changed.append(contentsOf: bytes)
        try changed.withUnsafeBufferPointer {
            if $0.count > 0 { try use(Piece(bytes: $0, beginsActivity: beginsActivity, line: pieceLine)) }
        }
        changed.removeAll(keepingCapacity: true)
    }
}
