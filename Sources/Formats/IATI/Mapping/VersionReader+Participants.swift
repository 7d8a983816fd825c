import Model

extension VersionReader {
    /// Who publishes the activity takes part as `reporting`: it need not fund it or do anything else in it.
    mutating func readReporter() {
        guard let element = root.first(.reportingOrg) else {
            return report(.missingReporter, root.line)
        }
        guard let party = registers.party(element, language) else {
            return report(.namelessOrganisation("reporting-org"), element.line)
        }
        let isSecondary = element.value(.secondaryReporter).flatMap(Terms.flag) == true
        append(party, "reporting", element, note: isSecondary ? "a secondary reporter" : nil)
    }

    mutating func participant(_ element: Element) {
        guard let party = registers.party(element, language) else {
            return report(.namelessOrganisation("participating-org"), element.line)
        }
        guard let written = element.value(.role) else {
            report(.emptyCode("participating-org/@role"), element.line)
            return append(party, "role not said", element, note: nil)
        }
        if let role = Terms.role(written) { return append(party, role, element, note: nil) }
        report(.unknownCode(written, "participating-org/@role"), element.line)
        append(party, written, element, note: nil)
    }

    private mutating func append(_ party: Int, _ role: String, _ element: Element, note: String?) {
        let seat = registers.seat(party)
        registers.organisations.cite(party, version.citation(element.line))
        let participant = Participant(role: role, activity: element.value(.activityId))
        version.appendOnce(Value(seat.id, participant: participant, note: note), to: "participants")
    }
}

extension ActivityVersion {
    /// A line of the file in which the activity stands.
    func citation(_ line: Int) -> Citation {
        Citation(source: citation.source, locator: Locator("line \(line)"))
    }
}
