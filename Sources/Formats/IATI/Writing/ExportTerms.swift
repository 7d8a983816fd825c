import Model

/// Codes of version 2 for terms of the vocabularies: what ``Terms`` reads, the other way round.
enum ExportTerms {
    static let roles = ["funding": "1", "accountable": "2", "extending": "3", "implementing": "4"]

    static let statuses = [
        "pipeline": "1", "implementation": "2", "finalisation": "3", "closed": "4", "cancelled": "5",
        "suspended": "6",
    ]

    static let transactions = [
        "incoming-funds": "1", "commitment": "2", "disbursement": "3", "expenditure": "4",
        "interest-payment": "5", "loan-repayment": "6", "reimbursement": "7", "purchase-of-equity": "8",
        "sale-of-equity": "9", "credit-guarantee": "10", "incoming-commitment": "11", "pledge": "12",
        "incoming-pledge": "13",
    ]

    static let related = ["parent": "1", "child": "2", "sibling": "3", "co-funded": "4", "third party": "5"]

    static let budgetTypes = ["original": "1", "revised": "2"]
    static let budgetStatuses = ["indicative": "1", "committed": "2"]

    /// By term of ``Vocabulary/organisationType``.
    static let organisationTypes = Dictionary(
        CodeList.organisationType.codes.compactMap { code in
            Terms.organisationType(code).map { ($0, code) }
        }, uniquingKeysWith: { first, _ in first })

    /// What a list's name or `vocabulary 12` stands for.
    static func vocabulary(_ words: String, _ list: CodeList) -> String? {
        if words.hasPrefix("vocabulary ") { return String(words.dropFirst(11)) }
        return list.code(named: words)
    }
}
