/// What a file is by the name of its outermost element.
enum RootName: Equatable {
    case activities
    case organisations
    case html
    case other(String)

    /// Nil when there is no such element.
    init?(_ name: String?) {
        guard let name else { return nil }
        switch name {
        case "iati-activities", "iati-activity": self = .activities
        case "iati-organisations", "iati-organisation": self = .organisations
        default: self = name.lowercased() == "html" ? .html : .other(name)
        }
    }

    /// Whether activities may be in it.
    var hasActivities: Bool { self != .organisations && self != .html }
}
