import Model

/// The EDTF date or period that was probably meant by one written otherwise.
enum DateSuggestion {
    /// `2008-03` for `March 2008`, `2008/03` or `3.2008`; nil when nothing sure can be said.
    static func date(meantBy text: String) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let isAbout = ["about", "around", "c", "ca", "circa"].contains(words.first ?? "")
        if isAbout { words.removeFirst() }
        guard let parts = parts(words) else { return nil }
        let candidate = parts.joined(separator: "-") + (isAbout ? "~" : "")
        return EDTFDate(candidate) == nil ? nil : candidate
    }

    /// `2006/2011` for `2006–2011`, `2001/..` for `since 2001`, or the single date that was meant.
    static func period(meantBy text: String) -> String? {
        guard text.utf8.count <= 80 else { return nil }
        if let single = date(meantBy: text) { return single }
        let lowered = text.lowercased()
        if lowered.hasPrefix("since "), let start = date(meantBy: String(lowered.dropFirst(6))) {
            return start + "/.."
        }
        for separator in ["/", "–", "—", " - ", " to ", "-"] {
            let halves = lowered.split(separator: separator, omittingEmptySubsequences: false).map {
                String($0).trimmingPrefix { $0.isWhitespace }
            }
            guard halves.count == 2, let start = bound(String(halves[0])), let end = bound(String(halves[1]))
            else { continue }
            let candidate = "\(start)/\(end)"
            if Period(candidate) != nil { return candidate }
        }
        return nil
    }

    private static func bound(_ text: String) -> String? {
        let word = text.filter { !$0.isWhitespace }
        if ["now", "present", "today", "ongoing", ".."].contains(word) { return ".." }
        if word.isEmpty || EDTFDate(word) != nil { return word }
        return date(meantBy: text)
    }

    /// Year, month and day as far as they are there, in EDTF's order and width.
    private static func parts(_ words: [String]) -> [String]? {
        let isYearFirst = words.first.map(isYear) ?? false
        guard (1...3).contains(words.count), let year = isYearFirst ? words.first : words.last else {
            return nil
        }
        if words.count == 1 { return year.hasSuffix("s") ? decade(year) : isYear(year) ? [year] : nil }
        guard isYear(year) else { return nil }
        var rest = isYearFirst ? Array(words.dropFirst()) : words.dropLast().reversed()
        // `March 15, 2008`.
        if rest.count == 2, month(rest[0]) == nil || Int(rest[1]) == nil { rest.reverse() }
        guard let month = month(rest[0]) else { return nil }
        if rest.count == 1 { return [year, month] }
        guard let day = Int(rest[1]), rest[1].count <= 2 else { return nil }
        return [year, month, twoDigits(day)]
    }

    private static func decade(_ word: String) -> [String]? {
        let year = word.dropLast()
        return isYear(String(year)) && year.hasSuffix("0") ? [year.dropLast() + "X"] : nil
    }

    private static func isYear(_ word: String) -> Bool { word.count == 4 && Int(word) != nil }

    private static func month(_ word: String) -> String? {
        if let number = Int(word), word.count <= 2, (1...12).contains(number) { return twoDigits(number) }
        guard word.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        return twoDigits(index + 1)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
