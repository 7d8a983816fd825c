import Model

/// Every message about records, in one place; those about files and their YAML stand beside it. A message is
/// one sentence that quotes what was written; a mend is one sentence that says what to write instead.
extension Problem {
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

    static func wrongShape(
        _ key: String, _ content: YAMLNode.Content, wanted: String, _ place: Origin
    ) -> Problem {
        let found =
            switch content {
            case .list: "a list"
            case .mapping: "a mapping"
            case .scalar, .refused: "a plain text"
            }
        return error("wrong-shape", place, "\(quoted(key)) may not hold \(found) here.", "Write \(wanted).")
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

    static func badShare(_ text: String, _ place: Origin) -> Problem {
        error(
            "bad-share", place, "\(quoted(text)) is no share.",
            "Write percent as a number from 0 to 100, such as 60 or 33.3.")
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
}
