import Model

/// Terms of the vocabularies by what files of any version write for them. The words of version 1 are compared
/// in small letters.
enum Terms {
    /// Code list OrganisationRole; words in version 1.
    static func role(_ written: String) -> String? {
        switch written.lowercased() {
        case "1", "funding": "funding"
        case "2", "accountable": "accountable"
        case "3", "extending": "extending"
        case "4", "implementing": "implementing"
        default: nil
        }
    }

    /// Code list TransactionType; letters in version 1.
    static func transaction(_ written: String) -> String? {
        switch written.uppercased() {
        case "1", "IF": "incoming-funds"
        case "2", "C": "commitment"
        case "3", "D": "disbursement"
        case "4", "E": "expenditure"
        case "5", "IR": "interest-payment"
        case "6", "LR": "loan-repayment"
        case "7", "R": "reimbursement"
        case "8", "QP": "purchase-of-equity"
        case "9", "QS": "sale-of-equity"
        case "10", "CG": "credit-guarantee"
        case "11": "incoming-commitment"
        case "12": "pledge"
        case "13": "incoming-pledge"
        default: nil
        }
    }

    enum ActivityDate { case plannedStart, actualStart, plannedEnd, actualEnd }

    /// Code list ActivityDateType; words in version 1.
    static func date(_ written: String) -> ActivityDate? {
        switch written.lowercased() {
        case "1", "start-planned": .plannedStart
        case "2", "start-actual": .actualStart
        case "3", "end-planned": .plannedEnd
        case "4", "end-actual": .actualEnd
        default: nil
        }
    }

    /// Code list ActivityStatus.
    static func status(_ written: String) -> String? {
        switch written.lowercased() {
        case "1", "pipeline", "pipeline/identification": "pipeline"
        case "2", "implementation": "implementation"
        case "3", "completion", "finalisation": "finalisation"
        case "4", "post-completion", "closed": "closed"
        case "5", "cancelled": "cancelled"
        case "6", "suspended": "suspended"
        default: nil
        }
    }

    /// Code list OrganisationType.
    static func organisationType(_ written: String) -> String? {
        switch written {
        case "10": "government"
        case "11": "local-government"
        case "15": "other-public-sector"
        case "21": "international-ngo"
        case "22": "national-ngo"
        case "23": "regional-ngo"
        case "24": "partner-country-ngo"
        case "30": "public-private-partnership"
        case "40": "multilateral"
        case "60": "foundation"
        case "70": "private-sector"
        case "71": "private-sector-in-provider-country"
        case "72": "private-sector-in-recipient-country"
        case "73": "private-sector-in-third-country"
        case "80": "academic"
        case "90": "other"
        default: nil
        }
    }

    /// Code list RelatedActivityType, in words that go before a title.
    static func related(_ written: String) -> String? {
        switch written {
        case "1": "parent"
        case "2": "child"
        case "3": "sibling"
        case "4": "co-funded"
        case "5": "third party"
        default: nil
        }
    }

    /// Code list SectorVocabulary: the code of version 2 for what a file of any version writes.
    static func sectorVocabulary(_ written: String) -> String {
        switch written.uppercased() {
        case "DAC", "DAC-5": "1"
        case "DAC-3": "2"
        case "COFOG": "3"
        case "NACE": "4"
        case "NTEE": "5"
        case "ADT": "6"
        case "RO": "99"
        case "RO2": "98"
        default: written
        }
    }

    /// Code list PolicyMarkerVocabulary: likewise.
    static func policyMarkerVocabulary(_ written: String) -> String {
        switch written.uppercased() {
        case "DAC": "1"
        case "RO": "99"
        default: written
        }
    }

    /// Whether a flag is set; nil when it is neither.
    static func flag(_ written: String) -> Bool? {
        switch written.lowercased() {
        case "1", "true": true
        case "0", "false": false
        default: nil
        }
    }
}
