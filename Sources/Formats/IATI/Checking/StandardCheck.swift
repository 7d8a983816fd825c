import Model

/// Holds activities, one after the other, against IATI's standard: structure, forms of values, codes and rules.
/// It keeps no activity; of each file it remembers the identifiers.
package struct StandardCheck: Sendable {
    package enum Measure: String, CaseIterable, Sendable {
        /// What the standard's schema asks: structure and forms of values.
        case schema
        /// The schema, the code lists and the rulesets.
        case standard
    }

    package private(set) var log: ProblemLog
    package private(set) var activities = 0
    package var files = 0
    private let measure: Measure
    private let today: Day
    private var file = ""
    /// Of the first activity of the file.
    private var firstVersion: StandardVersion?
    private var structures: [StandardVersion: StructureCheck] = [:]
    /// Lines by the hash of an identifier: a million of them take no more than some dozen megabytes.
    private var identifiers: [Int: Int] = [:]

    package init(measure: Measure = .standard, today: Day, limit: Int = 500) {
        log = ProblemLog(limit: limit)
        self.measure = measure
        self.today = today
    }

    /// A file begins; what follows is told under its name.
    package mutating func begin(file: String) {
        self.file = file
        firstVersion = nil
        structures = [:]
        identifiers = [:]
    }

    /// The file ends. `frame` is its outermost element, with what stands outside the activities; nil when that
    /// is an activity itself.
    package mutating func end(frame: Element?) {
        guard let frame, frame.tag == .iatiActivities else { return }
        let version = StandardVersion(frame[.version]?.xmlTrimmed ?? "") ?? firstVersion ?? .newest
        var check = structure(version)
        check.check(frame: frame, isEmpty: firstVersion == nil)
        keep(&check, version)
    }

    /// `declared` is what `iati-activities` says of the version.
    package mutating func check(_ activity: Element, declared: String?) {
        activities += 1
        let version = StandardVersion(declared: declared, activity: activity)
        firstVersion = firstVersion ?? version
        var structure = structure(version)
        structure.check(activity: activity)
        if measure == .standard {
            var rules = RuleCheck(version: version, file: file, today: today)
            rules.check(activity)
            structure.add(rules.problems)
            if let twin = duplicate(activity) { structure.add([twin]) }
        }
        keep(&structure, version)
    }

    package mutating func add(_ problem: Problem) { log.add(problem) }

    /// The problems kept since the last time.
    package mutating func take() -> [Problem] { log.take() }

    private func structure(_ version: StandardVersion) -> StructureCheck {
        structures[version]
            ?? StructureCheck(version: version, file: file, checksCodes: measure == .standard)
    }

    private mutating func keep(_ check: inout StructureCheck, _ version: StandardVersion) {
        for problem in check.take().sorted() { log.add(problem) }
        structures[version] = check
    }

    private mutating func duplicate(_ activity: Element) -> Problem? {
        guard let own = activity.first(.iatiIdentifier) else { return nil }
        let identifier = own.text.xmlTrimmed
        guard !identifier.isEmpty else { return nil }
        guard let line = identifiers[identifier.hashValue] else {
            identifiers[identifier.hashValue] = own.line
            return nil
        }
        return Problem(
            file: file, line: own.line, code: "duplicate-identifier",
            message: "The identifier \(Problem.quoted(identifier)) is taken by the activity in line \(line).",
            mend: "Give one of the two another identifier, or make one activity of them.")
    }
}
