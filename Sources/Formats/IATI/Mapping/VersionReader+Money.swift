import Model

extension VersionReader {
    mutating func transaction(_ element: Element) {
        let line = element.line
        var transfer = Transfer(record: 0, source: version.source, line: line, kind: nil)
        var details = DetailsWriter()
        if let flag = element.value(.humanitarian).flatMap(Terms.flag) { details.humanitarian = flag }
        details.reference = element.value(.ref)
        var seen: [Tag] = []
        for child in element.children {
            // Of two where one belongs, the first.
            if let tag = child.tag, Self.single.contains(tag) {
                if seen.contains(tag) {
                    report(.repeated(child.name), child.line)
                    continue
                }
                seen.append(tag)
            }
            switch child.tag {
            case .transactionType:
                transfer.code = child.value(.code) ?? child.plainText ?? ""
                transfer.kind = Terms.transaction(transfer.code)
            case .transactionDate: transfer.date = day(child, "transaction-date")
            case .value:
                transfer.value = value(child, "transaction")
                transfer.currency = registers.currency(child.value(.currency)) ?? currency
                transfer.valueDate = Dates.published(child.value(.valueDate))
            case .providerOrg: transfer.provider = end(child, .providerActivityId)
            case .receiverOrg: transfer.receiver = end(child, .receiverActivityId)
            case .description:
                if transfer.description == nil { transfer.description = texts(child).first?.text }
            case .sector:
                sector(child, inTransaction: true)
                details.sectors.append(DetailsWriter.Coded(child))
            case .recipientCountry:
                country(child, inTransaction: true)
                details.countries.append(DetailsWriter.Coded(child))
            case .recipientRegion:
                region(child, inTransaction: true)
                details.regions.append(DetailsWriter.Coded(child))
            case .disbursementChannel: details.add("channel", child.value(.code))
            case .flowType: details.add("flowType", child.value(.code))
            case .financeType: details.add("financeType", child.value(.code))
            case .aidType: details.aidTypes.append(DetailsWriter.Coded(child))
            case .tiedStatus: details.add("tiedStatus", child.value(.code))
            default: break
            }
        }
        if transfer.kind == nil {
            report(
                transfer.code.isEmpty
                    ? .emptyCode("transaction-type") : .unknownCode(transfer.code, "transaction-type"), line)
        }
        check(transfer.value, transfer.currency, "transaction", line)
        if transfer.date == PublishedDay() { report(.missingDate("transaction-date"), line) }
        transfer.details = details.json
        version.transfers.append(transfer)
    }

    /// What a transaction has one of.
    private static let single: [Tag] = [
        .transactionType, .transactionDate, .value, .providerOrg, .receiverOrg,
    ]

    mutating func budget(_ element: Element, _ kind: Budget.Kind) {
        let line = element.line
        var budget = Budget(record: 0, source: version.source, line: line, kind: kind)
        budget.type = element.value(.type).map { ["1": "original", "2": "revised"][$0.lowercased()] ?? $0 }
        budget.status = element.value(.status).map { ["1": "indicative", "2": "committed"][$0] ?? $0 }
        for child in element.children {
            switch child.tag {
            case .periodStart: budget.start = day(child, "period-start")
            case .periodEnd: budget.end = day(child, "period-end")
            case .value:
                budget.value = value(child, kind.rawValue)
                budget.currency = registers.currency(child.value(.currency)) ?? currency
                budget.valueDate = Dates.published(child.value(.valueDate))
            case .providerOrg: budget.provider = end(child, .providerActivityId)
            case .receiverOrg: budget.receiver = end(child, .receiverActivityId)
            default: break
            }
        }
        check(budget.value, budget.currency, kind.rawValue, line)
        if let start = budget.start.day, let end = budget.end.day, end < start {
            report(.endBeforeStart("\(start.text)/\(end.text)"), line)
        }
        version.budgets.append(budget)
    }

    // MARK: Pieces

    private func day(_ element: Element, _ name: String) -> PublishedDay {
        let day = Dates.published(element.value(.isoDate) ?? element.plainText)
        if let text = day.text { report(.notADate(text, name), element.line) }
        return day
    }

    private func value(_ element: Element, _ name: String) -> PublishedValue {
        switch Figures.read(element.text) {
        case .missing: return PublishedValue()
        case .number(let value): return PublishedValue(value: value)
        case .cleaned(let value):
            report(.cleanedNumber(element.text.singleSpaced), element.line)
            return PublishedValue(value: value)
        case .other(let text):
            report(.notANumber(text), element.line)
            return PublishedValue(text: text)
        }
    }

    private func check(_ value: PublishedValue, _ currency: String?, _ name: String, _ line: Int) {
        if value == PublishedValue() { return report(.missingValue(name), line) }
        guard let currency else { return report(.missingCurrency(name), line) }
        if currency != self.currency { checkCurrency(currency, line) }
    }

    private func end(_ element: Element, _ activity: Tag) -> TransferEnd {
        var end = TransferEnd(activity: element.value(activity).map(RecordIds.activity))
        guard let party = registers.party(element, language) else { return end }
        end.organisation = registers.seat(party).key
        registers.organisations.cite(party, version.citation(element.line))
        return end
    }
}
