/// What a project is at heart: where, on what, when, by whom. Made from the project's number alone, so that
/// its programme, its successor and its rivals can know it too.
struct Plan {
    static let programmeSize = 40

    let index: Int
    let country: Int
    /// Positions in ``World/sectors``.
    var sectors: [Int]
    var donors: [Int]
    var implementers: [Int]
    /// Months since January 1990.
    var start: Int
    var months: Int
    /// The project that it goes on from.
    var predecessor: Int?
    /// The programme under which it stands; a programme is a project whose number it leads.
    var programme: Int?

    var isProgramme: Bool { index % Self.programmeSize == 0 }

    init(_ index: Int, _ cast: Cast, seed: UInt64) {
        self.init(own: index, cast, seed)
        var dice = Dice(seed, .relation, index)
        guard !isProgramme else { return }
        if dice.chance(25) {
            let programme = Plan(own: index / Self.programmeSize * Self.programmeSize, cast, seed)
            self.programme = programme.index
            donors = [programme.donors[0]] + donors.dropFirst().filter { $0 != programme.donors[0] }
            sectors = [programme.sectors[0]] + sectors.dropFirst().filter { $0 != programme.sectors[0] }
        } else if index % Self.programmeSize > 1, dice.chance(6) {
            let before = Plan(own: index - 1, cast, seed)
            self = Plan(following: before, index, gap: dice.number(-3...9), months: months)
        }
    }

    private init(following before: Plan, _ index: Int, gap: Int, months: Int) {
        self.index = index
        country = before.country
        sectors = before.sectors
        donors = before.donors
        implementers = before.implementers
        start = before.start + before.months + gap
        self.months = months
        predecessor = before.index
    }

    private init(own index: Int, _ cast: Cast, _ seed: UInt64) {
        var dice = Dice(seed, .core, index)
        self.index = index
        country = dice.rank(of: World.recipients.count)
        let themes = dice.pick(weighted: [(1, 60), (2, 28), (3, 12)])
        sectors = Self.distinct(themes) { dice.rank(of: World.sectors.count) }
        let givers = dice.chance(18) ? 2 : 1
        donors = Self.distinct(givers) { dice.rank(of: cast.donors) }
        let doers = dice.pick(weighted: [(1, 75), (2, 20), (3, 5)])
        let country = country
        implementers = Self.distinct(doers) { cast.implementer(in: country, &dice) }
        // More projects are known of later years.
        let latest = max(dice.fraction(), dice.fraction())
        start = 36 + Int(latest * 390)
        months = dice.pick(weighted: [
            (dice.number(1...11), 20), (12 * dice.number(1...3), 35), (dice.number(12...48), 30),
            (dice.number(48...120), 15),
        ])
        if isProgramme { months += 48 }
    }

    private static func distinct(_ count: Int, _ choose: () -> Int) -> [Int] {
        var chosen: [Int] = []
        // Chance may not find as many as are wanted.
        for _ in 0..<count * 3 where chosen.count < count {
            let next = choose()
            if !chosen.contains(next) { chosen.append(next) }
        }
        return chosen
    }
}
