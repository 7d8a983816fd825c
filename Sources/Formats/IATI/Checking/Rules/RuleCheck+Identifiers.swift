import Model

extension RuleCheck {
    /// Rules 1.1.3, 1.1.21, 1.3.1, 1.3.13 and those like them for other identifiers.
    mutating func checkIdentifiers(_ parts: ActivityParts) {
        let own = parts[.iatiIdentifier].first
        let identifier = own?.text.xmlTrimmed ?? ""
        let publisher = parts[.reportingOrg].first
        if let own {
            if identifier.isEmpty {
                note(
                    "empty-identifier", own, "The activity has no identifier.",
                    "Write the reporting organisation's identifier, a hyphen and what tells the activity apart."
                )
            } else {
                checkIdentifier(identifier, own, parts)
            }
            checkSpaces(own.text, "The activity's identifier", own)
        }
        if let publisher { checkReference(publisher, .ref, "The reporting organisation's identifier") }
        for element in parts[.participatingOrg] {
            checkReference(element, .ref, "A participating organisation's identifier")
            checkSpaces(element[.activityId], "An activity's identifier", element)
        }
        for element in parts[.otherIdentifier] {
            checkSpaces(element[.ref], "An earlier identifier", element)
            element.first(.ownerOrg).map { checkReference($0, .ref, "The owner organisation's identifier") }
        }
        for element in parts[.transaction] + parts[.plannedDisbursement] {
            if let provider = element.first(.providerOrg) {
                checkReference(provider, .ref, "The provider's identifier")
                checkSpaces(provider[.providerActivityId], "The provider activity's identifier", provider)
            }
            if let receiver = element.first(.receiverOrg) {
                checkReference(receiver, .ref, "The receiver's identifier")
                checkSpaces(receiver[.receiverActivityId], "The receiver activity's identifier", receiver)
            }
        }
        for element in parts[.relatedActivity] {
            checkSpaces(element[.ref], "A related activity's identifier", element)
            if !identifier.isEmpty && element.value(.ref) == identifier {
                note(
                    .warning, "own-relation", element, "The activity names itself as a related one.",
                    "Name the other, or take it out.")
            }
        }
        checkLocations(parts)
    }

    private mutating func checkIdentifier(_ identifier: String, _ own: Element, _ parts: ActivityParts) {
        let earlier = parts[.otherIdentifier].filter { $0.value(.type) == "B1" }.compactMap { $0.value(.ref) }
        let prefixes = [parts[.reportingOrg].first?.value(.ref)].compactMap(\.self) + earlier
        if identifier == prefixes.first && version.isTwo {
            note(
                "identifier-of-organisation", own,
                "The activity's identifier is that of the reporting organisation.",
                "Add a hyphen and what tells the activity apart.")
        } else if let publisher = prefixes.first {
            let separator = version.isTwo ? "-" : ""
            if !prefixes.contains(where: { identifier.hasPrefix($0 + separator) }) {
                note(
                    .warning, "identifier-prefix", own,
                    "The identifier \(Problem.quoted(identifier)) does not begin with that of the reporting organisation, \(Problem.quoted(publisher)).",
                    "Begin it with \(Problem.quoted(publisher + "-")).")
                checkCharacters(identifier, "The activity's identifier", own)
            }
        }
    }

    private mutating func checkReference(_ element: Element, _ tag: Tag, _ what: String) {
        checkSpaces(element[tag], what, element)
        if let value = element.value(tag) { checkCharacters(value, what, element) }
    }

    private mutating func checkSpaces(_ value: String?, _ what: String, _ element: Element) {
        guard let value, value.utf8.count != value.xmlTrimmed.utf8.count, !value.xmlTrimmed.isEmpty else {
            return
        }
        note(
            .warning, "space-around", element, "\(what) begins or ends with white space.",
            "Take the white space out.")
    }

    /// Identifiers of organisations that are known may hold what new ones may not.
    private mutating func checkCharacters(_ value: String, _ what: String, _ element: Element) {
        guard version.isTwo, value.contains(where: { "/&|?".contains($0) }),
            !CodeList.organisationIdentifier.contains(value)
        else { return }
        note(
            .warning, "identifier-characters", element,
            "\(what), \(Problem.quoted(value)), holds /, &, | or ?.",
            "Use letters, digits and hyphens.")
    }

    /// A result's place is told by the `ref` of one of the activity's locations.
    private mutating func checkLocations(_ parts: ActivityParts) {
        let known = Set(parts[.location].compactMap { $0.value(.ref) })
        for result in parts[.result] {
            for indicator in result.children(.indicator) {
                var holders = Array(indicator.children(.baseline))
                for period in indicator.children(.period) {
                    holders += Array(period.children(.target)) + Array(period.children(.actual))
                }
                for place in holders.flatMap({ Array($0.children(.location)) }) {
                    guard let ref = place.value(.ref), !known.contains(ref) else { continue }
                    note(
                        .warning, "dangling-location", place,
                        "No location of the activity has the ref \(Problem.quoted(ref)).",
                        "Add the location, or name one that is there.")
                }
            }
        }
    }
}
