import Model

/// What is wrong with a value or a code, worded.
extension Problem {
    private static func value(
        _ severity: Severity, _ code: String, _ place: ValuePlace, _ message: String, _ mend: String
    ) -> Problem {
        Problem(
            severity, file: place.file, line: place.element.line, code: code, message: message, mend: mend)
    }

    static func badValue(_ text: String, _ type: ValueType, _ place: ValuePlace) -> Problem {
        let form = form(of: type)
        let message =
            text.xmlTrimmed.isEmpty
            ? "\(capital(place.words)) is empty." : "\(quoted(text)), \(place.words), is not \(form.what)."
        return value(form.code, place, message, form.mend)
    }

    private static func value(_ code: String, _ place: ValuePlace, _ message: String, _ mend: String)
        -> Problem
    {
        value(.error, code, place, message, mend)
    }

    private static func form(of type: ValueType) -> (code: String, what: String, mend: String) {
        switch type {
        case .date: ("bad-date", "a date", "Write a day of the calendar, such as 2013-11-27.")
        case .dateTime:
            ("bad-date", "a date with a time", "Write it like 2013-11-27T10:00:00Z.")
        case .decimal:
            ("bad-number", "a number", "Write digits with a point at most: no words, no commas, no currency.")
        case .integer(let range):
            (
                "bad-number", range.lowerBound > 0 ? "a whole number above 0" : "a whole number",
                "Write digits only."
            )
        case .boolean: ("bad-boolean", "a yes or a no", "Write 1 or 0, or true or false.")
        case .uri: ("bad-address", "an address", "Write it in full, such as https://example.org/page.")
        case .language: ("bad-language", "a language code", "Write a code such as en or fr.")
        default: ("bad-value", "a name without spaces", "Write one word.")
        }
    }

    static func emptyValue(_ place: ValuePlace, severity: Severity) -> Problem {
        value(
            severity, "empty-value", place, "\(capital(place.words)) is empty.",
            "Fill it in, or take it out if it is not required.")
    }

    static func unknownCode(
        _ code: String, _ codes: [String], near: String?, list: CodeList?, severity: Severity,
        _ place: ValuePlace
    ) -> Problem {
        let what = list.map { "the code list \($0.rawValue)" } ?? "the code list of this version"
        let mend =
            list == .sector && CodeList.sectorCategory.contains(code)
            ? "It is a category: say so with 'vocabulary=\"2\"', or write a sector of it."
            : near.map { near in
                let name = list?.name(near).map { ", \($0)" } ?? ""
                return "Write '\(near)'\(name), or another code of the list."
            }
                ?? (codes.count <= 12
                    ? "Write one of \(codes.joined(separator: ", "))." : "Write a code of the list.")
        return value(
            severity, "unknown-code", place, "\(quoted(code)), \(place.words), is not in \(what).", mend)
    }

    static func withdrawnCode(_ code: String, _ list: CodeList, _ place: ValuePlace) -> Problem {
        value(
            .warning, "withdrawn-code", place,
            "\(quoted(code)), \(place.words), was withdrawn from the code list \(list.rawValue).",
            "Write the code that took its place.")
    }

    static func unknownVersion(_ text: String, _ place: ValuePlace) -> Problem {
        value(
            "unknown-version", place, "\(quoted(text)) is no version of the standard.",
            "Write one of \(StandardVersion.known.joined(separator: ", ")).")
    }

    private static func capital(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
