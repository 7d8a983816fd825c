import Model

/// Matching by letters in order, as palettes do: `ptl` finds `projects timeline`.
package enum Fuzzy {
    /// How well `pattern` matches, smaller is better, or nil when a letter is missing. Matches at the beginning
    /// of words and runs of letters count most.
    package static func score(_ pattern: String, _ text: String) -> Int? {
        let wanted = Array(pattern.folded)
        let given = Array(text.folded)
        if wanted.isEmpty { return 0 }
        if let whole = String(given).range(of: String(wanted)) {
            let offset = String(given).distance(from: String(given).startIndex, to: whole.lowerBound)
            let startsWord = offset == 0 || given[offset - 1] == " "
            return offset == 0 ? 0 : startsWord ? 10 + offset : 40 + offset
        }
        var score = 100
        var position = 0
        var last = -1
        for letter in wanted {
            guard let found = given[position...].firstIndex(of: letter) else { return nil }
            let startsWord = found == 0 || given[found - 1] == " "
            if found != last + 1 { score += startsWord ? 5 : 20 + min(found - last, 10) }
            last = found
            position = found + 1
        }
        return score
    }

    /// The entries that match, best first; equal ones keep their order.
    package static func ranked<Entry>(_ entries: [Entry], _ pattern: String, by text: (Entry) -> String)
        -> [Entry]
    {
        let scored = entries.enumerated().compactMap { index, entry in
            score(pattern, text(entry)).map { (entry, $0, index) }
        }
        return scored.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }
}
