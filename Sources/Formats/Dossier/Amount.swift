import Foundation

/// Figures of money as they are written in a dossier: digits, with a point before decimals.
enum Amount {
    /// The value of `text`; nil when it is no plain figure.
    static func value(of text: String) -> Decimal? {
        let unsigned = text.drop { $0 == "-" }
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard text.count - unsigned.count <= 1, (1...2).contains(parts.count), text.utf8.count <= 30,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// The plain figure that was probably meant: `1800000` for `1,800,000` and `1.8 million`.
    static func meant(by text: String) -> String? {
        let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.map(
            String.init)
        if words.count == 2, let factor = factors[words[1]], let number = value(of: words[0]) {
            return (number * factor).description
        }
        let groups = words.joined(separator: " ").split { ",.' ’_".contains($0) }.map(String.init)
        guard groups.count > 1, groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            return nil
        }
        return value(of: groups.joined())?.description
    }

    private static let factors: [String: Decimal] = [
        "thousand": 1000, "million": 1_000_000, "mln": 1_000_000, "billion": 1_000_000_000,
        "bn": 1_000_000_000,
    ]
}
