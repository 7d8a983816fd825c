import Model

/// What a project is called and said to do, in English or as it would be written in its country.
struct TitleWriting {
    private let plan: Plan
    private let seed: UInt64
    private let country: Countries.Country
    private let sector: Sectors.Sector

    init(_ plan: Plan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
        country = World.recipients[plan.country]
        sector = World.sectors[plan.sectors[0]]
    }

    func write(to values: inout [String: [Value]]) {
        var dice = Dice(seed, .text, plan.index)
        let language = Language.spoken(in: country.region, country.code)
        let english = title(.english, topic: sector.name.lowercased(), &dice)
        let local = title(language, topic: language.topic(sector.category ?? ""), &dice)
        let isLocal = language != .english && dice.chance(30)
        values["title"] = [Value(isLocal ? local : english)]
        if language != .english && !isLocal && dice.chance(30) { values["aliases"] = [Value(local)] }
        if dice.chance(20) {
            let initials = english.split { !$0.isLetter }.filter { $0.count > 3 }.compactMap(\.first)
            values["acronym"] = [Value(String(initials.prefix(5)).uppercased() + "-\(plan.index)")]
        }
        if dice.chance(70) {
            values["description"] = [
                Value(
                    "The project works on \(sector.name.lowercased()) in \(country.name) with "
                        + "\(dice.pick(Self.partners)). \(dice.pick(Self.sentences))")
            ]
        }
        if dice.chance(25) { values["objectives"] = [Value(dice.pick(Self.objectives))] }
    }

    private func title(_ language: Language, topic: String, _ dice: inout Dice) -> String {
        let text = dice.pick(language.titles).replacing("%", with: topic)
        let phase = plan.predecessor == nil ? "" : ", phase II"
        return "\(text.prefix(1).uppercased())\(text.dropFirst()), \(country.name)\(phase)"
    }

    private static let partners = [
        "district authorities", "women's cooperatives", "the ministry responsible", "schools and clinics",
        "village committees", "returning migrants", "border guards and customs", "small firms",
        "water users' associations", "young people out of work",
    ]

    private static let sentences = [
        "Training, equipment and advice are given in turn.", "Two pilot districts come first.",
        "Grants are awarded after a call for proposals.", "A baseline study precedes the work.",
        "Results are to be handed over to local government.", "Monitoring is done by an outside firm.",
        "It builds on what an earlier project began.", "Half of the funds go to local partners.",
    ]

    private static let objectives = [
        "Better services for those who have the least.", "Fewer days lost to illness.",
        "Rules that are known and kept.", "Higher income from work close to home.",
        "A plan for the time after the project.", "Safe water within a short walk.",
    ]
}
