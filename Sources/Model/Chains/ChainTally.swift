import Foundation

/// Adds up a chain's flows under the counting rules. docs/ANALYSIS.md explains the rules and gives examples.
struct ChainTally: Sendable {
    private let chain: Chain
    /// What is left out whatever the rule, in the order of the chain.
    let leftOut: [ChainTotal.LeftOut]
    private let heaps: [Heap]
    /// Who receives, and who gives, money within the chain: at a hop, of whatever kind and amount.
    private let receivers: Set<String>
    private let givers: Set<String>

    init(_ chain: Chain, rates: ExchangeRates?) {
        self.chain = chain
        let moving = chain.flows.filter { $0.kind != nil && !$0.isAbsent && $0.from != $0.to }
        givers = Set(moving.map(\.from))
        receivers = Set(moving.map(\.to))
        leftOut = Self.leftOut(chain, rates)
        heaps = Self.heaps(chain, rates)
    }

    // MARK: Whatever the rule

    /// What one total adds up: the flows of a kind in a currency.
    private struct Heap {
        let kind: String
        let currency: String?
        let isConverted: Bool
        var values: [(flow: Int, value: Decimal)] = []
        /// Flows that may belong here: their amount, its currency, or a rate for it is not known.
        var open: [Int] = []
    }

    /// Why a flow counts in no total; nil when it may.
    private static func reason(_ flow: Chain.Flow) -> ChainTotal.Reason? {
        if flow.isInKind { return flow.isAbsent ? .denied : .inKind }
        if flow.kind == nil { return .noMoney }
        if flow.isAbsent { return .denied }
        if !flow.isLastHop { return .onItsWay }
        guard let money = flow.carried.first else { return .amountUnknown }
        return money.currency == nil ? .currencyUnknown : nil
    }

    private static func leftOut(_ chain: Chain, _ rates: ExchangeRates?) -> [ChainTotal.LeftOut] {
        var leftOut: [ChainTotal.LeftOut] = []
        for (index, flow) in chain.flows.enumerated() {
            let first = flow.carried.first
            if let reason = reason(flow) {
                // What says nothing of money has no figure, and what passes has the one told at its end.
                let figure = flow.isLastHop && reason != .noMoney ? first : nil
                leftOut.append(ChainTotal.LeftOut(flow: index, reason: reason, money: figure))
            } else if let rates, let first, rates.converted(first) == nil {
                leftOut.append(ChainTotal.LeftOut(flow: index, reason: .noRate, money: first))
            }
            guard flow.kind != nil, flow.isLastHop, !flow.isAbsent else { continue }
            leftOut += flow.carried.dropFirst().map {
                ChainTotal.LeftOut(flow: index, reason: .otherFigure, money: $0)
            }
        }
        return leftOut
    }

    /// Kinds in the order of their vocabulary, currencies by code, what is converted after what is not.
    private static func heaps(_ chain: Chain, _ rates: ExchangeRates?) -> [Heap] {
        let told = chain.flows.indices.filter { chain.flows[$0].kind != nil && chain.flows[$0].isLastHop }
        let ofKind = Dictionary(grouping: told) { chain.flows[$0].kind ?? "" }
        return Vocabulary.flowKind.terms.flatMap { kind in
            ofKind[kind].map { Self.heaps(of: kind, $0, chain, rates) } ?? []
        }
    }

    private static func heaps(of kind: String, _ flows: [Int], _ chain: Chain, _ rates: ExchangeRates?)
        -> [Heap]
    {
        var values: [String: [(flow: Int, value: Decimal)]] = [:]
        var unknown: [Int] = []
        var converted = Heap(kind: kind, currency: rates?.target, isConverted: true)
        for index in flows {
            let flow = chain.flows[index]
            switch reason(flow) {
            case .amountUnknown, .currencyUnknown: unknown.append(index)
            case nil:
                guard let money = flow.carried.first, let currency = money.currency else { continue }
                values[currency, default: []].append((index, money.value))
                if let value = rates?.converted(money) {
                    converted.values.append((index, value))
                } else {
                    converted.open.append(index)
                }
            default: continue
            }
        }
        var heaps = values.keys.sorted().map {
            Heap(kind: kind, currency: $0, isConverted: false, values: values[$0] ?? [], open: unknown)
        }
        if heaps.isEmpty { heaps = [Heap(kind: kind, currency: nil, isConverted: false, open: unknown)] }
        if let rates, values.keys.contains(where: { $0 != rates.target }) {
            converted.open += unknown
            heaps.append(converted)
        }
        return heaps
    }

    // MARK: Under a rule

    /// The totals of each kind and currency.
    func totals(_ rule: CountingRule) -> [ChainTotal] { heaps.map { total(rule, $0) } }

    private func total(_ rule: CountingRule, _ heap: Heap) -> ChainTotal {
        var counted: [ChainTotal.Counted] = []
        var leftOut: [ChainTotal.LeftOut] = []
        let passed = rule == .net ? passedOn(heap.values) : [:]
        for (index, value) in heap.values {
            let reason = exclusion(chain.flows[index], rule) ?? (passed[index] == nil ? nil : .passedOn)
            guard let reason else {
                counted.append(ChainTotal.Counted(flow: index, value: value))
                continue
            }
            let out = passed[index] ?? value
            let money = Money(value: out, currency: heap.currency)
            leftOut.append(ChainTotal.LeftOut(flow: index, reason: reason, money: money))
            if out != value { counted.append(ChainTotal.Counted(flow: index, value: value - out)) }
        }
        let isOpen = heap.open.contains { index in
            let flow = chain.flows[index]
            // What one gives itself is passed on whole.
            return exclusion(flow, rule) == nil && !(rule == .net && flow.giver == flow.receiver)
        }
        let sum = counted.reduce(Decimal()) { $0 + $1.value }
        return ChainTotal(
            rule: rule, kind: heap.kind, currency: heap.currency,
            value: counted.isEmpty && isOpen ? nil : sum, isConverted: heap.isConverted,
            isApproximate: counted.contains { chain.flows[$0.flow].carried.first?.qualifier != nil },
            counted: counted, leftOut: leftOut)
    }

    /// Why a rule leaves a flow out whatever its amount; nil when it does not.
    private func exclusion(_ flow: Chain.Flow, _ rule: CountingRule) -> ChainTotal.Reason? {
        switch rule {
        case .entry where receivers.contains(flow.giver): .giverReceives
        case .lastMile where givers.contains(flow.receiver): .receiverPassesOn
        default: nil
        }
    }

    /// Of each flow the part that its giver has received: what comes in is set against what goes out, the
    /// largest flow first and of equal ones that of the lower id, whatever the order of the flows. What one
    /// gives itself is passed on whole.
    private func passedOn(_ values: [(flow: Int, value: Decimal)]) -> [Int: Decimal] {
        var passed: [Int: Decimal] = [:]
        var received: [String: Decimal] = [:]
        var given: [String: [(flow: Int, value: Decimal)]] = [:]
        for entry in values {
            let flow = chain.flows[entry.flow]
            if flow.giver == flow.receiver {
                if entry.value > 0 { passed[entry.flow] = entry.value }
                continue
            }
            received[flow.receiver, default: 0] += entry.value
            given[flow.giver, default: []].append(entry)
        }
        for (giver, entries) in given {
            let sum = entries.reduce(Decimal()) { $0 + $1.value }
            var rest = min(received[giver] ?? 0, sum)
            let sorted = entries.sorted { left, right in
                if left.value != right.value { return left.value > right.value }
                return chain.flows[left.flow].orderKey.lexicographicallyPrecedes(
                    chain.flows[right.flow].orderKey)
            }
            for entry in sorted where rest > 0 && entry.value > 0 {
                let part = min(rest, entry.value)
                passed[entry.flow] = part
                rest -= part
            }
        }
        return passed
    }
}

extension Chain.Flow {
    /// Who gives the record's money, and who gets it in the end.
    package var giver: String { course.first ?? from }
    package var receiver: String { course.last ?? to }

    /// Tells flows apart whatever their order.
    fileprivate var orderKey: [String] { [record, from, to, role.string] }
}
