import Model

/// Bibliography entries for sources, in BibTeX's format and UTF-8.
///
/// Entry types and fields: O. Patashnik, *BibTeXing* (1988); `url` and `urldate` as in biblatex.
package enum BibTeX {
    /// The entry of a record of class source, its key the record's id; `name` gives the name of an organisation
    /// by its id, for interviews.
    package static func entry(for source: Record, name: (String) -> String? = { _ in nil }) -> String {
        let type = source.text("type") ?? ""
        let kind = entryType(type, of: source)
        var fields: [(String, String)] = []
        func add(_ key: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            fields.append((key, value))
        }
        add("author", names(source.texts("authors")))
        add("editor", names(source.texts("editors")))
        // Doubled braces keep styles from changing capitals.
        add("title", "{\(LaTeX.escaped(source.title))}")
        add(containerField[kind] ?? "howpublished", source.text("container").map(LaTeX.escaped))
        let year = Year(source)
        add("year", year.digits)
        add("volume", source.text("volume").map(LaTeX.escaped))
        let number = source.text("issue") ?? source.text("number")
        add(kind == "incollection" ? "chapter" : "number", number.map(LaTeX.escaped))
        add("pages", source.text("pages").map { LaTeX.escaped($0.replacing("–", with: "--")) })
        if kind == "techreport" {
            add(
                "type",
                type == "report" ? nil : LaTeX.escaped(type.replacing("-", with: " ").capitalizedFirst))
            add("institution", institution(of: source).map(LaTeX.escaped))
        } else {
            add("publisher", source.text("publisher").map(LaTeX.escaped))
        }
        add("address", source.text("place").map(LaTeX.escaped))
        add("url", source.text("url").map(LaTeX.address))
        add("urldate", source.text("accessed").map(LaTeX.escaped))
        add("note", note(source, type: type, year: year, isSpoken: kind == "unpublished", name: name))
        let lines = fields.map { "  \($0.0) = {\($0.1)},\n" }.joined()
        return "@\(kind){\(LaTeX.key(source.id)),\n\(lines)}\n"
    }

    private static func entryType(_ type: String, of source: Record) -> String {
        switch type {
        case "article": "article"
        case "chapter": "incollection"
        case "book": "book"
        case "proceedings": "proceedings"
        case "paper": source.text("container") == nil ? "misc" : "inproceedings"
        // A technical report must have an institution.
        case "report", "policy-document", "evaluation": institution(of: source) == nil ? "misc" : "techreport"
        case "interview", "conversation", "correspondence", "observation": "unpublished"
        default: "misc"
        }
    }

    private static let containerField = [
        "article": "journal", "incollection": "booktitle", "inproceedings": "booktitle", "book": "series",
        "proceedings": "series",
    ]

    private static func institution(of source: Record) -> String? {
        source.text("publisher") ?? source.texts("authors").first { !$0.contains(", ") }
    }

    /// `Surname, Given and {An Organisation}`: what has no comma is no person's name and stays whole.
    private static func names(_ names: [String]) -> String? {
        names.isEmpty
            ? nil
            : names.map { $0.contains(", ") ? LaTeX.escaped($0) : "{\(LaTeX.escaped($0))}" }.joined(
                separator: " and ")
    }

    /// Who speaks in an interview and when; and the date as it is known, when `year` cannot say it.
    private static func note(
        _ source: Record, type: String, year: Year, isSpoken: Bool, name: (String) -> String?
    ) -> String? {
        var parts: [String] = []
        if isSpoken {
            let speakers = source.values("speaker").map { speaker in
                [speaker.participant?.role, name(speaker.text) ?? speaker.text].compactMap { $0 }
                    .filter { !$0.isEmpty }.joined(separator: ", ")
            }
            let what = type.capitalizedFirst
            parts.append(speakers.isEmpty ? what : "\(what) with \(speakers.joined(separator: "; "))")
        }
        if let date = source.text("date"), isSpoken || date != year.digits { parts.append(date) }
        if source.text("date") == nil, let written = year.written, written != year.digits {
            parts.append(written)
        }
        return parts.isEmpty ? nil : LaTeX.escaped(parts.joined(separator: ", "))
    }

    /// The year of a source: as written, and as BibTeX can have it.
    private struct Year {
        let written: String?
        let digits: String?

        init(_ source: Record) {
            written = source.text("year") ?? source.text("date")
            let start = written.map { String($0.prefix(4)) }
            digits = start.flatMap { $0.utf8.count == 4 && Int($0) != nil ? $0 : nil }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
