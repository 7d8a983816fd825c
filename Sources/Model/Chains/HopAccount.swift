import Foundation

/// What one node of a chain gets, gives on and spends, in one currency and one kind of flow.
package struct HopAccount: Hashable, Sendable {
    /// Flows at one side of a node.
    package struct Side: Hashable, Sendable {
        /// Sum of the figures that are known; nil when there are flows and none has one.
        package var sum: Decimal? = 0
        /// Indices of the flows whose figure is in the sum.
        package var known: [Int] = []
        /// Indices of the flows that have no figure, or none in a currency that can be told.
        package var unknown: [Int] = []

        package var isEmpty: Bool { known.isEmpty && unknown.isEmpty }
    }

    package enum Place: String, CaseIterable, Codable, Sendable {
        /// Money begins here: the node receives none of the kind within the chain.
        case entry
        case hop
        /// Money ends here: the node gives none of the kind on within the chain.
        case end
    }

    /// Id of the node.
    package let node: String
    /// ``Chain/Flow/kind``.
    package let kind: String
    /// ISO 4217; nil when no flow of the kind at the node has an amount whose currency is known.
    package let currency: String?
    /// Whether amounts in other currencies were converted with the user's rates.
    package let isConverted: Bool
    package let received: Side
    package let givenOn: Side
    /// What the node spent itself, where flows of the kind `expenditure` record it.
    package let kept: Side

    package var place: Place {
        if received.isEmpty { return .entry }
        return givenOn.isEmpty && kept.isEmpty ? .end : .hop
    }

    /// Indices of the flows for want of whose amounts nothing can be said about what is unexplained.
    package var unknown: [Int] { Array(Set(received.unknown + givenOn.unknown + kept.unknown)).sorted() }

    /// Received less given on less kept; nil when an amount that belongs to it is unknown. Below zero, more
    /// goes out than the sources let come in.
    package var unexplained: Decimal? {
        guard unknown.isEmpty, let received = received.sum, let givenOn = givenOn.sum, let kept = kept.sum
        else { return nil }
        return received - givenOn - kept
    }
}

extension HopAccount {
    /// Kinds of money that has moved, against which spending is set; a promise is not spent.
    static let moved: Set<String> = ["funding", "disbursement", "incoming-funds"]

    static let spending = "expenditure"

    /// The accounts of every node, nodes in the order of the chain, kinds in that of their vocabulary, then by
    /// currency, what is converted last.
    static func all(_ chain: Chain, rates: ExchangeRates?) -> [HopAccount] {
        var flowsAt: [String: [Int]] = [:]
        for (index, flow) in chain.flows.enumerated() where flow.kind != nil && !flow.isAbsent {
            for node in Set([flow.from, flow.to]) { flowsAt[node, default: []].append(index) }
        }
        var seen: Set<String> = []
        let kinds = kinds(chain)
        return chain.nodes.filter { seen.insert($0.id).inserted }.flatMap { node in
            Ledger(
                chain: chain, node: node.id, flows: flowsAt[node.id] ?? [], rates: rates, kinds: kinds
            ).accounts
        }
    }

    /// What a receiver tells as incoming stands beside what payers tell by another word; not where the payer
    /// tells something of that kind too, for it may be the same money.
    private static func kinds(_ chain: Chain) -> [Int: String] {
        struct Pair: Hashable { let from: String, to: String, kind: String }
        let told = Set(
            chain.flows.compactMap { flow in flow.kind.map { Pair(from: flow.from, to: flow.to, kind: $0) } })
        let payersWord = Dictionary(uniqueKeysWithValues: TransferGroup.received.map { ($0.value, $0.key) })
        var kinds: [Int: String] = [:]
        for (index, flow) in chain.flows.enumerated() {
            guard let kind = flow.kind else { continue }
            kinds[index] = kind
            guard flow.transfers != nil, let word = payersWord[kind] else { continue }
            if !told.contains(Pair(from: flow.from, to: flow.to, kind: word)) { kinds[index] = word }
        }
        return kinds
    }
}

/// The flows at one node, sorted into accounts.
private struct Ledger {
    let chain: Chain
    let node: String
    let flows: [Int]
    let rates: ExchangeRates?
    /// By flow, the kind in whose account it stands.
    let kinds: [Int: String]

    var accounts: [HopAccount] {
        let kinds = Set(flows.compactMap { self.kinds[$0] })
        let hasMoved = !kinds.isDisjoint(with: HopAccount.moved)
        let spends = flows.contains { isSpending($0) }
        return Vocabulary.flowKind.terms.filter(kinds.contains).flatMap { kind -> [HopAccount] in
            let isSpending = kind == HopAccount.spending
            // Spending stands beside the money that it was paid from, and by itself where there is none.
            let showsKept = HopAccount.moved.contains(kind) || (isSpending && !hasMoved)
            let own = flows.filter { self.kinds[$0] == kind }
            let received = own.filter { chain.flows[$0].to == node }
            let givenOn = isSpending ? [] : own.filter { chain.flows[$0].from == node }
            let kept = showsKept && spends ? flows.filter { self.isSpending($0) } : []
            if received.isEmpty && givenOn.isEmpty && kept.isEmpty { return [] }
            let currencies = Set((received + givenOn + kept).compactMap { figure($0)?.currency }).sorted()
            var accounts = (currencies.isEmpty ? [nil] : currencies.map(Optional.some)).map { currency in
                account(kind, currency, (received, givenOn, kept)) { money in
                    money.currency == currency ? money.value : nil
                }
            }
            if let rates, currencies.contains(where: { $0 != rates.target }) {
                accounts.append(
                    account(kind, rates.target, (received, givenOn, kept), isConverted: true) {
                        rates.converted($0)
                    })
            }
            return accounts
        }
    }

    private func isSpending(_ index: Int) -> Bool {
        chain.flows[index].kind == HopAccount.spending && chain.flows[index].from == node
    }

    private func figure(_ index: Int) -> Money? { chain.flows[index].carried.first }

    private func account(
        _ kind: String, _ currency: String?, _ flows: (received: [Int], givenOn: [Int], kept: [Int]),
        isConverted: Bool = false, value: (Money) -> Decimal?
    ) -> HopAccount {
        func side(_ indices: [Int]) -> HopAccount.Side {
            var side = HopAccount.Side()
            var sum = Decimal()
            for index in indices {
                guard let money = figure(index), money.currency != nil else {
                    side.unknown.append(index)
                    continue
                }
                if let value = value(money) {
                    sum += value
                    side.known.append(index)
                } else if isConverted {
                    side.unknown.append(index)
                }
            }
            side.sum = side.known.isEmpty && !side.unknown.isEmpty ? nil : sum
            return side
        }
        return HopAccount(
            node: node, kind: kind, currency: currency, isConverted: isConverted,
            received: side(flows.received), givenOn: side(flows.givenOn), kept: side(flows.kept))
    }
}
