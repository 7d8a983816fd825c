import Model

/// Maps activities to records and transfers, version by version of the standard, by what is written and not by
/// the version that a file declares.
///
/// ```swift
/// var mapping = ActivityMapping(writer: writer, language: "en", undone: [])
/// for activity in all { mapping.survey(activity) }       // may be left out
/// for versions in grouped { try mapping.add(versions) }
/// try mapping.finish()
/// ```
///
/// With a survey of all activities before the first is added, an organisation without reference is recognised by
/// its name wherever the reference stands, and ids and names are the commonest. Without it only what came before
/// is known.
package struct ActivityMapping {
    private let registers: Registers
    package private(set) var tally = ImportTally()
    /// Where records go. Who takes over from another must give out other keys.
    package var writer: any IndexSink {
        get { registers.writer }
        nonmutating set { registers.writer = newValue }
    }

    /// - Parameters:
    ///   - language: the language of names that the user reads first, as in `xml:lang`.
    ///   - undone: organisations that the user keeps apart.
    ///   - dossiers: what is opened together with the files; who is known to both is one.
    package init(
        writer: any IndexSink, language: String? = nil, undone: Set<LedgerKey> = [], dossiers: [Dossier] = []
    ) {
        registers = Registers(writer: writer, language: language, undone: undone, dossiers: dossiers)
    }

    /// The identifier of an activity as published, without white space around it: versions of one identifier
    /// are one activity. Nil when it has none.
    package static func identifier(of activity: Element) -> String? {
        for element in activity.children(.iatiIdentifier) {
            if let identifier = element.text.trimmed { return identifier }
        }
        return nil
    }

    /// Counts how an activity names organisations. To be called for all before the first ``add(_:)``.
    package mutating func survey(_ activity: Element) {
        registers.isSurveyed = true
        if let identifier = Self.identifier(of: activity) { registers.ids.note(activity: identifier) }
        let language = activity.value(.lang)
        func count(_ element: Element) { _ = registers.party(element, language, counting: true) }
        for child in activity.children {
            switch child.tag {
            case .reportingOrg, .participatingOrg: count(child)
            case .transaction, .plannedDisbursement:
                for end in child.children where end.tag == .providerOrg || end.tag == .receiverOrg {
                    count(end)
                }
            default: break
            }
        }
    }

    /// Gives the organisations that were surveyed their keys, one after another: their rows lie side by side, and who
    /// looks up the names of a project's participants reads few pages.
    package mutating func seatOrganisations() {
        for party in registers.organisations.parties.indices { _ = registers.seat(party) }
    }

    /// Writes one activity: all versions of one identifier, in the order of their files, or a single one without
    /// identifier. An identifier comes once.
    package mutating func add(_ versions: [SourcedActivity]) throws {
        guard let first = versions.first else { return }
        let read = versions.map { VersionReader.read($0, registers) }
        let id =
            read[0].identifier.map { registers.ids.written(activity: $0) }
            ?? registers.ids.activity(file: first.file, line: first.element.line)
        let key = registers.writer.reserveKey()
        tally.activities += 1
        tally.elements += versions.count
        let merging = VersionMerging(id: id, versions: read)
        try registers.writer.add(merging.record, at: key)
        for var transfer in merging.transfers {
            transfer.record = key
            try registers.writer.add(transfer)
        }
        for var budget in merging.budgets {
            budget.record = key
            try registers.writer.add(budget)
        }
        tally.transactions += merging.transfers.count
        tally.budgets += merging.budgets.count
        tally.repeatedTransactions += read.reduce(0) { $0 + $1.transfers.count } - merging.transfers.count
        try add(merging.discrepancies, of: id, at: read[0].origin)
        for problem in registers.problems.takeCurrent() { try registers.writer.add(problem, of: key) }
    }

    private mutating func add(_ discrepancies: [Record], of id: String, at origin: Origin) throws {
        guard !discrepancies.isEmpty else { return }
        tally.differing += 1
        for discrepancy in discrepancies {
            registers.problems.report(
                .differs(discrepancy.text("attribute") ?? "", id), file: origin.file, line: origin.line)
            try registers.writer.add(discrepancy)
        }
    }

    /// Writes what activities share: organisations, places, themes, sources, the ledger, problems.
    package mutating func finish() throws {
        let writer = registers.writer
        let organisations = OrganisationRecords(registers)
        try organisations.write()
        tally.organisations = organisations.count
        tally.organisationsByName = organisations.takenByName
        try registers.sources.write(writer, names: organisations.names)
        try registers.writeJoined()
        try registers.places.write(writer)
        try registers.themes.write(writer)
        try registers.problems.write(writer)
        tally.problems = registers.problems.counts
        tally.firstProblems = registers.problems.first
    }
}
