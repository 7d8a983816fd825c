/// A transaction with the names of those at its ends, as a page or a list shows it.
package struct TransferLine: Sendable {
    /// Who stands at an end.
    package struct End: Sendable {
        /// Id and name of the organisation; nil when none is named.
        package var organisation: RecordName?
        /// The end's own activity, by the identifier that is published.
        package var activity: String?
        /// The activity's record; nil when the dataset has none.
        package var activityName: RecordName?
    }

    /// Id of the source in which it stands, and its line.
    package var source: String?
    package var line: Int
    /// A term of ``Vocabulary/flowKind``; nil when the code says none.
    package var kind: String?
    package var code: String
    package var date: PublishedDay
    package var valueDate: PublishedDay
    package var value: PublishedValue
    package var currency: String?
    package var provider: End
    package var receiver: End
    package var description: SafeText?
    /// JSON, as ``Transfer/details``.
    package var details: String?
}

/// A budget or a planned disbursement, as a page or a list shows it.
package struct BudgetLine: Sendable {
    package var source: String?
    package var line: Int
    package var kind: Budget.Kind
    package var type: String?
    package var status: String?
    package var start: PublishedDay
    package var end: PublishedDay
    package var valueDate: PublishedDay
    package var value: PublishedValue
    package var currency: String?
    package var provider: TransferLine.End
    package var receiver: TransferLine.End
}
