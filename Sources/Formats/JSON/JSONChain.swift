import Foundation
import Model

extension JSONViews {
    func chain(_ view: View) throws -> JSONValue {
        let chain = try dataset.chain(view.subject ?? "", view.filter)
        return JSONChain(ChainAccount(chain, rates: try ExchangeRates(view.rates))).value(view.rule)
    }
}

/// A chain with its account as JSON. Flows are named by their index in `flows`.
struct JSONChain {
    private let account: ChainAccount
    private var chain: Chain { account.chain }

    init(_ account: ChainAccount) { self.account = account }

    func value(_ rule: CountingRule) -> JSONValue {
        .object([
            ("subject", .text(chain.subject)), ("nodes", .array(chain.nodes.map(node))),
            ("flows", .array(chain.flows.indices.map(flow))),
            ("cycles", .array(account.cycles.map(JSONValue.texts))),
            ("rule", .string(rule.rawValue)),
            ("totals", .array(account.totals.map(total))),
            // Whatever the rule; what one rule leaves out stands with its total.
            ("leftOut", .array(account.leftOut.map(leftOut))),
            ("rates", .array(account.rates?.rates.map(rate) ?? [])),
            ("omitted", .integer(chain.omitted)),
        ])
    }

    private func node(_ node: Chain.Node) -> JSONValue {
        .object([
            ("id", .text(node.id)), ("kind", .text(node.recordClass.rawValue)),
            ("name", .text(node.name.string)), ("tier", .text("\(node.tier)")),
            ("account", .array(account.hops(at: node.id).map(hop))),
        ])
    }

    private func hop(_ hop: HopAccount) -> JSONValue {
        .object([
            ("kind", .text(hop.kind)), ("currency", .text(hop.currency)), ("in", .decimal(hop.received.sum)),
            ("on", .decimal(hop.givenOn.sum)), ("kept", .decimal(hop.kept.sum)),
            ("unexplained", .decimal(hop.unexplained)), ("place", .string(hop.place.rawValue)),
            // Flows for want of whose amounts the sums above are of a part only.
            ("unknown", .array(hop.unknown.map(JSONValue.integer))), ("converted", .bool(hop.isConverted)),
        ])
    }

    private func flow(_ index: Int) -> JSONValue {
        let flow = chain.flows[index]
        let first = flow.amounts.first
        return .object([
            ("from", .text(flow.from)), ("to", .text(flow.to)), ("role", .text(flow.role.string)),
            ("project", .text(flow.project)), ("value", .decimal(first?.value)),
            ("currency", .text(first?.currency)), ("qualifier", .text(first?.qualifier)),
            // Figures that the sources give side by side for the same flow.
            ("amounts", .array(flow.amounts.map { .object(JSONValue.money($0)) })),
            ("known", .text(flow.known.string)), ("absent", .bool(flow.isAbsent)),
            ("record", .text(flow.record)),
            // The kind under which its money is counted; null when it tells of no money.
            ("kind", .text(flow.kind)), ("reportedBy", .string(flow.reporting.rawValue)),
            // What passes this hop: `amounts`, which are told once, where the money arrives.
            ("carried", .array(flow.carried.map { .object(JSONValue.money($0)) })),
            ("course", .texts(flow.course)), ("hop", .integer(flow.hop)),
            ("share", .array(account.shares(of: index).map(share))),
            ("citations", .citations(flow.citations)),
            ("transactions", flow.transfers.map(transfers) ?? .null),
        ])
    }

    private func transfers(_ transfers: Chain.Transfers) -> JSONValue {
        .object([
            ("count", .integer(transfers.count)), ("first", .text(transfers.first?.text)),
            ("last", .text(transfers.last?.text)),
            // The receiver's activity that tells the same; `amounts` has its figure second.
            ("counterpart", .text(transfers.counterpart)),
            ("remarks", .texts(transfers.remarks.map(\.string))),
        ])
    }

    private func share(_ share: ChainAccount.Share) -> JSONValue {
        .object([
            ("ofGiver", .decimal(share.ofGiver)), ("ofReceiver", .decimal(share.ofReceiver)),
            ("giverKnown", .bool(share.isGiverKnown)), ("receiverKnown", .bool(share.isReceiverKnown)),
            ("currency", .text(share.currency)), ("converted", .bool(share.isConverted)),
        ])
    }

    private func total(_ total: ChainTotal) -> JSONValue {
        .object([
            ("rule", .string(total.rule.rawValue)), ("currency", .text(total.currency)),
            ("kind", .text(total.kind)), ("value", .decimal(total.value)),
            // sum, nothing (no flow counts), or unknown (only flows without a known amount do).
            ("standing", .string(total.standing.rawValue)), ("converted", .bool(total.isConverted)),
            ("approximate", .bool(total.isApproximate)),
            (
                "counted",
                .array(
                    total.counted.map {
                        .object([
                            ("flow", .integer($0.flow)), ("record", .text(chain.flows[$0.flow].record)),
                            ("value", .decimal($0.value)),
                        ])
                    })
            ),
            ("leftOut", .array(total.leftOut.map(leftOut))),
        ])
    }

    private func leftOut(_ entry: ChainTotal.LeftOut) -> JSONValue {
        .object([
            ("flow", .integer(entry.flow)), ("record", .text(chain.flows[entry.flow].record)),
            ("reason", .string(entry.reason.rawValue)), ("value", .decimal(entry.money?.value)),
            ("currency", .text(entry.money?.currency)),
        ])
    }

    private func rate(_ rate: ExchangeRate) -> JSONValue {
        .object([
            ("from", .text(rate.from)), ("to", .text(rate.to)), ("rate", .decimal(rate.rate)),
            ("date", .text(rate.date.text)),
        ])
    }
}

extension JSONValue {
    /// Null where nothing is known.
    fileprivate static func decimal(_ value: Decimal?) -> JSONValue {
        value.map { .decimal($0) } ?? .null
    }
}
