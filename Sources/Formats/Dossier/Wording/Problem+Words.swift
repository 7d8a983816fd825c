import Model

/// What messages are made of.
extension Problem {
    /// `a project`, `an event`.
    static func one(_ recordClass: RecordClass) -> String {
        let name = recordClass.rawValue
        return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
    }

    /// `An event`, of which not even the id is known.
    static func unnamed(_ recordClass: RecordClass) -> String {
        let name = one(recordClass)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// `The project 'bomca'`.
    static func named(_ recordClass: RecordClass, _ id: String) -> String {
        "The \(recordClass.rawValue) \(quoted(id))"
    }

    /// The input in quotation marks, safe to print and no longer than a line bears.
    static func quoted(_ text: String) -> String {
        let trimmed = text.prefix(200).trimmingPrefix { $0.isWhitespace }
        return "'\(SafeText(String(trimmed)).fitted(to: 60).string)'"
    }

    /// The known word that was probably meant; long input is no slip of the pen.
    static func near(_ word: String, _ known: some Sequence<String>) -> String? {
        word.utf8.count <= 60 ? nearest(to: word, among: known) : nil
    }

    /// `a theme or a place`; a record of any class when there is nothing to choose from.
    static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "a record" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    static func error(_ code: String, _ place: Origin, _ message: String, _ mend: String) -> Problem {
        Problem(file: place.file, line: place.line, code: code, message: message, mend: mend)
    }
}
