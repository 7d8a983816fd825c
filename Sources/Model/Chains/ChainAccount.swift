import Foundation

/// A chain reckoned up once: what graph, tree, account and JSON all show.
package struct ChainAccount: Sendable {
    package let chain: Chain
    /// The user's rates; nil without any, and then currencies are never added.
    package let rates: ExchangeRates?
    private let tally: ChainTally
    package let hops: [HopAccount]
    /// Each cycle as its nodes, in the direction of the flows.
    package let cycles: [[String]]
    private let hopsByNode: [String: [HopAccount]]

    package init(_ chain: Chain, rates: ExchangeRates? = nil) {
        self.chain = chain
        self.rates = rates
        tally = ChainTally(chain, rates: rates)
        hops = HopAccount.all(chain, rates: rates)
        hopsByNode = Dictionary(grouping: hops, by: \.node)
        cycles = chain.cycles
    }

    /// Under a rule, for each kind and currency; added up when it is asked for.
    package func totals(_ rule: CountingRule) -> [ChainTotal] { tally.totals(rule) }

    /// Under every rule.
    package var totals: [ChainTotal] { CountingRule.allCases.flatMap(totals) }

    /// What is left out of the totals whatever the rule, in the order of the chain.
    package var leftOut: [ChainTotal.LeftOut] { tally.leftOut }

    package func hops(at node: String) -> [HopAccount] { hopsByNode[node] ?? [] }

    // MARK: Shares

    /// What part a flow is of the known money of its kind and currency at its two ends.
    package struct Share: Hashable, Sendable {
        /// Of what its giver gives, from 0 to 1; nil when that is nothing or the flow's amount is unknown.
        package let ofGiver: Decimal?
        /// Of what its receiver gets.
        package let ofReceiver: Decimal?
        /// Whether amounts are unknown of the kind, so that the true shares are smaller.
        package let isGiverKnown: Bool
        package let isReceiverKnown: Bool
        package let currency: String
        package let isConverted: Bool
    }

    /// The shares of a flow: in its own currency, and converted where the user's rates allow it.
    package func shares(of index: Int) -> [Share] {
        let flow = chain.flows[index]
        guard let money = flow.carried.first, let currency = money.currency, let kind = flow.kind,
            !flow.isAbsent
        else { return [] }
        var shares = [share(flow, money.value, kind, currency, isConverted: false)]
        if let rates, let value = rates.converted(money), rates.target != currency {
            shares.append(share(flow, value, kind, rates.target, isConverted: true))
        }
        return shares
    }

    private func share(
        _ flow: Chain.Flow, _ value: Decimal, _ kind: String, _ currency: String, isConverted: Bool
    ) -> Share {
        func account(_ node: String, _ kind: String) -> HopAccount? {
            hops(at: node).first {
                $0.kind == kind && $0.currency == currency && $0.isConverted == isConverted
            }
        }
        // What is spent stands on the side of what is kept, in the account that it was paid from.
        let giver =
            kind == HopAccount.spending
            ? hops(at: flow.from).first {
                !$0.kept.isEmpty && $0.currency == currency && $0.isConverted == isConverted
            }?.kept : account(flow.from, kind)?.givenOn
        let receiver = account(flow.to, kind)?.received
        return Share(
            ofGiver: Self.part(value, of: giver?.sum), ofReceiver: Self.part(value, of: receiver?.sum),
            isGiverKnown: giver?.unknown.isEmpty ?? false,
            isReceiverKnown: receiver?.unknown.isEmpty ?? false,
            currency: currency, isConverted: isConverted)
    }

    /// To the ten-thousandth.
    private static func part(_ value: Decimal, of whole: Decimal?) -> Decimal? {
        guard let whole, whole != 0 else { return nil }
        var quotient = value / whole
        var rounded = Decimal()
        NSDecimalRound(&rounded, &quotient, 4, .plain)
        return rounded
    }
}

/// The largest amount of a chain in each currency, against which bars are drawn.
package struct ChainScale: Sendable {
    package let largest: [String: Decimal]

    package init(_ chain: Chain) {
        var largest: [String: Decimal] = [:]
        for flow in chain.flows where flow.kind != nil && !flow.isAbsent {
            guard let money = flow.carried.first, let currency = money.currency, money.value > 0 else {
                continue
            }
            largest[currency] = max(largest[currency] ?? 0, money.value)
        }
        self.largest = largest
    }

    /// Eighths of a cell for an amount in a bar of at most `cells`, at least one; nil when the amount, or its
    /// currency, is unknown or it is not above zero.
    package func eighths(_ money: Money?, cells: Int) -> Int? {
        guard let money, let currency = money.currency, money.value > 0, let most = largest[currency] else {
            return nil
        }
        let exact = money.value / most * Decimal(cells * 8)
        return max(1, min(cells * 8, Int((NSDecimalNumber(decimal: exact).doubleValue).rounded())))
    }
}
