import Model

/// Recognises organisations: by reference whatever its case and the spaces around it, then by name where only one
/// organisation with a reference bears it. What a user has undone is kept apart.
///
/// It grows with the ways in which organisations are written, not with activities.
struct OrganisationLedger {
    /// One organisation as it is met: under one reference, or under one name without any.
    struct Party {
        let key: LedgerKey
        /// How often each spelling of the reference or name was met.
        var spellings: [String: Int] = [:]
        var names: [Narrative: Int] = [:]
        var types: [String: Int] = [:]
        var count = 0
        /// Set when the record's id and key are given out; they never change after.
        var seat: Seat?
        /// For which party it was taken when it was first met in an activity, and why.
        var taken: (party: Int, reason: Reason)?
        /// Where it was met first.
        var citation: Citation?
        /// What a dossier says of it, which is opened together with the files.
        var record: Record?
    }

    /// The record of an organisation.
    struct Seat {
        let id: String
        let key: Int64
    }

    private(set) var parties: [Party] = []
    private var numbers: [LedgerKey: Int] = [:]
    /// By reference and name as written, the party: what is written alike is folded once.
    private var known: [Written: Int] = [:]
    /// By reference as written, the party, whatever name stands beside it.
    private var referenced: [String: Int] = [:]
    /// By folded name, the parties with a reference that bear it.
    private var bearers: [String: [Int]] = [:]
    /// By folded name, the parties of dossiers that bear it.
    private var introduced: [String: Set<Int>] = [:]
    let undone: Set<LedgerKey>

    private struct Written: Hashable {
        let reference: String
        let name: String
    }

    init(undone: Set<LedgerKey>) { self.undone = undone }

    /// Makes an organisation of a dossier known: what bears one of its names or references is taken for it.
    mutating func introduce(_ record: Record, _ seat: Seat) {
        for name in ["name", "acronym", "expansion", "aliases", "identifiers"].flatMap(record.texts) {
            introduced[name.folded, default: []].insert(parties.count)
        }
        parties.append(Party(key: LedgerKey(.reference, record.id), seat: seat, record: record))
    }

    /// The party that a reference and a name mean; nil when both are empty.
    mutating func party(reference: String?, name: Narrative?) -> Int? {
        let written = Written(reference: reference ?? "", name: name?.text ?? "")
        if let number = known[written] { return number }
        guard let key = key(reference: reference, name: name?.text) else { return nil }
        let number: Int
        if let met = numbers[key] {
            number = met
        } else {
            number = parties.count
            parties.append(Party(key: key))
            numbers[key] = number
        }
        known[written] = number
        if key.kind == .reference, let reference { referenced[reference] = number }
        if key.kind == .reference, let folded = name?.text.folded, !folded.isEmpty,
            bearers[folded]?.contains(number) != true
        {
            bearers[folded, default: []].append(number)
        }
        return number
    }

    /// The party that a reference means which was met before; nil for one that refers to nothing.
    func party(referenceMet reference: String) -> Int? { referenced[reference] }

    /// Counts a mention, so that the commonest spelling, name and type are known.
    /// The first name is the one that it goes by; the others are the same in other languages.
    mutating func count(_ number: Int, reference: String?, names: [Narrative], type: String?) {
        parties[number].count += 1
        if let spelling = reference ?? names.first?.text {
            parties[number].spellings[spelling, default: 0] += 1
        }
        for (rank, name) in names.enumerated() {
            parties[number].names[name, default: 0] += rank == 0 ? 1 : 0
        }
        if let type { parties[number].types[type, default: 0] += 1 }
    }

    /// The party for which one is taken: itself, one of a dossier that bears its name, or the only organisation with
    /// a reference that bears it.
    func taken(_ number: Int) -> (party: Int, reason: Reason) {
        // Of a party that was met before nothing else is looked at, or copied.
        if let taken = parties[number].taken { return taken }
        let party = parties[number]
        if party.record != nil { return (number, .dossier) }
        if undone.contains(party.key) { return (number, .undone) }
        if let known = known(party) { return (known, .dossier) }
        guard party.key.kind == .name else { return (number, .reference) }
        if OrganisationClasses.placeholders.contains(party.key.text) { return (number, .placeholder) }
        let candidates = (bearers[party.key.text] ?? []).filter { isCalled(parties[$0], party.key.text) }
        switch candidates.count {
        case 0: return (number, .nameOnly)
        // It may be taken for another in its turn.
        case 1: return (taken(candidates[0]).party, .sameName)
        default: return (number, .ambiguous)
        }
    }

    /// The only party of a dossier that bears a name by which a party goes.
    private func known(_ party: Party) -> Int? {
        guard !introduced.isEmpty else { return nil }
        var names = Set([party.key.text.folded])
        for name in party.names.keys { names.insert(name.text.folded) }
        let found = names.reduce(into: Set<Int>()) { found, name in
            guard let bearers = introduced[name] else { return }
            if name == party.key.text.folded || isCalled(party, name) { found.formUnion(bearers) }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Why something was taken for an organisation.
    enum Reason: String {
        case reference = "its reference"
        case nameOnly = "its name: no reference is given"
        case sameName = "the same name as one organisation with a reference"
        case ambiguous = "its name: several references bear it"
        case dossier = "a name that the dossier has, too"
        case placeholder = "its name, which stands for a missing one"
        case undone = "kept apart by the user"
    }

    /// Gives out the record of a party, once.
    mutating func seat(_ number: Int, _ give: (Party) -> Seat) -> Seat {
        let taken = taken(number)
        if parties[number].taken == nil { parties[number].taken = taken }
        if let seat = parties[taken.party].seat { return seat }
        let seat = give(parties[taken.party])
        parties[taken.party].seat = seat
        return seat
    }

    mutating func cite(_ number: Int, _ citation: @autoclosure () -> Citation) {
        let number = taken(number).party
        if parties[number].citation == nil { parties[number].citation = citation() }
    }

    /// A reference that is written with other letters is the same, unless the user keeps them apart.
    private func key(reference: String?, name: String?) -> LedgerKey? {
        if let reference, !reference.utf8.allSatisfy({ Self.isFiller($0) }) {
            let folded = LedgerKey(.reference, reference.lowercased())
            return undone.contains(folded) ? LedgerKey(.reference, reference) : folded
        }
        let folded = name?.folded ?? ""
        return folded.isEmpty ? nil : LedgerKey(.name, folded)
    }

    /// References such as `-` refer to nothing.
    private static func isFiller(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: " "):
            true
        default: false
        }
    }

    /// Whether a name is one that a party goes by: what one in five mentions does not bear is a slip, and a class
    /// of organisations is nobody.
    private func isCalled(_ party: Party, _ folded: String) -> Bool {
        if OrganisationClasses.isClass(party.key.text) { return false }
        var met = 0
        for (name, count) in party.names where name.text.folded == folded { met += count }
        return met * 5 >= party.count
    }
}

extension OrganisationLedger.Party {
    /// The commonest spelling of the reference or name.
    var spelling: String { spellings.commonest ?? key.text }

    /// Its names, the commonest first, none twice.
    func orderedNames() -> [Narrative] {
        var seen = Set<String>()
        let ordered = names.sorted {
            (-$0.value, $0.key.text, $0.key.language ?? "") < (-$1.value, $1.key.text, $1.key.language ?? "")
        }
        return ordered.map(\.key).filter { seen.insert($0.text.folded).inserted }
    }
}

extension [String: Int] {
    /// The commonest; of several the first in alphabetical order.
    var commonest: String? { self.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key }
}
