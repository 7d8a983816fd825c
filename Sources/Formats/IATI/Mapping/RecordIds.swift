import Model

/// Ids of records of all classes in one index: what is published stays as published, and none clashes.
///
/// What is made up here (`kg`, `dac-12220`, `file:…`) has forms of its own; whatever was published in one of these
/// forms gets its class before it.
struct RecordIds {
    /// Of the identifiers of all activities, their hashes: eight bytes each. Two that share one would give an
    /// organisation a prefix that it does not need, no more.
    private var activities = Set<Int>()

    mutating func note(activity identifier: String) { activities.insert(identifier.hashValue) }

    static func activity(_ identifier: String) -> String {
        isReserved(identifier) ? "activity:\(identifier)" : identifier
    }

    /// An activity without identifier.
    static func activity(file: String, line: Int) -> String { "activity:\(file):\(line)" }

    func organisation(reference: String) -> String {
        Self.isReserved(reference) || activities.contains(reference.hashValue)
            ? "organisation:\(reference)" : reference
    }

    static func organisation(foldedName: String) -> String {
        "org:" + foldedName.replacing(" ", with: "-")
    }

    static func source(file: String, reporter: String?) -> String {
        reporter.map { "file:\(file)#\($0)" } ?? "file:\(file)"
    }

    static func discrepancy(_ activity: String, _ attribute: String, _ language: String?) -> String {
        (["discrepancy:\(activity)", attribute] + [language].compactMap { $0 }).joined(separator: ":")
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
