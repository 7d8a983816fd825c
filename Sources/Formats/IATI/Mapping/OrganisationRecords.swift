import Model

/// The organisations of an import as records, and the ledger that says how they were recognised.
struct OrganisationRecords {
    /// Of other names of one organisation, how many are kept: some files put titles of activities there.
    private static let aliases = 20

    private let registers: Registers
    /// By the number of each party that has a record, the parties taken for it, itself first.
    private var members: [(seat: OrganisationLedger.Seat, parties: [Int])] = []
    /// The name of an organisation by id.
    private(set) var names: [String: String] = [:]
    private(set) var takenByName = 0

    var count: Int { members.count }

    init(_ registers: Registers) {
        self.registers = registers
        let ledger = registers.organisations
        var places: [Int: Int] = [:]
        for (number, party) in ledger.parties.enumerated() {
            guard let seat = party.seat else { continue }
            places[number] = members.count
            members.append((seat, [number]))
        }
        for number in ledger.parties.indices {
            let taken = ledger.taken(number)
            guard taken.party != number, let place = places[taken.party] else { continue }
            members[place].parties.append(number)
        }
        // Who was surveyed but is named nowhere that counts, such as beside another where one belongs, is not told of.
        members.removeAll { member in
            member.parties.map { ledger.parties[$0] }.allSatisfy { $0.citation == nil && $0.record == nil }
        }
        takenByName = members.reduce(0) { $0 + $1.parties.count - 1 }
        for member in members {
            let known = ledger.parties[member.parties[0]].record?.title
            names[member.seat.id] = known ?? name(of: member.parties).first?.text ?? member.seat.id
        }
    }

    func write() throws {
        for member in members {
            try registers.writer.add(record(member.seat, member.parties), at: member.seat.key)
            // What a dossier says was not met in a file.
            for number in member.parties where registers.organisations.parties[number].record == nil {
                try writeLedger(number, member.seat)
            }
        }
    }

    private func record(_ seat: OrganisationLedger.Seat, _ parties: [Int]) -> Record {
        let main = registers.organisations.parties[parties[0]]
        if let known = main.record { return joined(known, parties) }
        var found = name(of: parties)
        var values: [String: [Value]] = [:]
        if main.key.kind == .reference, OrganisationClasses.isClass(main.key.text),
            let listed = Self.listed(main.spelling)
        {
            // Each who has the code is called otherwise.
            values["name"] = [listed]
            values["aliases"] = found.prefix(Self.aliases).map(\.value).ifAny
        } else if found.isEmpty {
            values["name"] = [Self.listed(main.spelling) ?? Value(main.spelling)]
        } else {
            values["name"] = [found.removeFirst().value]
            values["aliases"] = found.prefix(Self.aliases).map(\.value).ifAny
        }
        if main.key.kind == .reference {
            let spellings = main.spellings.keys.filter { $0 != seat.id }.sorted()
            values["identifiers"] = spellings.prefix(Self.aliases).map { Value($0) }.ifAny
        }
        let types = parties.reduce(into: [String: Int]()) { counts, number in
            counts.merge(registers.organisations.parties[number].types, uniquingKeysWith: +)
        }
        if let type = types.commonest {
            values["type"] = [Value(Terms.organisationType(type) ?? type, code: type)]
        }
        return Record(
            id: seat.id, recordClass: .organisation, citations: [main.citation].compactMap { $0 },
            values: values)
    }

    /// What a dossier says of an organisation, and beside it what files add, each with its own citation.
    private func joined(_ known: Record, _ parties: [Int]) -> Record {
        let ledger = registers.organisations
        let met = parties.dropFirst().map { ledger.parties[$0] }
        guard let citation = ledger.parties[parties[0]].citation ?? met.compactMap(\.citation).first else {
            return known
        }
        func published(_ value: Value) -> Value {
            var value = value
            value.citations = [citation]
            return value
        }
        var record = known
        let names = Set(["name", "acronym", "expansion", "aliases"].flatMap(known.texts).map(\.folded))
        let others = name(of: parties).filter { !names.contains($0.text.folded) }
        record.values["aliases", default: []] += others.prefix(Self.aliases).map { published($0.value) }
        let references = met.filter { $0.key.kind == .reference }.map(\.spelling)
        record.values["identifiers", default: []] += references.map { published(Value($0)) }
        if known.values("type").isEmpty {
            let types = met.reduce(into: [String: Int]()) { $0.merge($1.types, uniquingKeysWith: +) }
            record.values["type"] = types.commonest.map {
                [published(Value(Terms.organisationType($0) ?? $0, code: $0))]
            }
        }
        for (field, values) in record.values where values.isEmpty { record.values[field] = nil }
        return record
    }

    private func name(of parties: [Int]) -> [Narrative] {
        let ledger = registers.organisations
        var seen = Set<String>()
        return parties.flatMap { ledger.parties[$0].orderedNames() }
            .filter { seen.insert($0.text.folded).inserted }
    }

    /// What the code lists call an organisation that files give a code only.
    private static func listed(_ reference: String) -> Value? {
        let code = reference.lowercased().hasPrefix("xm-dac-") ? String(reference.dropFirst(7)) : reference
        guard let name = CodeList.organisationIdentifier.name(reference) ?? CodeList.channel.name(code)
        else { return nil }
        return Value(name, code: reference, language: "en", note: "as IATI's code lists call it")
    }

    private func writeLedger(_ number: Int, _ seat: OrganisationLedger.Seat) throws {
        let party = registers.organisations.parties[number]
        let reason = registers.organisations.taken(number).reason
        try registers.writer.add(
            LedgerEntry(
                key: party.key, written: party.spelling, organisation: seat.key, reason: reason.rawValue,
                count: party.count, isUndone: reason == .undone))
    }
}
