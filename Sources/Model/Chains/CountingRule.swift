/// Which flows a total counts. Totals are made for each currency and each kind of flow by itself.
///
/// A flow has a giver and a receiver; what it goes through passes it on whole. «Within the set» is within the
/// flows that are looked at: somebody who gives nothing there may well give elsewhere.
package enum CountingRule: String, CaseIterable, Codable, Sendable {
    /// Every flow as it is told.
    case asReported = "as-reported"
    /// What comes from givers who receive nothing within the set.
    case entry
    /// What arrives at those who pass nothing on within the set.
    case lastMile = "last-mile"
    /// Every flow less what its giver received and only passes on.
    case net

    package var title: SafeText {
        switch self {
        case .asReported: "as reported"
        case .entry: "entry money"
        case .lastMile: "last mile"
        case .net: "pass-through removed"
        }
    }

    /// What it counts, in half a sentence.
    package var explanation: SafeText {
        switch self {
        case .asReported: "every flow as the sources tell it; money that is passed on counts at each giver"
        case .entry: "what comes from givers who receive nothing within the chain"
        case .lastMile: "what arrives at those who pass nothing on within the chain"
        case .net: "every flow less what its giver received within the chain and only passes on"
        }
    }

    /// The rule after this one, the first after the last.
    package var next: CountingRule {
        let all = Self.allCases
        let place = all.firstIndex(of: self) ?? 0
        return all[(place + 1) % all.count]
    }
}
