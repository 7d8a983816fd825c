import Foundation

/// One record of a dataset: an id, a class, and for each field the values that sources attest.
package struct Record: Hashable, Sendable {
    package var id: String
    package var recordClass: RecordClass
    /// What the record rests on; a value without citations of its own rests on the same.
    package var citations: [Citation]
    /// By field key, in the order of the file.
    package var values: [String: [Value]]
    /// Whether the source says that this did not take place or does not exist.
    package var isAbsent: Bool
    /// A remark of whoever keeps the dataset, not a fact.
    package var note: String?
    /// Where it was read: file and line, for messages.
    package var origin: Origin?

    package init(
        id: String, recordClass: RecordClass, citations: [Citation] = [], values: [String: [Value]] = [:],
        isAbsent: Bool = false, note: String? = nil, origin: Origin? = nil
    ) {
        self.id = id
        self.recordClass = recordClass
        self.citations = citations
        self.values = values
        self.isAbsent = isAbsent
        self.note = note
        self.origin = origin
    }

    package func values(_ key: String) -> [Value] { values[key] ?? [] }

    /// The first attested value that is not denied, as text.
    package func text(_ key: String) -> String? { values(key).first { !$0.isAbsent }?.text }

    package func texts(_ key: String) -> [String] { values(key).filter { !$0.isAbsent }.map(\.text) }

    package var title: String { text(recordClass.titleField) ?? id }

    package var acronym: String? { text("acronym") }

    /// What it is called where room is short.
    package var shortName: String { acronym ?? title }

    /// Acronym and title, for searching.
    package var spokenName: String { [acronym, title].compactMap { $0 }.joined(separator: " ") }

    /// When it ran or took place; unknown when nothing is said.
    package var extent: Extent {
        let field =
            switch recordClass {
            case .source: values("date").isEmpty ? "year" : "date"
            case .event, .flow: "date"
            default: "period"
            }
        let seen = texts("active").compactMap(Period.init)
        let extents = values(field).filter { !$0.isAbsent }.compactMap { value in
            Period(value.text).map { Extent($0, seen: seen).loosened(by: value.code) }
        }
        guard let first = extents.first else { return Extent(nil, seen: seen) }
        // Sources that differ leave open which of them is right.
        return extents.dropFirst().reduce(first) { $0.union($1) }
    }

    /// Codes of a period whose dates are planned ones.
    package enum PlannedEnds {
        package static let start = "planned-start"
        package static let end = "planned-end"
        package static let both = "planned"
    }
}

extension Extent {
    /// What is planned need not have come: a planned end makes nothing certain after the start, a planned start
    /// nothing at all.
    fileprivate func loosened(by code: String?) -> Extent {
        var extent = self
        switch code {
        case Record.PlannedEnds.end: extent.endEarliest = startEarliest
        case Record.PlannedEnds.start: extent.startLatest = endLatest
        case Record.PlannedEnds.both:
            extent.startLatest = endLatest
            extent.endEarliest = startEarliest
        default: break
        }
        return extent
    }
}

/// One attested value of a field.
package struct Value: Hashable, Sendable {
    /// The value as written: text, a term, an EDTF date, the id of a record; for money its display form.
    package var text: String
    package var money: Money?
    package var participant: Participant?
    /// For footnotes: the numbers in which ``text``, the citing source, cites the record.
    package var footnotes: [String]?
    /// What part of the record it makes up, in percent; nil when the sources do not say.
    package var share: Decimal?
    /// The published code behind a name or a term, as published.
    package var code: String?
    /// The language of a text as the source marks it (`xml:lang`).
    package var language: String?
    /// Its own citations; nil when it rests on what its record rests on.
    package var citations: [Citation]?
    package var note: String?
    package var isAbsent: Bool

    package init(
        _ text: String, money: Money? = nil, participant: Participant? = nil, footnotes: [String]? = nil,
        share: Decimal? = nil, code: String? = nil, language: String? = nil, citations: [Citation]? = nil,
        note: String? = nil, isAbsent: Bool = false
    ) {
        self.text = text
        self.money = money
        self.participant = participant
        self.footnotes = footnotes
        self.share = share
        self.code = code
        self.language = language
        self.citations = citations
        self.note = note
        self.isAbsent = isAbsent
    }
}

/// What an organisation (``Value/text``) does in a project, or what a speaker is.
package struct Participant: Hashable, Codable, Sendable {
    /// A term of ``Vocabulary/role``; for a speaker, the function in words.
    package var role: String
    /// Id of the organisation or instrument through which it acts.
    package var via: String?
    /// EDTF.
    package var period: String?
    /// The participant's own activity for it, by the identifier that the source gives.
    package var activity: String?

    package init(role: String, via: String? = nil, period: String? = nil, activity: String? = nil) {
        self.activity = activity
        self.role = role
        self.via = via
        self.period = period
    }
}

/// A place in a file that a user can open: for messages.
package struct Origin: Hashable, Codable, Sendable {
    package var file: String
    package var line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
