import Model

/// Every message about a dossier, in one place. A message is one sentence that quotes what was written; a mend
/// is one sentence that says what to write instead.
extension Problem {
    // MARK: Files

    static func missingDossier() -> Problem {
        Problem(
            file: "dossier.yaml", line: nil, code: "missing-dossier",
            message: "The folder has no dossier.yaml.",
            mend: "Add one with two lines: 'id: my-dossier' and 'title: What it is about'.")
    }

    static func unknownFile(_ name: String, known: [String]) -> Problem {
        let near = nearest(to: name, among: known).map { "Rename it to \($0)" } ?? "Name it for its records"
        return Problem(
            .warning, file: name, line: nil, code: "unknown-file",
            message: "The file \(quoted(name)) is not read.",
            mend:
                "\(near); a dossier's files are \(known.joined(separator: ", ")), or such as relations-borders.yaml."
        )
    }

    static func unreadableFile(_ name: String) -> Problem {
        Problem(
            file: name, line: nil, code: "unreadable-file",
            message: "The file \(quoted(name)) cannot be read.",
            mend: "See whether you may read it.")
    }

    static func fileTooLarge(_ name: String, size: Int, most: Int) -> Problem {
        Problem(
            file: name, line: nil, code: "too-large",
            message: "The file holds \(mebibytes(size)) MiB; at most \(mebibytes(most)) MiB are read.",
            mend: "Split it into files whose names begin alike, such as relations-borders.yaml.")
    }

    static func dossierTooLarge(size: Int, most: Int) -> Problem {
        Problem(
            file: "dossier.yaml", line: nil, code: "too-large",
            message:
                "The folder holds \(mebibytes(size)) MiB of YAML; at most \(mebibytes(most)) MiB are read.",
            mend: "Split it into several dossiers.")
    }

    static func tooManyProblems(_ file: String, left: Int) -> Problem {
        Problem(
            .warning, file: file, line: nil, code: "too-many",
            message: "\(left) more problems are not listed.",
            mend: "Mend those listed and check again.")
    }

    static func utf16(_ place: Origin) -> Problem {
        error("bad-encoding", place, "The file is written in UTF-16.", "Save it as UTF-8.")
    }

    static func badEncoding(_ place: Origin) -> Problem {
        error(
            "bad-encoding", place, "The line has bytes that are no UTF-8.",
            "Save the file as UTF-8; it may be in an older Western or Cyrillic encoding now.")
    }

    static func controlCharacter(_ place: Origin) -> Problem {
        error(
            "control-character", place, "The line has a control character or a NUL.",
            "Take it out, here and wherever else it stands in the file.")
    }

    // MARK: YAML

    static func badYAML(_ problem: String, line: String, _ place: Origin) -> Problem {
        let mends = [
            "mapping values are not allowed": "Put a text that has ': ' in it into quotation marks.",
            "alphabetic or numeric": "Put a text that begins with '*' or '&' into quotation marks.",
            "cannot start any token": "Put a text that begins with '@', '`' or '%' into quotation marks.",
            "unexpected end of stream": "Close the quotation mark that is opened here.",
            "another document": "Take out the line '---': a file holds one list.",
            "expected ',' or":
                "Close the bracket, and put texts with ',', '{', '}', '[' or ']' into quotation marks.",
            "did not find expected '-' indicator":
                "Begin each record of the list with '- ', all at the same column.",
            "did not find expected key": "Indent the keys of one record alike, and close quotation marks.",
            "could not find expected ':'": "Write 'key: value', and indent the further lines of a text.",
        ]
        let mend = mends.first { problem.contains($0.key) }?.value
        return error(
            "bad-yaml", place, "This cannot be read as YAML (\(SafeText(problem).string)): \(quoted(line)).",
            mend ?? "Compare the line's indentation, brackets and quotation marks with those around it.")
    }

    static func tab(_ place: Origin) -> Problem {
        error("tab", place, "The line is indented with a tab.", "Indent with spaces.")
    }

    static func duplicateKey(_ key: String, first: Int, _ place: Origin) -> Problem {
        error(
            "duplicate-key", place, "The key \(quoted(key)) stands twice; it stood already in line \(first).",
            "Keep one; several values of one key are written as a list.")
    }

    static func keyIsNoWord(_ place: Origin) -> Problem {
        error("wrong-shape", place, "A list or mapping stands in place of a key.", "Write 'key: value'.")
    }

    static func alias(_ written: String, _ place: Origin) -> Problem {
        error(
            "alias", place, "\(quoted(written)) is a YAML alias, which a dossier may not have.",
            "Write the value out; a text that begins with '*' goes into quotation marks.")
    }

    static func anchor(_ place: Origin) -> Problem {
        error(
            "anchor", place, "A YAML anchor ('&…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '&' goes into quotation marks.")
    }

    static func tag(_ place: Origin) -> Problem {
        error(
            "tag", place, "A YAML tag ('!…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '!' goes into quotation marks.")
    }

    static func tooDeep(_ place: Origin, most: Int) -> Problem {
        error(
            "too-deep", place, "Lists and mappings lie in one another more than \(most) deep.",
            "Write a record's keys side by side.")
    }

    // MARK: Shape

    static func unknownKey(
        _ key: String, of owner: String, known: [String], isBare: Bool, _ place: Origin
    ) -> Problem {
        let mend =
            if let near = near(key, known) {
                "Write '\(near)'."
            } else if isBare {
                "If it belongs to the text before it, put that text into quotation marks."
            } else {
                "Known keys are \(known.joined(separator: ", "))."
            }
        return error("unknown-key", place, "\(quoted(key)) is no key of \(owner).", mend)
    }

    static func missingKey(_ key: String, of owner: String, _ place: Origin) -> Problem {
        error("missing-key", place, "\(owner) has no '\(key)'.", "Add '\(key): …'.")
    }

    static func missingCitation(of owner: String, _ place: Origin) -> Problem {
        error(
            "missing-citation", place, "\(owner) has no 'cite'.",
            "Add the source's id and the place in it, such as 'cite: korneev-2013 §3.1 ¶6'.")
    }

    static func missingValueCitation(_ key: String, _ place: Origin) -> Problem {
        error(
            "missing-citation", place,
            "'\(key)' has several values side by side, and this one has no 'cite'.",
            "Write {value: …, cite: …} for each.")
    }

    static func emptyValue(_ key: String, _ place: Origin) -> Problem {
        error(
            "empty-value", place, "\(quoted(key)) has no value.",
            "Write one, or take the key out: what the sources do not say is left out.")
    }

    static func wrongShape(_ key: String, wanted: String, _ place: Origin) -> Problem {
        error("wrong-shape", place, "\(quoted(key)) is not written as it should be.", "Write \(wanted).")
    }

    static func textWithColon(_ start: String, key: String, _ place: Origin) -> Problem {
        error(
            "wrong-shape", place, "The colon after \(quoted(start)) makes a key of it, in '\(key)'.",
            "Put the text into quotation marks, or write {value: …, cite: …}.")
    }

    // MARK: Ids

    static func badID(_ id: String, _ place: Origin) -> Problem {
        let words = id.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        let example = words.isEmpty || words.utf8.count > 60 ? "" : ", such as '\(words)'"
        return error(
            "bad-id", place, "\(quoted(id)) is no id.",
            "Use small letters a–z and digits, words joined by hyphens\(example).")
    }

    static func duplicateID(_ id: String, first: Origin, _ place: Origin) -> Problem {
        error(
            "duplicate-id", place,
            "The id \(quoted(id)) is taken by the record in \(first.file), line \(first.line).",
            "Give one of the two another id, or make one record of them.")
    }

    static func danglingID(
        _ id: String, key: String, classes: [RecordClass], near: String?, _ place: Origin
    ) -> Problem {
        let wanted = classes.isEmpty ? "a record" : choice(classes.map(one))
        let file = classes.count == 1 ? " to \(classes[0].plural).yaml" : ""
        return error(
            "dangling-id", place, "No record has the id \(quoted(id)), which '\(key)' names.",
            near.map { "Write '\($0)', or add \(wanted) with this id\(file)." }
                ?? "Add \(wanted) with this id\(file), or name another.")
    }

    static func wrongClass(
        _ id: String, key: String, found: RecordClass, classes: [RecordClass], near: String?, _ place: Origin
    ) -> Problem {
        let wanted = choice(classes.map(one))
        return error(
            "wrong-class", place, "\(quoted(id)) in '\(key)' is \(one(found)), not \(wanted).",
            near.map { "Write '\($0)'." } ?? "Name \(wanted).")
    }

    // MARK: Citations

    static func badCitation(_ text: String, _ place: Origin) -> Problem {
        error(
            "bad-citation", place, "\(quoted(text)) does not begin with a source's id.",
            "Write the source's id, then the place in it, such as 'korneev-2013 §3.1 ¶6'.")
    }

    static func basisWants(_ key: String, _ basis: Citation.Basis, _ place: Origin) -> Problem {
        let what = key == "from" ? "from what a reader concludes it" : "the id of the source whose word it is"
        return error(
            "bad-citation", place, "A citation with 'basis: \(basis.rawValue)' has no '\(key)'.",
            "Add '\(key)': \(what).")
    }

    static func keyWants(_ key: String, _ basis: Citation.Basis, _ place: Origin) -> Problem {
        error(
            "bad-citation", place, "'\(key)' says nothing without 'basis: \(basis.rawValue)'.",
            "Add 'basis: \(basis.rawValue)', or take '\(key)' out.")
    }

    static func outsideNotAllowed(_ key: String?, allowed: [String], _ place: Origin) -> Problem {
        let what = key.map { "'\($0)'" } ?? "A whole record"
        return error(
            "outside-not-allowed", place, "\(what) may not rest on knowledge from outside the sources.",
            "Cite a source, or take it out; 'basis: outside' is for \(allowed.joined(separator: ", ")).")
    }

    static func missingLocator(_ source: String, _ place: Origin) -> Problem {
        Problem(
            .warning, file: place.file, line: place.line, code: "missing-locator",
            message: "The citation of \(quoted(source)) does not say where in it.",
            mend: "Add the place: '§' section, '¶' paragraph, 'n' note, 'p.' page, or 'title'.")
    }

    // MARK: Values

    static func unknownTerm(
        _ term: String, key: String, of vocabulary: String, _ terms: [String], _ place: Origin
    ) -> Problem {
        let near = near(term, terms).map { "Write '\($0)'; the choices are" } ?? "Choose one of"
        return error(
            "unknown-term", place, "\(quoted(term)) in '\(key)' is no \(vocabulary).",
            "\(near) \(terms.joined(separator: ", ")).")
    }

    static func badDate(_ text: String, key: String, isPeriod: Bool, _ place: Origin) -> Problem {
        let forms = "2008, 2008-03, 2008-03-15, 2003? (uncertain), 2011~ (about) or 200X (a decade)"
        let near = DateSuggestion.date(meantBy: text).map { "Write '\($0)'; a date is" } ?? "Write a date as"
        return error(
            "bad-date", place,
            isPeriod
                ? "\(quoted(text)) in '\(key)' is a period; one date goes here."
                : "\(quoted(text)) in '\(key)' is no date.", "\(near) \(forms).")
    }

    static func badPeriod(_ text: String, key: String, _ place: Origin) -> Problem {
        let forms =
            "2006-11/2011-11, 2007-06/ (end not said), /2011-05 (start not said), 2001/.. (goes on) or one date"
        let near =
            DateSuggestion.period(meantBy: text).map { "Write '\($0)'; a period is" } ?? "Write a period as"
        return error("bad-period", place, "\(quoted(text)) in '\(key)' is no period.", "\(near) \(forms).")
    }

    static func endBeforeStart(_ text: String, key: String, _ place: Origin) -> Problem {
        let halves = text.split(separator: "/")
        return error(
            "end-before-start", place, "\(quoted(text)) in '\(key)' ends before it starts.",
            "Compare it with the source; if the dates are swapped, write '\(halves.reversed().joined(separator: "/"))'."
        )
    }

    static func badCurrency(_ text: String, _ place: Origin) -> Problem {
        error(
            "bad-currency", place, "\(quoted(text)) is no currency of ISO 4217.",
            Currencies.meant(by: text).map { "Write '\($0)'." }
                ?? "Write three capital letters, such as EUR, or leave it out when the source does not say.")
    }

    static func badCountry(_ text: String, key: String, _ place: Origin) -> Problem {
        error(
            "bad-country", place, "\(quoted(text)) in '\(key)' is no country of ISO 3166-1.",
            Countries.meant(by: text).map { "Write '\($0)'." } ?? "Write two capital letters, such as KG.")
    }

    static func isoOfNoCountry(_ kind: String, _ place: Origin) -> Problem {
        error(
            "bad-country", place, "Only a country has an 'iso', and this place is of kind \(quoted(kind)).",
            "Take 'iso' out, or write 'kind: country'.")
    }

    static func badAmount(_ text: String, _ place: Origin) -> Problem {
        error(
            "bad-amount", place, "\(quoted(text)) is no figure.",
            Amount.meant(by: text).map { "Write '\($0)'." }
                ?? "Write digits only, such as 1800000 or 2.5; 'qualifier' says how exact it is.")
    }

    static func badFlag(_ text: String, key: String, _ place: Origin) -> Problem {
        error(
            "bad-flag", place, "\(quoted(text)) in '\(key)' is neither true nor false.",
            "Write '\(key): true', or take it out.")
    }

    static func badFootnote(_ text: String, _ place: Origin) -> Problem {
        error(
            "bad-footnote", place, "\(quoted(text)) is no footnote.",
            "Write its number, or '*' for a starred note.")
    }

    static func tooFewValues(_ count: Int, _ place: Origin) -> Problem {
        error(
            "too-few-values", place, "A contradiction has \(count == 1 ? "only one value" : "no values").",
            "Give 'values' at least two, each {value: …, cite: …}, or choose 'kind: open-point' or 'kind: slip'."
        )
    }

    // MARK: Words

    /// `a project`, `an event`.
    static func one(_ recordClass: RecordClass) -> String {
        let name = recordClass.rawValue
        return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
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

    private static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "a record" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    private static func mebibytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + (1 << 20) - 1) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func error(_ code: String, _ place: Origin, _ message: String, _ mend: String) -> Problem {
        Problem(file: place.file, line: place.line, code: code, message: message, mend: mend)
    }
}

extension UnreadableFolder: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .missing: "there is no folder \(Problem.quoted(path)); name one that holds a dossier.yaml"
        case .notAFolder: "\(Problem.quoted(path)) is no folder; name the folder that holds dossier.yaml"
        case .notPermitted: "the folder \(Problem.quoted(path)) cannot be listed; see whether you may read it"
        }
    }
}
