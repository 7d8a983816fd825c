/// What is looked at, its subject, its filters, its order: the one currency of commands, palette, history,
/// bookmarks and panes. A view is written as the command that shows it (``command``).
package struct View: Hashable, Codable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case overview, projects, organisations, timeline, chain, conflicts, continuity, measures, sources
        case flows, relations, events, findings, discrepancies, themes, places
        case coverage
        case show, find, notes

        /// The class that the view lists, if it is a list.
        package var listedClass: RecordClass? { RecordClass(plural: rawValue) }

        /// Whether a filter narrows the view; one record is what it is.
        package var takesFilter: Bool { self != .show && self != .notes }

        /// Whether the view needs a subject to show anything.
        package var needsSubject: Bool { self == .show || self == .chain || self == .find }
    }

    package struct Sort: Hashable, Codable, Sendable {
        /// Key of a column.
        package var key: String
        package var isDescending: Bool

        package init(_ key: String, descending: Bool = false) {
            self.key = key
            isDescending = descending
        }

        /// `start`, or `-start` for descending.
        package var text: String { (isDescending ? "-" : "") + key }

        package init(text: String) {
            isDescending = text.hasPrefix("-")
            key = isDescending ? String(text.dropFirst()) : text
        }
    }

    package var kind: Kind
    /// Id of a record; for `find`, the words; for `measures`, one organisation or two (`ilo+iom`).
    package var subject: String?
    package var filter = Filter()
    package var sort: Sort?
    package var limit: Int?
    /// What only some kinds of view have: see ``Setting``.
    package var settings: [Setting: String] = [:]

    package init(_ kind: Kind, _ subject: String? = nil) {
        self.kind = kind
        self.subject = subject
    }

    /// The view of one record.
    package static func record(_ id: String) -> View { View(.show, id) }
}

extension View {
    /// The words after `whofunds` that show the view, unquoted.
    package var arguments: [String] {
        var words = [kind.rawValue]
        let named = subject.map { kind == .find ? $0.split(separator: " ").map(String.init) : [$0] } ?? []
        // Words that begin with a hyphen go last, after the mark that no option follows.
        let hasHyphens = named.contains { $0.hasPrefix("-") }
        if !hasHyphens { words += named }
        for part in filter.parts { words += Self.option(part.option, part.value) }
        for setting in Setting.allCases { words += optionWords(setting) }
        if let sort { words.append("--sort=\(sort.text)") }
        if let limit { words += ["--limit", String(limit)] }
        if hasHyphens { words += ["--"] + named }
        return words
    }

    private func optionWords(_ setting: Setting) -> [String] {
        guard let value = settings[setting] else { return [] }
        if setting.isFlag { return ["--\(setting.rawValue)"] }
        guard setting.isRepeated else { return Self.option(setting.rawValue, value) }
        return value.split(separator: " ").flatMap { Self.option(setting.rawValue, String($0)) }
    }

    /// `--theme trafficking`; a value that begins with a hyphen must be joined to its option.
    private static func option(_ name: String, _ value: String) -> [String] {
        value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
    }

    /// The view as one line of a shell: `timeline --theme labour-migration --from 2005`.
    package var command: String { arguments.map(\.shellQuoted).joined(separator: " ") }
}

extension String {
    /// The string as one word of a POSIX shell.
    package var shellQuoted: String {
        // `?` is a pattern to a shell, so EDTF's qualifiers are quoted like anything else. A `~` is a folder to
        // it at the beginning of a word, and after `=` and `:`.
        let isHarmless = utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "-_=./:,+@%~".utf8.contains(byte)
            }
        }
        let isFolder = hasPrefix("~") || contains("=~") || contains(":~")
        if !isEmpty && isHarmless && !isFolder { return self }
        // By scalars: a mark after a quotation mark makes one character of both, but not for a shell.
        var quoted = "'".unicodeScalars
        for scalar in unicodeScalars {
            if scalar == "'" {
                quoted.append(contentsOf: "'\\''".unicodeScalars)
            } else {
                quoted.append(scalar)
            }
        }
        quoted.append("'")
        return String(quoted)
    }
}
