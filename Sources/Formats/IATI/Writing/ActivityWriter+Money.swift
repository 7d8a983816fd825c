import Foundation
import Model

extension ActivityWriter {
    /// Budgets, planned disbursements, transactions: in this order, as the standard has them.
    mutating func writeMoney(
        _ project: Record, _ references: References, _ transfers: [TransferLine], _ budgets: [BudgetLine],
        _ flows: [Record]
    ) {
        for budget in budgets where budget.kind == .budget { write(budget) }
        for budget in budgets where budget.kind == .plannedDisbursement { write(budget) }
        for transfer in transfers { write(transfer) }
        // Totals of what is published transaction by transaction are no facts of their own.
        guard transfers.isEmpty else { return }
        if !references.isPublished { tally.add(.amounts, values(project, "amounts").count) }
        for flow in flows { write(flow) }
    }

    private mutating func write(_ budget: BudgetLine) {
        guard let value = budget.value.value else { return tally.add(.valuelessBudgets) }
        guard let start = budget.start.day, budget.end.day != nil || budget.kind == .plannedDisbursement
        else {
            return tally.add(.undatedBudgets)
        }
        let type = budget.type.map { ExportTerms.budgetTypes[$0] ?? $0 }
        let status = budget.status.map { ExportTerms.budgetStatuses[$0] ?? $0 }
        let isBudget = budget.kind == .budget
        xml.begin(budget.kind.rawValue, ["type": type, "status": isBudget ? status : nil])
        xml.element("period-start", ["iso-date": start.text])
        if let end = budget.end.day { xml.element("period-end", ["iso-date": end.text]) }
        write(value, budget.currency, budget.valueDate.day, otherwise: start)
        if !isBudget { write(budget.provider, budget.receiver) }
        xml.end()
        tally.budgets += 1
    }

    private mutating func write(_ transfer: TransferLine) {
        guard let value = transfer.value.value else { return tally.add(.valuelessTransactions) }
        guard let day = transfer.date.day ?? transfer.valueDate.day else {
            return tally.add(.undatedTransactions)
        }
        if transfer.date.day == nil { tally.add(.transactionDates) }
        let details = TransferDetails(transfer.details)
        xml.begin(
            "transaction",
            ["ref": details.ref, "humanitarian": details.humanitarian.map { $0 ? "1" : "0" }])
        let code = transfer.kind.flatMap { ExportTerms.transactions[$0] } ?? transfer.code
        xml.element("transaction-type", ["code": code])
        xml.element("transaction-date", ["iso-date": day.text])
        write(value, transfer.currency, transfer.valueDate.day, otherwise: day)
        if let description = transfer.description {
            xml.begin("description")
            narrative(description.string, nil)
            xml.end()
        }
        write(transfer.provider, transfer.receiver)
        write(details)
        xml.end()
        tally.transactions += 1
    }

    private mutating func write(_ value: Decimal, _ currency: String?, _ date: Day?, otherwise: Day) {
        if date == nil { tally.add(.valueDates) }
        xml.element(
            "value", ["currency": currency, "value-date": (date ?? otherwise).text], text: Self.plain(value))
    }

    private mutating func write(
        _ provider: TransferLine.End, _ receiver: TransferLine.End
    ) {
        write("provider-org", "provider-activity-id", provider)
        write("receiver-org", "receiver-activity-id", receiver)
    }

    private mutating func write(
        _ name: String, _ activity: String, _ end: TransferLine.End
    ) {
        guard end.organisation != nil || end.activity != nil else { return }
        let reference = end.organisation.flatMap { self.reference(of: $0.id) }
        xml.begin(name, ["ref": reference, activity: end.activity])
        if let organisation = end.organisation, organisation.title.string != organisation.id {
            narrative(organisation.title.string, nil)
        }
        xml.end()
    }

    private mutating func write(_ details: TransferDetails) {
        if let channel = details.channel { xml.element("disbursement-channel", ["code": channel]) }
        for sector in details.sectors ?? [] {
            write("sector", sector, vocabulary: sector.vocabulary.map(Terms.sectorVocabulary))
        }
        let countries = details.countries ?? []
        let regions = details.regions ?? []
        if let country = countries.first { write("recipient-country", country, vocabulary: nil) }
        if let region = regions.first { write("recipient-region", region, vocabulary: region.vocabulary) }
        tally.add(.transactionPlaces, max(0, countries.count - 1) + max(0, regions.count - 1))
        if let type = details.flowType { xml.element("flow-type", ["code": type]) }
        if let type = details.financeType { xml.element("finance-type", ["code": type]) }
        for type in details.aidTypes ?? [] {
            xml.element("aid-type", ["code": type.code ?? "", "vocabulary": type.vocabulary])
        }
        if let status = details.tiedStatus { xml.element("tied-status", ["code": status]) }
    }

    private mutating func write(_ name: String, _ coded: TransferDetails.Coded, vocabulary: String?) {
        xml.begin(name, ["code": coded.code ?? "", "vocabulary": vocabulary])
        if let text = coded.name { narrative(text, nil) }
        xml.end()
    }

    // MARK: Flows of a dossier

    /// A flow is a transaction when its kind has a code, its day is known, it is for this project alone and has
    /// an exact amount in a known currency.
    private mutating func write(_ flow: Record) {
        guard !flow.isAbsent, flow.texts("project").count == 1,
            let code = flow.text("kind").flatMap({ ExportTerms.transactions[$0] }),
            let day = flow.text("date").flatMap(EDTFDate.init), day.isExact
        else { return }
        let amounts = flow.values("amounts").filter { !$0.isAbsent }.compactMap(\.money)
        let exact = amounts.filter { $0.qualifier == nil && $0.currency != nil }
        guard !exact.isEmpty, exact.count == amounts.count else { return }
        for money in exact {
            xml.begin("transaction")
            xml.element("transaction-type", ["code": code])
            xml.element("transaction-date", ["iso-date": day.text])
            write(money.value, money.currency, nil, otherwise: day.earliest)
            writeEnd("provider-org", flow, "from")
            writeEnd("receiver-org", flow, "to")
            xml.end()
            tally.transactions += 1
        }
        writtenFlows += 1
    }

    private mutating func writeEnd(_ name: String, _ flow: Record, _ field: String) {
        guard let id = flow.text(field), neighbours[id]?.recordClass == .organisation else { return }
        xml.begin(name)
        writeName(of: id)
        xml.end()
    }
}

/// What a transaction says of itself beside its columns: ``Transfer/details``.
private struct TransferDetails: Decodable {
    struct Coded: Decodable {
        var code: String?
        var vocabulary: String?
        var name: String?
    }

    var ref: String?
    var humanitarian: Bool?
    var channel: String?
    var flowType: String?
    var financeType: String?
    var tiedStatus: String?
    var aidTypes: [Coded]?
    var sectors: [Coded]?
    var countries: [Coded]?
    var regions: [Coded]?

    init(_ json: String?) {
        guard let json, let details = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
            return
        }
        self = details
    }
}
