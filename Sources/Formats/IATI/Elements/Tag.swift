/// The names of elements and attributes that IATI's activity standard knows, of all versions. A case is the name
/// in camel case: `.isoDate` is `iso-date`.
package enum Tag: UInt8, CaseIterable, Sendable {
    // Elements.
    case iatiActivities, iatiActivity, iatiOrganisations, iatiOrganisation, iatiIdentifier
    case reportingOrg, title, description, narrative, participatingOrg, otherIdentifier, ownerOrg
    case activityStatus, activityDate, contactInfo, organisation, department, personName, jobTitle
    case telephone, email, website, mailingAddress, activityScope, recipientCountry, recipientRegion
    case location, locationReach, locationId, name, activityDescription, administrative, point, pos
    case exactness, locationClass, featureDesignation, sector, tag, countryBudgetItems, budgetItem
    case humanitarianScope, policyMarker, collaborationType, defaultFlowType, defaultFinanceType
    case defaultAidType, defaultTiedStatus, budget, periodStart, periodEnd, value, plannedDisbursement
    case providerOrg, receiverOrg, capitalSpend, transaction, transactionType, transactionDate
    case disbursementChannel, flowType, financeType, aidType, tiedStatus, documentLink, category
    case language, documentDate, recipientOrg, relatedActivity, legacyData, conditions, condition
    case result, indicator, reference, baseline, comment, period, target, actual, dimension, crsAdd
    case otherFlags, loanTerms, rateOne, rateTwo, repaymentType, repaymentPlan, commitmentDate
    case repaymentFirstDate, repaymentFinalDate, loanStatus, interestReceived, principalOutstanding
    case principalArrears, interestArrears, channelCode, fss, forecast, activityWebsite, coordinates
    case gazetteerEntry, locationType

    // Attributes; some are elements too.
    case version, generatedDatetime, linkedDataDefault, lastUpdatedDatetime, lang, defaultCurrency
    case humanitarian, hierarchy, linkedDataUri, budgetNotProvided, ref, type, secondaryReporter, role
    case activityId, crsChannelCode, code, isoDate, percentage, vocabulary, vocabularyUri, status
    case currency, valueDate, providerActivityId, receiverActivityId, format, url, significance
    case attached, level, srsName, aggregationStatus, measure, ascending, indicatorUri, year
    case extractionDate, priority, phaseoutYear, xmlns, ownerName, ownerRef, latitude, longitude
    case precision, country, adm1, adm2, gazetteerRef
    case updated, iatiEquivalent, aidtypeFlag

    /// The name in the files: `iso-date`.
    package var name: String { Self.names[Int(rawValue)] }

    /// What bears this name in the files.
    package init?(name: String) {
        guard let tag = Self.byName[name] else { return nil }
        self = tag
    }

    private static let names: [String] = {
        var names = Array(repeating: "", count: 256)
        for tag in allCases { names[Int(tag.rawValue)] = spelled(tag) }
        return names
    }()

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    private static func spelled(_ tag: Tag) -> String {
        switch tag {
        case .rateOne: "rate-1"
        case .rateTwo: "rate-2"
        case .srsName: "srsName"
        default:
            "\(tag)".reduce(into: "") { name, letter in
                if letter.isUppercase { name += "-" }
                name += letter.lowercased()
            }
        }
    }
}
