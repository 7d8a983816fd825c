import Model

extension RuleCheck {
    /// Rules 6.2.2, 6.6.2, 6.7.2, 2.2.1, 102.1.1.
    mutating func checkSectors(_ parts: ActivityParts) {
        let sectors = parts[.sector]
        let transactions = parts[.transaction]
        let with = transactions.filter { $0.first(.sector) != nil }
        if sectors.isEmpty && with.isEmpty {
            note(
                "no-sector", parts.activity, "Neither the activity nor its transactions name a sector.",
                "Add 'sector' to the activity, or to each transaction.")
        } else if let first = with.first, !sectors.isEmpty {
            note(
                "sector-twice", first, "Sectors stand both on the activity and on transactions.",
                "Leave them on the activity, or on each transaction.")
        } else if sectors.isEmpty, let first = transactions.first(where: { $0.first(.sector) == nil }) {
            note(
                "sector-missing", first,
                "\(transactions.count - with.count) of \(transactions.count) transactions name no sector, while others do.",
                "Add 'sector' to each transaction.")
        }
        for sector in sectors where ["98", "99"].contains(sector.value(.vocabulary)) && !sector.hasNarrative {
            note(
                "own-code-unnamed", sector, "A sector of the publisher's own vocabulary has no name.",
                "Add 'narrative' with the sector's name.")
        }
        if let first = sectors.first, !sectors.contains(where: { $0.value(.vocabulary) ?? "1" == "1" }) {
            note(
                .warning, "no-dac-sector", first, "No sector is of the OECD DAC's vocabulary.",
                "Add the sector by the vocabulary 1, too.")
        }
    }

    /// Rules 3.6.2, 3.7.1, 3.7.2.
    mutating func checkPlaces(_ parts: ActivityParts) {
        let isPlaced = !parts[.recipientCountry].isEmpty || !parts[.recipientRegion].isEmpty
        let transactions = parts[.transaction]
        let with = transactions.filter {
            $0.first(.recipientCountry) != nil || $0.first(.recipientRegion) != nil
        }
        if isPlaced {
            guard let first = with.first else { return }
            note(
                "country-twice", first,
                "Countries or regions stand both on the activity and on transactions.",
                "Leave them on the activity, or on each transaction.")
        } else if with.isEmpty {
            note(
                "no-country", parts.activity,
                "Neither the activity nor its transactions name a country or a region.",
                "Add 'recipient-country' or 'recipient-region'.")
        } else if with.count < transactions.count {
            note(
                "country-missing", parts.activity,
                "\(transactions.count - with.count) of \(transactions.count) transactions name no country and no region, while others do.",
                "Add one to each transaction.")
        }
    }

    /// Rules 6.8.1, 6.9.1, 6.9.2, 6.10.1.
    mutating func checkOrganisations(_ parts: ActivityParts) {
        for element in parts[.participatingOrg] { checkNamed(element) }
        for element in parts[.otherIdentifier] { element.first(.ownerOrg).map { checkNamed($0) } }
        for element in parts[.transaction] + parts[.plannedDisbursement] {
            element.first(.providerOrg).map { checkNamed($0) }
            element.first(.receiverOrg).map { checkNamed($0) }
        }
    }

    private mutating func checkNamed(_ element: Element) {
        guard element.value(.ref) == nil && !element.hasNarrative else { return }
        note(
            "unnamed-organisation", element, "'\(element.name)' has neither an identifier nor a name.",
            "Add '@ref', or a 'narrative' with the name.")
    }

    /// Rules 6.13.1, 6.14.1, 107.1.1 to 107.2.2.
    mutating func checkClassifications(_ parts: ActivityParts) {
        for marker in parts[.policyMarker] {
            let vocabulary = marker.value(.vocabulary) ?? "1"
            if vocabulary == "1" && marker.value(.significance) == nil {
                note(
                    "no-significance", marker, "A policy marker of the OECD DAC has no significance.",
                    "Add '@significance', 0 to 4.")
            } else if vocabulary == "99" && !marker.hasNarrative {
                note(
                    "own-code-unnamed", marker, "A policy marker of the publisher's own has no name.",
                    "Add 'narrative' with its name.")
            }
        }
        checkAidTypes(parts[.defaultAidType])
        for transaction in parts[.transaction] { checkAidTypes(Array(transaction.children(.aidType))) }
    }

    private mutating func checkAidTypes(_ types: [Element]) {
        guard let first = types.first else { return }
        let byVocabulary = Dictionary(grouping: types) { $0.value(.vocabulary) ?? "1" }
        for same in byVocabulary.values where same.count > 1 {
            note(
                .warning, "several-aid-types", same[1], "Two aid types are of the same vocabulary.",
                "Leave one of them.")
        }
        if byVocabulary["1"] == nil {
            note(
                .warning, "no-dac-aid-type", first, "No aid type is of the OECD DAC's vocabulary.",
                "Add the aid type by the vocabulary 1, too.")
        }
    }
}
