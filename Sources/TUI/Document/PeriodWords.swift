import Model

/// Dates in words: what a reader need not know EDTF for.
enum PeriodWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let seasons = [21: "spring", 22: "summer", 23: "autumn", 24: "winter"]

    /// `November 2006 to November 2011`, `from June 2007, end not said`, `2003 (uncertain)`.
    static func text(_ edtf: String) -> SafeText {
        guard let period = Period(edtf) else { return SafeText(edtf) }
        guard edtf.contains("/") else { return SafeText(date(edtf)) }
        switch (period.start, period.end) {
        case (.date(let first), .date(let last)): return SafeText("\(date(first.text)) to \(date(last.text))")
        case (.date(let first), .open): return SafeText("from \(date(first.text)), going on")
        case (.date(let first), .unknown): return SafeText("from \(date(first.text)), end not said")
        case (.open, .date(let last)): return SafeText("up to \(date(last.text))")
        case (.unknown, .date(let last)): return SafeText("to \(date(last.text)), start not said")
        default: return SafeText(edtf)
        }
    }

    private static func date(_ edtf: String) -> String {
        var body = edtf
        var remark = ""
        if let qualifier = body.last.flatMap(EDTFDate.Qualifier.init(rawValue:)) {
            body.removeLast()
            remark =
                switch qualifier {
                case .uncertain: " (uncertain)"
                case .approximate: " (about)"
                case .both: " (about, uncertain)"
                }
        }
        let parts = body.split(separator: "-").map { Int($0) }
        switch parts.count {
        case 3:
            if let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month) {
                return "\(day) \(months[month - 1]) \(year)\(remark)"
            }
        case 2:
            if let year = parts[0], let month = parts[1] {
                if (1...12).contains(month) { return "\(months[month - 1]) \(year)\(remark)" }
                if let season = seasons[month] { return "\(season) \(year)\(remark)" }
            }
        default: break
        }
        return body + remark
    }
}

extension MonthSpan {
    /// `June 2007 – May 2011`; what has no bound is left open.
    var words: SafeText {
        let start = first.isBounded ? PeriodWords.text(first.text) : "…"
        let end = last.isBounded ? PeriodWords.text(last.text) : "…"
        return first == last ? start : "\(start.string) – \(end.string)"
    }
}
