import Foundation

/// The total of a chain's flows of one kind in one currency under a counting rule.
///
/// Under each rule every flow of the chain is counted in a total, left out of one by the rule, both where only a
/// part of it counts, or left out whatever the rule (``ChainAccount/leftOut``).
package struct ChainTotal: Hashable, Sendable {
    /// A flow, by its index in the chain, and how much of it counts.
    package struct Counted: Hashable, Sendable {
        package let flow: Int
        package let value: Decimal
    }

    package struct LeftOut: Hashable, Sendable {
        package let flow: Int
        package let reason: Reason
        /// The figure that does not count, or the part of it; nil when none is known.
        package let money: Money?
    }

    /// Why a flow, or a part or a figure of it, does not count.
    package enum Reason: String, CaseIterable, Codable, Sendable {
        /// It says who takes part, and tells of no money.
        case noMoney = "no-money"
        case inKind = "in-kind"
        case denied
        /// The same money, counted where it arrives.
        case onItsWay = "on-its-way"
        case amountUnknown = "amount-unknown"
        case currencyUnknown = "currency-unknown"
        /// Another figure for a flow that has been told.
        case otherFigure = "other-figure"
        /// It counts in its own currency, and in no converted total.
        case noRate = "no-rate"
        /// Under `entry`: its giver receives within the chain.
        case giverReceives = "giver-receives"
        /// Under `last-mile`: its receiver passes money on within the chain.
        case receiverPassesOn = "receiver-passes-on"
        /// Under `net`: its giver received it within the chain.
        case passedOn = "passed-on"

        package var words: SafeText {
            switch self {
            case .noMoney: "says who takes part, not money"
            case .inKind: "in kind"
            case .denied: "denied by the sources"
            case .onItsWay: "the same money, counted where it arrives"
            case .amountUnknown: "without a known amount"
            case .currencyUnknown: "without a known currency"
            case .otherFigure: "another figure for the same flow"
            case .noRate: "in a currency without a rate"
            case .giverReceives: "from givers who receive within the chain"
            case .receiverPassesOn: "to receivers who pass money on"
            case .passedOn: "received within the chain and passed on"
            }
        }
    }

    package let rule: CountingRule
    /// ``Chain/Flow/kind``.
    package let kind: String
    /// ISO 4217; nil when no flow of the kind has an amount whose currency is known.
    package let currency: String?
    /// Nil when no known amount counts, but the rule would count a flow whose amount is not known.
    package let value: Decimal?
    /// Whether amounts in other currencies were converted with the user's rates.
    package let isConverted: Bool
    /// Whether a figure that counts is said to be almost, around, over or up to.
    package let isApproximate: Bool
    /// In the order of the chain.
    package let counted: [Counted]
    /// What the rule leaves out of this total.
    package let leftOut: [LeftOut]

    /// What a total says.
    package enum Standing: String, Sendable {
        /// The sum of what counts.
        case sum
        /// No flow counts under the rule.
        case nothing
        /// Only flows count whose amount, or its currency, is not known.
        case unknown
    }

    package var standing: Standing {
        if value == nil { return .unknown }
        return counted.isEmpty ? .nothing : .sum
    }
}
