import Model

extension TimelineViewport {
    /// The day that a user means who types a date in a hurry: the first one of it. Understands EDTF and
    /// `2008-6`, `6/2008`, `jun 2008`, `200806`, `2008`, `15 June 2008`; nil when it is none of these.
    package static func day(from text: String) -> Day? {
        let text = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        if let day = edtf(text) { return day }
        switch parts(of: text) {
        case let parts where parts.count == 1:
            guard case .digits(let digits) = parts[0] else { return nil }
            return packed(digits)
        case let parts: return written(parts)
        }
    }

    /// A qualifier widens a date for counting; someone who types `2003?` wants to go to 2003.
    private static func edtf(_ text: String) -> Day? {
        let upper = text.uppercased()
        guard let start = Period(upper)?.start.date?.text ?? Period(upper)?.end.date?.text else { return nil }
        let plain = start.filter { !"?~%".contains($0) }
        return EDTFDate(plain)?.earliest
    }

    private enum Part {
        case digits(Substring)
        case month(Int)
    }

    /// Runs of digits and names of months; empty when there is anything else.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isASCII && first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                parts.append(.digits(digits))
                rest = rest.dropFirst(digits.count)
            } else if first.isLetter {
                let word = rest.prefix(while: \.isLetter)
                guard let month = month(named: word) else { return [] }
                parts.append(.month(month))
                rest = rest.dropFirst(word.count)
            } else {
                guard "-/., ".contains(first) else { return [] }
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    /// English names, from their first three letters on.
    private static func month(named word: Substring) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ]
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
    }

    /// `2008`, `200806`, `20080615`.
    private static func packed(_ digits: Substring) -> Day? {
        guard let number = Int(digits) else { return nil }
        switch digits.count {
        case 4: return day(number, 1, 1)
        case 6: return day(number / 100, number % 100, 1)
        case 8: return day(number / 10_000, number / 100 % 100, number % 100)
        default: return nil
        }
    }

    /// Year, month and perhaps day in any order in which they can be told apart.
    private static func written(_ parts: [Part]) -> Day? {
        var year: Int?
        var month: Int?
        var small: [Int] = []
        for part in parts {
            switch part {
            case .month(let number):
                guard month == nil else { return nil }
                month = number
            case .digits(let digits):
                guard let number = Int(digits) else { return nil }
                if digits.count == 4 && year == nil { year = number } else { small.append(number) }
            }
        }
        guard let year, small.count <= 2 else { return nil }
        if let month { return small.count == 2 ? nil : day(year, month, small.first ?? 1) }
        switch small.count {
        case 1: return day(year, small[0], 1)
        // 2008-6-15 counts down, 15.6.2008 counts up.
        case 2:
            if case .digits(let first) = parts[0], first.count == 4 { return day(year, small[0], small[1]) }
            return day(year, small[1], small[0])
        default: return nil
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        guard year >= 1, Day.isReal(year: year, month: month, day: day) else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
