import Foundation

extension String {
    /// The form in which names are compared: lower case, without diacritics, words apart by one space and
    /// without punctuation. `Martin-Mazé` and `martin maze` fold to the same.
    package var folded: String {
        if let plain = foldedASCII { return plain }
        let plain = folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        let words = plain.split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }

    /// The same for text in ASCII, which most names are, many times faster; nil for other text.
    private var foldedASCII: String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isApart = false
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if isApart && !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
                isApart = false
                let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                bytes.append(isCapital ? byte | 0x20 : byte)
            case 0x80...: return nil
            default: isApart = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The candidate nearest to `word` by edit distance, or nil when none is near enough to be meant.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates, limit: 1).first
}

/// Up to `limit` candidates, nearest first; only those within a third of the word's length.
package func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int
) -> [String] {
    let key = Array(word.folded.unicodeScalars)
    let most = max(1, key.count / 3)
    let near = candidates.compactMap { candidate -> (String, Int)? in
        let distance = editDistance(key, Array(candidate.folded.unicodeScalars))
        return distance <= most ? (candidate, distance) : nil
    }
    let ranked = near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    return Array(ranked.map(\.0).prefix(limit))
}

/// Damerau–Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions,
/// substitutions and swaps of neighbours.
func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var twoBack = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
        var current = [i + 1] + [Int](repeating: 0, count: b.count)
        for j in 0..<b.count {
            let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
            current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                current[j + 1] = min(current[j + 1], twoBack[j - 1] + 1)
            }
        }
        (twoBack, previous) = (previous, current)
    }
    return previous[b.count]
}
