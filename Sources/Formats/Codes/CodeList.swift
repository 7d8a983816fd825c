import BundledData

/// A code list of the IATI standard: `CodeList.country.name("KG")` is `Kyrgyzstan`. The lists are facts, kept in
/// `Data/codelists.tsv`; codes that were withdrawn keep their names, for old files use them.
package enum CodeList: String, CaseIterable, Sendable {
    case activityDateType = "ActivityDateType"
    case activityScope = "ActivityScope"
    case activityStatus = "ActivityStatus"
    case aidType = "AidType"
    case aidTypeCategory = "AidType-category"
    case aidTypeVocabulary = "AidTypeVocabulary"
    case budgetNotProvided = "BudgetNotProvided"
    case budgetStatus = "BudgetStatus"
    case budgetType = "BudgetType"
    case channel = "CRSChannelCode"
    case collaborationType = "CollaborationType"
    case conditionType = "ConditionType"
    case contactType = "ContactType"
    case country = "Country"
    case currency = "Currency"
    case descriptionType = "DescriptionType"
    case disbursementChannel = "DisbursementChannel"
    case documentCategory = "DocumentCategory"
    case financeType = "FinanceType"
    case financeTypeCategory = "FinanceType-category"
    case flowType = "FlowType"
    case geographicExactness = "GeographicExactness"
    case geographicLocationClass = "GeographicLocationClass"
    case geographicLocationReach = "GeographicLocationReach"
    case geographicVocabulary = "GeographicVocabulary"
    case humanitarianScopeType = "HumanitarianScopeType"
    case humanitarianScopeVocabulary = "HumanitarianScopeVocabulary"
    case indicatorMeasure = "IndicatorMeasure"
    case language = "Language"
    case loanRepaymentPeriod = "LoanRepaymentPeriod"
    case loanRepaymentType = "LoanRepaymentType"
    case organisationIdentifier = "OrganisationIdentifier"
    case organisationRole = "OrganisationRole"
    case organisationType = "OrganisationType"
    case otherIdentifierType = "OtherIdentifierType"
    case policyMarker = "PolicyMarker"
    case policyMarkerVocabulary = "PolicyMarkerVocabulary"
    case policySignificance = "PolicySignificance"
    case region = "Region"
    case regionVocabulary = "RegionVocabulary"
    case relatedActivityType = "RelatedActivityType"
    case resultType = "ResultType"
    case sector = "Sector"
    case sectorCategory = "SectorCategory"
    case sectorGroup = "SectorGroup"
    case sectorVocabulary = "SectorVocabulary"
    case sustainableDevelopmentGoal = "UNSDG-Goals"
    case tagVocabulary = "TagVocabulary"
    case tiedStatus = "TiedStatus"
    case transactionType = "TransactionType"

    private struct Entry: Sendable {
        let name: String
        let parent: String?
        let isWithdrawn: Bool
    }

    /// What a code stands for, in English; nil for a code that the list does not have.
    package func name(_ code: String) -> String? { entry(code)?.name }

    /// The code above it: the category of a sector, the sector group of a category.
    package func parent(_ code: String) -> String? { entry(code)?.parent }

    package func contains(_ code: String) -> Bool { entry(code) != nil }

    /// Whether the code may no longer be used.
    package func isWithdrawn(_ code: String) -> Bool { entry(code)?.isWithdrawn ?? false }

    package var codes: [String] { (Self.lists[rawValue] ?? [:]).keys.sorted() }

    private func entry(_ code: String) -> Entry? { Self.lists[rawValue]?[code] }

    /// By the list's name, then by code.
    private static let lists: [String: [String: Entry]] = {
        let file = whofunds_code_lists()
        let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
        var lists: [String: [String: Entry]] = [:]
        var list = ""
        for line in text.split(separator: "\n") where line.first != "#" {
            if line.first == "@" {
                list = String(line.dropFirst())
                continue
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            lists[list, default: [:]][columns[0]] = Entry(
                name: columns.count > 1 ? columns[1] : columns[0],
                parent: columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil,
                isWithdrawn: columns.count > 3)
        }
        return lists
    }()
}
