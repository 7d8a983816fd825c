import Foundation

/// One transaction as its publisher tells it.
package struct Transfer: Hashable, Sendable {
    /// Key of the activity that tells it.
    package var record: Int64
    /// Key of the source in which it stands, and its line.
    package var source: Int64?
    package var line: Int
    /// A term of ``Vocabulary/flowKind``; nil when the code says none.
    package var kind: String?
    /// The code of the kind, as published.
    package var code: String
    package var date: PublishedDay
    package var valueDate: PublishedDay
    package var value: PublishedValue
    /// ISO 4217; nil when it is not said.
    package var currency: String?
    package var provider: TransferEnd
    package var receiver: TransferEnd
    package var description: String?
    /// JSON of the rest: sectors, countries, regions, channel, flow, finance and aid types, tied status.
    package var details: String?

    package init(
        record: Int64, source: Int64? = nil, line: Int = 0, kind: String?, code: String = "",
        date: PublishedDay = PublishedDay(), valueDate: PublishedDay = PublishedDay(),
        value: PublishedValue = PublishedValue(), currency: String? = nil,
        provider: TransferEnd = TransferEnd(), receiver: TransferEnd = TransferEnd(),
        description: String? = nil, details: String? = nil
    ) {
        self.record = record
        self.source = source
        self.line = line
        self.kind = kind
        self.code = code
        self.date = date
        self.valueDate = valueDate
        self.value = value
        self.currency = currency
        self.provider = provider
        self.receiver = receiver
        self.description = description
        self.details = details
    }
}

/// Who stands at one end of a transfer.
package struct TransferEnd: Hashable, Sendable {
    /// Key of the organisation; nil when none is named.
    package var organisation: Int64?
    /// The end's own activity, by the identifier that is published.
    package var activity: String?

    package init(organisation: Int64? = nil, activity: String? = nil) {
        self.organisation = organisation
        self.activity = activity
    }
}

/// A day as it was published: what is no date stays as it was written.
package struct PublishedDay: Hashable, Sendable {
    package var day: Day?
    /// Set when it is no date.
    package var text: String?

    package init(day: Day? = nil, text: String? = nil) {
        self.day = day
        self.text = text
    }
}

/// A figure as it was published: what is no number stays as it was written.
package struct PublishedValue: Hashable, Sendable {
    package var value: Decimal?
    /// Set when it is no number.
    package var text: String?

    package init(value: Decimal? = nil, text: String? = nil) {
        self.value = value
        self.text = text
    }
}
