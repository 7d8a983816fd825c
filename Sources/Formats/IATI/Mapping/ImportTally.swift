import Model

/// What came of mapping activities to records.
package struct ImportTally: Sendable {
    /// Elements that were mapped, and the activities that they are.
    package var elements = 0
    package var activities = 0
    /// Elements beyond the first of their activity.
    package var merged: Int { elements - activities }
    /// Activities whose versions differ in what has one value only.
    package var differing = 0
    package var transactions = 0
    /// Transactions that several versions tell: left out once each.
    package var repeatedTransactions = 0
    package var budgets = 0
    package var organisations = 0
    /// Organisations without reference that were taken for one with a reference.
    package var organisationsByName = 0
    /// By code, how many problems there are, and how bad they are.
    package var problems: [String: (severity: Problem.Severity, count: Int)] = [:]
    /// The first problems of each code.
    package var firstProblems: [Problem] = []

    package init() {}
}
