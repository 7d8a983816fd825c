import Model

/// Who takes part: donors and implementers, each made from its number alone.
struct Cast {
    let donors: Int
    let implementers: Int
    private let seed: UInt64

    /// As many as a corpus of this size would know: donors grow slowly, implementers with the projects.
    init(projects: Int, seed: UInt64) {
        self.seed = seed
        donors = max(12, Int((0.8 * Double(projects).squareRoot()).rounded()))
        implementers = max(30, projects / 40)
    }

    static func id(donor: Int) -> String { "donor-\(donor)" }

    static func id(implementer: Int) -> String { "org-\(implementer)" }

    /// A donor's own currency; the same for all its projects.
    func currency(of donor: Int) -> String {
        var dice = Dice(seed, .other, donor)
        return dice.pick(weighted: [
            ("USD", 45), ("EUR", 25), ("GBP", 8), ("JPY", 4), ("SEK", 4), ("NOK", 3), ("CHF", 3), ("CAD", 3),
            ("AUD", 3), ("CNY", 2),
        ])
    }

    /// One who works in a country, or one who works anywhere.
    func implementer(in country: Int, _ dice: inout Dice) -> Int {
        let local = (implementers - 1 - country) / World.recipients.count
        guard country < implementers, dice.chance(45) else { return dice.rank(of: implementers) }
        return country + dice.rank(of: local + 1) * World.recipients.count
    }

    func name(donor: Int) -> String {
        var dice = Dice(seed, .organisation, -1 - donor)
        let country = World.donors[donor % World.donors.count].name
        if donor % 6 == 5, let recipient = World.recipients[safe: donor % World.recipients.count] {
            return "Embassy of \(World.donors[(donor - 1) % World.donors.count].name) in \(recipient.name)"
        }
        return switch donor % 6 {
        case 0: "\(country) Agency for Development Cooperation" + Self.numeral(donor / 6 / World.donors.count)
        case 1: "International Fund for \(dice.pick(World.sectors).name)"
        case 2: "Ministry of Foreign Affairs of \(country)" + Self.numeral(donor / 6 / World.donors.count)
        case 3: "\(dice.pick(Self.families)) Foundation for \(Language.english.topic(category(&dice)))"
        default: "\(dice.pick(Countries.regions).name) Development Bank" + Self.numeral(donor / 6)
        }
    }

    func record(donor: Int) -> Record {
        let types = ["government", "multilateral", "government", "foundation", "multilateral", "government"]
        let country = World.donors[donor % World.donors.count]
        var values: [String: [Value]] = [
            "name": [Value(name(donor: donor))], "type": [Value(types[donor % 6])],
        ]
        if donor % 6 != 1 { values["country"] = [Value(World.id(of: country))] }
        // An embassy belongs to its ministry.
        if donor % 6 == 5 {
            values["part-of"] = [Value(Self.id(donor: donor - 3))]
            values["seat"] = [Value(World.id(of: World.recipients[donor % World.recipients.count]))]
            values["country"] = [Value(World.id(of: World.donors[(donor - 1) % World.donors.count]))]
        } else {
            values["acronym"] = [Value(Self.acronym(name(donor: donor)) + (donor < 60 ? "" : "\(donor)"))]
        }
        return Record(
            id: Self.id(donor: donor), recordClass: .organisation,
            citations: [Citation(source: "s-0", locator: Locator("p. \(donor + 1)"))], values: values)
    }

    func record(implementer: Int) -> Record {
        var dice = Dice(seed, .organisation, implementer)
        let country = World.recipients[implementer % World.recipients.count]
        let language = Language.spoken(in: country.region, country.code)
        let category = category(&dice)
        let number = implementer / World.recipients.count
        let name =
            dice.pick(Language.english.organisations).replacing("%", with: Language.english.topic(category))
            + ", \(country.name)" + (number == 0 ? "" : " (\(dice.pick(Self.families)))")
        let type = dice.pick(weighted: [
            ("national-ngo", 40), ("international-ngo", 20), ("government", 12), ("private-sector", 12),
            ("academic", 8), ("regional-ngo", 5), ("multilateral", 3),
        ])
        var values: [String: [Value]] = [
            "name": [Value(name.prefix(1).uppercased() + name.dropFirst())], "type": [Value(type)],
            "country": [Value(World.id(of: country))],
        ]
        if language != .english {
            values["aliases"] = [
                Value(dice.pick(language.organisations).replacing("%", with: language.topic(category)))
            ]
        }
        if dice.chance(50) { values["acronym"] = [Value("\(Self.acronym(name))-\(country.code)")] }
        if dice.chance(20) { values["mandate"] = [Value("Works on \(Language.english.topic(category)).")] }
        // A branch stands under one that is met more often.
        if implementer > 10 && dice.chance(8) {
            values["part-of"] = [Value(Self.id(implementer: dice.rank(of: implementer)))]
        }
        return Record(
            id: Self.id(implementer: implementer), recordClass: .organisation,
            citations: [Citation(source: "s-0", locator: Locator("p. \(implementer % 900)"))], values: values)
    }

    private func category(_ dice: inout Dice) -> String { dice.pick(World.sectors).category ?? "" }

    private static func numeral(_ number: Int) -> String { number == 0 ? "" : " \(number + 1)" }

    private static func acronym(_ name: String) -> String {
        String(name.split { !$0.isLetter }.filter { $0.count > 3 }.compactMap(\.first)).uppercased()
    }

    private static let families = [
        "Adeyemi", "Aitmatov", "Baptiste", "Castellanos", "Dahl", "Eriksen", "Fernández", "Grünwald",
        "Haddad", "Ivanova", "Jansen", "Kamau", "Lindqvist", "Mazur", "Nakamura", "Okafor", "Petrescu",
        "Quispe", "Rahman", "Sørensen", "Traoré", "Usmanov", "Valdez", "Wójcik", "Yılmaz", "Zhang",
    ]
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
