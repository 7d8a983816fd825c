import Foundation

/// Adds up a chain's flows under the counting rules. docs/ANALYSIS.md explains the rules and gives examples.
struct ChainTally {
    private let chain: Chain
    private let rates: ExchangeRates?
    /// Who receives, and who gives, money within the chain: at a hop, of whatever kind and amount.
    private var receivers: Set<String> = []
    private var givers: Set<String> = []

    init(_ chain: Chain, rates: ExchangeRates?) {
        self.chain = chain
        self.rates = rates
        for flow in chain.flows where flow.kind != nil && !flow.isAbsent && flow.from != flow.to {
            givers.insert(flow.from)
            receivers.insert(flow.to)
        }
    }

    /// What the totals tell apart.
    private struct Heap: Hashable {
        let kind: String
        let currency: String?
        let isConverted: Bool
    }

    /// For each rule the totals of each kind and currency, kinds in the order of their vocabulary, currencies
    /// by code, what is converted after what is not.
    var totals: [ChainTotal] {
        let told = chain.flows.filter { $0.kind != nil && $0.isLastHop }
        var heaps: [Heap] = []
        for kind in Vocabulary.flowKind.terms {
            let flows = told.filter { $0.kind == kind }
            guard !flows.isEmpty else { continue }
            let present = flows.filter { !$0.isAbsent }.compactMap(\.carried.first)
            let currencies = Set(present.compactMap(\.currency)).sorted()
            heaps += currencies.map { Heap(kind: kind, currency: $0, isConverted: false) }
            if currencies.isEmpty { heaps.append(Heap(kind: kind, currency: nil, isConverted: false)) }
            if let rates, currencies.contains(where: { $0 != rates.target }) {
                heaps.append(Heap(kind: kind, currency: rates.target, isConverted: true))
            }
        }
        return CountingRule.allCases.flatMap { rule in heaps.map { total(rule, $0) } }
    }

    private func total(_ rule: CountingRule, _ heap: Heap) -> ChainTotal {
        var leftOut: [ChainTotal.LeftOut] = []
        var values: [(flow: Int, value: Decimal)] = []
        for (index, flow) in chain.flows.enumerated() {
            switch standing(flow, heap) {
            case .counts(let value): values.append((index, value))
            case .leftOut(let reason):
                // What says nothing of money has no figure, and what passes has the one told at its end.
                let figure = flow.isLastHop && reason != .noMoney ? flow.carried.first : nil
                leftOut.append(ChainTotal.LeftOut(flow: index, reason: reason, money: figure))
            }
            guard flow.kind == heap.kind, flow.isLastHop, !flow.isAbsent else { continue }
            leftOut += flow.carried.dropFirst().map {
                ChainTotal.LeftOut(flow: index, reason: .otherFigure, money: $0)
            }
        }
        var counted: [ChainTotal.Counted] = []
        let passed = rule == .net ? passedOn(values) : [:]
        for (index, value) in values {
            func leave(_ reason: ChainTotal.Reason, _ value: Decimal) {
                let money = Money(value: value, currency: heap.currency)
                leftOut.append(ChainTotal.LeftOut(flow: index, reason: reason, money: money))
            }
            let flow = chain.flows[index]
            switch rule {
            case .entry where receivers.contains(flow.giver): leave(.giverReceives, value)
            case .lastMile where givers.contains(flow.receiver): leave(.receiverPassesOn, value)
            case .net where passed[index] != nil:
                let part = passed[index] ?? 0
                leave(.passedOn, part)
                if part != value { counted.append(ChainTotal.Counted(flow: index, value: value - part)) }
            default: counted.append(ChainTotal.Counted(flow: index, value: value))
            }
        }
        let sum = counted.reduce(Decimal()) { $0 + $1.value }
        return ChainTotal(
            rule: rule, kind: heap.kind, currency: heap.currency, value: values.isEmpty ? nil : sum,
            isConverted: heap.isConverted,
            isApproximate: counted.contains { chain.flows[$0.flow].carried.first?.qualifier != nil },
            counted: counted, leftOut: leftOut.sorted { $0.flow < $1.flow })
    }

    private enum Standing {
        case counts(Decimal)
        case leftOut(ChainTotal.Reason)
    }

    /// Whether a flow may count in a heap at all, whatever the rule.
    private func standing(_ flow: Chain.Flow, _ heap: Heap) -> Standing {
        if flow.isInKind { return .leftOut(flow.isAbsent ? .denied : .inKind) }
        guard let kind = flow.kind else { return .leftOut(.noMoney) }
        if flow.isAbsent { return .leftOut(.denied) }
        if kind != heap.kind { return .leftOut(.otherKind) }
        if !flow.isLastHop { return .leftOut(.onItsWay) }
        guard let money = flow.carried.first else { return .leftOut(.amountUnknown) }
        guard let currency = money.currency else { return .leftOut(.currencyUnknown) }
        if heap.isConverted {
            return rates?.converted(money).map { .counts($0) } ?? .leftOut(.noRate)
        }
        return currency == heap.currency ? .counts(money.value) : .leftOut(.otherCurrency)
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
