import Model

/// What came of an export: what was written, and what could not be as it is.
package struct ExportTally: Sendable {
    package var activities = 0
    package var transactions = 0
    package var budgets = 0
    /// Activities that do not say themselves who reports them.
    package var unreported = 0
    package private(set) var counts: [ExportRemark: Int] = [:]

    package mutating func add(_ remark: ExportRemark, _ count: Int = 1) {
        if count > 0 { counts[remark, default: 0] += count }
    }

    /// The remarks of a group that were made, in their order, with how often.
    package func remarks(_ group: ExportRemark.Group) -> [(remark: ExportRemark, count: Int)] {
        ExportRemark.allCases.compactMap { remark in
            guard remark.group == group, let count = counts[remark] else { return nil }
            return (remark, count)
        }
    }
}

/// Something that IATI cannot take as the dataset has it.
package enum ExportRemark: String, CaseIterable, Sendable {
    // What IATI has no place for.
    case relations, events, findings, discrepancies, citations, flows
    case deniedProjects, deniedValues, kinds, otherNames, otherValues, roles, channels, periods
    case successions, relatedOtherwise, amounts, shares, classifications, documents, contacts, websites
    case remarks, languages, secondReporters
    case undatedTransactions, valuelessTransactions, transactionPlaces, undatedBudgets, valuelessBudgets
    // What is required and not known: left empty.
    case identifiers, reporters, reporterTypes, statuses, participants, participantRoles, dates, descriptions
    case documentFormats, documentCategories, identifierTypes
    // What is told in another way.
    case inexactDates, sections, themes, places, valueDates, transactionDates, dayOfUpdate

    package enum Group: String, CaseIterable, Sendable {
        case lost, empty, otherwise
    }

    package var group: Group {
        switch self {
        case .identifiers, .reporters, .reporterTypes, .statuses, .participants, .participantRoles, .dates,
            .descriptions, .documentFormats, .documentCategories, .identifierTypes:
            .empty
        case .inexactDates, .sections, .themes, .places, .valueDates, .transactionDates, .dayOfUpdate:
            .otherwise
        default: .lost
        }
    }

    /// The thing, of one and of several.
    package var words: (one: String, many: String) {
        switch self {
        case .relations: ("relation", "relations")
        case .events: ("event", "events")
        case .findings: ("finding", "findings")
        case .discrepancies: ("discrepancy", "discrepancies")
        case .citations: ("citation", "citations")
        case .flows: ("flow of money", "flows of money")
        case .deniedProjects: ("project that did not take place", "projects that did not take place")
        case .deniedValues: ("value that sources deny", "values that sources deny")
        case .kinds: ("kind of a project", "kinds of projects")
        case .otherNames: ("acronym or other name", "acronyms and other names")
        case .otherValues: ("further value where one may stand", "further values where one may stand")
        case .roles: ("participation in a role of its own", "participations in roles of their own")
        case .channels: ("channel of a participant", "channels of participants")
        case .periods: ("period of a participant", "periods of participants")
        case .successions: ("succession", "successions")
        case .relatedOtherwise: ("tie to another project", "ties to other projects")
        case .amounts:
            (
                "amount without an exact figure, a currency, a kind or a day",
                "amounts without an exact figure, a currency, a kind or a day"
            )
        case .shares: ("share of a theme", "shares of themes")
        case .classifications: ("classification without a code", "classifications without a code")
        case .documents: ("document without an address", "documents without an address")
        case .contacts: ("contact", "contacts")
        case .websites: ("website whose address is none", "websites whose addresses are none")
        case .remarks: ("remark", "remarks")
        case .languages: ("language that has no code", "languages that have no code")
        case .secondReporters: ("further reporting organisation", "further reporting organisations")
        case .undatedTransactions: ("transaction without a date", "transactions without a date")
        case .valuelessTransactions: ("transaction without a value", "transactions without a value")
        case .transactionPlaces: ("further place of a transaction", "further places of transactions")
        case .undatedBudgets: ("budget without its dates", "budgets without their dates")
        case .valuelessBudgets: ("budget without a value", "budgets without a value")
        case .identifiers: ("identifier of an activity", "identifiers of activities")
        case .reporters: ("reporting organisation's identifier", "reporting organisations' identifiers")
        case .reporterTypes: ("reporting organisation's type", "reporting organisations' types")
        case .statuses: ("status", "statuses")
        case .participants: ("activity without participants", "activities without participants")
        case .participantRoles: ("role of a participant", "roles of participants")
        case .dates: ("activity without a date", "activities without a date")
        case .descriptions: ("description", "descriptions")
        case .documentFormats: ("format of a document", "formats of documents")
        case .documentCategories: ("category of a document", "categories of documents")
        case .identifierTypes: ("type of another identifier", "types of other identifiers")
        case .inexactDates: ("date that is no day, in words", "dates that are no days, in words")
        case .sections: ("text under its heading", "texts under their headings")
        case .themes: ("theme as a sector of the vocabulary 99", "themes as sectors of the vocabulary 99")
        case .places: ("place as a region of the vocabulary 99", "places as regions of the vocabulary 99")
        case .valueDates:
            ("value date, which is the transaction's own", "value dates, which are the transactions' own")
        case .transactionDates:
            (
                "date of a transaction, which is its value date",
                "dates of transactions, which are their value dates"
            )
        case .dayOfUpdate: ("last update, at midnight", "last updates, at midnight")
        }
    }
}

extension ExportTally {
    /// What came of it in lines: what was written, and a line for each group of remarks.
    package func lines(_ reporter: ActivityExport.Reporter, isDefault: Bool) -> [SafeText] {
        func counted(_ count: Int, _ one: String, _ many: String) -> String {
            "\(count) \(count == 1 ? one : many)"
        }
        var lines = [
            "wrote "
                + [
                    counted(activities, "activity", "activities"),
                    counted(transactions, "transaction", "transactions"),
                    counted(budgets, "budget", "budgets"),
                ].joined(separator: ", ")
        ]
        if isDefault && unreported > 0 {
            lines.append(
                "what does not say who reports it is reported by \(reporter.reference), which is registered nowhere; --reporting-org names another"
            )
        }
        let heads: [ExportRemark.Group: String] = [
            .lost: "IATI has no place for", .empty: "not known and so left empty",
            .otherwise: "told in another way",
        ]
        for group in ExportRemark.Group.allCases {
            let remarks = remarks(group).map { counted($0.count, $0.remark.words.one, $0.remark.words.many) }
            guard let head = heads[group], !remarks.isEmpty else { continue }
            lines.append("\(head): \(remarks.joined(separator: ", "))")
        }
        return lines.map { SafeText($0) }
    }
}

extension ExportRemark {
    /// For programs.
    package var key: String { rawValue }
}
