/// A budget of an activity for some time, or a disbursement that is planned.
package struct Budget: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case budget
        case plannedDisbursement = "planned-disbursement"
    }

    /// Key of the activity.
    package var record: Int64
    /// Key of the source in which it stands, and its line.
    package var source: Int64?
    package var line: Int
    package var kind: Kind
    /// `original` or `revised`; nil when it is not said.
    package var type: String?
    /// `indicative` or `committed`; nil when it is not said.
    package var status: String?
    package var start: PublishedDay
    package var end: PublishedDay
    package var valueDate: PublishedDay
    package var value: PublishedValue
    package var currency: String?
    /// Of a planned disbursement.
    package var provider: TransferEnd
    package var receiver: TransferEnd

    package init(
        record: Int64, source: Int64? = nil, line: Int = 0, kind: Kind = .budget, type: String? = nil,
        status: String? = nil, start: PublishedDay = PublishedDay(), end: PublishedDay = PublishedDay(),
        valueDate: PublishedDay = PublishedDay(), value: PublishedValue = PublishedValue(),
        currency: String? = nil, provider: TransferEnd = TransferEnd(),
        receiver: TransferEnd = TransferEnd()
    ) {
        self.record = record
        self.source = source
        self.line = line
        self.kind = kind
        self.type = type
        self.status = status
        self.start = start
        self.end = end
        self.valueDate = valueDate
        self.value = value
        self.currency = currency
        self.provider = provider
        self.receiver = receiver
    }
}
