/// The classes of records. A class has a file in a dossier, a list view, and fields of its own.
package enum RecordClass: String, CaseIterable, Codable, Sendable {
    case project, organisation, flow, relation, event, finding, discrepancy, source, theme, place

    /// The name of the file, of the list view and of the command: `projects`.
    package var plural: String {
        switch self {
        case .discrepancy: "discrepancies"
        default: rawValue + "s"
        }
    }

    package init?(plural: String) {
        guard let match = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = match
    }

    /// Whether its records bear names that people use, and not titles made for a list.
    package var isNamed: Bool { [.project, .organisation, .source, .theme, .place].contains(self) }

    /// The field that names a record of the class.
    package var titleField: String {
        switch self {
        case .organisation, .theme, .place: "name"
        case .finding: "text"
        default: "title"
        }
    }
}
