import Model

/// Ids of records of all classes in one index: what is published stays as published, and none clashes.
///
/// What is made up here (`kg`, `dac-12220`, `file:…`) has forms of its own; whatever was published in one of these
/// forms gets its class before it.
struct RecordIds {
    /// Of the identifiers of all activities, their hashes: eight bytes each. Two that share one would give an
    /// organisation a prefix that it does not need, no more.
    private var activities = Set<Int>()
    /// Ids that organisations have.
    private var organisations = Set<String>()
    /// Ids of the dossiers that are opened together with the files.
    private var dossiers = Set<String>()
    /// By file and line, how many activities without identifier begin there.
    private var nameless: [String: Int] = [:]

    mutating func note(dossier id: String) { dossiers.insert(id) }

    mutating func note(activity identifier: String) { activities.insert(identifier.hashValue) }

    static func activity(_ identifier: String) -> String {
        isReserved(identifier) ? "activity:\(identifier)" : identifier
    }

    /// Of an activity that is written; without a survey an organisation may have its identifier already.
    func written(activity identifier: String) -> String {
        organisations.contains(identifier) || dossiers.contains(identifier)
            ? "activity:\(identifier)" : Self.activity(identifier)
    }

    /// An activity without identifier; several may begin in one line.
    mutating func activity(file: String, line: Int) -> String {
        let id = Self.nameless(file, line)
        let count = (nameless[id] ?? 0) + 1
        nameless[id] = count
        return count == 1 ? id : "\(id)-\(count)"
    }

    private static func nameless(_ file: String, _ line: Int) -> String { "activity:\(file):\(line)" }

    /// Whether an id was made up for the activity that stands there, because it has none.
    static func isNameless(_ id: String, file: String, line: Int) -> Bool {
        let place = nameless(file, line)
        return id == place || id.hasPrefix(place + "-")
    }

    mutating func organisation(reference: String) -> String {
        let isTaken =
            Self.isReserved(reference) || dossiers.contains(reference)
            || activities.contains(reference.hashValue)
        let id = isTaken ? "organisation:\(reference)" : reference
        organisations.insert(id)
        return id
    }

    static func organisation(foldedName: String) -> String {
        "org:" + foldedName.replacing(" ", with: "-")
    }

    static func source(file: String, reporter: String?) -> String {
        reporter.map { "file:\(file)#\($0)" } ?? "file:\(file)"
    }

    /// The activity comes last: whatever it is called, no two are alike.
    static func discrepancy(_ activity: String, _ attribute: String, _ language: String?) -> String {
        let language = language?.replacing(":", with: "") ?? ""
        return "discrepancy:\(attribute):\(language):\(activity)"
    }

    private static func isReserved(_ id: String) -> Bool {
        if id.utf8.count == 2 { return id.utf8.allSatisfy { (97...122).contains($0) } }
        return prefixes.contains { id.hasPrefix($0) }
    }

    private static let prefixes = [
        "activity:", "organisation:", "org:", "file:", "discrepancy:", "country-", "region-", "dac-",
        "sector-",
    ]
}
