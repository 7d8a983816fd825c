import Foundation
import Model

/// A JSON value whose objects keep the order of their keys.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Decimal)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// A string that passed the sanitiser; null for nil.
    package static func text(_ raw: String?) -> JSONValue {
        raw.map { .string(SafeText($0).string) } ?? .null
    }

    /// A list of strings that passed the sanitiser.
    package static func texts(_ raw: [String]) -> JSONValue { .array(raw.map(JSONValue.text)) }

    /// The value as a JSON text (RFC 8259): two spaces a level, keys in their order, UTF-8, no line end at the
    /// end. Control characters are escaped, so that the text is harmless on a terminal too.
    package var pretty: String {
        var out = ""
        write(to: &out, indent: "")
        return out
    }

    private func write(to out: inout String, indent: String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        // JSON has no way to write NaN.
        case .decimal(let value): out += value.isFinite ? value.plainText : "null"
        case .double(let value): out += value.isFinite ? Self.shortest(value) : "null"
        case .string(let value): Self.write(value, to: &out)
        case .array(let items):
            Self.write(items, between: ("[", "]"), to: &out, indent: indent) { item, out, inner in
                item.write(to: &out, indent: inner)
            }
        case .object(let pairs):
            Self.write(pairs, between: ("{", "}"), to: &out, indent: indent) { pair, out, inner in
                Self.write(pair.0, to: &out)
                out += ": "
                pair.1.write(to: &out, indent: inner)
            }
        }
    }

    /// The shortest digits that give the value back; a whole number without a point.
    private static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to out: inout String, indent: String,
        each: (Item, inout String, String) -> Void
    ) {
        out += brackets.0
        let inner = indent + "  "
        for (index, item) in items.enumerated() {
            out += (index == 0 ? "\n" : ",\n") + inner
            each(item, &out, inner)
        }
        if !items.isEmpty { out += "\n" + indent }
        out += brackets.1
    }

    private static func write(_ string: String, to out: inout String) {
        out += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
