import Model

/// What all activities of an import share: organisations, places, themes and sources met so far, and problems.
final class Registers {
    var writer: any IndexSink
    let languages: LanguageOrder
    var organisations: OrganisationLedger
    let places = PlaceRegister()
    let themes = ThemeRegister()
    let sources = SourceRegister()
    let problems = ProblemRegister()
    var ids = RecordIds()
    /// Whether mentions were counted before the first activity was mapped.
    var isSurveyed = false
    /// What dossiers say that are opened together with the files, but for their organisations.
    private var joined: [Record] = []
    private var currencies: [String: String] = [:]

    init(writer: any IndexSink, language: String?, undone: Set<LedgerKey>, dossiers: [Dossier]) {
        self.writer = writer
        languages = LanguageOrder(wanted: language?.lowercased())
        organisations = OrganisationLedger(undone: undone)
        for record in dossiers.flatMap(\.records) { introduce(record) }
    }

    private func introduce(_ record: Record) {
        ids.note(dossier: record.id)
        switch record.recordClass {
        case .organisation:
            let seat = OrganisationLedger.Seat(id: record.id, key: writer.reserveKey())
            organisations.introduce(record, seat)
        case .theme: joined.append(themes.joined(record, writer))
        case .place:
            places.introduce(record)
            joined.append(record)
        default: joined.append(record)
        }
    }

    /// Writes what the dossiers say; their organisations are written with those of the files.
    func writeJoined() throws {
        for record in joined { try writer.add(record) }
    }

    /// The organisation that an element names; nil when it names none.
    func party(_ element: Element, _ language: String?, counting: Bool = false) -> Int? {
        let reference = element.value(.ref)?.singleSpaced
        let isCounted = counting || !isSurveyed
        // In a survey every name was met: a reference is enough to be known by.
        if !isCounted, let reference, let party = organisations.party(referenceMet: reference) {
            return party
        }
        let names = languages.sorted(element.narratives(defaultLanguage: language), own: language)
        guard let party = organisations.party(reference: reference, name: names.first) else { return nil }
        if isCounted {
            organisations.count(party, reference: reference, names: names, type: element.value(.type))
        }
        return party
    }

    /// The record of an organisation.
    func seat(_ party: Int) -> OrganisationLedger.Seat {
        organisations.seat(party) { party in
            let id =
                party.key.kind == .reference
                ? ids.organisation(reference: party.spelling)
                : RecordIds.organisation(foldedName: party.key.text)
            return OrganisationLedger.Seat(id: id, key: writer.reserveKey())
        }
    }

    /// The ISO 4217 code that is written; what is none stays as it is.
    func currency(_ written: String?) -> String? {
        guard let written = written?.trimmed else { return nil }
        if let known = currencies[written] { return known }
        let upper = written.uppercased()
        let code = Currencies.isCode(upper) ? upper : written
        currencies[written] = code
        return code
    }
}
