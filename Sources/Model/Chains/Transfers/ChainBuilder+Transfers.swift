extension ChainBuilder {
    /// Adds what activities tell transaction by transaction. The payer is who is named as such, else who reports
    /// the activity, as the standard has it; the receiver who is named, else the receiver's activity, else the
    /// activity itself.
    mutating func add(transfers groups: [TransferGroup]) {
        for hop in TransferHop.paired(groups) {
            guard let told = hop.told else { continue }
            let reporter = reporter(of: told.activity)
            let from = told.isIncoming ? told.provider.known : told.provider.organisation ?? reporter
            // Who gives is not said: there is no one to draw the money from.
            guard let from else { continue }
            let named = told.isIncoming ? told.receiver.organisation ?? reporter : told.receiver.organisation
            let own = told.isIncoming ? told.activity : told.receiver.isKnown ? told.receiver.activity : nil
            var to = named ?? own ?? told.activity
            // Who pays itself pays for an activity of its own.
            if to == from { to = own ?? told.activity }
            guard to != from else { continue }
            append(hop, told, from, to)
            if let own, own != to { lead(to, to: own, told.activity, told.citations) }
        }
    }

    private mutating func append(_ hop: TransferHop, _ told: TransferGroup, _ from: String, _ to: String) {
        note(from, .donor)
        note(to, .implementer)
        var figures = [hop.payer, hop.receiver].compactMap { $0?.money }
        // What both tell alike is one figure.
        if figures.count == 2, figures[0].text == figures[1].text { figures.removeLast() }
        let sides = [hop.payer, hop.receiver].compactMap { $0 }
        var flow = Chain.Flow(
            record: told.activity, from: from, to: to, role: SafeText(told.kind), project: told.activity,
            amounts: figures, known: "stated", isAbsent: false, citations: sides.flatMap(\.citations))
        flow.transfers = Chain.Transfers(
            count: told.count, first: told.first, last: told.last, remarks: hop.remarks.map { SafeText($0) },
            counterpart: hop.payer == nil ? nil : hop.receiver?.activity)
        for activity in sides.map(\.activity) { state(from, to, activity) }
        append(flow)
    }
}

extension TransferGroup.End {
    /// The organisation, else its activity where the dataset has it.
    fileprivate var known: String? { organisation ?? (isKnown ? activity : nil) }
}
