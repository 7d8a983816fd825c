/// What a transaction says of itself beside its columns, as a JSON object: keys in a fixed order, nothing where
/// nothing is said.
struct DetailsWriter {
    /// A code of a list, with what part of the transaction it makes up.
    struct Coded {
        let code: String?
        let vocabulary: String?
        let percentage: String?
        let name: String?

        init(_ element: Element) {
            code = element.value(.code)
            vocabulary = element.value(.vocabulary)
            percentage = element.value(.percentage)
            // A code has its name in its list.
            name = code == nil ? element.plainText : nil
        }
    }

    var reference: String?
    var humanitarian: Bool?
    var sectors: [Coded] = []
    var countries: [Coded] = []
    var regions: [Coded] = []
    var aidTypes: [Coded] = []
    private var codes: [(key: String, code: String)] = []

    mutating func add(_ key: String, _ code: String?) {
        if let code { codes.append((key, code)) }
    }

    /// Nil when nothing is said.
    var json: String? {
        var members: [String] = []
        if let reference { members.append("\"ref\":\(Self.quoted(reference))") }
        for (key, code) in codes { members.append("\"\(key)\":\(Self.quoted(code))") }
        let lists = [
            ("aidTypes", aidTypes), ("sectors", sectors), ("countries", countries), ("regions", regions),
        ]
        for (key, list) in lists where !list.isEmpty {
            members.append("\"\(key)\":[\(list.map(Self.object).joined(separator: ","))]")
        }
        if let humanitarian { members.append("\"humanitarian\":\(humanitarian)") }
        return members.isEmpty ? nil : "{\(members.joined(separator: ","))}"
    }

    private static func object(_ coded: Coded) -> String {
        let members = [
            ("code", coded.code), ("vocabulary", coded.vocabulary), ("percentage", coded.percentage),
            ("name", coded.name),
        ]
        return "{"
            + members.compactMap { key, text in text.map { "\"\(key)\":\(quoted($0))" } }.joined(
                separator: ",")
            + "}"
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x10: bytes += Array("\\u000\(String(byte, radix: 16))".utf8)
            case 0x10..<0x20: bytes += Array("\\u00\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }
}
