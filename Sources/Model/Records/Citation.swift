/// Where a fact stands, and how it is known.
package struct Citation: Hashable, Codable, Sendable {
    /// How the source supports the fact.
    package enum Basis: String, Codable, CaseIterable, Sendable {
        /// The source says so itself.
        case stated
        /// A reader concludes it; ``Citation/from`` says from what.
        case inferred
        /// The source passes on another's word; ``Citation/by`` names whose.
        case reported
        /// Not in the sources at all: common knowledge, such as what an acronym stands for.
        case outside
    }

    /// Id of the source in which it stands.
    package var source: String
    package var locator: Locator
    package var basis: Basis
    /// For `inferred` and `outside`: from what.
    package var from: String?
    /// For `reported`: id of the source whose word it is.
    package var by: String?

    package init(
        source: String, locator: Locator, basis: Basis = .stated, from: String? = nil, by: String? = nil
    ) {
        self.source = source
        self.locator = locator
        self.basis = basis
        self.from = from
        self.by = by
    }
}

/// A place within a source: free text in which `§` marks a section, `¶` a paragraph, `n` a footnote and
/// `p.` a page.
package struct Locator: Hashable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    /// The footnotes named, `*` for a starred one; a range such as `n5–7` gives each of them.
    package var footnotes: [String] {
        words.flatMap { word -> [String] in
            guard word.first == "n" else { return [] }
            let body = word.dropFirst()
            if body == "*" { return ["*"] }
            let ends = body.split { $0 == "–" || $0 == "-" }.map { Int($0) }
            switch ends.count {
            case 1: return ends[0].map { ["\($0)"] } ?? []
            case 2:
                guard let first = ends[0], let last = ends[1], first <= last, last - first < 100 else {
                    return []
                }
                return (first...last).map(String.init)
            default: return []
            }
        }
    }

    /// `3.1` of `§3.1 ¶6 n35`, or `abstract`, or nil.
    package var section: String? {
        if let marked = words.first(where: { $0.first == "§" && $0.count > 1 }) {
            return String(marked.dropFirst())
        }
        return words.first { $0 == "abstract" || $0 == "title" }.map(String.init)
    }

    private var words: [Substring] { text.split { $0 == " " || $0 == "," } }
}
