import Foundation

/// The transactions of one activity that have the same ends, kind and currency, as one.
struct TransferGroup: Hashable {
    struct End: Hashable {
        /// Id of the organisation; nil when none is named.
        var organisation: String?
        /// The end's own activity, by the identifier that is published.
        var activity: String?
        /// Whether the dataset has that activity.
        var isKnown = false
    }

    /// Id of the activity that tells them.
    var activity: String
    var provider: End
    var receiver: End
    /// A term of ``Vocabulary/flowKind``.
    var kind: String
    var currency: String?
    var sum = Decimal()
    /// How many transactions there are, and how many of them have no value that can be read.
    var count = 0
    var withoutValue = 0
    var first: Day?
    var last: Day?
    var citations: [Citation] = []

    /// The sum; nil when no transaction has a value.
    var money: Money? {
        count > withoutValue ? Money(value: sum, currency: currency, kind: kind) : nil
    }

    /// Kinds by which a receiver tells what a payer tells by another.
    static let received = [
        "disbursement": "incoming-funds", "commitment": "incoming-commitment", "pledge": "incoming-pledge",
    ]

    /// Whether the receiver's side tells it.
    var isIncoming: Bool { Self.received.values.contains(kind) }
}

/// What went from one to another, by the word of the payer, of the receiver, or of both.
struct TransferHop: Hashable {
    var payer: TransferGroup?
    var receiver: TransferGroup?

    /// The side that counts: the payer's where there are two.
    var told: TransferGroup? { payer ?? receiver }
}

extension TransferHop {
    /// Puts what a payer tells and what a receiver tells of one transfer together: each names the other's
    /// activity, or one does and the figures are the same. A currency of the payer is set against the same one,
    /// and against another only where each side has one that is left.
    static func paired(_ groups: [TransferGroup]) -> [TransferHop] {
        var incoming = IncomingGroups(groups.filter(\.isIncoming))
        var hops: [TransferHop] = []
        var waiting: [TransferGroup] = []
        for group in groups where !group.isIncoming {
            if let other = incoming.take(for: group, where: { $0.currency == group.currency }) {
                hops.append(TransferHop(payer: group, receiver: other))
            } else {
                waiting.append(group)
            }
        }
        for group in waiting {
            hops.append(TransferHop(payer: group, receiver: incoming.take(for: group) { group.names($0) }))
        }
        return hops + incoming.left.map { TransferHop(payer: nil, receiver: $0) }
    }

    /// What the two sides do not tell alike, and what neither can: in words.
    var remarks: [String] {
        var remarks: [String] = []
        if let payer, let receiver {
            let figures = [payer.money?.text ?? "no value", receiver.money?.text ?? "no value"]
            if figures[0] != figures[1] {
                remarks.append("the payer tells \(figures[0]), the receiver \(figures[1])")
            }
            if let paid = payer.last, let received = receiver.last, paid != received {
                let days = received.rawValue - paid.rawValue
                let word = days > 0 ? "later" : "earlier"
                remarks.append("the receiver's last date is \(abs(days)) days \(word)")
            }
            if !payer.names(receiver) { remarks.append("the payer does not name the receiver's activity") }
            if !receiver.isNamed(by: payer) {
                remarks.append("the receiver does not name the payer's activity")
            }
        }
        for end in [told?.provider, told?.receiver] {
            if let activity = end?.activity, end?.isKnown == false {
                remarks.append("\(activity) is not in the dataset")
            }
        }
        let missing = (payer?.withoutValue ?? 0) + (receiver?.withoutValue ?? 0)
        if missing > 0 { remarks.append("\(missing) without a value") }
        return remarks
    }
}

/// What receivers tell, found by the activities that it names.
private struct IncomingGroups {
    private let groups: [TransferGroup]
    private var isTaken: [Bool]
    /// By the receiver's activity and by the payer's, the groups.
    private var byActivity: [String: [Int]] = [:]

    init(_ groups: [TransferGroup]) {
        self.groups = groups
        isTaken = Array(repeating: false, count: groups.count)
        for (index, group) in groups.enumerated() {
            for activity in Set([group.activity, group.provider.activity ?? group.activity]) {
                byActivity[activity, default: []].append(index)
            }
        }
    }

    /// What no payer tells.
    var left: [TransferGroup] { zip(groups, isTaken).filter { !$1 }.map(\.0) }

    /// The first that is the receiver's word on `group`; it is given once.
    mutating func take(
        for group: TransferGroup, where isWanted: (TransferGroup) -> Bool
    ) -> TransferGroup? {
        let near = [group.receiver.activity, group.activity].compactMap { $0 }.flatMap {
            byActivity[$0] ?? []
        }
        let index = near.sorted().first {
            !isTaken[$0] && group.isMet(by: groups[$0]) && isWanted(groups[$0])
        }
        guard let index else { return nil }
        isTaken[index] = true
        return groups[index]
    }
}

extension TransferGroup {
    /// Whether another group is the receiver's word on this one.
    fileprivate func isMet(by other: TransferGroup) -> Bool {
        guard Self.received[kind] == other.kind, activity != other.activity else { return false }
        let namesOther = names(other)
        let isNamed = other.isNamed(by: self)
        if namesOther && isNamed { return true }
        guard namesOther || isNamed else { return false }
        // What one side leaves open must not say otherwise.
        guard receiver.activity == nil || namesOther, other.provider.activity == nil || isNamed else {
            return false
        }
        return sum == other.sum && currency == other.currency
    }

    /// Whether it names the activity of the receiver's word.
    fileprivate func names(_ other: TransferGroup) -> Bool { receiver.activity == other.activity }

    /// Whether the receiver's word names the payer's activity.
    fileprivate func isNamed(by payer: TransferGroup) -> Bool { provider.activity == payer.activity }
}
