/// How an organisation is named in files: by a reference or, where there is none, by a name, both folded.
package struct LedgerKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable { case reference = "ref", name }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// `ref:gb-gov-1` or `name:world bank`, as the ledger has it; nil for anything else.
    package init?(_ description: String) {
        guard let colon = description.firstIndex(of: ":"),
            let kind = Kind(rawValue: String(description[..<colon]))
        else { return nil }
        self.init(kind, String(description[description.index(after: colon)...]))
    }

    package var description: String { "\(kind.rawValue):\(text)" }

    package static func < (left: LedgerKey, right: LedgerKey) -> Bool {
        left.description < right.description
    }
}

/// For which organisation something that files name was taken, and why.
package struct LedgerEntry: Hashable, Sendable {
    package var key: LedgerKey
    /// As it was written, in its commonest spelling.
    package var written: String
    /// Key of the organisation's record.
    package var organisation: Int64
    /// In words: `same reference`, `same name as the one organisation that bears it`.
    package var reason: String
    /// How often it was met.
    package var count: Int
    /// Whether the user keeps it apart.
    package var isUndone: Bool

    package init(
        key: LedgerKey, written: String, organisation: Int64, reason: String, count: Int,
        isUndone: Bool = false
    ) {
        self.key = key
        self.written = written
        self.organisation = organisation
        self.reason = reason
        self.count = count
        self.isUndone = isUndone
    }
}
