import Foundation
import Model

/// How a figure was read.
enum FigureReading {
    /// Nothing was written.
    case missing
    case number(Decimal)
    /// A number once separators of thousands or white space are taken away.
    case cleaned(Decimal)
    /// No number.
    case other(String)
}

enum Figures {
    /// Digits with an optional sign and one point, as XML Schema's decimal has them; commas, spaces and
    /// apostrophes between them are taken away.
    static func read(_ written: String) -> FigureReading {
        guard let text = written.trimmed else { return .missing }
        if let value = decimal(text.utf8) { return .number(value) }
        let bare = text.filter { $0 != "," && $0 != "'" && !$0.isWhitespace }
        if let value = decimal(bare.utf8) { return .cleaned(value) }
        return .other(text.singleSpaced)
    }

    /// A percentage, with or without its sign.
    static func percentage(_ written: String) -> Decimal? {
        guard let text = written.trimmed else { return nil }
        let bare =
            text.hasSuffix("%") ? text.dropLast().trimmingSuffix(while: \.isWhitespace) : Substring(text)
        return decimal(bare.utf8)
    }

    /// Exact; nil for anything but `[+-]digits[.digits]`. Foundation's own reading would take `1e5` and stop at
    /// the first letter.
    static func decimal(_ bytes: some Collection<UInt8>) -> Decimal? {
        var mantissa: UInt64 = 0
        var scale = 0
        var digits = 0
        var isNegative = false
        var hasPoint = false
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: "+") where position == 0: break
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if hasPoint { scale += 1 }
                guard digits <= 19 else { return long(bytes) }
                mantissa = mantissa &* 10 &+ UInt64(byte - 48)
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        if scale == 0 {
            let value = Decimal(mantissa)
            return isNegative ? -value : value
        }
        return Decimal(
            sign: isNegative ? .minus : .plus, exponent: -scale, significand: Decimal(mantissa))
    }

    /// More digits than a machine word holds.
    private static func long(_ bytes: some Collection<UInt8>) -> Decimal? {
        let digits = bytes.dropFirst(
            bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0)
        var points = 0
        for byte in digits {
            switch byte {
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: return nil
            }
        }
        // More digits than Decimal holds would be rounded without a word.
        return points <= 1 && digits.count <= 38
            ? Decimal(string: String(decoding: bytes, as: UTF8.self)) : nil
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
