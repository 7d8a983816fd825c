/// A closed list of terms that a field may take. Where a published code list exists its terms are used.
package struct Vocabulary: Sendable {
    package let name: String
    package let terms: [String]

    package init(_ name: String, _ terms: [String]) {
        self.name = name
        self.terms = terms
    }

    package static let projectKind = Vocabulary(
        "project kind", ["project", "programme", "instrument", "assistance", "process"])

    /// IATI code list ActivityStatus.
    package static let activityStatus = Vocabulary(
        "activity status",
        ["pipeline", "implementation", "finalisation", "closed", "suspended", "cancelled"])

    /// The formats of migration governance of A. Betts (2011).
    package static let format = Vocabulary(
        "format", ["multilateralism", "embeddedness", "trans-regionalism"])

    /// IATI code list OrganisationRole, with partner and beneficiary, which it lacks, and with who publishes
    /// what is known of the activity: `reporting`.
    package static let role = Vocabulary(
        "role",
        ["funding", "accountable", "extending", "implementing", "partner", "beneficiary", "reporting"])

    /// IATI code list OrganisationType.
    package static let organisationType = Vocabulary(
        "organisation type",
        [
            "government", "local-government", "other-public-sector", "international-ngo", "national-ngo",
            "regional-ngo", "partner-country-ngo", "public-private-partnership", "multilateral",
            "foundation", "private-sector", "private-sector-in-provider-country",
            "private-sector-in-recipient-country", "private-sector-in-third-country", "academic", "other",
        ])

    /// IATI code list TransactionType, with `funding` (a source says money, but not which kind) and `in-kind`.
    /// What goes out needs no word before it: `commitment` and `pledge` are outgoing ones.
    package static let flowKind = Vocabulary(
        "flow kind",
        [
            "funding", "commitment", "disbursement", "expenditure", "incoming-funds", "pledge", "in-kind",
            "incoming-commitment", "incoming-pledge", "interest-payment", "loan-repayment",
            "reimbursement", "purchase-of-equity", "sale-of-equity", "credit-guarantee",
        ])

    /// The levels of the OECD DAC's list of sectors.
    package static let themeKind = Vocabulary("theme kind", ["group", "category", "sector"])

    package static let relationKind = Vocabulary(
        "relation kind",
        [
            "competition", "overlap", "tension", "cooperation", "coordination", "division-of-labour",
            "support", "dependence", "delegation", "authority-exchange",
        ])

    /// The relations that the register of conflicts holds.
    package static let conflictKinds = ["competition", "overlap", "tension"]

    /// What an analyst may make of an overlap.
    package static let verdict = Vocabulary(
        "verdict", ["duplicate", "rival", "complement", "successor", "co-funded", "none"])

    package static let level = Vocabulary(
        "level",
        [
            "donor-donor", "implementer-implementer", "donor-implementer", "within-donor",
            "recipient-donor", "recipient-recipient",
        ])

    package static let nature = Vocabulary("nature", ["strategic", "operational"])

    package static let eventKind = Vocabulary(
        "event kind",
        [
            "meeting", "decision", "study-tour", "leadership", "policy-document", "evaluation",
            "conference", "milestone", "request",
        ])

    package static let findingKind = Vocabulary(
        "finding kind", ["exogenous", "endogenous-strategic", "endogenous-operational"])

    package static let discrepancyKind = Vocabulary(
        "discrepancy kind", ["contradiction", "open-point", "slip"])

    package static let sourceType = Vocabulary(
        "source type",
        [
            "article", "chapter", "book", "report", "policy-document", "evaluation", "proceedings",
            "paper", "web-page", "interview", "conversation", "correspondence", "observation", "data-file",
        ])

    package static let placeKind = Vocabulary(
        "place kind", ["country", "region", "border", "city", "area"])

    package static let sourceText = Vocabulary("text", ["whole", "part"])
}
