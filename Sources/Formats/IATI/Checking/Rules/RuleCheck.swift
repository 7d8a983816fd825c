import Model

/// Holds an activity against the rules that its parts must obey together: dates, shares, places, sectors,
/// identifiers, texts. Source: IATI's standard rulesets of versions 2.03 and 1.05; what each rule's severity is
/// there it is here. Of version 1 only dates and identifiers have rules there; that shares add up and that amounts have
/// a currency is asked of it as a warning.
struct RuleCheck {
    let version: StandardVersion
    let file: String
    /// Nothing that is told as done may be later.
    let today: Day
    private(set) var problems: [Problem] = []

    init(version: StandardVersion, file: String, today: Day) {
        self.version = version
        self.file = file
        self.today = today
    }

    mutating func check(_ activity: Element) {
        let parts = ActivityParts(activity)
        checkDates(parts)
        checkPeriods(parts)
        checkIdentifiers(parts)
        checkShares(parts)
        checkCurrencies(parts)
        guard version.isTwo else { return }
        checkSectors(parts)
        checkPlaces(parts)
        checkOrganisations(parts)
        checkTexts(parts)
        checkClassifications(parts)
        checkResults(parts)
    }

    mutating func note(_ code: String, _ element: Element, _ message: String, _ mend: String) {
        note(.error, code, element, message, mend)
    }

    mutating func note(
        _ severity: Problem.Severity, _ code: String, _ element: Element, _ message: String,
        _ mend: String
    ) {
        problems.append(
            Problem(severity, file: file, line: element.line, code: code, message: message, mend: mend))
    }

    /// What is an error since version 2 and was a recommendation before.
    var sinceTwo: Problem.Severity { version.isTwo ? .error : .warning }
}

/// An activity's children by kind.
struct ActivityParts {
    let activity: Element
    private let children: [Tag: [Element]]

    init(_ activity: Element) {
        self.activity = activity
        var children: [Tag: [Element]] = [:]
        for child in activity.children {
            if let tag = child.tag { children[tag, default: []].append(child) }
        }
        self.children = children
    }

    subscript(tag: Tag) -> [Element] { children[tag] ?? [] }
}

extension Element {
    /// The day of `@iso-date` or `@value-date`; nil when there is none or it is no date.
    func day(_ tag: Tag) -> Day? { self[tag].flatMap { CivilDate(date: $0.xmlTrimmed)?.day } }

    /// Whether a text stands in it that says something.
    var hasNarrative: Bool { children(.narrative).contains { !$0.text.xmlTrimmed.isEmpty } }
}
